"""The form of one role's week: four answers or none, and a line of text."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plait.analysis.wellbeing.levels import QUESTIONS, Aspect
from plait.domain.portfolio import CheckIn
from plait.domain.roles import Role

POINTS = range(1, 6)


class CheckInForm(forms.Form):
    """How a role felt; left out, or answered whole."""

    note = forms.CharField(max_length=500, required=False, label=_("A line of text"))
    leave_out = forms.BooleanField(required=False, label=_("Leave this role out"))

    def __init__(self, role: Role, held: CheckIn | None, told: Any = None) -> None:  # noqa: ANN401  # what a browser sent
        self.role, self.held = role, held
        super().__init__(told, prefix=role.key, initial=_as_told(held))
        for aspect in QUESTIONS:
            self.fields[aspect.value] = forms.TypedChoiceField(
                choices=[(str(point), str(point)) for point in POINTS],
                coerce=int,
                required=False,
                error_messages={"invalid_choice": _("Answer with one of the five.")},
            )

    @property
    def is_answered(self) -> bool:
        """Whether there is anything to keep; asked of a form without faults."""
        told = self.cleaned_data
        return not told["leave_out"] and bool(told[QUESTIONS[0].value])

    def clean(self) -> dict[str, Any]:
        """Refuse a role that is answered in part."""
        told = self.cleaned_data
        if told.get("leave_out"):
            self.errors.clear()
            return told
        missing = [a.value for a in QUESTIONS if not told.get(a.value, "sent")]
        begun = len(missing) < len(QUESTIONS) or bool(told.get("note"))
        for name in missing if begun else ():
            self.add_error(name, _("Answer this too, or leave the role out."))
        return told

    def answers(self) -> dict[str, int]:
        """Return the four answers."""
        return {aspect.value: self.cleaned_data[aspect.value] for aspect in QUESTIONS}

    def chosen(self) -> Iterator[tuple[Aspect, str]]:
        """Yield each of the four with the point that is chosen, "" for none."""
        for aspect in QUESTIONS:
            yield aspect, str(self[aspect.value].value() or "")


def _as_told(held: CheckIn | None) -> dict[str, Any]:
    if held is None:
        return {}
    return {a.value: getattr(held, a.value) for a in QUESTIONS} | {"note": held.note}
