"""What is said of a role with a season: steady, drifting, and what cannot be known."""

from datetime import date, timedelta

import pytest

from plait.analysis.series.weeks import weeks_of
from plait.answers.context import answer_context
from plait.answers.hours.drift import drift_answer
from plait.wording.words import words_for
from tests.answers.cases import reviewed
from tests.cast import Life, terms

LAST = date(2026, 11, 9)
UNSURE = "Whether it is a season cannot be known before there is an earlier year."


def summers(n_weeks, *, agreed="522/year", more=1.0, since=date.max):
    """Return 15 hours a week from May to September and 6.5 in the other months.

    So that a year takes 22 x 15 + 30 x 6.5 = 525 hours, as agreed.
    """
    hours = []
    for back in range(n_weeks - 1, -1, -1):
        week = LAST - timedelta(weeks=back)
        season = 15.0 if 5 <= week.month <= 9 else 6.5
        even = 1 + 0.1 * ((back * 7) % 5 - 2) / 2
        hours.append(season * even * (more if week >= since else 1))
    return Life().role("Fairs", agreed).gives_weekly("Fairs", hours)


def fairs(life, language="en"):
    context = answer_context(life.portfolio(), words_for(language))
    [role] = drift_answer(context, role="fairs").roles
    return role


def test_between_seasons_it_keeps_to_what_was_agreed_for_the_time_of_year():
    role = fairs(summers(180))

    assert role.verdict == "steady"
    assert role.sentence == "It keeps to what was agreed, for this time of year."
    assert role.knows_year


def test_more_in_the_quiet_months_is_seen_and_set_beside_what_is_usual_then():
    role = fairs(summers(180, more=1.6, since=date(2026, 9, 28)))

    assert (role.verdict, role.is_in_season) == ("drifting", True)
    # 60 % of the 6.5 that those weeks usually take.
    assert role.over == pytest.approx(0.6 * 6.5, abs=1)
    assert "a week more than is usual at this time of year" in role.sentence
    assert role.over_text.endswith("than is usual at this time of year")
    assert len(role.usual) == len(role.last_year)
    assert "are usual at this time of year" in role.talk


def test_before_there_is_an_earlier_year_it_says_what_cannot_be_known():
    life = Life().role("Fairs", "8/week").gives_weekly("Fairs", [8] * 12 + [13] * 14)
    role = fairs(life)

    assert (role.verdict, role.knows_year) == ("drifting", False)
    assert role.sentence.endswith(UNSURE)
    assert role.unsure_text == UNSURE


def test_hours_by_the_year_get_no_verdict_in_the_first():
    role = fairs(summers(50))

    assert role.verdict == "too short"
    assert role.sentence == "Too early to say: 50 weeks of 60."


def test_in_dutch_it_is_the_time_of_year_too():
    role = fairs(summers(180), "nl")

    assert role.sentence.endswith("voor deze tijd van het jaar.")


def test_terms_that_change_keep_the_rhythm_that_was_learned():
    hours = weeks_of(summers(180).portfolio()).by_role[:, 0].tolist()
    old = terms("400/year", until="2026-08-31")
    new = terms("522/year", since="2026-08-31")
    role = fairs(Life().role("Fairs", old, new).gives_weekly("Fairs", hours))

    assert (role.verdict, role.weeks_needed, role.knows_year) == ("steady", 8, True)


def quiet(*, agreed, more=1.0):
    """Return the kinds of findings in the November after two and a half years."""
    life = summers(130, agreed=agreed, more=more, since=date(2026, 9, 28))
    return {finding.kind for finding in reviewed(life).findings}


def test_a_quiet_season_that_comes_every_year_is_not_less_than_was_agreed():
    # 6.5 hours a week of 10 in November, as in the Novembers before.
    assert "role-under" not in quiet(agreed="10/week")


def test_less_than_a_quiet_season_usually_takes_is():
    assert "role-under" in quiet(agreed="10/week", more=0.4)
