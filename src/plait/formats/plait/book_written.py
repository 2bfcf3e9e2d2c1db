"""Writing a Plait book file: every record as its schema says."""

from collections.abc import Iterable
from typing import Any, TextIO

import msgspec

from plait.domain.roles import Role
from plait.domain.schemas.book_records import (
    AttachmentRecord,
    BookRecord,
    MappingRecord,
    PersonRecord,
    RoleRecord,
    ScenarioRecord,
)
from plait.domain.schemas.registry import SCHEMAS
from plait.domain.schemas.role import ROLE
from plait.formats.plait.entries import SECTION_OF
from plait.formats.plait.scenarios import scenario_entry
from plait.formats.plait.write_fields import written

_VERSION = 1
_SECTIONS = (
    *("roles", "rules", "check_ins", "absences", "holidays", "seasons", "overheads"),
    *("causes", "beliefs", "fallbacks", "invoices", "settlements", "scenarios"),
    *("accounts", "coverage", "mappings", "reminders", "recurring"),
    "settled_findings",
)

Table = dict[str, Any]


def write(file: TextIO, records: Iterable[BookRecord], imports: list[Table]) -> None:
    """Write all records, roles with their agreements, as JSON.

    `imports` is the history of what came in, for the reader's eye.
    """
    book: Table = {"plait": _VERSION, "person": {}}
    book |= {section: [] for section in _SECTIONS}
    for record in records:
        section, entry = _entry(record)
        if isinstance(record, PersonRecord):
            book[section] = entry
        else:
            book[section].append(entry)
    book["imports"] = imports
    _write(file, book)


def write_attachments(file: TextIO, records: Iterable[AttachmentRecord]) -> None:
    """Write which file belongs to which payment, as a book file of its own.

    Apart from the book, which is read before the payments that these name.
    """
    listed = [_entry(record)[1] for record in records]
    _write(file, {"plait": _VERSION, "attachments": listed})


def _write(file: TextIO, book: Table) -> None:
    file.write(msgspec.json.format(msgspec.json.encode(book), indent=2).decode())
    file.write("\n")


def role_entry(role: Role) -> Table:
    """Return a role with its agreements as an entry of a book file."""
    return written(ROLE, role)


def _entry(record: BookRecord) -> tuple[str, Table]:
    """Return the section of a record, and its entry there."""
    section = SECTION_OF[type(record)]
    match record:
        case RoleRecord():
            return section, role_entry(record.role)
        case MappingRecord():
            return section, {"name": record.name, **record.columns}
        case ScenarioRecord():
            return section, scenario_entry(record.scenario)
    return section, written(SCHEMAS[section], record)
