"""What the review says of what roles give and take."""

from datetime import date, timedelta

import pytest

from plait.analysis.wellbeing.value_map import value_map
from plait.answers.context import answer_context
from plait.answers.findings import wellbeing
from plait.wording.roles.wellbeing import reason_text, suggestion_text
from plait.wording.words import words_for
from tests.cast import Life

MONDAY = date(2026, 11, 16)


def answers(life: Life, role: str, *told: list[int]) -> Life:
    """Answer week by week up to this one: energy, meaning, growth, pressure."""
    for back, four in enumerate(reversed(told)):
        life.checks_in(role, (MONDAY - timedelta(weeks=back)).isoformat(), four)
    return life


def findings(life: Life, language: str = "en"):
    context = answer_context(life.portfolio(), words_for(language))
    return {finding.kind: finding for finding in wellbeing.findings(context)}


def two_roles() -> Life:
    """Return a role that gives much and one that takes much, for twelve weeks."""
    life = Life().role("Board").role("Atlas")
    answers(life, "Board", *[[5, 5, 5, 1]] * 12)
    return answers(life, "Atlas", *[[1, 2, 2, 5]] * 12)


def reasons(life: Life) -> dict[str, str]:
    found, words = value_map(life.portfolio()), words_for("en")
    return {
        life.roles[place.role].name: reason_text(words, place, found)
        for place in found.positions
    }


def test_a_role_that_takes_much_and_gives_little_is_told_with_its_figures():
    finding = findings(two_roles())["value-low"]

    assert finding.title == "Atlas asks a lot of you and gives little"
    assert finding.role == "atlas"
    # Its own mean is 5/3, drawn a little toward the person's, (5 + 5/3) / 2 = 3.33;
    # the middles are (3.33 + 3) / 2 and (3 + 3) / 2.
    assert finding.number("gives") == pytest.approx(1.7, abs=0.05)
    assert finding.sentence == (
        "It gives you 1.7 out of 5 (your middle: 3.2) at a pressure of 5 (your middle: 3)."
    )
    assert finding.evidence.data == (
        "12 check-ins on this role, the last for the week of 16 November 2026."
    )
    assert finding.step.place == "hours"


def test_its_part_of_the_hours_is_told_where_hours_are_known():
    life = two_roles().gives_weekly("Atlas", 6, weeks=13)
    life.gives_weekly("Board", 18, weeks=13)

    # 6 of 24 hours a week.
    assert "It takes 25\u202f% of your hours." in findings(life)["value-low"].sentence


def test_only_the_heaviest_of_such_roles_is_told():
    life = two_roles().role("Study")
    answers(life, "Study", *[[2, 2, 2, 4]] * 12)

    assert findings(life)["value-low"].role == "atlas"


def test_a_role_that_gives_much_is_not_told_however_hard_it_presses():
    life = Life().role("Board").role("Atlas")
    answers(life, "Board", *[[3, 3, 3, 1]] * 12)
    answers(life, "Atlas", *[[4, 5, 5, 5]] * 12)

    assert "value-low" not in findings(life)


def test_three_answers_are_no_finding():
    life = Life().role("Board").role("Atlas")
    answers(life, "Board", *[[5, 5, 5, 1]] * 12)
    answers(life, "Atlas", *[[1, 1, 1, 5]] * 3)

    assert findings(life) == {}


def test_energy_that_falls_for_weeks_is_told():
    life = Life().role("Atlas")
    energies = [5, 5, 5, 4, 5, 4, 4, 3, 3, 2, 2, 2]
    answers(life, "Atlas", *[[energy, 4, 4, 3] for energy in energies])

    finding = findings(life)["energy-falls"]

    # Four a third: (5 + 5 + 5 + 4) / 4 and (3 + 2 + 2 + 2) / 4.
    assert finding.title == "Your energy for Atlas is falling"
    assert finding.sentence == "From 4.8 to 2.3 out of 5 in 12 weeks."
    assert finding.series.values == tuple(map(float, energies))
    assert "less than 1\u202f% of cases" in finding.evidence.certainty


def test_of_two_that_fall_the_one_that_fell_further_is_told():
    life = Life().role("Atlas").role("Board")
    answers(life, "Atlas", *[[e, 4, 4, 3] for e in (5, 5, 5, 4, 4, 4, 4, 3, 3, 3)])
    answers(life, "Board", *[[e, 4, 4, 3] for e in (5, 5, 5, 4, 4, 3, 2, 1, 1, 1)])

    assert findings(life)["energy-falls"].role == "board"


def test_energy_that_rises_or_stays_is_no_finding():
    life = Life().role("Atlas").role("Board")
    answers(life, "Atlas", *[[e, 4, 4, 3] for e in (1, 1, 2, 2, 3, 3, 4, 4, 5, 5)])
    answers(life, "Board", *[[4, 4, 4, 3]] * 10)

    assert findings(life) == {}


def test_whoever_gives_hours_and_was_never_asked_is_asked_to_check_in():
    life = Life().role("Atlas").gives_weekly("Atlas", 8, weeks=5)

    finding = findings(life)["check-in-due"]

    assert finding.title == "You have not checked in on your roles yet"
    assert finding.step.place == "check_in"
    assert finding.weight < 30


def test_three_weeks_after_the_last_answer_it_is_due_again():
    # The week of 19 October ends on the 25th: 26 days before 20 November, the week
    # of 26 October on 1 November: 19 days.
    life = Life().role("Atlas").gives_weekly("Atlas", 8, weeks=8)
    life.checks_in("Atlas", "2026-10-19", [3, 3, 3, 3])
    due = findings(life)["check-in-due"]
    life.checks_in("Atlas", "2026-10-26", [3, 3, 3, 3])

    assert due.title == ("Your last check-in was for the week of 19 October 2026")
    assert "check-in-due" not in findings(life)


@pytest.mark.parametrize(
    "life",
    [
        Life(),
        Life().role("Atlas"),
        Life().role("Atlas").gives_weekly("Atlas", 8, weeks=2),
        Life().role("Atlas").gives_weekly("Atlas", 8, weeks=9, until="2026-09-01"),
    ],
    ids=["nothing", "no hours", "two weeks", "hours long ago"],
)
def test_without_hours_of_late_nobody_is_asked(life):
    assert findings(life) == {}


def test_each_role_has_its_reason_in_a_sentence():
    life = two_roles().role("New").role("Silent")
    answers(life, "New", [4, 4, 4, 4])

    assert reasons(life) == {
        "Board": "Gives a lot (5 of 5) under little pressure (1).",
        "Atlas": "Gives little (1.7 of 5) under high pressure (5).",
        "New": "1 answer so far; 4 are needed.",
        "Silent": "You have not checked in on this role yet.",
    }


def test_an_unclear_role_says_where_it_leans():
    life = two_roles().role("Grey")
    answers(life, "Grey", *[[3, 3, 4, 1]] * 6)

    assert reasons(life)["Grey"] == (
        "Little pressure (1 of 5); whether it gives much (3.3) is unclear."
        " It tends towards: grow."
    )


def test_every_proposal_has_a_word():
    from plait.analysis.wellbeing.suggestions import Suggestion

    said = [suggestion_text(words_for("en"), suggestion) for suggestion in Suggestion]
    assert len(set(said)) == len(Suggestion)
