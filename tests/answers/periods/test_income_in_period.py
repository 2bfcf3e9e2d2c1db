"""What came in over a period, beside the same days before, and only known days."""

from dataclasses import replace

import pytest

from plait.answers.context import answer_context
from plait.answers.periods.income import income_in_period
from plait.domain.periods.parsing import period_choice_from
from plait.wording.words import words_for
from tests.cast import Life


@pytest.fixture
def life():
    """Two years of 3,000 a month on the last day, 3,100 in October 2026."""
    life = Life(on="2026-11-20").role("Practice", "24/week", since="2024-06-01")
    life.is_covered("main", until="2026-11-15", since="2024-10-01")
    return life.is_paid_monthly("Practice", [3000.0] * 24 + [3100.0])


def asked(life, word="", language="en", role=""):
    context = answer_context(life.portfolio(), words_for(language))
    choice = period_choice_from(word) if word else None
    return income_in_period(context, choice, role)


SENTENCES = {
    # 11 x 3,000 + 3,100, and 12 x 3,000 before.
    "": "Over the last twelve whole months €36,100 came in, €100 more than in the twelve"
    " months before.",
    "2026-10": "In October 2026 €3,100 came in, €100 more than in October 2025.",
    # October alone is known twice; the last of November is still to come.
    "2026-q4": "From October to December 2026 €3,100 came in so far, €100 more than on"
    " the same days of 2025.",
    "2025": "In 2025 €36,000 came in, as much as on the same days of 2024.",
    "role": "Since your first role €75,100 came in so far.",
    "2027": "This period is still to come.",
    "2026-11-16/2026-11-20": "Payments are known until 15 November 2026: what came in"
    " after it is not known yet.",
}


@pytest.mark.parametrize("word", SENTENCES)
def test_a_period_is_one_sentence(life, word):
    assert asked(life, word).sentence == SENTENCES[word]


def test_the_account_that_ends_early_holds_up_its_own_role_alone(life):
    life.role("Flat").is_covered("leeds", until="2026-10-10", since="2020-01-01")
    for year in (2024, 2025, 2026):
        life.is_paid_on("Flat", f"{900 + year} EUR", f"{year}-10-05", account="leeds")
        life.is_paid_on("Flat", "500 EUR", f"{year}-10-20", account="leeds")
    # The statement of Leeds ends before the 20th.
    life.payments = [
        p for p in life.payments if p.on.isoformat() < "2026-10-11" or p.role != "Flat"
    ]

    answer = asked(life, "2026-10")
    flat = next(one for one in answer.roles if one.role == "flat")

    # 2926 against 2925: the 500 of 20 October 2025 have no fellow yet.
    assert flat.change == 1
    assert flat.change_text == "€1 more than on the same days of 2025"
    assert answer.change == 1 + 100
    assert answer.known == "Flat: known until 10 October 2026."


def test_a_role_is_asked_for_alone_and_since_it_began(life):
    life.role("Board", since="2026-01-01").is_paid_on("Board", "200 EUR", "2026-03-01")

    answer = asked(life, "role", role="board")

    assert (answer.income, answer.change) == (200, None)
    assert answer.period.name == "Since the role began"
    assert answer.period.start.isoformat() == "2026-01-01"


def test_a_payer_in_two_spellings_and_of_two_roles_is_one(life):
    life.role("Talks").is_paid_on("Talks", "500 EUR", "2026-10-02", by="PRACTICE HOUSE")

    (payer,) = asked(life, "2026-10").payers

    assert payer.income == 3600
    assert set(payer.roles) == {"practice", "talks"}
    assert payer.records.to_words()["period"] == "2026-10"


def test_a_british_tax_year_begins_on_6_april(life):
    life.person = replace(life.person, country="GB")

    answer = asked(life, "tax-2026")

    assert answer.period.name == "Tax year 2026-27"
    assert answer.period.start.isoformat() == "2026-04-06"
    assert [one.options[0].word for one in answer.period.nearest] == [
        *("2026-11", "2026-q4", "2026", "tax-2026", "role")
    ]


def test_dutch_says_the_same(life):
    sentence = " ".join(asked(life, "2026-10", "nl").sentence.split())

    assert sentence == (
        "In oktober 2026 kwam er € 3.100 binnen, € 100 meer dan in oktober 2025."
    )
