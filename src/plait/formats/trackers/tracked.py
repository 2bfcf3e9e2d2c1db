"""What the exports of time trackers share: whose entry, for what, from when to when."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime
from functools import cache, partial
from operator import itemgetter
from typing import NamedTuple

from plait.domain.records import TimeLine
from plait.formats.rows import Heading, heading_of, need_heading, rows
from plait.formats.source import Options, Source
from plait.formats.trackers import clock
from plait.formats.trackers.stated import Stated
from plait.formats.trackers.stretch import stretch
from plait.formats.trackers.whose import Person, chosen
from plait.formats.values import BadValue

_EMPTY = TimeLine(0, clock.EARLIEST, 0)
_AT_ID = TimeLine._fields.index("tracker_id")
_BEFORE_ID, _BEHIND_ID = _EMPTY[12:_AT_ID], _EMPTY[_AT_ID + 1 :]
BILLABLE = dict.fromkeys(
    ("yes", "true", "1", "ja", "oui", "sí", "sì", "sim", "billable"), True
) | dict.fromkeys(
    ("no", "false", "0", "nein", "nee", "non", "não", "non-billable"), False
)

Labels = tuple[str, str, str, str, str, bool | None, str]
When = tuple[date, int, datetime | None, datetime | None]


class Headings(NamedTuple):
    """What a tracker calls its columns; of several names the first there counts.

    `email` may be any second name that tells people apart.
    """

    client: Sequence[str] = ("Client",)
    project: Sequence[str] = ("Project",)
    task: Sequence[str] = ("Task",)
    description: Sequence[str] = ("Description",)
    tags: Sequence[str] = ("Tags",)
    billable: Sequence[str] = ("Billable",)
    person: Sequence[str] = ("User",)
    surname: Sequence[str] = ()
    email: Sequence[str] = ("Email",)


class Table:
    """A tracker's table: where its columns stand, and what they hold."""

    def __init__(self, source: Source, *choices: Collection[str]) -> None:
        """Find the heading that has all columns of one of the choices."""
        self.source = source
        self.heading: Heading = need_heading(source, *choices)
        width = len(self.heading.columns)
        # A missing column is read from the empty cell behind each row.
        self._missing = width
        self._blank = [""] * (width + 1)

    def at(self, *names: str) -> int:
        """Return the position of the first of these columns, else of an empty one."""
        position = self.heading.at(*names)
        return self._missing if position is None else position

    def has(self, *names: str) -> bool:
        """Return whether one of these columns is there."""
        return self.heading.at(*names) is not None

    def has_all(self, *names: str) -> bool:
        """Return whether all of these columns are there."""
        return all(self.heading.at(name) is not None for name in names)

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield each row with its line number, and an empty cell behind it."""
        blank = self._blank
        for number, row in rows(self.source, self.heading):
            if row:
                row.extend(blank[len(row) :])
            yield number, row

    def survey(
        self, who: Sequence[int], *columns: int
    ) -> tuple[list[Person], list[list[str]]]:
        """Return the different people and cells of columns, in file order."""
        people: dict[Person, None] = {}
        found: list[dict[str, None]] = [{} for _ in columns]
        person = itemgetter(*who)
        wanted = list(zip(columns, found, strict=True))
        for _, row in self.rows():
            if row:
                people[person(row)] = None
                for column, cells in wanted:
                    cells[row[column]] = None
        return list(people), [list(cells) for cells in found]


def has_heading(source: Source, *choices: Collection[str]) -> bool:
    """Return whether a heading has all columns of one of the choices."""
    return any(heading_of(source, required) is not None for required in choices)


class Labeller:
    """Reads from a row whose entry it is and what it was for."""

    def __init__(self, table: Table, headings: Headings, *, empty: str = "") -> None:
        at = [table.at(*names) for names in headings]
        self.who = tuple(at[6:])
        self._person = itemgetter(*self.who)
        self._client, self._project, self._task, self._description = at[:4]
        self._tags, self._billable = at[4:6]
        # The same few names come a hundred thousand times: one copy of each.
        self._empty = empty
        self._word = cache(partial(_word, empty=empty))
        self._tagged = cache(partial(_tagged, empty=empty))
        self._people: dict[Person, str] = {}

    def choose(self, people: Collection[Person], wanted: str) -> None:
        """Settle whose rows count, from all that `who` holds in the table."""
        self._people = chosen(people, wanted)

    def labels(self, row: list[str]) -> Labels | None:
        """Return what `TimeLine` holds from `client` to `person`; None: not theirs."""
        person = self._people.get(self._person(row))
        if person is None:
            return None
        word = self._word
        return (
            word(row[self._client]),
            word(row[self._project]),
            word(row[self._task]),
            # Not remembered: descriptions hardly ever come twice.
            _word(row[self._description], self._empty),
            self._tagged(row[self._tags]),
            BILLABLE.get(row[self._billable].strip().lower()),
            person,
        )


def _word(cell: str, empty: str) -> str:
    text = cell.strip()
    return "" if text == empty else text


def _tagged(cell: str, empty: str) -> str:
    tags = (_word(tag, empty) for tag in cell.split(","))
    return ", ".join(tag for tag in tags if tag)


class Clocked:
    """Reads from a row when it started and ended, each in a date and a time cell."""

    def __init__(
        self, at: Sequence[int], options: Options, *, is_day_first: bool
    ) -> None:
        self._on, self._from, self._until, self._to = at
        # A date or a time comes up thousands of times: work each out once.
        self._day = cache(
            partial(clock.day, today=options.today, is_day_first=is_day_first)
        )
        self._time = cache(partial(clock.time_of_day, zone=options.timezone))

    def when(self, row: list[str], stated: Stated) -> When | None:
        """Return what `TimeLine` holds from `on` to `ended_at`; None if no time."""
        on = self._day(row[self._on])
        if not row[self._until].strip() or not row[self._to].strip():
            raise still_running(row[self._on])
        start = datetime.combine(on, self._time(row[self._from]))
        end = datetime.combine(self._day(row[self._until]), self._time(row[self._to]))
        seconds, start, end = stretch(start, end, *stated)
        return (on, seconds, start, end) if seconds else None


def still_running(started: str) -> BadValue:
    """Return the refusal of an entry that has no end."""
    return BadValue(
        "This entry has no end: its timer was still running",
        value=started,
        fix="Stop the timer in the tracker and export again.",
    )


def time_line(
    number: int, when: When, labels: Labels, tracker_id: str = ""
) -> TimeLine:
    """Return the entry of a line from its two halves."""
    values = (number, *when, *labels, *_BEFORE_ID, tracker_id, *_BEHIND_ID)
    return TimeLine._make(values)
