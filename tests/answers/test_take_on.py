"""What is said of a variant: one sentence, its reasons, clauses, income, what gives."""

import pytest

from plait.answers.context import answer_context
from plait.answers.take_on.answer import variants_answer
from plait.answers.take_on.variant import VariantAnswer
from plait.domain.roles import Clause, CountsAs, Organisation
from plait.wording.words import words_for
from tests.analysis.decisions.take_on.asking import changed, left, new
from tests.cast import Life, terms


def said(life: Life, variant, language: str = "en", rules: str = "") -> VariantAnswer:
    context = answer_context(life.portfolio(), words_for(language))
    return variants_answer(context, [variant], rules).variants[0]


def busy(hours: int, **told) -> Life:
    return Life(capacity=40, **told).role("Practice", f"{hours}/week", at="De Linde")


# ------------------------------------------------------------- the one sentence


def test_what_fits_is_a_yes_with_what_is_left():
    # 40 to give, 30 and 6 asked: 4 left.
    found = said(busy(30), new("Course", "6/week"))

    assert found.sentence == "Yes: it fits, and 4 hours a week are left."
    assert found.reason_sentences == ()
    assert found.ways == ()


def test_what_fits_to_the_hour_just_fits():
    assert said(busy(34), new("Course", "6/week")).sentence == "Yes: it just fits."


def test_what_does_not_fit_is_a_no_with_how_much():
    found = said(busy(38), new("Course", "6/week"))

    assert found.sentence == (
        "No: in 12 of 12 weeks you do not have the hours for it, on average 4 hours too few."
    )
    (reason,), (way,) = found.reason_sentences, found.ways
    assert reason == (
        "12 of 12 weeks would be too full, against 0 without it; 4 hours a week on"
        " average would not fit."
    )
    assert way == (
        "No role takes more than was agreed, so the hours would have to come from new terms"
        " for one of them, or from doing less of this."
    )


def test_leaving_says_what_it_frees_and_costs():
    life = busy(20).role("Columns", terms("4/week", pay="250 EUR/month"))

    found = said(life, left(life, "Columns"))

    assert found.sentence == "Yes, and it frees 4 hours a week."
    assert found.income_a_month.sentence == "€250 a month less, before tax."


def test_fewer_days_free_hours():
    life = busy(40)

    variant = changed(life, "Practice", "24/week")
    assert said(life, variant).sentence == "Yes, and it frees 16 hours a week."


def test_what_changes_nothing_hardly_changes_the_weeks():
    life = busy(24)

    variant = changed(life, "Practice", "24/week")
    assert said(life, variant).sentence == "Yes: your weeks hardly change."


def test_conditions_stand_behind_the_if():
    life = Life(capacity=40).role(
        "Practice", terms("38/week", clause=Clause.CONSENT), at="De Linde"
    )
    life.role("Atlas", "0/week").gives_weekly("Atlas", 6, weeks=20)
    life.gives_weekly("Practice", 38, weeks=20)

    # 44 asked already and 50 with it, of 40; 6 of Atlas were never agreed: too few.
    assert said(life, new("Course", "6/week")).sentence == (
        "No: 12 of 12 weeks are too full already, and it adds 6 hours a week."
    )
    # With 2 more instead of 6 it is 46 of 40: the 6 of Atlas just do.
    assert said(life, new("Course", "2/week")).sentence == (
        "Yes, if you free up 6 hours a week in the full weeks and De Linde agrees."
    )


@pytest.mark.parametrize(
    ("life", "variant", "sentence"),
    [
        (
            Life().role("Practice", "30/week"),
            new("Course", "6/week"),
            "Yes, if you have the hours, which your settings do not say.",
        ),
        (
            busy(30),
            new("Course", "6/week", since="2030-01-07"),
            "Yes, if there is room by then, which is too far ahead to forecast.",
        ),
        (
            busy(30),
            new("Course", "6/week", clause=Clause.EXCLUSIVE),
            "No: its own terms rule out your other work.",
        ),
        (
            Life(capacity=40).role(
                "Practice", terms("24/week", clause=Clause.EXCLUSIVE), at="De Linde"
            ),
            new("Course", "6/week"),
            "No: your agreement with De Linde rules out other work.",
        ),
    ],
)
def test_what_it_hangs_on_is_said(life, variant, sentence):
    assert said(life, variant).sentence == sentence


def test_a_limit_of_the_law_is_said_with_its_figures():
    life = Life(capacity=60).role("Practice", "40/week", kind="employment")

    found = said(life, new("Desk", "12/week", kind="employment"), rules="nl")

    assert found.sentence == (
        "No: it passes a limit of the law: 52 hours a week, where 48 hours a week is"
        " allowed."
    )
    over = next(law for law in found.law if law.is_over)
    assert over.sentence == (
        "On average at most 48 hours a week, over any 16 weeks: now 40, with it 52 hours"
        " a week."
    )
    assert over.verdict_text == "over the limit"
    assert f"{over.rule} · {over.source}".startswith(
        "NL-4 · productieleveringsbedrijven"
    )


def test_more_than_is_healthy_is_a_notice():
    life = Life(capacity=80).role("Practice", "40/week", kind="employment")

    found = said(life, new("Course", "16/week"), rules="nl")

    assert found.sentence == "Yes, if it is only for a short time."
    assert [law.verdict_text for law in found.law] == ["unhealthy in the long run"]


def test_notice_is_said_with_its_day():
    life = Life(capacity=40).role("Columns", terms("4/week", notice_days=60))

    found = said(life, left(life, "Columns"))

    # 60 days from 20 November 2026.
    assert found.sentence == "Yes, if you stay until 19 January 2027."
    assert found.reason_sentences == (
        "Notice is 60 days: given today, it ends on 19 January 2027.",
    )


# -------------------------------------------------------------------- the parts


@pytest.mark.parametrize(
    ("country", "begins"),
    [
        ("NL", "In the Netherlands such a clause holds only if"),
        ("IE", "In Ireland such a clause holds only on objective grounds"),
        ("GB", "In Great Britain such a clause cannot be enforced in a zero-hours"),
        ("FR", "In France such a clause holds only if it is indispensable"),
        ("BE", "In the European Union an employer may not forbid"),
    ],
)
def test_a_clause_is_told_with_what_it_is_worth_there(country, begins):
    life = Life(capacity=40, country=country).role(
        "Practice", terms("24/week", clause=Clause.CONSENT), at="De Linde"
    )

    (clause,) = said(life, new("Course", "6/week")).clauses

    assert clause.sentence == (
        "Your agreement with De Linde as Practice asks for consent before other work."
    )
    assert clause.worth.startswith(begins)
    assert clause.source.endswith("Information, not legal advice.")


def test_nothing_is_said_of_a_clauses_worth_where_the_country_is_not_known():
    life = Life().role("Practice", terms("24/week", clause=Clause.CONSENT))

    (clause,) = said(life, new("Course", "6/week")).clauses

    assert (clause.worth, clause.source) == ("", "")


def test_work_of_ones_own_has_no_such_law():
    own = terms("24/week", clause=Clause.CONSENT, counts_as=CountsAs.SELF_EMPLOYED)
    life = Life(country="NL").role("Practice", own)

    (clause,) = said(life, new("Course", "6/week")).clauses

    assert clause.worth == (
        "The laws on such clauses are for employment, which this is not."
    )


def test_dutch_readers_have_the_law_in_dutch():
    life = Life(capacity=40, country="NL").role(
        "Practice", terms("24/week", clause=Clause.CONSENT)
    )

    (clause,) = said(life, new("Course", "6/week"), "nl").clauses

    assert clause.worth.startswith("In Nederland geldt")


def test_clashes_are_told_with_the_first_time_in_local_time():
    life = Life().role("Practice", terms("8/week", blocks="fri 09:00-17:00"))
    life.role("Board", "8/month")
    life.meets("Board", "2026-12-04T10:00", 1, title="Board meeting")

    found = said(life, new("Course", "6/week", blocks="fri 09:00-15:00"))

    assert found.clash_sentences == (
        "The agreed hours of Practice: 6 hours in a week, first on 27 November 2026 at 09:00.",
        "Board meeting (Board), on 4 December 2026 at 11:00.",
    )


@pytest.mark.parametrize(
    ("pay", "income"),
    [
        # 90 x 6 x 52.1775 / 12 = 2,347.99.
        (
            "90 EUR/hour",
            "€2,348 a month more, before tax: €90.00 per agreed hour.",
        ),
        ("", "It brings no money and costs none."),
        (
            "5 EUR/commission",
            "These terms do not show what it does to your income.",
        ),
    ],
)
def test_what_it_does_to_income_is_said(pay, income):
    assert (
        said(busy(30), new("Course", "6/week", pay=pay)).income_a_month.sentence
        == income
    )


def test_what_would_have_to_give_is_told_in_order():
    life = Life(capacity=40).role("Practice", "30/week")
    life.gives_weekly("Practice", 38, weeks=30)
    life.has_season("2026-11-16", "2027-01-04", "40")
    life.has_season("2027-01-04", "2028-01-04", "50")

    found = said(life, new("Course", "6/week"))

    assert found.ways == (
        "Start on 4 January 2027: from then on it fits.",
        "Bring Practice back to what was agreed: that frees 8 hours a week.",
    )


def test_the_answer_can_be_opened():
    life = Life(capacity=40, country="NL").role("Practice", "30/week")
    life.gives_weekly("Practice", 30, weeks=30)

    why = said(life, new("Course", "6/week", at="Elsewhere")).evidence

    assert why.data == "30 full weeks of hours, agreements, leave and calendars."
    assert "26 weeks are projected as agreed" in why.assumptions
    assert why.source.startswith(
        "Working-time rules: Netherlands, as of 30 November 2026."
    )


def test_where_no_rules_are_known_that_is_said():
    found = said(Life(capacity=40), new("Course", "6/week"))

    assert found.evidence.source.startswith("No working-time rules are known")
    assert found.law == ()


def test_the_new_places_country_decides_of_its_own_clause():
    variant = new(
        "Course",
        "6/week",
        country="IE",
        clause=Clause.CONSENT,
        counts_as=CountsAs.EMPLOYMENT,
    )
    life = Life(capacity=40, country="NL").role("Practice", "24/week")

    (clause,) = said(life, variant).clauses

    assert variant.organisation == Organisation("Hogeschool Zuid", country="IE")
    assert clause.worth.startswith("In Ireland")
