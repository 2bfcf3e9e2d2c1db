"""Causes, beliefs, fallbacks, invoices and scenarios as a file tells them."""

from collections.abc import Iterator
from decimal import Decimal

from plait.accounts.models import Person
from plait.book.models import Belief, Cause, CauseRole, Fallback, Scenario
from plait.book.queries.invoice_records import in_order, invoice_records
from plait.domain.schemas.book_records import (
    BeliefRecord,
    BookRecord,
    CauseRecord,
    FallbackRecord,
    ScenarioRecord,
)
from plait.formats.plait.scenarios import scenario_from

_SHARE = 1000


def resilience_records(*, viewer: Person) -> Iterator[BookRecord]:
    """Yield what income depends on and what would replace it, as they were added."""
    yield from _causes(viewer)
    beliefs = in_order(Belief, viewer).values_list("role__key", "chance", "weight")
    for key, chance, weight in beliefs:
        years = Decimal(weight) / 10
        yield BeliefRecord("belief", key, Decimal(chance) / _SHARE, years)
    for one in in_order(Fallback, viewer).select_related("role"):
        yield FallbackRecord(
            "fallback",
            role=one.role.key,
            what=one.what,
            weeks=one.weeks,
            share=Decimal(one.share) / _SHARE,
            helper=one.helper,
            step=one.step,
            step_by=one.step_by,
        )
    yield from invoice_records(viewer=viewer)
    for entry in in_order(Scenario, viewer).values_list("entry", flat=True):
        yield ScenarioRecord("scenario", scenario_from(entry))


def _causes(viewer: Person) -> Iterator[CauseRecord]:
    roles_of: dict[int, list[str]] = {}
    pairs = in_order(CauseRole, viewer).values_list("cause", "role__key")
    for cause, key in pairs:
        roles_of.setdefault(cause, []).append(key)
    held = in_order(Cause, viewer).values_list("pk", "name", "chance")
    for pk, name, chance in held:
        likely = None if chance is None else Decimal(chance) / _SHARE
        yield CauseRecord("cause", name, tuple(roles_of.get(pk, ())), likely)
