"""The forms that correct a time entry: what it is, and its second part."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from plait.book.models import Role
from plait.domain.record_list import ListedRecord
from plait.web.access import PRIVATE
from plait.web.forms.log import seconds_in
from plait.web.forms.parts import DayField

_TEXTS = ("client", "project", "task", "description", "tags")
_BILLABLE = {"": None, "yes": True, "no": False}
_CLOCK = forms.TimeInput(format="%H:%M", attrs={"type": "time"})


class LengthField(forms.CharField):
    """A length of time: 1.5, 1:30 or 90 m; its value is in seconds."""

    def clean(self, value: Any) -> Any:  # noqa: ANN401  # Django's signature
        """Return the seconds, 0 for none."""
        return seconds_in(super().clean(value) or "")


def role_choices(roles: Iterable[Role]) -> list[tuple[str, str]]:
    """Return roles to choose from, and private last."""
    return [*((r.key, r.name) for r in roles), (PRIVATE, str(_("Private, no role")))]


class EntryForm(forms.Form):
    """What a time entry is."""

    role = forms.ChoiceField(label=_("Role"), required=False)
    on = DayField(label=_("Day"))
    length = LengthField(
        label=_("Length"), help_text=_("Such as 1.5, 1:30 or 90 m."), max_length=20
    )
    start = forms.TimeField(label=_("Start"), widget=_CLOCK, required=False)
    end = forms.TimeField(label=_("End"), widget=_CLOCK, required=False)
    description = forms.CharField(
        label=_("Description"), max_length=2_000, required=False
    )
    client = forms.CharField(label=_("Client"), max_length=200, required=False)
    project = forms.CharField(label=_("Project"), max_length=200, required=False)
    task = forms.CharField(label=_("Task"), max_length=200, required=False)
    tags = forms.CharField(label=_("Tags"), max_length=500, required=False)
    billable = forms.ChoiceField(
        label=_("Billable"),
        choices=[("", _("not said")), ("yes", _("yes")), ("no", _("no"))],
        required=False,
    )

    def __init__(self, *args: Any, roles: Iterable[Role], **kwargs: Any) -> None:  # noqa: ANN401  # Django's signature
        super().__init__(*args, **kwargs)
        waits = [("", str(_("waiting for a role")))]
        is_open = not self.initial.get("role")
        choices = (waits if is_open else []) + role_choices(roles)
        self.fields["role"].choices = choices  # type: ignore[attr-defined]  # a choice field's

    def clean(self) -> dict[str, Any]:
        """Refuse one of two times, and no length."""
        values = self.cleaned_data
        if bool(values.get("start")) != bool(values.get("end")):
            self.add_error("end", _("Fill in both times, or neither."))
        if "length" in values and not values["length"]:
            self.add_error("length", _("Fill in how long it was."))
        return values

    def changes(self, zone: ZoneInfo, role: Role | None) -> dict[str, Any]:
        """Return what was changed in the form, as `change_entry` takes it.

        Times of the day count before a length that was left as it was.
        """
        values = self.cleaned_data
        changed = set(self.changed_data)
        changes: dict[str, Any] = {n: values[n] for n in _TEXTS if n in changed}
        if "billable" in changed:
            changes["is_billable"] = _BILLABLE[values["billable"]]
        if "role" in changed and values["role"]:
            changes["role"] = role
        if "length" in changed:
            changes["seconds"] = values["length"]
        if changed & {"start", "end"}:
            return changes | self._times(zone)
        return changes | ({"on": values["on"]} if "on" in changed else {})

    def _times(self, zone: ZoneInfo) -> dict[str, datetime | None]:
        values = self.cleaned_data
        start, end = values["start"], values["end"]
        if start is None or end is None:
            return {"started_at": None, "ended_at": None}
        over_midnight = timedelta(days=end <= start)
        return {
            "started_at": datetime.combine(values["on"], start, zone),
            "ended_at": datetime.combine(values["on"] + over_midnight, end, zone),
        }


class SplitForm(forms.Form):
    """The second part of an entry."""

    length = LengthField(
        label=_("Length of the second part"),
        help_text=_("Such as 1.5, 1:30 or 90 m."),
        max_length=20,
    )
    role = forms.ChoiceField(label=_("Role"))
    description = forms.CharField(
        label=_("Description"), max_length=2_000, required=False
    )

    def __init__(self, *args: Any, roles: Iterable[Role], **kwargs: Any) -> None:  # noqa: ANN401  # Django's signature
        super().__init__(*args, **kwargs)
        choices = [(role.key, role.name) for role in roles]
        self.fields["role"].choices = choices  # type: ignore[attr-defined]  # a choice field's


def entry_initial(one: ListedRecord, fields: dict[str, str]) -> dict[str, Any]:
    """Return an entry as its form shows it."""
    minutes = round((one.hours or 0) * 60)
    return {
        **{name: fields.get(name, "") for name in _TEXTS},
        "role": one.role or (PRIVATE if one.state == "private" else ""),
        "on": one.on,
        "length": f"{minutes // 60}:{minutes % 60:02d}",
        "start": _clock(one.starts_at),
        "end": _clock(one.ends_at),
    }


def _clock(at: datetime | None) -> time | None:
    return at.time().replace(second=0, microsecond=0) if at else None
