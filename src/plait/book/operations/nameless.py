"""Saying where records belong that carry nothing a rule could know them by."""

from collections.abc import Callable, Sequence
from typing import Any

from plait.accounts.models import Person
from plait.book import bulk
from plait.book.models import Event, Payment, Role, TimeEntry
from plait.book.operations.writing import book_of
from plait.domain.records import RecordStatus
from plait.domain.rules import RuleField, plain, plain_account, project_of

_Kind = tuple[type[Any], Sequence[str], Callable[..., str]]

# By the field that such records wait under: the kind, and what would name them.
_KINDS: dict[RuleField, _Kind] = {
    RuleField.ACCOUNT: (
        Payment,
        ("payer", "counter_account"),
        lambda payer, account: plain(payer) or plain_account(account),
    ),
    RuleField.PROJECT: (
        TimeEntry,
        ("project", "client", "task", "description"),
        lambda *texts: plain(project_of(*texts)),
    ),
    RuleField.CALENDAR: (Event, ("calendar",), plain),
}


def sort_nameless(*, viewer: Person, field: RuleField, role: Role | None) -> int:
    """Place all that waits without any name under a field; return how much it was.

    No rule is kept: there is nothing that what comes later could be known by.
    """
    if field not in _KINDS:
        return 0
    kind, columns, name_of = _KINDS[field]
    status = RecordStatus.ASSIGNED if role else RecordStatus.PRIVATE
    with book_of(viewer, role, what="sort_nameless"):
        waits = kind.objects.filter(owner=viewer, status=RecordStatus.OPEN)
        rows = waits.values_list("pk", *columns)
        keys = [key for key, *texts in rows if not name_of(*texts)]
        for piece in bulk.in_pieces(keys):
            mine = kind.objects.filter(owner=viewer, pk__in=piece)
            mine.update(role=role, status=status)
    return len(keys)
