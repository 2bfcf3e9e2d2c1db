"""What is considered, as the options of `plait takeon` say it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from plait.cli.commands.options.terms import (
    NotUnderstood,
    hours_per,
    notice_days,
    pay_per,
)
from plait.domain.proposals.proposal import Move, Proposal
from plait.domain.roles import Clause, RoleKind
from plait.formats.quick_entry.week_text import blocks_of

_MOVES = {"new": Move.TAKE_ON, "change": Move.CHANGE, "leave": Move.LEAVE}


def proposal_of(options: Mapping[str, Any], currency: str) -> Proposal:
    """Return what one set of options says; `currency` is that of bare amounts.

    Raise `NotUnderstood` for a text that cannot be read.
    """
    move, name = _move(options)
    hours, per = hours_per(options["hours"]) if options["hours"] else (None, None)
    pay, basis = pay_per(options["pay"], currency) if options["pay"] else (None, None)
    return Proposal(
        move=move,
        role="" if move is Move.TAKE_ON else name,
        name=name if move is Move.TAKE_ON else "",
        organisation=options["at"] or "",
        kind=RoleKind(options["kind"]) if options["kind"] else None,
        start=_day(options["from"]),
        end=_day(options["to"]),
        hours=hours,
        per=per,
        blocks=blocks_of(options["days"]) if options["days"] else None,
        pay=pay,
        pay_basis=basis,
        notice_days=notice_days(options["notice"]) if options["notice"] else None,
        clause=Clause(options["clause"]) if options["clause"] else None,
    )


def _move(options: Mapping[str, Any]) -> tuple[Move, str]:
    given = [(move, options[name]) for name, move in _MOVES.items() if options[name]]
    if len(given) != 1:
        raise NotUnderstood(
            "Consider one thing at a time",
            value=", ".join(f"--{name}" for name in _MOVES if options[name]),
            fix="Give one of --new, --change and --leave; --or begins the next.",
        )
    return given[0]


def _day(instant: Any) -> date | None:  # a datetime of an option, or None
    return instant.date() if instant else None
