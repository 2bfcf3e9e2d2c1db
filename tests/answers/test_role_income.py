"""What one role brings in a month."""

from plait.answers.context import answer_context
from plait.answers.income.role_income import role_income
from plait.answers.overview.income import income_overview
from plait.wording.words import words_for
from tests.cast import Life


def income_of(life: Life, language: str = "en"):
    return role_income(answer_context(life.portfolio(), words_for(language)), 0)


def test_it_is_the_mean_of_at_most_twelve_months():
    # 600 in each month of the first year, 1,200 in the last.
    life = Life().role("Atlas").is_paid_monthly("Atlas", [600] * 12 + [1200] * 12)

    income = income_of(life)

    assert (income.a_month, income.n_months) == (1200, 12)
    assert (income.figure, income.note.split(" · ")[0]) == (
        "€1,200 a month",
        "mean of 12 months",
    )
    assert (len(income.months), income.monthly[0]) == (24, 600)


def test_a_role_without_money_has_no_months():
    income = income_of(Life().role("Atlas", is_paid=True))

    assert (income.has_income, income.months, income.monthly) == (False, (), ())
    assert (income.figure, income.note) == ("No income known yet", "")


def test_it_speaks_dutch():
    life = Life().role("Atlas").is_paid_monthly("Atlas", "1200 EUR", months=3)

    assert income_of(life, "nl").note == "gemiddelde van 3 maanden"


def test_a_review_has_the_same_month():
    # 1,200 in each of three months, and nothing known before.
    life = Life().role("Atlas").is_paid_monthly("Atlas", "1200 EUR", months=3)
    context = answer_context(life.portfolio(), words_for("en"))

    [stream] = income_overview(context).streams

    assert stream.a_month == income_of(life).a_month == 1200
