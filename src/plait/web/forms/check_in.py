"""The form of one role's week: four answers, those of the week before, or none."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plait.answers.roles.check_in import Question, RoleToCheckIn

POINTS = range(1, 6)
OTHERS = "others_as_before"  # the button that answers what is left so


class CheckInForm(forms.Form):
    """How a role was; skipped, or answered whole."""

    note = forms.CharField(max_length=500, required=False, label=_("A note"))
    as_before = forms.BooleanField(required=False, label=_("As last week"))
    leave_out = forms.BooleanField(required=False, label=_("Skip this role"))

    def __init__(
        self,
        role: RoleToCheckIn,
        questions: Iterable[Question],
        sent: Any = None,  # noqa: ANN401  # what a browser sent
    ) -> None:
        self.role = role
        self.names = [question.aspect.value for question in questions]
        super().__init__(sent, prefix=role.role, initial=_initial(role, self.names))
        for name in self.names:
            self.fields[name] = forms.TypedChoiceField(
                choices=[(str(point), str(point)) for point in POINTS],
                coerce=int,
                required=False,
                error_messages={"invalid_choice": _("Answer with one of the five.")},
            )

    @property
    def is_answered(self) -> bool:
        """Whether there is anything to save; only of a form without errors."""
        values = self.cleaned_data
        return not values["leave_out"] and bool(values[self.names[0]])

    def clean(self) -> dict[str, Any]:
        """Refuse a role that is answered in part."""
        values = self.cleaned_data
        if values.get("leave_out"):
            self.errors.clear()
            return values
        self._take_over(values)
        missing = [name for name in self.names if not values.get(name, "sent")]
        is_begun = len(missing) < len(self.names) or bool(values.get("note"))
        for name in missing if is_begun else ():
            self.add_error(name, _("Answer this too, or skip the role."))
        return values

    def _take_over(self, values: dict[str, Any]) -> None:
        """Answer as the week before, where that is asked of this role or of all left."""
        before = self.role.answers_before
        given = [values.get(name) for name in self.names]
        is_left = OTHERS in self.data and not any(given) and self.role.answers is None
        if before is not None and (values.get("as_before") or is_left):
            for name, point in zip(self.names, given, strict=True):
                values[name] = point or getattr(before, name)

    def answers(self) -> dict[str, int]:
        """Return the four answers."""
        return {name: self.cleaned_data[name] for name in self.names}

    def chosen(self, name: str) -> str:
        """Return the point that is chosen for one of the four, "" for none."""
        return str(self[name].value() or "")


def _initial(role: RoleToCheckIn, names: Iterable[str]) -> dict[str, Any]:
    if role.answers is None:
        return {}
    return {name: getattr(role.answers, name) for name in names} | {"note": role.note}
