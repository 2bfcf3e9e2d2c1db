"""Taking people who left out of a database again that was restored from before.

Called before anybody can sign in: by everything that serves or works, by a restore
and by an update. Where nobody ever left it costs a look at a file.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, transaction

from plait.accounts.leaving.asking import shut_out
from plait.accounts.leaving.noted import Happened, LastWord, LastWords
from plait.accounts.leaving.removal import remove_person
from plait.accounts.models import Person

_AT_ONCE = 2_000
_BY_STEWARD = "The server was restored from a backup; the reason was not kept."


def leave_again(*, now: datetime) -> int:
    """Remove whoever was removed before, and let weeks go on; return how many.

    Where a week was running, it ends when it would have ended.
    """
    if not settings.SERVER:
        return 0
    back = list(_back(DEFAULT_DB_ALIAS))
    for pk, word in back:
        with transaction.atomic():
            _mark(pk, word, DEFAULT_DB_ALIAS, now)
            shut_out(Person.objects.get(pk=pk), now)
    for pk, word in back:
        if word.happened is Happened.REMOVED:
            remove_person(pk=pk, now=now)
    return len(back)


def shut_in(*, alias: str, now: datetime) -> None:
    """Let whoever left sign in no more in a database that is not yet in use."""
    if not settings.SERVER:
        return
    for pk, word in list(_back(alias)):
        _mark(pk, word, alias, now)


def _back(alias: str) -> Iterator[tuple[int, LastWord]]:
    """Yield who is there again as if they had never asked."""
    words = LastWords()
    if not words:
        return
    rows = Person.objects.using(alias).filter(sample_of=None)
    columns = rows.values_list("pk", "created_at", "leaves_at")
    for pk, created_at, leaves_at in columns.iterator(_AT_ONCE):
        word = words.of(pk, created_at)
        if word is None or word.happened is Happened.STAYS:
            continue
        if leaves_at is None or word.happened is Happened.REMOVED:
            yield pk, word


def _mark(pk: int, word: LastWord, alias: str, now: datetime) -> None:
    rows = Person.objects.using(alias).filter(pk=pk)
    if word.happened is Happened.REMOVED:
        rows.update(leaves_at=now - timedelta(seconds=1), is_active=False)
        return
    is_by_steward = word.happened is Happened.ASKED_BY_STEWARD
    because = _BY_STEWARD if is_by_steward else ""
    rows.update(leaves_at=word.due or now, leaves_because=because)
