"""The form of which mail comes, and when the weekly one does."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plait.domain.mail import MailChoice, MailKind
from plait.wording.reminders import weekday_name
from plait.wording.words import Words


class MailForm(forms.Form):
    """Whether one kind of mail comes; of the weekly one the day and the time."""

    is_on = forms.BooleanField(required=False)
    weekday = forms.TypedChoiceField(label=_("Day"), coerce=int)
    at = forms.TimeField(
        label=_("Time"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": _("Write a time such as 19:00.")},
    )

    def __init__(self, sent: Any, *, choice: MailChoice, words: Words) -> None:  # noqa: ANN401  # what Django's forms take
        self.choice = choice
        first = {name: getattr(choice, name) for name in self.base_fields}
        super().__init__(sent, initial=first, prefix=choice.kind.value)
        if choice.kind is MailKind.WEEK:
            days = [(n, weekday_name(words, n)) for n in range(7)]
            self.fields["weekday"].choices = days  # type: ignore[attr-defined]  # a choice field has choices
        else:
            del self.fields["weekday"], self.fields["at"]

    def chosen(self) -> MailChoice:
        """Return the choice as it was sent."""
        return MailChoice(self.choice.kind, **self.cleaned_data)
