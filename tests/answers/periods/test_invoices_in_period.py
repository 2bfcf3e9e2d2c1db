"""What was billed over a period, beside the same days before."""

import pytest

from plait.answers.income.invoices import invoices_answer
from plait.domain.periods.parsing import period_choice_from
from plait.wording.words import words_for
from tests.cast import Life


@pytest.fixture
def life():
    """An invoice each month since July 2025, 1,000 and from 2026 on 1,200."""
    life = Life(on="2026-11-20").role("Practice", since="2024-06-01")
    for month in range(7, 13):
        life.invoices_for("Practice", "1000 EUR", f"2025-{month:02}-25", "2027-01-01")
    for month in range(1, 11):
        life.invoices_for("Practice", "1200 EUR", f"2026-{month:02}-25", "2027-01-01")
    return life


def asked(life, word="", language="en"):
    choice = period_choice_from(word) if word else None
    return invoices_answer(life.portfolio(), words_for(language), choice)


SENTENCES = {
    "": "",
    "2026-10": "In October 2026 you issued 1 invoice, of €1,200.00, €200.00 more"
    " than in October 2025.",
    # Since the first invoice of all: 4 x 1,200 and, on the same days of 2025, 4 x 1,000.
    "2026": "In 2026 you have issued 10 invoices so far, €12,000.00 in all, €800.00 more"
    " than on the same days of 2025.",
    "2025-q3": "From July to September 2025 you issued 3 invoices, €3,000.00 in all.",
    # None until the 20th, and none until then in 2025.
    "2026-11": "In November 2026 you have issued no invoice so far.",
}


@pytest.mark.parametrize("word", SENTENCES)
def test_a_period_is_one_sentence(life, word):
    assert asked(life, word).in_period.sentence == SENTENCES[word]


def test_the_list_holds_the_invoices_issued_in_the_period_alone(life):
    answer = asked(life, "2026-q1")

    issued = [f"{one.issued_on:%m}" for one in (*answer.unpaid, *answer.paid)]
    assert issued == ["01", "02", "03"]
    assert answer.sentence.startswith("3 invoices are open, €3,600.00 in all.")


def test_two_currencies_are_two_sums_and_no_comparison(life):
    life.invoices_for("Practice", "500 GBP", "2026-10-26", "2027-01-01")

    in_period = asked(life, "2026-10").in_period

    assert [one.currency for one in in_period.sums] == ["EUR", "GBP"]
    assert in_period.change is None
