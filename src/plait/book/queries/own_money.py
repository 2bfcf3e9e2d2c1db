"""Payments as they count for the person: their share, by role, by payer."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from plait.accounts.models import Person
from plait.book.models import Account, PaymentShare
from plait.book.payer_names import payer_names
from plait.domain.records import RecordStatus

_WHOLE = 1000

Columns = Sequence[Sequence[Any]]


def own_lines(viewer: Person, columns: Columns) -> Columns:
    """Return day, amount, currency, payer, account, role, status, kinds of each line.

    Given are these with the key and the share of each payment before the kinds, which
    are what is stated, sure and possible, and its number. A payment split over
    roles is a line for each; of a joint account counts the person's share, rounded
    to a whole unit, and what is nobody's of theirs is left out. Names of one payer
    become one. Where there is none of all this, the columns stay as they are.
    """
    days, minor, currency, payer, account, role, status, keys, shares, *kinds = columns
    names = payer_names(viewer)
    if names.names:
        count_as = {name: names.of(name) for name in set(payer)}
        payer = [count_as[name] for name in payer]
    plain = [days, minor, currency, payer, account, role, status, *kinds]
    joint = dict(
        Account.objects.filter(owner=viewer)
        .exclude(share=_WHOLE)
        .values_list("pk", "share")
    )
    parts = _parts(viewer)
    if not joint and not parts and not any(one is not None for one in shares):
        return plain
    rows = zip(*plain, keys, shares, strict=True)
    lines = [line for row in rows for line in _lines(row, joint, parts)]
    return list(zip(*lines, strict=True)) or [()] * len(plain)


def _parts(viewer: Person) -> dict[int, list[tuple[int, int]]]:
    """Return the parts of other roles by payment: role and amount."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    held = PaymentShare.objects.filter(owner=viewer).order_by("pk")
    for payment, role, minor in held.values_list("payment", "role", "amount_minor"):
        found[payment].append((role, minor))
    return found


def _lines(
    row: tuple[Any, ...],
    joint: dict[int, int],
    parts: dict[int, list[tuple[int, int]]],
) -> list[tuple[Any, ...]]:
    """Return what counts of one payment."""
    *first, key, share = row
    day, minor, currency, payer, account, role, status, *kinds = first
    own = joint.get(account, _WHOLE) if share is None else share
    if own == 0:
        return []
    shared = parts.get(key, [])
    rest = minor - sum(amount for _role, amount in shared)
    lines = [(rest, role, status)]
    lines += [(amount, one, int(RecordStatus.ASSIGNED)) for one, amount in shared]
    return [
        (day, _share_of(amount, own), currency, payer, account, one, state, *kinds)
        for amount, one, state in lines
    ]


def _share_of(minor: int, own: int) -> int:
    """Return a share of an amount, halves to even."""
    return minor if own == _WHOLE else round(minor * own / _WHOLE)
