"""The form of a role, made of its schema."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.forms import BoundField
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from plait.domain.roles import Role
from plait.domain.schemas.field_types import Choice, Day, Names, Text
from plait.domain.schemas.role import ROLE
from plait.domain.schemas.schema import Field, changed, names_from, new_record
from plait.reference.occupations.lookup import title_of
from plait.web.forms.record_fields import form_field
from plait.web.forms.work import LONGEST_TITLE, WorkForm

# What the form calls fields whose names in a file would not read well here.
_NAMES = {"from": "starts_on", "to": "ends_on", "paid": "is_paid"}
# The fields that the page sets in a place of their own, before or beside others.
_PLACED = (
    *("name", "organisation", "kind", "is_paid", "starts_on", "ends_on"),
    *("occupation", "sector", "place"),
)


class RoleForm(WorkForm):
    """One part of a working life."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # Django's signature
        super().__init__(*args, **kwargs)
        code = self.fields.pop("occupation_code")
        self.fields |= {_name(field): form_field(field) for field in ROLE.asked}
        self.fields["occupation_code"] = code  # looked at after the title
        # A person writes a title, which is longer than the code that is stored.
        title = replace(ROLE.field("occupation"), type=Text(LONGEST_TITLE))
        self.fields["occupation"] = form_field(title)

    def more_fields(self) -> Iterator[BoundField]:
        """Yield the fields that the page lists below those with a place of their own."""
        for field in ROLE.asked:
            if _name(field) not in _PLACED:
                yield self[_name(field)]

    def clean(self) -> dict[str, Any]:
        """Refuse a role that ends before it begins."""
        values = self.cleaned_data
        first, last = values.get("starts_on"), values.get("ends_on")
        if first and last and last < first:
            self.add_error(
                "ends_on", _("This lies before the first day: correct one of the two.")
            )
        self._refuse_half_a_balance(values)
        return values

    def _refuse_half_a_balance(self, values: dict[str, Any]) -> None:
        hours, on = values.get("balance"), values.get("balance_from")
        if (hours is None) != (on is None) and not self.errors:
            field = "balance_from" if on is None else "balance"
            self.add_error(field, _("Enter both the hours and the day, or neither."))

    def role(self, held: Role | None = None) -> Role:
        """Return the role as the form has it, its kind confirmed by that.

        What the form does not ask stays as it is in the one that is `held`.
        """
        values = {field.path: self._value(field) for field in ROLE.asked}
        values["kind_is_confirmed"] = True
        new: Role = changed(ROLE, held, values) if held else new_record(ROLE, values)
        return new

    def _value(self, field: Field) -> object:
        if field.name == "occupation":
            return self.cleaned_data["occupation_code"]
        value = self.cleaned_data[_name(field)]
        if isinstance(field.type, Names):
            return names_from(value)
        if isinstance(field.type, Choice):
            return field.type.words(value)
        return _after(value) if field.name == "to" else value


def role_initial(role: Role) -> dict[str, Any]:
    """Return a role as the form shows it."""
    values = {_name(field): _initial(field, role) for field in ROLE.asked}
    title = title_of(role.occupation, get_language() or "en")
    return values | {"occupation": title, "occupation_code": role.occupation}


def _initial(field: Field, role: Role) -> object:
    value = field.of(role)
    if isinstance(field.type, Names):
        return ", ".join(value)
    if isinstance(field.type, Day) and field.name == "to":
        return value - timedelta(days=1) if value else None
    return value


def _name(field: Field) -> str:
    return _NAMES.get(field.name, field.name)


def _after(last: date | None) -> date | None:
    """Return the first day without, of a last day; people do not say half-open."""
    return last + timedelta(days=1) if last else None
