"""What do I show to whom, who looked, and what do others show me?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plait.domain.sharing import Ground, SliceKind
from plait.wording.sharing import given as wording
from plait.wording.sharing.slice import slice_text
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class GivenFact:
    """One share as it is kept; whether its receiver has an account is not in it."""

    number: str
    kind: SliceKind
    roles: tuple[str, ...]
    since: date | None
    name: str
    email: str
    by_mail: bool
    purpose: str
    ground: Ground
    made_on: date
    until: date
    ended_on: date | None
    is_over: bool


@dataclass(frozen=True, slots=True)
class GivenShare:
    """What is shown to one receiver; `looks` are the days on which they looked.

    `roles` are keys. `ended_on` is None where it was not ended before its last day.
    """

    number: str
    kind: SliceKind
    title: str
    to_text: str
    roles: tuple[str, ...]
    since: date | None
    purpose: str
    ground: Ground
    by_mail: bool
    way_text: str
    made_on: date
    until: date
    ended_on: date | None
    is_over: bool
    stage_text: str
    looks: tuple[date, ...]
    look_text: str


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """What the person shows and showed, the newest first."""

    on: date
    language: str
    sentence: str
    shares: tuple[GivenShare, ...]


@dataclass(frozen=True, slots=True)
class LookFact:
    """On a day somebody looked at the share of that number."""

    number: str
    on: date
    name: str


@dataclass(frozen=True, slots=True)
class SeenLook:
    """Who looked at what, on which day; `title` is "" where that is no longer kept."""

    number: str
    on: date
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class LooksAnswer:
    """Who looked at what the person shows, the latest first."""

    on: date
    language: str
    sentence: str
    looks: tuple[SeenLook, ...]


@dataclass(frozen=True, slots=True)
class ReceivedSlice:
    """One thing that somebody shows the person."""

    number: str
    giver: str
    kind: SliceKind
    title: str
    until: date


@dataclass(frozen=True, slots=True)
class ReceivedAnswer:
    """What others show the person."""

    on: date
    language: str
    sentence: str
    slices: tuple[ReceivedSlice, ...]


def given_answer(
    facts: Sequence[GivenFact], looks: Sequence[LookFact], words: Words, on: date
) -> GivenAnswer:
    """Return what is shown to whom; `facts` and `looks` stand newest first."""
    shares = tuple(_share(one, looks, words) for one in facts)
    n_running = sum(not one.is_over for one in shares)
    sentence = wording.given_text(words, n_running)
    return GivenAnswer(on, words.language, sentence, shares)


def looks_answer(
    facts: Sequence[GivenFact], looks: Sequence[LookFact], words: Words, on: date
) -> LooksAnswer:
    """Return who looked, the latest first as they are given."""
    titles = {one.number: slice_text(words, one.kind) for one in facts}
    seen = tuple(
        SeenLook(one.number, one.on, one.name, titles.get(one.number, ""))
        for one in looks
    )
    return LooksAnswer(on, words.language, wording.looks_text(words, len(seen)), seen)


def received_answer(
    things: Sequence[tuple[str, str, SliceKind, date]], words: Words, on: date
) -> ReceivedAnswer:
    """Return what others show: of each its number, its giver, its kind, its last day."""
    slices = tuple(
        ReceivedSlice(number, giver, kind, slice_text(words, kind), until)
        for number, giver, kind, until in things
    )
    sentence = wording.received_text(words, len(slices))
    return ReceivedAnswer(on, words.language, sentence, slices)


def _share(fact: GivenFact, looks: Sequence[LookFact], words: Words) -> GivenShare:
    days = tuple(one.on for one in looks if one.number == fact.number)
    return GivenShare(
        number=fact.number,
        kind=fact.kind,
        title=slice_text(words, fact.kind),
        to_text=wording.to_text(fact.name, fact.email),
        roles=fact.roles,
        since=fact.since,
        purpose=fact.purpose,
        ground=fact.ground,
        by_mail=fact.by_mail,
        way_text=wording.way_text(words, by_mail=fact.by_mail),
        made_on=fact.made_on,
        until=fact.until,
        ended_on=fact.ended_on,
        is_over=fact.is_over,
        stage_text=wording.stage_text(
            words, fact.until, fact.ended_on, is_over=fact.is_over
        ),
        looks=days,
        # Who opened a file nobody knows.
        look_text=wording.look_text(words, days[0] if days else None)
        if fact.by_mail
        else "",
    )
