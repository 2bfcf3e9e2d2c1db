"""Looking at the book: for the command that checks it, and where it cannot be used."""

import os
from collections.abc import Sequence

from django.db import DatabaseError, DataError, IntegrityError, OperationalError
from django.db.migrations.exceptions import InconsistentMigrationHistory

from plait.answers.records.check import CheckAnswer, check_answer
from plait.book.health.look import language_of_book, state_of_book
from plait.domain.errors import PlaitError
from plait.server.checks import advice, faults
from plait.server.environment import home
from plait.wording.records.problems import problem_text
from plait.wording.words import Words, words_for


class BookDamaged(PlaitError):
    """The book is damaged and cannot be used as it is."""


def checked_book(settings: Sequence[str] = ()) -> CheckAnswer:
    """Return how the book is, in the language of whoever reads it."""
    words = words_for(language())
    wrong, rare = settings_texts(words)
    return check_answer(
        state_of_book(),
        words,
        home=str(home()),
        settings=[*settings, *wrong],
        advice=rare,
    )


def settings_texts(words: Words) -> tuple[list[str], list[str]]:
    """Return what has to be mended of the settings, and what is rarely meant."""
    return _texts(faults(), words), _texts(advice(), words)


def _texts(found: Sequence[PlaitError], words: Words) -> list[str]:
    return [problem_text(words, one.what, one.value, one.fix) for one in found]


def kind_problems() -> list[str]:
    """Return why this database cannot be one of this sort of server; none at home."""
    from plait.book.closed import KindChanged, refuse_changed_kind
    from plait.wording.records.problems import problem_text

    try:
        refuse_changed_kind()
    except KindChanged as error:
        words = words_for(language())
        return [problem_text(words, error.what, error.value, error.fix)]
    except DatabaseError:
        pass  # how the book is, is looked at besides
    return []


def language() -> str:
    """Return the book's language; the system's where the book cannot say it."""
    of_book = language_of_book(os.environ.get("PLAIT_PERSON", ""))
    return of_book or _system_language()


def damage_behind(error: Exception) -> BookDamaged | None:
    """Return what is wrong with a book that could not be used, None if it is whole."""
    if not _may_be_damage(error):
        return None
    try:
        answer = checked_book()
    except OperationalError:
        return None  # it cannot be reached: no reason to call it damaged
    for finding in answer.findings:
        if finding.is_damage:
            return BookDamaged(finding.what, value=finding.value, fix=answer.restore)
    return None


def _may_be_damage(error: Exception) -> bool:
    # A missing table is an OperationalError to SQLite, a ProgrammingError to others.
    if isinstance(error, IntegrityError | DataError):
        return False
    return isinstance(error, DatabaseError | InconsistentMigrationHistory)


def _system_language() -> str:
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "nl" if next(filter(None, names), "").startswith("nl") else "en"
