"""The draft note to the other side, and each role's drift in one sentence."""

from dataclasses import replace

import pytest

from plait.answers.context import answer_context
from plait.answers.hours.drift import drift_answer
from plait.wording.words import words_for
from tests.cast import Life, terms

STEADY = [16.5, 15, 16, 17, 15.5, 16, 15, 16]
UNSURE = "Whether it is a season cannot be known before there is an earlier year."


def answered(life):
    return answer_context(life.portfolio(), words_for("en"))


def talk(life):
    return talk_of(answered(life))


def talk_of(context):
    [role] = drift_answer(context, role="atlas").roles
    return role.talk


def drifting(agreed="16/week", *, later=(20, 21, 19) * 3, **role):
    agreed = terms(agreed, pay=role.pop("pay", ""))
    life = Life().role("Atlas", agreed, at="Zorggroep Atlas", **role)
    return life.gives_weekly("Atlas", [*STEADY * 3, *later])


def test_the_note_says_what_was_agreed_what_it_became_and_what_it_is_worth():
    # 4 hours a week at 85 are 4 x 85 x 52.1775 / 12 = 1,478.36 a month.
    assert talk(drifting(pay="85 EUR/hour")) == (
        "Dear all at Zorggroep Atlas,\n\n"
        "For Atlas we agreed on 16 hours a week. Since the week of 14 September 2026 it"
        " has taken 20 on average. The work has grown, and I would like to look at it"
        " with you while that is easy.\n\n"
        "At the agreed pay the extra hours would come to €1,478 a month.\n\n"
        "I see two ways on:\n"
        "- we put 20 hours a week into the agreement, and the pay follows;\n"
        "- we choose together what can go, so that it is 16 hours again.\n\n"
        "Which of the two would suit you? I am glad to talk it through.\n\n"
        "Kind regards,\nNora"
    )


def test_of_pay_by_the_month_it_says_what_an_hour_brings_now():
    note = talk(drifting(pay="2000 EUR/month"))

    # 2,000 / (16 x 4.348125) = 28.75 agreed and 2,000 / (20 x 4.348125) = 23.00 now.
    assert "paid at €23.00 instead of €28.75" in note


@pytest.mark.parametrize("pay", ["", "4000 EUR/fixed"])
def test_without_a_price_per_hour_nothing_is_said_of_worth(pay):
    assert "€" not in talk(drifting(pay=pay))


def test_an_unpaid_role_speaks_of_hands_and_not_of_money():
    note = talk(drifting(is_paid=False, pay="85 EUR/hour"))

    assert "€" not in note
    assert "pay" not in note
    assert "find somebody to take over a part of it" in note


def test_of_a_role_that_still_grows_it_speaks_of_the_last_four_weeks():
    later = (18, 19, 20, 22, 24, 26, 26, 28)
    note = talk(drifting(pay="85 EUR/hour", later=later))

    # The last four: (24 + 26 + 26 + 28) / 4 = 26.
    assert "and lately 26." in note
    assert "we put 26 hours a week" in note


def test_hours_by_the_month_are_told_by_the_week():
    # 36 x 12 / 52.1775 = 8.28 a week.
    life = Life().role("Atlas", "36/month")
    note = talk(life.gives_weekly("Atlas", [8.28] * 40 + [14] * 40))

    assert "our agreement comes to 8.3 hours a week" in note


def test_it_ends_with_the_question_and_the_person_s_own_name():
    portfolio = drifting().portfolio()
    named = replace(portfolio, person=replace(portfolio.person, name="Ada"))
    context = answer_context(named, words_for("en"))

    *_, question, ending = talk_of(context).split("\n\n")

    assert question.startswith("Which of the two would suit you?")
    assert ending == "Kind regards,\nAda"


def test_there_is_no_note_for_a_role_that_keeps_to_its_agreement_or_came_back():
    steady = Life().role("Atlas", "16/week").gives_weekly("Atlas", STEADY * 4)
    back = Life().role("Atlas", "16/week")
    back.gives_weekly("Atlas", STEADY * 2 + [22] * 8 + STEADY)

    assert talk(steady) is None
    assert talk(back) is None


@pytest.mark.parametrize(
    ("life", "sentence"),
    [
        (
            drifting(),
            (
                "4 hours a week more than agreed, since the week of 14 September 2026."
                f" {UNSURE}"
            ),
        ),
        (
            drifting(later=(18, 19, 20, 22, 24, 26, 26, 28)),
            (
                "6.9 hours a week more than agreed, since the week of 21 September 2026;"
                f" lately 10. {UNSURE}"
            ),
        ),
        (
            Life().role("A", "16/week").gives_weekly("A", STEADY * 4),
            "It keeps to what was agreed.",
        ),
        (
            Life()
            .role("A", "16/week")
            .gives_weekly("A", STEADY * 2 + [22] * 8 + STEADY),
            (
                "It took 6 hours a week more than agreed from the week of 27 July 2026 to"
                " that of 14 September 2026; now it is as agreed again."
            ),
        ),
        (
            Life().role("A", "16/week").gives_weekly("A", [20]),
            "Too early to say: 1 week of 8.",
        ),
        (
            Life().role("A", terms()).gives_weekly("A", [20] * 9),
            "No hours a week are agreed, so there is nothing to compare.",
        ),
    ],
)
def test_a_drift_is_one_sentence(life, sentence):
    [role] = drift_answer(answered(life)).roles

    assert role.sentence == sentence


def test_less_than_half_an_hour_a_week_needs_no_note():
    steady, later = [4.0, 4.02, 3.98] * 6, [4.45] * 40
    life = Life().role("Atlas", "4/week").gives_weekly("Atlas", steady + later)

    [role] = drift_answer(answered(life), role="atlas").roles

    assert (role.verdict, role.is_noticeable, role.talk) == ("drifting", False, None)
