"""The answers on hours: accounts, drift, the weeks ahead, and a role's weeks."""

import json
from datetime import date, timedelta

import pytest
from jsonschema import Draft202012Validator

from plait.answers.context import AnswerContext, answer_context
from plait.answers.hours.capacity import capacity_answer
from plait.answers.hours.drift import drift_answer
from plait.answers.hours.drift_series import series_answer, series_terms
from plait.answers.hours.hours import hours_answer
from plait.answers.hours.hours_rows import HoursBy
from plait.answers.registry import ANSWERS
from plait.answers.roles.role_weeks import role_weeks_answer
from plait.answers.to_json import schema_of, to_json
from plait.domain.tables.series_week import SeriesWeek
from plait.wording.words import words_for
from tests.cast import Life, terms
from tests.tell_tales import english_in

STEADY = [8, 8.5, 7.5] * 6


def busy() -> Life:
    """Return a life in which Atlas drifts, the weeks are too full and two things clash."""
    life = Life(capacity=10).role("Atlas", terms("8/week", pay="85 EUR/hour"))
    life.gives_weekly("Atlas", [*STEADY, *[13] * 8]).role("Board", "2/week")
    life.meets("Atlas", "2026-11-24T09:00", 2, title="Steering")
    life.meets("Board", "2026-11-24T10:00", 1, title="Budget")
    return life.spends("travel", "2", "Atlas").is_away("2026-12-21", "2026-12-28")


def context(life: Life, language: str = "en") -> AnswerContext:
    return answer_context(life.portfolio(), words_for(language))


def series(language: str = "en") -> object:
    weeks = [SeriesWeek(hours) for hours in [16, 17, 15, 16, *[20] * 9]]
    return series_answer(weeks, series_terms(16, 104, None, None), words_for(language))


def answers(language: str) -> dict[str, object]:
    asked = context(busy(), language)
    return {
        "hours": hours_answer(asked, by=HoursBy.MONTH),
        "drift": drift_answer(asked, role="atlas"),
        "drift --series": series(language),
        "capacity": capacity_answer(asked),
    }


@pytest.mark.parametrize("name", answers("en"))
def test_an_answer_keeps_to_its_schema(name):
    schema = schema_of(ANSWERS)
    shape = {"$defs": schema["$defs"], **schema["properties"][name]}

    Draft202012Validator(shape).validate(json.loads(to_json(answers("en")[name])))


@pytest.mark.parametrize("name", answers("en"))
def test_an_answer_in_dutch_holds_no_english_sentence(name):
    values = json.loads(to_json(answers("nl")[name]))

    assert english_in("\n".join(sentences(values))) == []


def sentences(value: object) -> list[str]:
    """Return every text of an answer that is a sentence or a part of one."""
    if isinstance(value, dict):
        of_enumerations = {"method", "basis", "verdict", "naive", "kind", "by", "per"}
        parts = [v for k, v in value.items() if k not in of_enumerations]
        return [text for part in parts for text in sentences(part)]
    if isinstance(value, list):
        return [text for part in value for text in sentences(part)]
    return [value] if isinstance(value, str) else []


def test_the_weeks_of_a_role_end_with_its_last_hours_once_it_is_over():
    life = Life().role("Atlas", "8/week", until="2026-10-12")
    life.gives_weekly("Atlas", [8, 9, 8], until="2026-10-11")

    weeks = role_weeks_answer(context(life), 0).weeks

    assert [week.hours for week in weeks] == [8, 9, 8]
    # 9 of 8 is an hour more; the others are as agreed.
    assert [week.over for week in weeks] == [None, 1, None]


def test_a_role_without_hours_has_no_weeks():
    assert role_weeks_answer(context(Life().role("Atlas", "8/week")), 0).weeks == ()


@pytest.mark.parametrize("by", HoursBy)
def test_before_any_hours_are_known_nobody_is_behind(by):
    life = Life().role("Atlas", "8/week").role("Board", "2/week")

    answer = hours_answer(context(life), by=by)

    rows = [*answer.roles, *answer.rows, *(r for one in answer.roles for r in one.rows)]
    assert {row.balance for row in rows} == {None}
    assert {one.balance_text for one in answer.roles} == {""}


def test_a_drift_shows_its_last_year_from_the_first_agreed_hours_on():
    [atlas] = drift_answer(context(busy()), role="atlas").roles

    assert len(atlas.last_year) == len(STEADY) + 8
    assert atlas.last_year[-1].week == date(2026, 11, 9)
    assert atlas.last_year[-1].over == 5
    assert atlas.since == atlas.last_year[-8].week
    assert atlas.last_year[1].week - atlas.last_year[0].week == timedelta(weeks=1)


def test_all_weeks_ahead_fit_where_nothing_is_known_of_hours_available():
    life = Life().role("Atlas", "8/week").gives_weekly("Atlas", [8] * 10)

    answer = capacity_answer(context(life))

    assert not answer.has_capacity
    assert not any(week.is_overfull or week.chance_text for week in answer.weeks)
    assert "hours a week you have available" in answer.notes[0]


def test_the_weeks_ahead_say_until_when_the_hours_are_known():
    life = Life(capacity=40).role("Atlas", "20/week")
    life.gives_weekly("Atlas", 20, weeks=60, until="2026-10-23")

    cautions = capacity_answer(context(life)).cautions

    assert cautions[0].startswith("Atlas: hours are known until ")


def test_less_than_a_year_of_hours_cannot_know_a_year():
    life = (
        Life(capacity=40).role("Atlas", "20/week").gives_weekly("Atlas", 20, weeks=51)
    )

    cautions = capacity_answer(context(life)).cautions

    assert any("less than a year of hours" in one for one in cautions)
