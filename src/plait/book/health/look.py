"""Looking at the whole book: form, storage, references, contents, file mode."""

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, OperationalError, connection
from django.db.backends.base.base import BaseDatabaseWrapper

from plait.accounts.audit.check import broken_chains
from plait.accounts.models import Person
from plait.book.health.contents import contents_faults
from plait.book.health.copies import newest_whole_copy
from plait.book.health.form import form_of
from plait.book.health.reading import ALIAS, opened_to_read
from plait.book.health.storage import (
    broken_references,
    postgresql_faults,
    sqlite_faults,
)
from plait.domain.book_state import BookState, Fault, FaultKind

# What SQLite is not even asked to open.
_SHUT = {FaultKind.EMPTY_FILE, FaultKind.UNREADABLE}


def state_of_book() -> BookState:
    """Return what is wrong with the book; nothing is written to it.

    Raise `OperationalError` where it cannot be reached or another change holds it.
    """
    if connection.vendor == "sqlite":
        return state_of_file(Path(connection.settings_dict["NAME"]))
    return _looked_into(_nothing_yet(None), None)


def state_of_file(file: Path) -> BookState:
    """Return what is wrong with a book in a SQLite file."""
    state = _nothing_yet(file)
    if not file.exists():
        return state
    state = replace(state, is_there=True, faults=tuple(_file_faults(file)))
    if not any(fault.kind in _SHUT for fault in state.faults):
        state = _looked_into(state, file)
    if state.is_damaged:
        state = replace(state, copy=newest_whole_copy(file))
    return state


def language_of_book(sign_in_name: str) -> str | None:
    """Return the language of whoever reads; None where the book does not say."""
    file = connection.settings_dict["NAME"] if connection.vendor == "sqlite" else None
    if file is not None and not (Path(file).is_file() and Path(file).stat().st_size):
        return None
    with suppress(DatabaseError, OSError), opened_to_read(file and Path(file)):
        people = Person.objects.using(ALIAS)
        mine = people.filter(sign_in_name=sign_in_name) if sign_in_name else people
        found = list(mine.values_list("language", flat=True)[:2])
        return found[0] if len(found) == 1 else None
    return None


def _nothing_yet(file: Path | None) -> BookState:
    return BookState(
        database="sqlite" if file else connection.vendor,
        file=str(file) if file else None,
        is_there=False,
        n_people=None,
        n_steps_due=0,
        faults=(),
    )


def _file_faults(file: Path) -> Iterator[Fault]:
    """Yield what the system says of the file, before SQLite opens it."""
    if not file.stat().st_size:
        yield Fault(FaultKind.EMPTY_FILE, str(file))
        return
    # Not opened to see that: closing it would drop the locks that SQLite holds on it
    # in this process.
    if file.is_dir() or not os.access(file, os.R_OK):
        reason = errno.EISDIR if file.is_dir() else errno.EACCES
        yield Fault(FaultKind.UNREADABLE, str(file), detail=os.strerror(reason))
        return
    mode = stat.S_IMODE(file.stat().st_mode)
    # Others reach it only through a folder that lets them in. Windows has no such modes.
    is_reached = stat.S_IMODE(file.parent.stat().st_mode) & 0o011
    if sys.platform != "win32" and mode & 0o077 and is_reached:
        yield Fault(FaultKind.OPEN_TO_OTHERS, str(file), detail=stat.filemode(mode)[1:])


def _looked_into(state: BookState, file: Path | None) -> BookState:
    with opened_to_read(file) as database:
        try:
            return _looked_at(state, database, file)
        except OperationalError as error:
            if "locked" in str(error) or file is None:
                raise
            return _with(state, _shut(error, file))
        except DatabaseError as error:
            name = connection.settings_dict["NAME"]
            return _with(state, _shut(error, file or Path(name)))


def _looked_at(
    state: BookState, database: BaseDatabaseWrapper, file: Path | None
) -> BookState:
    if file is not None:
        state = _with(state, *sqlite_faults(database, str(file)))
        if state.is_damaged:
            return state  # what stands on spoiled pages is not to be relied on
    form = form_of(database)
    state = replace(
        _with(state, *form.faults), is_there=form.is_begun, n_steps_due=form.n_due
    )
    if file is None:
        state = _with(state, *postgresql_faults(database))
        if any(fault.kind is FaultKind.NOT_WHOLE for fault in state.faults):
            return state  # a question that meets a spoiled page has no answer
    if form.is_begun:
        state = _with(state, *broken_references(database))
    if form.is_begun and not form.faults and not form.n_due:
        people = Person.objects.using(ALIAS).count()
        state = replace(state, n_people=people)
        state = _with(state, *contents_faults(ALIAS), *audit_faults(ALIAS))
    return state


def audit_faults(using: str) -> Iterator[Fault]:
    """Yield of each account the first entry that is not as it was noted."""
    if settings.SERVER:
        for one in broken_chains(using=using):
            yield Fault(FaultKind.AUDIT, str(one.owner), one.number, one.why)


def _with(state: BookState, *faults: Fault) -> BookState:
    return replace(state, faults=(*state.faults, *faults))


def _shut(error: DatabaseError, file: Path) -> Fault:
    text = str(error)
    if "not a database" in text:
        return Fault(FaultKind.NOT_A_DATABASE, str(file), detail=text)
    is_system = isinstance(error, OperationalError) and "unable to open" in text
    kind = FaultKind.UNREADABLE if is_system else FaultKind.NOT_WHOLE
    return Fault(kind, str(file), detail=text.partition("\n")[0])
