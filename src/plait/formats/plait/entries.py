"""The entries of a Plait book file, each read as the record it is."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import msgspec

from plait.domain.errors import Problem
from plait.domain.roles import Agreement, Role, usual_counting
from plait.domain.rules import plain_value
from plait.domain.schemas.agreement import AGREEMENT
from plait.domain.schemas.book_records import (
    AbsenceRecord,
    AccountRecord,
    AgreementRecord,
    AttachmentRecord,
    BeliefRecord,
    BookRecord,
    CauseRecord,
    CheckInRecord,
    CoverageRecord,
    DismissedRoleRecord,
    FallbackRecord,
    HolidayRecord,
    InvoiceRecord,
    MappingRecord,
    OverheadRecord,
    PayerNameRecord,
    PersonRecord,
    RecurringRecord,
    ReminderRecord,
    RoleRecord,
    RuleRecord,
    ScenarioRecord,
    SeasonRecord,
    SettledFindingRecord,
    SettlementRecord,
)
from plait.domain.schemas.records import MAPPING
from plait.domain.schemas.registry import SCHEMAS
from plait.domain.schemas.role import ROLE
from plait.domain.schemas.schema import Schema, made
from plait.formats.plait import cells, fields
from plait.formats.plait.fields import Entry
from plait.formats.plait.read_fields import read_fields
from plait.formats.plait.scenarios import scenario_from
from plait.formats.tables.mapping import Mapping, UnusableMapping, signature_of
from plait.formats.values import BadValue, shorten

# Nobody's share of a joint account is a thousandth.
_LEAST_SHARE = Decimal("0.001")

_Plain = str | int | float | bool | None
_Figure = _Plain | list[_Plain]
Found = Iterator[BookRecord | Problem]
Reader = Callable[[str, Entry], Found]


def record_from(schema: Schema, entry: Entry, **more: object) -> Any:  # noqa: ANN401  # the schema's record
    """Return the record of an entry; raise `BadValue` for what cannot be.

    `more` are values of the record that its entry does not hold, or only may.
    """
    values = {**read_fields(schema, entry), **more}
    record: Any = made(schema.record, values)
    for check in schema.checks:
        check(record)
    return record


def _plain(section: str) -> Reader:
    """Return what reads entries of a section that hold all of their record."""

    def read(where: str, entry: Entry) -> Found:
        yield record_from(SCHEMAS[section], entry, where=where)

    return read


def role(where: str, entry: Entry) -> Found:
    """Yield a role, then its agreements."""
    found: Role = record_from(ROLE, entry)
    yield RoleRecord(where, found)

    def terms(place: str, one: Entry) -> Found:
        yield AgreementRecord(place, found.key, _terms(one, found))

    yield from each(entry, "agreements", terms, within=f"{where}, ")


def _terms(entry: Entry, role: Role) -> Agreement:
    values = read_fields(AGREEMENT, entry)
    usual = {
        "period.start": role.period.start,
        "counts_as": usual_counting(role.kind),
    }
    left_out = {name: usual[name] for name in usual if values[name] is None}
    terms: Agreement = record_from(AGREEMENT, entry, **left_out)
    return terms


def rule(where: str, entry: Entry) -> Found:
    """Yield a rule; an empty role says private and must be written."""
    found: RuleRecord = record_from(SCHEMAS["rules"], entry, where=where)
    if not plain_value(found.field, found.value):
        raise BadValue(
            "A rule needs something to look for",
            value=found.value,
            fix="Name the payer, project or calendar it is about.",
        )
    if "role" not in entry:
        raise BadValue(
            "A rule says whom its records belong to",
            value=found.value,
            fix='Add role with the key of a role, or role = "" for private.',
        )
    yield found


def account(where: str, entry: Entry) -> Found:
    """Yield an account; the first exports wrote its share in millionths."""
    found: AccountRecord = record_from(SCHEMAS["accounts"], entry, where=where)
    is_old = 0 < found.share <= _LEAST_SHARE
    yield found._replace(share=found.share * 1000 if is_old else found.share)


def invoice(where: str, entry: Entry) -> Found:
    """Yield money asked for; it is due when it is written where nobody says."""
    found: InvoiceRecord = record_from(SCHEMAS["invoices"], entry, where=where)
    yield found._replace(due_on=found.due_on or found.issued_on)


def settlement(where: str, entry: Entry) -> Found:
    """Yield what settled an invoice; its payment is named by its fingerprint."""
    found: SettlementRecord = record_from(SCHEMAS["settlements"], entry, where=where)
    cells.fingerprint(found.payment)
    yield found


def attachment(where: str, entry: Entry) -> Found:
    """Yield a file kept with a payment, still without its bytes."""
    found: AttachmentRecord = record_from(SCHEMAS["attachments"], entry, where=where)
    cells.fingerprint(found.payment)
    yield found


def settled_finding(where: str, entry: Entry) -> Found:
    """Yield a finding that was settled; its figures are a JSON object of plain ones."""
    section = SCHEMAS["settled_findings"]
    found: SettledFindingRecord = record_from(section, entry, where=where)
    try:
        msgspec.json.decode(found.numbers, type=dict[str, _Figure])
    except (msgspec.ValidationError, msgspec.DecodeError) as bad:
        raise BadValue(
            "The figures of a finding are written as a JSON object",
            value=shorten(found.numbers),
            fix='Write them as {"over": 5.4}, or leave them out.',
        ) from bad
    yield found


def scenario(where: str, entry: Entry) -> Found:
    """Yield a stress test of the person's own."""
    yield ScenarioRecord(where, scenario_from(entry))


def mapping(where: str, entry: Entry) -> Found:
    """Yield which column means what; `heading` names the columns it was made for."""
    values = read_fields(MAPPING, {"signature": "", **entry})
    stored = {k: v for k, v in entry.items() if k not in {"name", "file", "heading"}}
    if "heading" in entry:
        stored["signature"] = signature_of(_heading(entry))
    fields.text(stored, "signature", 64, needed=True)
    try:
        found = Mapping.from_json(stored)
    except UnusableMapping as bad:
        raise BadValue(bad.what, value=str(bad.value), fix=bad.fix) from bad
    yield MappingRecord(where, values["name"], found.signature, found.to_json())


def _heading(entry: Entry) -> list[str]:
    names = entry["heading"]
    if not isinstance(names, list) or not all(map(fields.is_text, names)):
        raise _shape(names, "Write the names of the columns as a list.")
    return names


SECTIONS: dict[str, Reader] = {
    "accounts": account,
    "coverage": _plain("coverage"),
    "payer_names": _plain("payer_names"),
    "dismissed_roles": _plain("dismissed_roles"),
    "mappings": mapping,
    "roles": role,
    "rules": rule,
    "check_ins": _plain("check_ins"),
    "absences": _plain("absences"),
    "seasons": _plain("seasons"),
    "holidays": _plain("holidays"),
    "overheads": _plain("overheads"),
    "causes": _plain("causes"),
    "beliefs": _plain("beliefs"),
    "fallbacks": _plain("fallbacks"),
    "invoices": invoice,
    "settlements": settlement,
    "settled_findings": settled_finding,
    "scenarios": scenario,
    "reminders": _plain("reminders"),
    "recurring": _plain("recurring"),
    "attachments": attachment,
}
"""How each section is read; roles come before what names them."""

person = _plain("person")

# The section that holds each kind of record, for the writer.
SECTION_OF: dict[type, str] = {
    PersonRecord: "person",
    AccountRecord: "accounts",
    CoverageRecord: "coverage",
    PayerNameRecord: "payer_names",
    DismissedRoleRecord: "dismissed_roles",
    MappingRecord: "mappings",
    RoleRecord: "roles",
    RuleRecord: "rules",
    CheckInRecord: "check_ins",
    AbsenceRecord: "absences",
    SeasonRecord: "seasons",
    HolidayRecord: "holidays",
    OverheadRecord: "overheads",
    CauseRecord: "causes",
    BeliefRecord: "beliefs",
    FallbackRecord: "fallbacks",
    InvoiceRecord: "invoices",
    SettlementRecord: "settlements",
    SettledFindingRecord: "settled_findings",
    ScenarioRecord: "scenarios",
    ReminderRecord: "reminders",
    RecurringRecord: "recurring",
    AttachmentRecord: "attachments",
}


def each(of: Entry, section: str, read: Reader, within: str = "") -> Found:
    """Yield the records of a section's entries; a bad one is one problem."""
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
            yield from read(where, entry)
        except BadValue as bad:
            yield _problem(where, bad)


def _shape(found: object, fix: str) -> BadValue:
    return BadValue(
        "This part is of another type than it should be", value=str(found), fix=fix
    )


def _problem(where: str, bad: BadValue) -> Problem:
    return Problem(where, bad.what, shorten(bad.value), bad.fix)
