"""Saying where records belong that carry nothing a rule could know them by."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from plait.accounts.models import Person
from plait.book import bulk
from plait.book.models import Event, Payment, Role, TimeEntry
from plait.book.operations.writing import book_of
from plait.domain.records import RecordStatus
from plait.domain.rules import RuleField, plain, plain_account, project_of, text_key


class Nameless(NamedTuple):
    """Records that name nobody: of money its text, own account and currency."""

    field: RuleField
    text: str = ""
    account: str = ""
    currency: str = ""
    is_out: bool = False


_Kind = tuple[type[Any], Sequence[str], Callable[..., bool]]


def _kind(group: Nameless) -> _Kind | None:
    """Return the table, the columns that are looked at, and what is of the group."""
    wanted = (text_key(group.text[:200]), group.account, group.currency)

    def is_of_text(
        payer: str, other: str, text: str, account: str | None, currency: str
    ) -> bool:
        form = text_key(" ".join(text.split())[:200])
        is_nobody = not plain(payer) and not plain_account(other)
        return is_nobody and (form, account or "", currency) == wanted

    names = ("payer", "counter_account", "reference", "account__identifier", "currency")
    kinds: dict[RuleField, _Kind] = {
        RuleField.REFERENCE: (Payment, names, is_of_text),
        RuleField.PROJECT: (
            TimeEntry,
            ("project", "client", "task", "description"),
            lambda *texts: not plain(project_of(*texts)),
        ),
        RuleField.CALENDAR: (Event, ("calendar",), lambda name: not plain(name)),
    }
    return kinds.get(group.field)


def sort_nameless(*, viewer: Person, group: Nameless, role: Role | None) -> int:
    """Place what waits and names nobody; return how much it was.

    Of money only what came to the same account, in the same currency, with the same
    text but for its numbers. No rule is kept: there is nothing that what comes later
    could be known by.
    """
    kind = _kind(group)
    if kind is None:
        return 0
    model, columns, is_of = kind
    status = RecordStatus.ASSIGNED if role else RecordStatus.PRIVATE
    with book_of(viewer, role, what="sort_nameless"):
        waits = model.objects.filter(owner=viewer, status=RecordStatus.OPEN)
        if model is Payment:
            way = "amount_minor__lt" if group.is_out else "amount_minor__gt"
            waits = waits.filter(**{way: 0})
        rows = waits.values_list("pk", *columns)
        keys = [key for key, *values in rows if is_of(*values)]
        for piece in bulk.in_pieces(keys):
            mine = model.objects.filter(owner=viewer, pk__in=piece)
            mine.update(role=role, status=status)
    return len(keys)
