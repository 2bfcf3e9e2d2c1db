"""What each entry of a Plait book file tells, in our words."""

import re
from collections.abc import Callable, Iterator
from zoneinfo import ZoneInfo

from plait.domain.book_records import (
    AccountRecord,
    AgreementRecord,
    CheckInRecord,
    MappingRecord,
    PersonRecord,
    RoleRecord,
    RuleRecord,
    Told,
)
from plait.domain.errors import Problem
from plait.domain.money import Money
from plait.domain.period import Period, monday_of
from plait.domain.roles import (
    Agreement,
    Clause,
    CountsAs,
    Organisation,
    PayBasis,
    Per,
    Role,
    RoleKind,
    usual_counting,
)
from plait.domain.rules import RuleField, plain_value
from plait.formats import values
from plait.formats.plait import availability, fields, resilience
from plait.formats.plait.fields import Entry
from plait.formats.tables.mapping import Mapping, UnusableMapping, signature_of
from plait.formats.values import BadValue, shorten

_COUNTRY = re.compile("[A-Z]{2}")
_LANGUAGES = ("en", "nl")
_WEEK_HOURS = 168
_MOST_HOURS = 1_000_000
_MOST_DAYS = 32_767
_MOST_TRAVEL = 24 * 60
_PERSON = (
    *("name", "currency", "timezone", "language", "capacity_hours"),
    *("country", "region", "born_on", "travel_minutes"),
    *("savings", "floor", "set_aside"),
)
_ROLE = (
    *("key", "name", "organisation", "sector", "country", "kind"),
    *("kind_is_confirmed", "from", "to", "paid", "colour", "agreements"),
    *("occupation", "place", "skills"),
)
_TERMS = (
    *("from", "to", "hours", "per", "pay", "currency", "pay_basis"),
    *("notice_days", "clause", "counts_as", "blocks", "opted_out"),
)
_MAPPING = ("name", "file", "heading", *Mapping.__slots__)
_ANSWERS = ("energy", "meaning", "growth", "pressure")


def person(where: str, entry: Entry) -> Iterator[Told | Problem]:
    """Yield what the person says of themselves."""
    fields.only(entry, _PERSON)
    currency = fields.text(entry, "currency", 3)
    currency = values.currency_code(currency) if currency else ""
    zone = fields.text(entry, "timezone", 64)
    language = fields.text(entry, "language", 8)
    if language not in ("", *_LANGUAGES):
        raise BadValue(
            "Plait does not speak this language", value=language, fix="Write en or nl."
        )
    hours = fields.number(entry, "capacity_hours", _WEEK_HOURS)
    yield PersonRecord(
        where,
        name=fields.text(entry, "name", 150),
        currency=currency,
        timezone=_zone(zone) if zone else "",
        language=language,
        capacity_minutes=None if hours is None else round(hours * 60),
        country=_country(entry),
        region=fields.text(entry, "region", 10),
        born_on=fields.day(entry, "born_on"),
        travel_minutes=fields.whole(entry, "travel_minutes", 0, _MOST_TRAVEL),
        savings_minor=resilience.minor(entry, "savings", currency),
        floor_minor=resilience.minor(entry, "floor", currency),
        set_aside=resilience.thousandths(entry, "set_aside"),
    )


def _country(entry: Entry) -> str:
    told = fields.text(entry, "country", 2).upper()
    if told and not _COUNTRY.fullmatch(told):
        raise BadValue(
            "A country is told by its two letters", value=told, fix="Write NL or GB."
        )
    return told


def _zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (KeyError, OSError, ValueError):  # not there, or no name at all
        raise BadValue(
            "This is not a time zone", value=name, fix="Write Europe/Amsterdam."
        ) from None


def account(where: str, entry: Entry) -> Iterator[Told | Problem]:
    """Yield one of the person's own accounts."""
    fields.only(entry, ("identifier", "name"))
    identifier = fields.text(entry, "identifier", 100, needed=True)
    yield AccountRecord(where, identifier, fields.text(entry, "name", 100))


def mapping(where: str, entry: Entry) -> Iterator[Told | Problem]:
    """Yield which column means what; `heading` names the columns it was made for."""
    fields.only(entry, _MAPPING)
    name = fields.text(entry, "name", 100, needed=True)
    for field in ("currency", "account", "sheet"):
        fields.text(entry, field, 100)
    stored = {k: v for k, v in entry.items() if k not in {"name", "file", "heading"}}
    if "heading" in entry:
        stored["signature"] = signature_of(_heading(entry))
    fields.text(stored, "signature", 64, needed=True)
    try:
        told = Mapping.from_json(stored)
    except UnusableMapping as bad:
        raise BadValue(bad.what, value=bad.value, fix=bad.fix) from bad
    yield MappingRecord(where, name, told.signature, told.to_json())


def _heading(entry: Entry) -> list[str]:
    names = entry["heading"]
    if not isinstance(names, list) or not all(isinstance(n, str) for n in names):
        raise _shape(names, "Write the names of the columns as a list.")
    return names


def role(where: str, entry: Entry) -> Iterator[Told | Problem]:
    """Yield a role, then its agreements."""
    fields.only(entry, _ROLE)
    start = fields.needed_day(entry, "from")
    end = fields.day(entry, "to")
    fields.in_order(start, end)
    told = Role(
        key=fields.key(entry, "key"),
        name=fields.text(entry, "name", 200, needed=True),
        kind=fields.choice(entry, "kind", RoleKind),
        organisation=_organisation(entry),
        period=Period(start, end),
        is_paid=fields.yes(entry, "paid", default=True),
        colour=fields.whole(entry, "colour", 1, 8) or 0,
        kind_is_confirmed=fields.yes(entry, "kind_is_confirmed", default=True),
        occupation=resilience.occupation(entry),
        place=fields.text(entry, "place", 100),
        skills=resilience.skills(entry),
    )
    yield RoleRecord(where, told)

    def terms(place: str, one: Entry) -> Iterator[Told | Problem]:
        yield AgreementRecord(place, told.key, _terms(one, told))

    yield from each(entry, "agreements", terms, within=f"{where}, ")


def _organisation(entry: Entry) -> Organisation:
    name = fields.text(entry, "organisation", 200, needed=True)
    country = fields.text(entry, "country", 2)
    return Organisation(name, fields.text(entry, "sector", 100), country)


def _terms(entry: Entry, role: Role) -> Agreement:
    fields.only(entry, _TERMS)
    start = fields.day(entry, "from", role.period.start) or role.period.start
    end = fields.day(entry, "to")
    fields.in_order(start, end)
    basis = fields.choice(entry, "pay_basis", PayBasis, PayBasis.NONE)
    return Agreement(
        period=Period(start, end),
        hours=fields.number(entry, "hours", _MOST_HOURS),
        per=fields.choice(entry, "per", Per, Per.WEEK),
        pay_basis=basis,
        pay=_pay(entry, basis),
        notice_days=fields.whole(entry, "notice_days", 0, _MOST_DAYS),
        clause=fields.choice(entry, "clause", Clause, Clause.NONE),
        counts_as=fields.choice(
            entry, "counts_as", CountsAs, usual_counting(role.kind)
        ),
        blocks=availability.blocks(entry),
        has_opted_out=fields.yes(entry, "opted_out", default=False),
    )


def _pay(entry: Entry, basis: PayBasis) -> Money | None:
    told = fields.number(entry, "pay", 10**12)
    if told is None:
        return None
    if basis is PayBasis.NONE:
        raise BadValue(
            "An amount of pay needs to say what it is paid for",
            value=str(told),
            fix="Add pay_basis: hour, day, month, salary or fixed.",
        )
    currency = values.currency_code(fields.text(entry, "currency", 3, needed=True))
    return Money.from_minor(values.minor(f"{told:f}", currency), currency)


def rule(where: str, entry: Entry) -> Iterator[Told | Problem]:
    """Yield a rule; an empty role says private and must be written."""
    fields.only(entry, ("field", "value", "role", "confirmed_at"))
    field = fields.choice(entry, "field", RuleField)
    value = fields.text(entry, "value", 10_000, needed=True)
    if not plain_value(field, value):
        raise BadValue(
            "A rule needs something to look for",
            value=value,
            fix="Name the payer, project or calendar it is about.",
        )
    if "role" not in entry:
        raise BadValue(
            "A rule says whom its records belong to",
            value=value,
            fix='Add role with the key of a role, or role = "" for private.',
        )
    key = fields.key(entry, "role", needed=False)
    yield RuleRecord(where, field, value, key, fields.instant(entry, "confirmed_at"))


def check_in(where: str, entry: Entry) -> Iterator[Told | Problem]:
    """Yield how a role felt in a week."""
    fields.only(entry, ("role", "week", "note", *_ANSWERS))
    yield CheckInRecord(
        where,
        role=fields.key(entry, "role"),
        week_on=monday_of(fields.needed_day(entry, "week")),
        note=fields.text(entry, "note", 500),
        **{name: fields.needed_whole(entry, name, 1, 5) for name in _ANSWERS},
    )


Taker = Callable[[str, Entry], Iterator[Told | Problem]]


def each(
    of: Entry, section: str, take: Taker, within: str = ""
) -> Iterator[Told | Problem]:
    """Yield what each entry of a section tells; a bad one is one problem."""
    entries = of.get(section, [])
    if not isinstance(entries, list):
        bad = _shape(entries, "Write this section as a list of entries.")
        yield _problem(f"{within}{section}", bad)
        return
    for position, entry in enumerate(entries, start=1):
        where = f"{within}{section} {position}"
        try:
            if not isinstance(entry, dict):
                raise _shape(entry, "Write this entry as fields with their values.")
            yield from take(where, entry)
        except BadValue as bad:
            yield _problem(where, bad)


def _shape(found: object, fix: str) -> BadValue:
    return BadValue(
        "This part is of another type than it should be", value=str(found), fix=fix
    )


def _problem(where: str, bad: BadValue) -> Problem:
    return Problem(where, bad.what, shorten(bad.value), bad.fix)
