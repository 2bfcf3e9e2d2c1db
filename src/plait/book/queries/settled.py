"""What the viewer decided on findings."""

from typing import Any

from plait.accounts.models import Person
from plait.book import models as rows
from plait.book.queries.lists import NotThere
from plait.domain.settled_findings import SettledAs, SettledFinding


def settled_findings(*, viewer: Person) -> tuple[SettledFinding, ...]:
    """Return what was settled and put off, in the order it was done."""
    held = rows.SettledFinding.objects.filter(owner=viewer).select_related("role")
    return tuple(_finding(one) for one in held.order_by("on", "pk"))


def settled_row(*, viewer: Person, key: str) -> rows.SettledFinding:
    """Return the row of a settled finding; raise `NotThere`."""
    found = rows.SettledFinding.objects.filter(owner=viewer, key=key).first()
    if found is None:
        raise NotThere(
            "Nothing was settled under this key",
            value=key,
            fix="See what was with: plait finding list.",
        )
    return found


def _finding(one: rows.SettledFinding) -> SettledFinding:
    return SettledFinding(
        key=one.key,
        kind=one.kind,
        settled_as=SettledAs(one.settled_as),
        reason=one.reason,
        on=one.on,
        title=one.title,
        role=one.role.key if one.role else "",
        numbers=tuple((name, _plain(value)) for name, value in one.numbers.items()),
    )


def _plain(value: Any) -> Any:  # noqa: ANN401  # as JSON has it
    return tuple(value) if isinstance(value, list) else value
