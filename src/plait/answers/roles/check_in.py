"""What the check-in of a week asks about, and what was answered already."""

from dataclasses import dataclass
from datetime import date

from plait.analysis.wellbeing.levels import QUESTIONS, Aspect
from plait.analysis.wellbeing.week import (
    answers_of_week,
    asked_first,
    roles_of_week,
    week_before,
)
from plait.domain.period import monday_of
from plait.domain.portfolio import CheckIn, Portfolio
from plait.wording.roles import check_in as wording
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class Question:
    """One of the four answers: its name, and what 1 and 5 mean."""

    aspect: Aspect
    name: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class RolePoints:
    """The four answers of a week, each from 1 to 5."""

    energy: int
    meaning: int
    growth: int
    pressure: int


@dataclass(frozen=True, slots=True)
class RoleToCheckIn:
    """A role that ran in the week: its answers so far, and those of the week before.

    `is_first` is False where there are many roles and this one took least of the week.
    """

    role: str
    name: str
    colour: int
    answers: RolePoints | None
    note: str
    answers_before: RolePoints | None
    is_first: bool


@dataclass(frozen=True, slots=True)
class CheckInAnswer:
    """The check-in of the week of that Monday."""

    week_on: date
    week: str
    title: str
    is_this_week: bool
    week_before_on: date
    questions: tuple[Question, ...]
    roles: tuple[RoleToCheckIn, ...]


def check_in_answer(portfolio: Portfolio, words: Words, day: date) -> CheckInAnswer:
    """Return the check-in of the week in which a day lies."""
    week_on = monday_of(day)
    is_this_week = week_on == monday_of(portfolio.on)
    now = answers_of_week(portfolio, week_on)
    before = answers_of_week(portfolio, week_before(week_on))
    roles = roles_of_week(portfolio, week_on)
    first = asked_first(portfolio, roles, week_on)
    return CheckInAnswer(
        week_on=week_on,
        week=wording.week_text(words, week_on),
        title=wording.title_text(words, is_this_week=is_this_week),
        is_this_week=is_this_week,
        week_before_on=week_before(week_on),
        questions=questions_of(words),
        roles=tuple(
            RoleToCheckIn(
                role=role.key,
                name=role.name,
                colour=role.colour,
                answers=_points(now.get(role.key)),
                note=now[role.key].note if role.key in now else "",
                answers_before=_points(before.get(role.key)),
                is_first=role.key in first,
            )
            for role in roles
        ),
    )


def questions_of(words: Words) -> tuple[Question, ...]:
    """Return the four questions, which are the same each week."""
    return tuple(_question(words, aspect) for aspect in QUESTIONS)


def _question(words: Words, aspect: Aspect) -> Question:
    low, high = wording.ends_text(words, aspect)
    return Question(aspect, wording.aspect_text(words, aspect), low, high)


def _points(check_in: CheckIn | None) -> RolePoints | None:
    if check_in is None:
        return None
    return RolePoints(
        check_in.energy, check_in.meaning, check_in.growth, check_in.pressure
    )
