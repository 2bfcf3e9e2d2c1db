"""Findings with what was decided on them, in words: open ones, and settled ones."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from plait.answers.context import AnswerContext
from plait.answers.findings.finding import Finding
from plait.answers.findings.returns import PUT_OFF_PART, RETURNS, Return, Unit, Way
from plait.answers.findings.settled import Held, held
from plait.domain.settled_findings import SettledAs, SettledFinding
from plait.wording import returns as wording


class SettledState(StrEnum):
    """How a decision stands: it keeps a finding away, it does not any more, or idle."""

    AWAY = "away"
    BACK = "back"
    IDLE = "idle"


@dataclass(frozen=True, slots=True)
class SettledItem:
    """What was settled or put off, and when it comes back.

    `state` is "away" while the finding would be open without it, "back" where it is
    open again, "idle" where there is nothing to say at present.
    """

    key: str
    kind: str
    title: str
    role: str
    colour: int
    settled_as: SettledAs
    reason: str
    on: date
    returns: str
    state: SettledState


@dataclass(frozen=True, slots=True)
class Decided:
    """Findings that are open, heaviest first, and everything that was settled."""

    open: tuple[Finding, ...]
    settled: tuple[SettledItem, ...]


def decided(context: AnswerContext, found: Iterable[Finding]) -> Decided:
    """Return findings parted by what the person decided on them."""
    settled = context.portfolio.settled_findings
    open_ones: list[Finding] = []
    seen: dict[str, Held] = {}
    for finding in found:
        on_it = held(finding, settled)
        if on_it is not None:
            seen.setdefault(on_it.settled.key, on_it)
        if on_it is None or on_it.has_returned:
            open_ones.append(_open(context, finding, on_it))
    newest = sorted(settled, key=lambda one: one.on, reverse=True)
    items = tuple(_item(context, one, seen.get(one.key)) for one in newest)
    return Decided(tuple(open_ones), items)


def _open(context: AnswerContext, finding: Finding, on_it: Held | None) -> Finding:
    """Return a finding with when it would come back, and why it did."""
    return replace(
        finding,
        if_settled=returns_of(context, finding, SettledAs.SETTLED),
        if_put_off=returns_of(context, finding, SettledAs.PUT_OFF),
        came_back=wording.came_back_text(
            context.words,
            finding.kind.value,
            _limits(context, on_it.settled, on_it.passed),
            on_it.settled.on,
        )
        if on_it
        else "",
    )


def returns_of(context: AnswerContext, finding: Finding, settled_as: SettledAs) -> str:
    """Return when a finding would come back if it were settled or put off now."""
    now = SettledFinding(
        key=finding.key,
        kind=finding.kind.value,
        settled_as=settled_as,
        reason="",
        on=context.portfolio.on,
        title="",
        numbers=tuple((one.name, one.value) for one in finding.numbers),
    )
    return _returns(context, now)


def _returns(context: AnswerContext, one: SettledFinding) -> str:
    moves = RETURNS.get(one.kind, ())  # type: ignore[call-overload]  # a slug is its kind
    return wording.returns_text(context.words, one.kind, _limits(context, one, moves))


def _limits(
    context: AnswerContext, one: SettledFinding, moves: Iterable[Return]
) -> list[tuple[str, str]]:
    """Return each figure that may bring it back, with its limit in words."""
    part = PUT_OFF_PART if one.settled_as is SettledAs.PUT_OFF else 1.0
    found = []
    for move in moves:
        was = one.number(move.name)
        if move.way is Way.DIFFERS:
            found.append((move.name, ""))
        elif isinstance(was, int | float):
            limit = _limit_text(context, move, move.limit(float(was), part))
            found.append((move.name, limit))
    return found


def _limit_text(context: AnswerContext, move: Return, limit: float) -> str:
    words = context.words
    match move.unit:
        case Unit.HOURS:
            return words.hours(abs(limit))
        case Unit.SHARE:
            return words.percent(min(limit, 1.0))
        case Unit.MONEY:
            return words.money(limit, context.income.currency)
        case Unit.MONTHS:
            n = max(0, round(limit))
            return words.ngettext("%(n)d month", "%(n)d months", n) % {"n": n}
        case Unit.COUNT:
            return words.number(int(limit), 0)
    return words.number(limit)


def _item(
    context: AnswerContext, one: SettledFinding, on_it: Held | None
) -> SettledItem:
    colours = {role.key: role.colour for role in context.portfolio.roles}
    state = SettledState.IDLE
    if on_it is not None:
        state = SettledState.BACK if on_it.has_returned else SettledState.AWAY
    return SettledItem(
        key=one.key,
        kind=one.kind,
        # As it stands now, in the reader's language, where it still stands.
        title=on_it.finding.title if on_it else one.title,
        role=one.role,
        colour=colours.get(one.role, 0),
        settled_as=one.settled_as,
        reason=one.reason,
        on=one.on,
        returns=_returns(context, one),
        state=state,
    )
