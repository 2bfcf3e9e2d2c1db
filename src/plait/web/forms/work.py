"""The occupation that a role's work is, found by its title."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from plait.reference.occupations.lookup import code_of
from plait.reference.occupations.titles import Occupation, search

LONGEST_TITLE = 100
NOT_FOUND = _(
    "No occupation is known by this title. Try a broader one, or a code of ISCO-08 such"
    " as 2424; leave it empty if none fits."
)
NOT_CHOSEN = _("Choose one of these, or write another title.")


class FoundField(forms.ChoiceField):
    """An occupation among those found; which ones there are, the form knows."""

    def valid_value(self, value: Any) -> bool:  # noqa: ANN401, ARG002  # Django's signature
        """Let the form look at it, which knows what the title found."""
        return True


class WorkForm(forms.Form):
    """A form with a title in `occupation`; `found` are occupations to choose from."""

    occupation_code = FoundField(
        label=_("Which of these comes closest?"),
        widget=forms.RadioSelect,
        error_messages={"required": NOT_CHOSEN},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # Django's signature
        super().__init__(*args, **kwargs)
        name = self.add_prefix("occupation")
        title = str(self.data.get(name, "") if self.is_bound else "")
        self._known = self._code_of(title.strip())
        self.found = () if self._known else search(title[:LONGEST_TITLE])
        self.fields["occupation_code"].required = bool(self.found)
        self.fields["occupation_code"].choices = [  # type: ignore[attr-defined]  # a choice field has choices
            (one.code, _titled(one)) for one in self.found
        ]

    def _code_of(self, text: str) -> str:
        """Return the code that a text stands for beyond doubt, "" otherwise."""
        code = str(self.initial.get("occupation_code", ""))
        if code and text == self.initial.get("occupation"):
            return code
        return code_of(text)

    def clean_occupation_code(self) -> str:
        """Return the code of the title, or the one that was chosen among those found.

        Raise where a title found several, or none.
        """
        chosen: str = self.cleaned_data["occupation_code"]
        if self._known or not self.cleaned_data.get("occupation"):
            return self._known
        if chosen in {one.code for one in self.found}:
            return chosen
        if self.found:
            raise ValidationError(NOT_CHOSEN)
        self.add_error("occupation", NOT_FOUND)
        return ""


def _titled(one: Occupation) -> str:
    """Return an occupation as a choice: its title, and its code set back."""
    line = '<span>{} <span class="helptext">{}</span></span>'
    return format_html(line, one.title(get_language() or "en"), one.code)
