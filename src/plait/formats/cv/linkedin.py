"""LinkedIn's own export: positions, education and volunteering, each a CSV.

A row without an end still runs, so several open rows are roles held at once.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plait.domain.errors import Problem
from plait.domain.records import Line, PositionLine
from plait.domain.roles import RoleKind
from plait.formats.cv.positions import proposed_kind, years_held
from plait.formats.rows import Heading, convert, heading_of, rows
from plait.formats.source import Options, Source, Unreadable
from plait.formats.values import BadValue

NAME = "linkedin"
LABEL = "LinkedIn export (CSV)"


class _Table(NamedTuple):
    """The columns of one of the tables; `kind` is None where words must tell."""

    kind: RoleKind | None
    organisation: str
    title: str
    started: str
    ended: str
    summary: str
    required: tuple[str, ...]


_TABLES = (
    _Table(
        RoleKind.VOLUNTEERING,
        organisation="Company Name",
        title="Role",
        started="Started On",
        ended="Finished On",
        summary="Description",
        required=("Company Name", "Role", "Cause", "Started On", "Finished On"),
    ),
    _Table(
        None,
        organisation="Company Name",
        title="Title",
        started="Started On",
        ended="Finished On",
        summary="Description",
        required=("Company Name", "Title", "Started On", "Finished On"),
    ),
    _Table(
        RoleKind.STUDY,
        organisation="School Name",
        title="Degree Name",
        started="Start Date",
        ended="End Date",
        summary="Notes",
        required=("School Name", "Start Date", "End Date", "Degree Name"),
    ),
)


def recognise(source: Source) -> bool:
    """Return whether the headings are those of one of the three tables."""
    return _table_of(source) is not None


def read(source: Source, options: Options) -> Iterator[Line | Problem]:  # noqa: ARG001  # one signature for all
    """Yield a position per row; an end is counted in, an empty one still runs."""
    found = _table_of(source)
    if found is None:
        raise Unreadable(
            "This is not a table of positions, education or volunteering",
            value=source.name,
            fix="Choose Positions.csv from LinkedIn's export.",
        )
    table, heading = found
    return convert(rows(source, heading), _Reader(table, heading).line)


def _table_of(source: Source) -> tuple[_Table, Heading] | None:
    for table in _TABLES:
        heading = heading_of(source, table.required)
        if heading is not None:
            return table, heading
    return None


class _Reader:
    """Where each value stands in a row."""

    def __init__(self, table: _Table, heading: Heading) -> None:
        self.kind = table.kind
        self.organisation = heading.need(table.organisation)
        self.title = heading.need(table.title)
        self.started = heading.need(table.started)
        self.ended = heading.need(table.ended)
        self.summary = heading.at(table.summary)
        self.place = heading.at("Location")

    def line(self, number: int, row: Sequence[str]) -> PositionLine:
        organisation, title = row[self.organisation].strip(), row[self.title].strip()
        if not organisation and not title:
            raise BadValue(
                "Neither an organisation nor a title is given",
                value=" ".join(row),
                fix="Add one of them in the file, or add the role by hand.",
            )
        held = years_held(row[self.started], row[self.ended])
        return PositionLine(
            line=number,
            organisation=organisation,
            title=title,
            kind=self.kind or proposed_kind(title, organisation),
            kind_is_known=self.kind is not None,
            started_on=held.start,
            ended_on=held.end,
            summary=_optional(row, self.summary),
            place=_optional(row, self.place),
        )


def _optional(row: Sequence[str], position: int | None) -> str:
    return "" if position is None else row[position].strip()
