"""What makes a finding the same one, and which of its facts say that it changed.

A finding that was settled stays away as long as its key and its facts are the same.
So its facts are those on which a person decides, and figures that move every week are
read in coarse steps: "5.4 hours over" settled today must not be back tomorrow as 5.5.
A step that is crossed brings it back, however little crossed it.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plait.answers.findings.kinds import Kind
from plait.answers.findings.numbers import Number, Value
from plait.domain.rules import plain

# Hours a week, shares of 1, euros and months count as changed by so much.
_HOURS, _SHARE, _POINTS, _MONTHS = 2.0, 0.1, 0.5, 3.0


@dataclass(frozen=True, slots=True)
class Identity:
    """`key`: the figures that belong to the key, beside kind and role.

    `facts`: the figures that say that it changed; a step rounds them (0: as they are).
    """

    key: tuple[str, ...] = ()
    facts: tuple[tuple[str, float], ...] = ()


def key_of(kind: Kind, role: str, numbers: Iterable[Number]) -> str:
    """Return what stays the same while a finding is about the same thing."""
    values = {one.name: one.value for one in numbers}
    parts = [_key_part(values.get(name)) for name in IDENTITIES[kind].key]
    return ":".join(dict.fromkeys(filter(None, [kind.value, role, *parts])))


def _key_part(value: Value) -> str:
    # Two spellings of one payer are one: which of them a review shows may change.
    return plain(value) if isinstance(value, str) else _text(value)


def facts_of(kind: Kind, numbers: Iterable[Number]) -> str:
    """Return a digest of the facts that a decision on the finding rests on."""
    values = {one.name: one.value for one in numbers}
    lines = [_fact(values, name, step) for name, step in IDENTITIES[kind].facts]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:12]


def _fact(values: Mapping[str, Value], name: str, step: float) -> str:
    value = values.get(name)
    if step and isinstance(value, int | float):
        value = round(value / step)
    return f"{name}={_text(value)}"


def _text(value: Value) -> str:
    if isinstance(value, tuple):
        return ",".join(map(str, value))
    return "" if value is None else str(value)


_PAYMENT = Identity(("payer", "due_on"), (("expected", 1.0), ("came", 1.0)))
_ROLES = Identity(("roles",), (("roles", 0),))

IDENTITIES: dict[Kind, Identity] = {
    Kind.WEEK_TOO_FULL: Identity(facts=(("over", _HOURS), ("capacity", _HOURS))),
    Kind.ROLE_OVER: Identity(
        facts=(("agreed", 0), ("since", 0), ("over", _HOURS)),
    ),
    Kind.ROLE_UNDER: Identity(facts=(("agreed", 0), ("over", _HOURS))),
    Kind.TOO_EARLY: Identity(("roles",), (("needed", 0),)),
    Kind.WEEKS_OVERFULL: Identity(facts=(("worst", 0), ("load", _HOURS))),
    Kind.CLASHES: Identity(facts=(("first", 0), ("n", 0))),
    Kind.WORKTIME_OVER: Identity(facts=(("rules", 0), ("pack", 0))),
    Kind.WORKTIME_NEAR: Identity(facts=(("rules", 0), ("pack", 0))),
    Kind.HOURS_UNHEALTHY: Identity(facts=(("figure", _HOURS),)),
    Kind.VALUE_LOW: Identity(facts=(("gives", _POINTS), ("takes", _POINTS))),
    Kind.ENERGY_FALLS: Identity(facts=(("before", _POINTS), ("after", _POINTS))),
    Kind.CHECK_IN_DUE: Identity(facts=(("last_week_on", 0),)),
    Kind.ONE_PAYER: Identity(("payer",), (("share", _SHARE),)),
    Kind.ONE_CAUSE: Identity(("cause",), (("share", _SHARE),)),
    Kind.NO_FALLBACK: Identity(facts=(("share", _SHARE), ("chance", _SHARE))),
    Kind.WOULD_LAST: Identity(("scenario",), (("months", _MONTHS),)),
    Kind.STREAM_DRY: Identity(facts=(("last_on", 0),)),
    Kind.STREAM_SHRINKS: Identity(facts=(("last_half", 500.0),)),
    Kind.PAYMENT_MISSING: _PAYMENT,
    Kind.INVOICE_UNCLEAR: Identity(facts=(("invoices", 0),)),
    Kind.PAYMENT_SHORT: _PAYMENT,
    Kind.PAYMENT_LATE: Identity(("payer",), (("due_on", 0),)),
    Kind.PAYMENT_DOUBLED: _PAYMENT,
    Kind.OBLIGATIONS_DUE: Identity(facts=(("rules", 0), ("due_on", 0))),
    Kind.HOURS_CRITERION: Identity(("year",), (("stand", 0),)),
    Kind.OBLIGATIONS_BEGIN: Identity(("starts",), (("threshold", 0),)),
    Kind.OBLIGATIONS_NEAR: Identity(("starts",), (("threshold", 0),)),
    Kind.TURNOVER_OVER: Identity(facts=(("limit", 0), ("passed_on", 0))),
    Kind.TURNOVER_NEAR: Identity(facts=(("limit", 0),)),
    Kind.INBOX: Identity(facts=(("n_subjects", 0), ("n_payments", 0))),
    Kind.GAP_MONEY_STOPS: Identity(("account",), (("last_on", 0),)),
    Kind.GAP_STATEMENTS_MISSING: Identity(("account",), (("days", 0),)),
    Kind.GAP_BALANCES_JUMP: Identity(("account",), (("days", 0), ("differences", 0))),
    Kind.GAP_NO_RATE: Identity(facts=(("currencies", 0),)),
    Kind.GAP_HOURS_STOP: Identity(("roles",), (("last_on", 0),)),
    Kind.GAP_TERMS_ENDED: _ROLES,
    Kind.GAP_NO_CAPACITY: Identity(),
    Kind.GAP_NO_TERMS: _ROLES,
    Kind.GAP_NO_INCOME: _ROLES,
    Kind.GAP_KIND_UNSURE: _ROLES,
    Kind.GAP_NO_HOURS_AGREED: _ROLES,
}
