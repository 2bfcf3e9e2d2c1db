"""Writing a Plait book file: what was told, as plain values."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, TextIO

from plait.domain.blocks import blocks_as_text
from plait.domain.book_records import (
    AbsenceRecord,
    AccountRecord,
    CheckInRecord,
    MappingRecord,
    OverheadRecord,
    PersonRecord,
    RoleRecord,
    RuleRecord,
    SeasonRecord,
    Told,
)
from plait.domain.period import Period
from plait.domain.roles import Agreement, Role
from plait.formats.plait import resilience_written as resilience

_VERSION = 1
_SECTIONS = (
    *("roles", "rules", "check_ins", "absences", "seasons", "overheads"),
    *("causes", "beliefs", "fallbacks", "invoices", "scenarios"),
    *("accounts", "mappings"),
)

Table = dict[str, Any]


def write(file: TextIO, told: Iterable[Told], imports: list[Table]) -> None:
    """Write all that was told, roles with their agreements, as JSON.

    `imports` is the history of what came in, for the reader's eye.
    """
    book: Table = {"plait": _VERSION, "person": {}}
    book |= {section: [] for section in _SECTIONS}
    for one in told:
        if isinstance(one, PersonRecord):
            book["person"] = _person(one)
        else:
            section, entry = _entry(one)
            book[section].append(entry)
    book["imports"] = imports
    json.dump(book, file, ensure_ascii=False, indent=2)
    file.write("\n")


def role_as_told(role: Role) -> Table:
    """Return a role with its agreements as a Plait file tells it.

    Hours are numbers; an amount of pay is text, so that no reader rounds it.
    """
    place, period = role.organisation, role.period
    return {
        "key": role.key,
        "name": role.name,
        "organisation": place.name,
        **_filled({"sector": place.sector, "country": place.country}),
        "kind": role.kind.value,
        "kind_is_confirmed": role.kind_is_confirmed,
        **_days(period),
        "paid": role.is_paid,
        **({"colour": role.colour} if role.colour else {}),
        **_filled({"occupation": role.occupation, "place": role.place}),
        **({"skills": list(role.skills)} if role.skills else {}),
        "agreements": [_terms(terms) for terms in role.agreements],
    }


def _terms(terms: Agreement) -> Table:
    period, pay = terms.period, terms.pay
    return {
        **_days(period),
        **({} if terms.hours is None else {"hours": hours(terms.hours)}),
        "per": terms.per.value,
        **({"pay": str(pay.number), "currency": pay.currency} if pay else {}),
        "pay_basis": terms.pay_basis.value,
        **({} if terms.notice_days is None else {"notice_days": terms.notice_days}),
        "clause": terms.clause.value,
        "counts_as": terms.counts_as.value,
        **_filled({"blocks": blocks_as_text(terms.blocks)}),
        **({"opted_out": True} if terms.has_opted_out else {}),
    }


def _days(period: Period) -> Table:
    end = period.end
    return {
        "from": period.start.isoformat(),
        **({"to": end.isoformat()} if end else {}),
    }


def hours(value: Decimal) -> int | float:
    """Return hours as a number that reads well; four decimals tell every minute."""
    return int(value) if value == int(value) else float(round(value, 4))


def _person(told: PersonRecord) -> Table:
    minutes = told.capacity_minutes
    return {
        "name": told.name,
        "currency": told.currency,
        "timezone": told.timezone,
        "language": told.language,
        **({} if minutes is None else {"capacity_hours": hours(Decimal(minutes) / 60)}),
        **_filled({"country": told.country, "region": told.region}),
        **_filled({"born_on": told.born_on and told.born_on.isoformat()}),
        **_filled({"travel_minutes": told.travel_minutes}),
        **resilience.of_person(told),
    }


def _entry(told: Told) -> tuple[str, Table]:
    match told:
        case RoleRecord():
            return "roles", role_as_told(told.role)
        case RuleRecord():
            at = told.confirmed_at
            entry = {"field": told.field.value, "value": told.value, "role": told.role}
            return "rules", entry | _filled({"confirmed_at": at and _instant(at)})
        case CheckInRecord():
            answers: Table = told._asdict()
            del answers["where"]
            answers["week"] = answers.pop("week_on").isoformat()
            return "check_ins", _filled(answers)
        case AccountRecord():
            return "accounts", _filled(
                {"identifier": told.identifier, "name": told.name}
            )
        case MappingRecord():
            return "mappings", {"name": told.name, **told.columns}
    return _given(told)


def _given(told: Told) -> tuple[str, Table]:
    """Return what the person has to give, and when not."""
    match told:
        case AbsenceRecord():
            rest = _filled({"role": told.role, "note": told.note})
            return "absences", {"kind": told.kind.value, **_days(told.period), **rest}
        case SeasonRecord():
            season = told.season
            return "seasons", {**_days(season.period), "hours": hours(season.hours)}
        case OverheadRecord():
            entry = {"kind": told.kind.value, **_days(told.period)}
            entry["hours"] = hours(told.hours)
            return "overheads", entry | _filled({"role": told.role})
    return resilience.entry(told)


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _filled(entry: Table) -> Table:
    return {name: value for name, value in entry.items() if value not in {None, ""}}
