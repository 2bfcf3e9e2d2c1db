"""Changes to causes, beliefs, fallbacks and scenarios of one's own.

Each takes the record that a book file or a form makes, and the roles that it names.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, cast

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
from plait.domain import scenarios as domain
from plait.domain.errors import PlaitError
from plait.domain.schemas.book_records import BeliefRecord, CauseRecord, FallbackRecord
from plait.domain.schemas.field_types import Number, Text, Whole
from plait.domain.schemas.resilience import BELIEF, FALLBACK
from plait.domain.schemas.role import LONGEST_NAME
from plait.formats.plait.scenarios import scenario_entry

USUAL_YEARS = cast("Decimal", BELIEF.field("years").default)
MOST_YEARS = cast("Number", BELIEF.field("years").type).most
MOST_WEEKS = cast("Whole", FALLBACK.field("weeks").type).most
MOST_SHARE = cast("Number", FALLBACK.field("share").type).most
LONGEST_STEP = cast("Text", FALLBACK.field("step").type).most
_SHARE = 1000


class BadResilience(PlaitError):
    """A chance, a weight, a time or an amount that cannot be."""


def set_cause(
    *,
    viewer: Person,
    cause: CauseRecord,
    roles: Sequence[Role],
    batch: Batch | None = None,
) -> Cause:
    """Note which roles depend on a cause; the same name is replaced."""
    name = _named(cause.name)
    chance = None if cause.chance is None else _thousandths(cause.chance)
    with book_of(viewer, *roles, what="set_cause"):
        row, is_new = Cause.objects.get_or_create(
            owner=viewer, name=name, defaults={"chance": chance, "batch": batch}
        )
        if not is_new:
            row.chance = chance
            row.save(update_fields=["chance"])
        CauseRole.objects.filter(owner=viewer, cause=row).delete()
        CauseRole.objects.bulk_create(
            CauseRole(owner=viewer, cause=row, role=role)
            for role in dict.fromkeys(roles)
        )
    return row


def drop_cause(*, viewer: Person, cause: Cause) -> None:
    """Remove a cause; the roles stay."""
    with book_of(viewer, cause, what="drop_cause"):
        cause.delete()


def set_belief(
    *, viewer: Person, role: Role, belief: BeliefRecord, batch: Batch | None = None
) -> Belief:
    """Note how likely a role is to end within a year, and what that weighs."""
    values = {"chance": _thousandths(belief.chance), "weight": _tenths(belief.years)}
    with book_of(viewer, role, what="set_belief"):
        mine = Belief.objects.filter(owner=viewer, role=role)
        if not mine.update(**values):
            Belief.objects.create(owner=viewer, role=role, batch=batch, **values)
        return mine.get()


def drop_belief(*, viewer: Person, belief: Belief) -> None:
    """Remove an estimate of a role ending."""
    with book_of(viewer, belief, what="drop_belief"):
        belief.delete()


def set_fallback(
    *,
    viewer: Person,
    role: Role,
    fallback: FallbackRecord,
    batch: Batch | None = None,
) -> Fallback:
    """Note what would replace a role; what was noted for it before is replaced."""
    values = _fallback_values(fallback)
    with book_of(viewer, role, what="set_fallback"):
        mine = Fallback.objects.filter(owner=viewer, role=role)
        if not mine.update(**values):
            Fallback.objects.create(owner=viewer, role=role, batch=batch, **values)
        return mine.get()


def _fallback_values(fallback: FallbackRecord) -> dict[str, Any]:
    """Return the columns of a fallback; raise `BadResilience` for what cannot be."""
    if not 0 <= fallback.weeks <= MOST_WEEKS:
        raise BadResilience(
            "A plan B takes from 0 to a thousand weeks",
            value=str(fallback.weeks),
            fix="Write the weeks until it brings in money, such as 12.",
        )
    if not 0 <= fallback.share <= MOST_SHARE:
        raise BadResilience(
            "A plan B brings in a share of the role's income, up to five times as much",
            value=str(fallback.share),
            fix="Write 0.8 for four fifths.",
        )
    return {
        "what": _named(fallback.what),
        "weeks": fallback.weeks,
        "share": round(fallback.share * _SHARE),
        "helper": fallback.helper[:LONGEST_NAME],
        "step": fallback.step[:LONGEST_STEP],
        "step_by": fallback.step_by,
    }


def drop_fallback(*, viewer: Person, fallback: Fallback) -> None:
    """Remove what would replace a role."""
    with book_of(viewer, fallback, what="drop_fallback"):
        fallback.delete()


def keep_scenario(*, viewer: Person, scenario: domain.Scenario) -> Scenario:
    """Keep a scenario of the person's own; the same name is replaced."""
    name = _named(scenario.name)
    with book_of(viewer, what="keep_scenario"):
        row, _ = Scenario.objects.update_or_create(
            owner=viewer, name=name, defaults={"entry": scenario_entry(scenario)}
        )
    return row


def drop_scenario(*, viewer: Person, scenario: Scenario) -> None:
    """Remove a scenario of one's own."""
    with book_of(viewer, scenario, what="drop_scenario"):
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
            "The weight of an estimate is in years, up to a hundred",
            value=str(years),
            fix="Write 4 for as much as four such roles watched for a year.",
        )
    return max(1, round(years * 10))
