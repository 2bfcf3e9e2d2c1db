"""What belongs to a role beside its figures: check-ins with their notes, and leave."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plait.answers.context import AnswerContext
from plait.domain.availability import AbsenceKind
from plait.wording.hours.time_off import absence_text
from plait.wording.records.record_lists import scores_text
from plait.wording.roles.roles import days_text

CHECK_INS_LISTED = 12


@dataclass(frozen=True, slots=True)
class RoleCheckIn:
    """How the role felt in the week of that Monday, and the note of that week."""

    week_on: date
    scores: str
    note: str


@dataclass(frozen=True, slots=True)
class RoleLeave:
    """Days away from the role, or from all; `start` is the first of them."""

    kind: AbsenceKind
    start: date
    text: str
    days: str


def role_check_ins(context: AnswerContext, key: str) -> tuple[RoleCheckIn, ...]:
    """Return the latest check-ins of a role, newest first."""
    mine = [one for one in context.portfolio.check_ins if one.role == key]
    mine.sort(key=lambda one: one.week_on, reverse=True)
    return tuple(
        RoleCheckIn(
            week_on=one.week_on,
            scores=scores_text(
                context.words, (one.energy, one.meaning, one.growth, one.pressure)
            ),
            note=one.note,
        )
        for one in mine[:CHECK_INS_LISTED]
    )


def role_leave(context: AnswerContext, index: int) -> Iterator[RoleLeave]:
    """Yield the days away that are not over, of the role or of all, soonest first."""
    on, words = context.portfolio.on, context.words
    coming = [
        one
        for one in context.portfolio.absences
        if one.role in {None, index} and (one.period.end is None or one.period.end > on)
    ]
    for one in sorted(coming, key=lambda one: one.period.start):
        yield RoleLeave(
            kind=one.kind,
            start=one.period.start,
            text=absence_text(words, one.kind),
            days=days_text(words, one.period),
        )
