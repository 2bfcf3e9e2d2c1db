"""Changes to what income hangs on, beliefs, fallbacks and scenarios of one's own."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from plait.accounts.models import Person
from plait.book.models import (
    Batch,
    Belief,
    Cause,
    CauseRole,
    Fallback,
    Role,
    Scenario,
)
from plait.book.operations.limits import BadName
from plait.book.operations.writing import book_of
from plait.domain import scenarios as words
from plait.domain.errors import PlaitError
from plait.domain.schemas.role import LONGEST_NAME
from plait.formats.plait.scenarios import scenario_entry

USUAL_YEARS = Decimal(4)
MOST_YEARS = 100
MOST_WEEKS = 1_000
MOST_SHARE = 5
_SHARE = 1000
_LONGEST_TEXT = 300


class BadResilience(PlaitError):
    """A chance, a weight, a time or an amount that cannot be."""


def set_cause(
    *,
    viewer: Person,
    name: str,
    roles: Sequence[Role],
    chance: Decimal | None = None,
    batch: Batch | None = None,
) -> Cause:
    """Say which roles hang on a cause, and how likely it is to fail within a year."""
    name = _named(name)
    likely = None if chance is None else _thousandths(chance)
    with book_of(viewer, *roles):
        cause, is_new = Cause.objects.get_or_create(
            owner=viewer, name=name, defaults={"chance": likely, "batch": batch}
        )
        if not is_new:
            cause.chance = likely
            cause.save(update_fields=["chance"])
        CauseRole.objects.filter(owner=viewer, cause=cause).delete()
        CauseRole.objects.bulk_create(
            CauseRole(owner=viewer, cause=cause, role=role)
            for role in dict.fromkeys(roles)
        )
    return cause


def drop_cause(*, viewer: Person, cause: Cause) -> None:
    """Forget a cause; the roles stay."""
    with book_of(viewer, cause):
        cause.delete()


def set_belief(
    *,
    viewer: Person,
    role: Role,
    chance: Decimal,
    years: Decimal = USUAL_YEARS,
    batch: Batch | None = None,
) -> Belief:
    """Say how likely a role is to end within a year, and what that word weighs."""
    told = {"chance": _thousandths(chance), "weight": _tenths(years)}
    with book_of(viewer, role):
        mine = Belief.objects.filter(owner=viewer, role=role)
        if not mine.update(**told):
            Belief.objects.create(owner=viewer, role=role, batch=batch, **told)
        return mine.get()


def drop_belief(*, viewer: Person, belief: Belief) -> None:
    """Forget what was said of a role ending."""
    with book_of(viewer, belief):
        belief.delete()


def set_fallback(  # the fields of a fallback
    *,
    viewer: Person,
    role: Role,
    what: str,
    weeks: int,
    share: Decimal = Decimal(1),
    helper: str = "",
    step: str = "",
    step_by: date | None = None,
    batch: Batch | None = None,
) -> Fallback:
    """Say what would replace a role, in how many weeks, and what would shorten it."""
    what = _named(what)
    if not 0 <= weeks <= MOST_WEEKS:
        raise BadResilience(
            "A fallback takes between no and a thousand weeks",
            value=str(weeks),
            fix="Write the weeks until it brings money, such as 12.",
        )
    if not 0 <= share <= MOST_SHARE:
        raise BadResilience(
            "A fallback brings a share of what the role brings, up to five times that",
            value=str(share),
            fix="Write 0.8 for four fifths.",
        )
    told: dict[str, Any] = {
        "what": what,
        "weeks": weeks,
        "share": round(share * _SHARE),
        "helper": helper[:200],
        "step": step[:_LONGEST_TEXT],
        "step_by": step_by,
    }
    with book_of(viewer, role):
        mine = Fallback.objects.filter(owner=viewer, role=role)
        if not mine.update(**told):
            Fallback.objects.create(owner=viewer, role=role, batch=batch, **told)
        return mine.get()


def drop_fallback(*, viewer: Person, fallback: Fallback) -> None:
    """Forget what would replace a role."""
    with book_of(viewer, fallback):
        fallback.delete()


def keep_scenario(*, viewer: Person, scenario: words.Scenario) -> Scenario:
    """Keep a scenario of the person's own; the same name is replaced."""
    name = _named(scenario.name)
    with book_of(viewer):
        row, _ = Scenario.objects.update_or_create(
            owner=viewer, name=name, defaults={"told": scenario_entry(scenario)}
        )
    return row


def drop_scenario(*, viewer: Person, scenario: Scenario) -> None:
    """Forget a scenario of one's own."""
    with book_of(viewer, scenario):
        scenario.delete()


def _named(text: str) -> str:
    """Return a name; raise `BadName` for none, or for a novel."""
    if not 0 < len(text.strip()) <= LONGEST_NAME:
        raise BadName(
            "This needs a name of at most 200 letters",
            value=text[:40],
            fix="Write what you call it yourself.",
        )
    return text.strip()


def _thousandths(chance: Decimal) -> int:
    if not 0 <= chance <= 1:
        raise BadResilience(
            "A chance lies between 0 and 1",
            value=str(chance),
            fix="Write 0.15 for fifteen in a hundred.",
        )
    return round(chance * _SHARE)


def _tenths(years: Decimal) -> int:
    if not 0 < years <= MOST_YEARS:
        raise BadResilience(
            "What a belief weighs is told in years, up to a hundred",
            value=str(years),
            fix="Write 4 for as much as four such roles watched for a year.",
        )
    return max(1, round(years * 10))
