"""What makes a finding the same one.

Its key names its kind, its role, and what else it is about. A finding that lists
things (roles without terms, months without a statement) is about each of them: settled
for two roles, it stays away for either, and comes back for a third.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plait.answers.findings.kinds import Kind
from plait.answers.findings.numbers import Number, Value
from plait.domain.rules import plain

# A longer list of things stands in a key as its digest.
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Identity:
    """`key`: the figures that belong to the key, beside kind and role.

    `things` is the figure that lists what the finding is about, one by one, "" where
    it is one thing. `apart` are those of `key` that do not part findings of such a
    kind from each other: what is settled in one is settled in all.
    """

    key: tuple[str, ...] = ()
    things: str = ""
    apart: tuple[str, ...] = ()


def key_of(kind: Kind, role: str, numbers: Iterable[Number]) -> str:
    """Return what stays the same while a finding is about the same thing."""
    return _joined(kind, role, numbers, IDENTITIES[kind].key)


def group_of(kind: Kind, role: str, numbers: Iterable[Number]) -> str:
    """Return what findings share of which one settles the things of the others."""
    identity = IDENTITIES[kind]
    names = [name for name in identity.key if name not in identity.apart]
    # Of a list of roles with one left, that role is the finding's own.
    is_of_roles = identity.things == "roles"
    return _joined(kind, "" if is_of_roles else role, numbers, names)


def things_of(kind: Kind, numbers: Mapping[str, Value]) -> frozenset[str]:
    """Return what a finding is about, one by one; empty where it is one thing."""
    found = numbers.get(IDENTITIES[kind].things)
    if found is None:
        return frozenset()
    return frozenset(map(str, found if isinstance(found, tuple | list) else (found,)))


def _joined(
    kind: Kind, role: str, numbers: Iterable[Number], names: Iterable[str]
) -> str:
    values = {one.name: one.value for one in numbers}
    parts = [_key_part(values.get(name)) for name in names]
    return ":".join(dict.fromkeys(filter(None, [kind.value, role, *parts])))


def _key_part(value: Value) -> str:
    # Two spellings of one payer are one: which of them a review shows may change.
    text = plain(value) if isinstance(value, str) else _text(value)
    if len(text) <= _LONGEST:
        return text
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _text(value: Value) -> str:
    if isinstance(value, tuple):
        return ",".join(map(str, value))
    return "" if value is None else str(value)


_PAYMENT = Identity(("payer", "due_on"))
_ROLES = Identity(("roles",), things="roles", apart=("roles",))
_STARTS = Identity(("starts",))
_YEAR = Identity(("year",))

IDENTITIES: dict[Kind, Identity] = {
    **dict.fromkeys(Kind, Identity()),
    Kind.TOO_EARLY: _ROLES,
    Kind.CLASHES: Identity(("first",), things="clashes", apart=("first",)),
    Kind.WORKTIME_OVER: Identity(things="rules"),
    Kind.WORKTIME_NEAR: Identity(things="rules"),
    Kind.ONE_PAYER: Identity(("payer",)),
    Kind.ONE_CAUSE: Identity(("cause",)),
    Kind.WOULD_LAST: Identity(("scenario",)),
    Kind.PAYMENT_MISSING: _PAYMENT,
    Kind.PAYMENT_SHORT: _PAYMENT,
    Kind.PAYMENT_DOUBLED: _PAYMENT,
    Kind.PAYMENT_LATE: Identity(("payer",)),
    Kind.INVOICE_UNCLEAR: Identity(things="invoices"),
    Kind.OBLIGATIONS_DUE: Identity(("until",), things="dues", apart=("until",)),
    Kind.HOURS_CRITERION: _YEAR,
    Kind.OBLIGATIONS_BEGIN: _STARTS,
    Kind.OBLIGATIONS_NEAR: _STARTS,
    Kind.TURNOVER_OVER: _YEAR,
    Kind.TURNOVER_NEAR: _YEAR,
    Kind.GAP_MONEY_STOPS: Identity(("account",)),
    Kind.GAP_STATEMENTS_MISSING: Identity(("account",), things="days"),
    Kind.GAP_BALANCES_JUMP: Identity(("account",), things="days"),
    Kind.GAP_NO_RATE: Identity(things="currencies"),
    Kind.GAP_HOURS_STOP: _ROLES,
    Kind.GAP_TERMS_ENDED: _ROLES,
    Kind.GAP_NO_TERMS: _ROLES,
    Kind.GAP_NO_INCOME: _ROLES,
    Kind.GAP_KIND_UNSURE: _ROLES,
    Kind.GAP_NO_HOURS_AGREED: _ROLES,
}
