"""What a Plait book file tells of causes, beliefs, fallbacks, invoices and scenarios."""

import re
from collections.abc import Iterator
from decimal import Decimal

from plait.domain.book_records import (
    BeliefRecord,
    CauseRecord,
    FallbackRecord,
    InvoiceRecord,
    ScenarioRecord,
)
from plait.domain.money import Money
from plait.formats import values
from plait.formats.plait import fields
from plait.formats.plait.fields import Entry
from plait.formats.plait.scenarios import scenario_from
from plait.formats.values import BadValue

_KEY = re.compile(r"[A-Za-z0-9_-]{1,60}")
_OCCUPATION = re.compile(r"\d{1,4}")
_MOST_WEEKS = 1_000
_MOST_SHARE = 5
_MOST_YEARS = 100
_MOST_MONEY = 10**12
_LONGEST_SKILLS = 300


def cause(where: str, entry: Entry) -> Iterator[CauseRecord]:
    """Yield what roles hang on together."""
    fields.only(entry, ("name", "roles", "chance"))
    yield CauseRecord(
        where,
        name=fields.text(entry, "name", 200, needed=True),
        roles=_keys(entry),
        chance=fields.number(entry, "chance", 1),
    )


def belief(where: str, entry: Entry) -> Iterator[BeliefRecord]:
    """Yield how likely a role is to end within a year."""
    fields.only(entry, ("role", "chance", "years"))
    years = fields.number(entry, "years", _MOST_YEARS)
    yield BeliefRecord(
        where,
        role=fields.key(entry, "role"),
        chance=fields.needed_number(entry, "chance", 1),
        years=Decimal(4) if years is None else years,
    )


def fallback(where: str, entry: Entry) -> Iterator[FallbackRecord]:
    """Yield what would replace a role."""
    known = ("role", "what", "weeks", "share", "helper", "step", "step_by")
    fields.only(entry, known)
    share = fields.number(entry, "share", _MOST_SHARE)
    yield FallbackRecord(
        where,
        role=fields.key(entry, "role"),
        what=fields.text(entry, "what", 200, needed=True),
        weeks=fields.needed_whole(entry, "weeks", 0, _MOST_WEEKS),
        share=Decimal(1) if share is None else share,
        helper=fields.text(entry, "helper", 200),
        step=fields.text(entry, "step", 300),
        step_by=fields.day(entry, "step_by"),
    )


def invoice(where: str, entry: Entry) -> Iterator[InvoiceRecord]:
    """Yield money asked for; without `paid` it is still to come."""
    known = ("role", "number", "issued", "due", "paid", "amount", "currency")
    fields.only(entry, known)
    amount = fields.needed_number(entry, "amount", _MOST_MONEY)
    currency = values.currency_code(fields.text(entry, "currency", 3, needed=True))
    issued = fields.needed_day(entry, "issued")
    yield InvoiceRecord(
        where,
        role=fields.key(entry, "role"),
        amount=Money.from_minor(values.minor(f"{amount:f}", currency), currency),
        issued_on=issued,
        due_on=fields.day(entry, "due", issued) or issued,
        paid_on=fields.day(entry, "paid"),
        number=fields.text(entry, "number", 100),
    )


def scenario(where: str, entry: Entry) -> Iterator[ScenarioRecord]:
    """Yield a stress test of the person's own."""
    yield ScenarioRecord(where, scenario_from(entry))


def minor(entry: Entry, name: str, currency: str) -> int | None:
    """Return an amount of the person in minor units; it needs their currency."""
    told = fields.number(entry, name, _MOST_MONEY)
    if told is None:
        return None
    if not currency:
        raise BadValue(
            "An amount needs its currency",
            value=f"{name} = {told}",
            fix="Add currency to the person, such as EUR.",
        )
    return values.minor(f"{told:f}", currency)


def thousandths(entry: Entry, name: str) -> int | None:
    """Return a share of one in thousandths."""
    told = fields.number(entry, name, 1)
    return None if told is None else round(told * 1000)


def occupation(entry: Entry) -> str:
    """Return an ISCO-08 code: four digits, or fewer for a whole group."""
    told = fields.text(entry, "occupation", 4)
    if told and not _OCCUPATION.fullmatch(told):
        raise BadValue(
            "An occupation is told by its ISCO-08 code",
            value=told,
            fix='Write its four digits as text, such as "2421".',
        )
    return told


def skills(entry: Entry) -> tuple[str, ...]:
    """Return the skills of a role, told as a list."""
    told = entry.get("skills", [])
    is_list = isinstance(told, list) and all(isinstance(one, str) for one in told)
    found = tuple(filter(None, (one.strip() for one in told))) if is_list else ()
    if not is_list or any("," in s or "\0" in s for s in found) or _is_long(found):
        raise BadValue(
            "Skills are a list of words without commas, 300 letters together",
            value=str(told),
            fix='Write them as ["teaching", "spreadsheets"].',
        )
    return found


def _is_long(found: tuple[str, ...]) -> bool:
    return len(", ".join(found)) > _LONGEST_SKILLS


def _keys(entry: Entry) -> tuple[str, ...]:
    told = entry.get("roles", [])
    if not isinstance(told, list) or not all(
        isinstance(one, str) and _KEY.fullmatch(one) for one in told
    ):
        raise BadValue(
            "The roles of a cause are a list of their keys",
            value=str(told),
            fix='Write them as ["practice", "atlas"].',
        )
    return tuple(dict.fromkeys(told))
