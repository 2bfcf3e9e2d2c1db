"""Is the book whole, and are the settings in order?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plait.domain.book_state import BookState, Fault, FaultKind
from plait.wording.records import book_state as wording
from plait.wording.records.problems import problem_text
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class BookFault:
    """One thing that is wrong with the book, `n` times; `text` says all of it."""

    kind: FaultKind
    is_damage: bool
    what: str
    value: str
    fix: str
    n: int
    text: str


@dataclass(frozen=True, slots=True)
class CopyToRestore:
    """The newest copy that is whole, and its day."""

    path: str
    made_on: date


@dataclass(frozen=True, slots=True)
class CheckAnswer:
    """How the book is kept and what is wrong.

    `settings` are faults of settings, `advice` what works and is rarely meant.
    `people` is None where they cannot be counted. `restore` says which copy to put
    back, "" where the book is not damaged.
    """

    language: str
    home: str
    database: str
    people: int | None
    is_in_order: bool
    heading: str
    findings: tuple[BookFault, ...]
    restore: str
    restore_from: CopyToRestore | None
    settings: tuple[str, ...]
    advice: tuple[str, ...] = ()


def check_answer(
    state: BookState,
    words: Words,
    *,
    home: str,
    settings: Sequence[str] = (),
    advice: Sequence[str] = (),
) -> CheckAnswer:
    """Return what a look at the book and at the settings found."""
    copy = state.copy
    return CheckAnswer(
        language=words.language,
        home=home,
        database=state.database,
        people=state.n_people,
        is_in_order=not state.faults and not settings,
        heading=wording.heading_text(words, state),
        findings=tuple(_finding(words, fault) for fault in state.faults),
        restore=wording.restore_text(words, state),
        restore_from=CopyToRestore(copy.path, copy.made_on) if copy else None,
        settings=tuple(settings),
        advice=tuple(advice),
    )


def _finding(words: Words, fault: Fault) -> BookFault:
    what, value = wording.what_text(words, fault), wording.value_text(words, fault)
    fix = wording.fix_text(words, fault)
    return BookFault(
        kind=fault.kind,
        is_damage=fault.is_damage,
        what=what,
        value=value,
        fix=fix,
        n=fault.n,
        text=problem_text(words, what, value, fix),
    )
