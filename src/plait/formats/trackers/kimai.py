"""Kimai's CSV export: headings in several languages, columns as the person set them."""

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from functools import cache, partial
from typing import NamedTuple

from plait.domain.errors import Problem
from plait.domain.records import Line, TimeLine
from plait.formats.rows import convert
from plait.formats.source import Options, Source
from plait.formats.trackers import clock
from plait.formats.trackers.entry_ids import ids_in
from plait.formats.trackers.stated import Stated, StatedLengths
from plait.formats.trackers.stretch import DAY_SECONDS, elapsed, not_too_long, stretch
from plait.formats.trackers.tracked import (
    Headings,
    Labeller,
    Table,
    When,
    has_heading,
    time_line,
)

NAME = "kimai"
LABEL = "Kimai export (CSV)"


class _Words(NamedTuple):
    """What Kimai calls its columns in one language."""

    date: str
    begin: str
    end: str
    duration: str
    project: str
    customer: str
    activity: str
    description: str
    tags: str
    billable: str
    user: str
    name: str


_ENGLISH = _Words(
    *("Date", "From", "To", "Duration", "Project", "Customer", "Activity"),
    *("Description", "Tags", "Billable", "User", "Name"),
)
_OTHERS = (
    _Words(
        *("Datum", "Von", "Bis", "Dauer", "Projekt", "Kunde", "Tätigkeit"),
        *("Beschreibung", "Schlagworte", "Abrechenbar", "Benutzer", "Name"),
    ),
    _Words(
        *("Datum", "Van", "Tot", "Duur", "Project", "Klant", "Activiteit"),
        *("Beschrijving", "Labels", "Factureerbaar", "Gebruiker", "Naam"),
    ),
    _Words(
        *("Date", "De", "À", "Durée", "Projet", "Client", "Activité"),
        *("Description", "Mots-clés", "Facturable", "Utilisateur", "Nom"),
    ),
    _Words(
        *("Fecha", "De", "Para", "Duración", "Proyecto", "Cliente", "Actividad"),
        *("Descripción", "Etiquetas", "Facturable", "Usuario", "Nombre"),
    ),
)
_LANGUAGES = (_ENGLISH, *_OTHERS)
_REQUIRED = tuple(
    (words.date, words.begin, words.end, words.duration, words.project, label)
    for words in _LANGUAGES
    for label in (words.customer, words.activity)
)
_EMAIL = ("E-mail", "E-Mail", "Email", "Courriel", "Correo electrónico")
_USERS = tuple(words.user for words in _LANGUAGES)
_HEADINGS = Headings(
    client=tuple(words.customer for words in _LANGUAGES),
    project=tuple(words.project for words in _LANGUAGES),
    task=tuple(words.activity for words in _LANGUAGES),
    description=tuple(words.description for words in _LANGUAGES),
    tags=(*(words.tags for words in _LANGUAGES), "Tag"),
    billable=(*(words.billable for words in _LANGUAGES), "Declarabel"),
    person=(*(words.name for words in _LANGUAGES), *_USERS),
    email=(*_EMAIL, *_USERS),
)


def recognise(source: Source) -> bool:
    """Return whether the headings are Kimai's in one of its languages."""
    return has_heading(source, *_REQUIRED)


def read(source: Source, options: Options) -> Iterator[Line | Problem]:
    """Yield an entry per row; clock times are in `options.timezone`."""
    table = Table(source, *_REQUIRED)
    return convert(table.rows(), _Reader(table, options).line)


class _Reader:
    """Turns a row into an entry."""

    def __init__(self, table: Table, options: Options) -> None:
        words = next(one for one in _LANGUAGES if table.has_all(*one[:5]))
        self.on, self.start, self.end, self.stated = map(table.at, words[:4])
        self.labeller = Labeller(table, _HEADINGS)
        people, (days, stated) = table.survey(self.labeller.who, self.on, self.stated)
        self.labeller.choose(people, options.person)
        if words is not _ENGLISH and options.is_day_first is None:
            options = options._replace(is_day_first=True)
        order = clock.day_order(days, options)
        self.day = cache(partial(clock.day, today=options.today, is_day_first=order))
        self.time = cache(partial(clock.time_of_day, zone=options.timezone))
        self.lengths = StatedLengths(stated, _unit(stated))
        self.entry_id = ids_in(table, NAME, "ID", "Id", "id")

    def line(self, number: int, row: list[str]) -> TimeLine | None:
        labels = self.labeller.labels(row)
        if labels is None:
            return None
        when = self._when(row)
        return time_line(number, when, labels, self.entry_id(row)) if when[1] else None

    def _when(self, row: list[str]) -> When:
        on = self.day(row[self.on])
        if not row[self.start].strip() or not row[self.end].strip():
            stated = self.lengths.seconds(row[self.stated])
            return on, not_too_long(stated or 0), None, None
        length: Stated = self.lengths.beside_times(row[self.stated])
        start = datetime.combine(on, self.time(row[self.start]))
        end = datetime.combine(on, self.time(row[self.end]))
        end = _end(start, end, length.seconds)
        seconds, start, end = stretch(start, end, *length)
        return on, seconds, start, end


def _end(start: datetime, end: datetime, stated: int | None) -> datetime:
    """Return the end on its own day, which Kimai leaves out.

    An end before the start is of the next day, unless the clock went back between
    them; whole days in the stated duration come on top.
    """
    days = (stated or 0) // DAY_SECONDS
    if end < start and elapsed(start, end.replace(fold=1)) < 0:
        days += 1
    return end + timedelta(days=days) if days else end


def _unit(durations: Collection[str]) -> int:
    """Return the seconds of a unit: whole numbers above 24 can only be seconds."""
    plain = [c for cell in durations if (c := cell.strip()) and _is_bare(c)]
    are_whole = all(cell.isdecimal() for cell in plain)
    return 1 if are_whole and any(len(c) > 2 or int(c) > 24 for c in plain) else 3600


def _is_bare(cell: str) -> bool:
    return ":" not in cell and not any(letter.isalpha() for letter in cell)
