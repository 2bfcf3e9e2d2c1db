"""The form of each reminder, as wide as its kind asks."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plait.domain.reminders import LIMITS, MOST_ENDS_WEEKS, Reminder, ReminderKind
from plait.wording.reminders import weekday_name
from plait.wording.words import Words

_COUNT_LABELS = {
    ReminderKind.TAX: _("Days before"),
    ReminderKind.INVOICES: _("Days after it was due"),
    ReminderKind.FILES: _("Weeks that files may be old"),
    ReminderKind.ROLES: _("Months between two looks"),
}


class ReminderForm(forms.Form):
    """Whether a reminder comes, and when."""

    is_on = forms.BooleanField(required=False)
    at = forms.TimeField(
        label=_("Time"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": _("Write a time such as 19:00.")},
    )
    weekday = forms.TypedChoiceField(label=_("Day"), coerce=int)
    count = forms.IntegerField()
    ends_weeks = forms.IntegerField(
        label=_("Weeks before terms end"),
        help_text=_("0 for not at all."),
        min_value=0,
        max_value=MOST_ENDS_WEEKS,
    )

    def __init__(self, sent: Any, *, reminder: Reminder, words: Words) -> None:  # noqa: ANN401  # what Django's forms take
        kind = self.kind = reminder.kind
        first = {name: getattr(reminder, name) for name in self.base_fields}
        super().__init__(sent, initial=first, prefix=kind.value)
        if kind.is_weekly:
            days = [(n, weekday_name(words, n)) for n in range(7)]
            self.fields["weekday"].choices = days  # type: ignore[attr-defined]  # a choice field has choices
            del self.fields["count"]
        else:
            del self.fields["weekday"]
            least, most = LIMITS[kind]
            self.fields["count"] = forms.IntegerField(
                label=_COUNT_LABELS[kind], min_value=least, max_value=most
            )
        if kind is not ReminderKind.ROLES:
            del self.fields["ends_weeks"]

    def reminder(self) -> Reminder:
        """Return the reminder as it was sent."""
        return Reminder(self.kind, **self.cleaned_data)
