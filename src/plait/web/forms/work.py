"""The fields that say what a role's work is; an occupation is found by its title."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from plait.book.operations.work import MOST_SKILLS, skills_as_text
from plait.reference.occupations.exposure import exposure_of
from plait.reference.occupations.titles import Occupation, occupation_of, search

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
    """Occupation, place, skills and sector; `found` are occupations to choose from."""

    occupation = forms.CharField(
        label=_("Occupation"),
        help_text=_(
            "A usual title, such as trainer or practice manager: Plait looks it up in"
            " the international list, ISCO-08."
        ),
        max_length=100,
        required=False,
    )
    occupation_code = FoundField(
        label=_("Which of these comes closest?"),
        widget=forms.RadioSelect,
        error_messages={"required": NOT_CHOSEN},
    )
    sector = forms.CharField(
        label=_("Sector of the organisation"),
        help_text=_("Such as health, education or publishing."),
        max_length=100,
        required=False,
    )
    place = forms.CharField(
        label=_("Where the work is done"),
        help_text=_("A town, or online."),
        max_length=100,
        required=False,
    )
    skills = forms.CharField(
        label=_("Skills it asks for"),
        help_text=_("With commas between them: budgets, chairing, Python."),
        max_length=MOST_SKILLS,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # Django's signature
        super().__init__(*args, **kwargs)
        told = self.data.get(self.add_prefix("occupation"), "") if self.is_bound else ""
        self._known = self._code_of(str(told).strip())
        self.found = () if self._known else search(str(told)[:100])
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

    def clean_skills(self) -> str:
        """Set one comma between the skills."""
        return skills_as_text(self.cleaned_data["skills"])

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

    def work(self) -> dict[str, str]:
        """Return the fields of a role that these are."""
        told = self.cleaned_data
        work = {name: told[name] for name in ("place", "skills", "sector")}
        return {"occupation": told["occupation_code"], **work}


def code_of(text: str) -> str:
    """Return the ISCO-08 code of a title or a code, "" where it is not beyond doubt."""
    if text.isascii() and text.isdigit():
        is_known = occupation_of(text) or (len(text) <= 4 and exposure_of(text))
        return text if is_known else ""
    same = [one for one in search(text) if text.casefold() in _names(one)]
    return same[0].code if len(same) == 1 else ""


def _names(one: Occupation) -> set[str]:
    return {name.casefold() for name in (one.en, one.nl, *one.also)}


def _titled(one: Occupation) -> str:
    """Return an occupation as a choice: its title, and its code set back."""
    told = '<span>{} <span class="helptext">{}</span></span>'
    return format_html(told, one.title(get_language() or "en"), one.code)


def occupation_told(code: str) -> str:
    """Return a code as its field shows it: the title, or the code of none we name."""
    known = occupation_of(code)
    return known.title(get_language() or "en") if known else code


def work_as_told(role: Any) -> dict[str, str]:  # noqa: ANN401  # a row of the book
    """Return a role's work as the form shows it."""
    return {
        "occupation": occupation_told(role.occupation),
        "occupation_code": role.occupation,
        "sector": role.organisation.sector,
        "place": role.place,
        "skills": role.skills,
    }
