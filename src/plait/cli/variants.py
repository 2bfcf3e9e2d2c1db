"""What somebody asks about, as the options of `plait takeon` tell it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from plait.analysis.decisions.take_on.clauses import earliest_leave
from plait.analysis.decisions.take_on.variant import Move, Variant
from plait.cli.terms import NotUnderstood, agreement, hours_per, notice_days, pay_per
from plait.domain.next_terms import other_terms
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Clause, Organisation, Per, RoleKind
from plait.formats.quick_entry.week_text import blocks_of

MOST = 4
_MOVES = {"new": Move.TAKE_ON, "change": Move.CHANGE, "leave": Move.LEAVE}
_OF_TERMS = ("hours", "pay", "days", "clause", "notice", "to")
_OF_NEW = ("kind", "at")


@dataclass(frozen=True, slots=True)
class Asked:
    """The picture that variants are made for, and the currency of bare amounts."""

    portfolio: Portfolio
    currency: str

    def variant(self, told: dict[str, Any]) -> Variant:
        """Return what one set of options tells; raise `NotUnderstood` if it cannot be."""
        move, name = _move(told)
        _refuse_idle(move, told)
        if move is Move.TAKE_ON:
            return self._new(name, told)
        index = self._role(name)
        return (self._left if move is Move.LEAVE else self._changed)(index, told)

    def _new(self, name: str, told: dict[str, Any]) -> Variant:
        kind = RoleKind(told["kind"] or RoleKind.CONTRACT)
        start, end = self._start(told), _day(told["to"])
        if not told["hours"]:
            raise NotUnderstood(
                "It is not told how many hours this asks",
                value=name,
                fix="Add --hours, such as --hours 6/week.",
            )
        terms = agreement(
            start=start,
            end=end,
            currency=self.currency,
            kind=kind,
            options={**told, "clause": told["clause"] or Clause.NONE},
        )
        _refuse_endless(terms.per, end)
        return Variant(
            move=Move.TAKE_ON,
            name=name,
            start=start,
            terms=terms,
            kind=kind,
            organisation=Organisation(told["at"] or name),
        )

    def _changed(self, index: int, told: dict[str, Any]) -> Variant:
        role, start, end = (
            self.portfolio.roles[index],
            self._start(told),
            _day(told["to"]),
        )
        if not role.is_held_on(start):
            raise NotUnderstood(
                "This role is not held on the day the new terms begin",
                value=f"{role.key} on {start}",
                fix="Choose another day with --from.",
            )
        hours, per = hours_per(told["hours"]) if told["hours"] else (None, None)
        pay, basis = (
            pay_per(told["pay"], self.currency) if told["pay"] else (None, None)
        )
        _refuse_endless(per, end)
        new = {
            "hours": hours,
            "per": per,
            "pay": pay,
            "pay_basis": basis,
            "blocks": blocks_of(told["days"]) if told["days"] else None,
            "notice_days": notice_days(told["notice"]) if told["notice"] else None,
            "clause": Clause(told["clause"]) if told["clause"] else None,
        }
        terms = other_terms(role.agreement_on(start), start, end, new)
        return Variant(
            move=Move.CHANGE,
            name=role.name,
            start=start,
            role=index,
            terms=terms,
            kind=RoleKind(told["kind"] or RoleKind.CONTRACT),
        )

    def _left(self, index: int, told: dict[str, Any]) -> Variant:
        role = self.portfolio.roles[index]
        start = self._start(told)
        found = Variant(Move.LEAVE, role.name, start, role=index)
        if not told["from"]:
            earliest = earliest_leave(self.portfolio, found)
            found = Variant(Move.LEAVE, role.name, earliest or start, role=index)
        if not role.is_held_on(found.start) or found.start <= role.period.start:
            raise NotUnderstood(
                "This role cannot be left on a day on which it is not held",
                value=f"{role.key} on {found.start}",
                fix="Choose another day with --from.",
            )
        return found

    def _role(self, key: str) -> int:
        keys = [role.key for role in self.portfolio.roles]
        if key not in keys:
            raise NotUnderstood(
                "There is no such role in your book",
                value=key,
                fix="See plait role list for their short names.",
            )
        return keys.index(key)

    def _start(self, told: dict[str, Any]) -> date:
        on = self.portfolio.on
        return _day(told["from"]) or on + timedelta(days=7 - on.weekday())


def _move(told: dict[str, Any]) -> tuple[Move, str]:
    given = [(move, told[name]) for name, move in _MOVES.items() if told[name]]
    if len(given) != 1:
        raise NotUnderstood(
            "It takes one thing at a time to ask about",
            value=", ".join(f"--{name}" for name in _MOVES if told[name]),
            fix="Give one of --new, --change and --leave; --or begins the next.",
        )
    return given[0]


def _refuse_idle(move: Move, told: dict[str, Any]) -> None:
    """Refuse options that this move makes nothing of."""
    idle = {Move.LEAVE: (*_OF_TERMS, *_OF_NEW), Move.CHANGE: ("at",)}.get(move, ())
    given = [f"--{name}" for name in idle if told[name]]
    if given:
        raise NotUnderstood(
            "This does not go with leaving or changing a role",
            value=", ".join(given),
            fix="Leave it out.",
        )


def _refuse_endless(per: Per | None, end: date | None) -> None:
    if per is Per.TOTAL and end is None:
        raise NotUnderstood(
            "Hours in all need a last day, to be spread over weeks",
            fix="Add --to and the first day after it.",
        )


def _day(told: Any) -> date | None:
    found: date | None = told.date() if told else None
    return found
