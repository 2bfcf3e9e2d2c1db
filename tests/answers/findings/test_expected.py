"""What the review says of payments that went otherwise."""

from datetime import date

import pytest

from plait.answers.context import answer_context
from plait.answers.findings.expected import findings
from plait.domain.records import RecordStatus
from plait.wording.words import words_for
from tests.answers.cases import reviewed
from tests.cast import Life, terms

SPACE = "\u202f"


def of(life, language="en"):
    life.is_paid_on("", "-1 EUR", life.on, status=RecordStatus.PRIVATE)
    return list(findings(answer_context(life.portfolio(), words_for(language))))


def practice(*, until=10, amount="2900 EUR", pay="4000 EUR/salary"):
    """Return a salary paid on the 24th from January 2025 to a month of 2026."""
    life = Life().role("Practice", terms("24/week", pay=pay), at="De Linde")
    for number in range(12 + until):
        on = date(2025 + number // 12, number % 12 + 1, 24)
        life.is_paid_on("Practice", amount, on, by="De Linde")
    return life


def test_a_salary_as_always_is_no_finding():
    assert of(practice()) == []


def test_a_missing_payment_says_how_much_was_due_and_when():
    [missing] = of(practice(until=9))

    assert missing.kind == "payment-missing"
    assert missing.title == "A payment for Practice has not arrived"
    # From 24 October to 20 November 2026.
    assert missing.sentence == (
        "About €2,900 was due around 24 October 2026, 27 days ago."
    )
    assert missing.number("due_on") == "2026-10-24"
    assert (missing.step.place, missing.step.key) == ("role", "practice")
    assert missing.evidence.data == "12 payments before this one."


def test_a_short_payment_says_what_share_of_the_agreed_is_usual():
    life = practice(until=9).is_paid_on(
        "Practice", "2500 EUR", "2026-10-24", by="De Linde"
    )
    [short] = of(life)

    assert short.kind == "payment-short"
    # 2,900 of 4,000 is 72.5 %, shown as 73 %.
    assert short.sentence == (
        "€2,500 came in for October 2026 instead of about €2,900. Usually"
        f" 73{SPACE}% of the agreed €4,000 comes in."
    )


def test_a_doubled_payment_names_both_days():
    life = practice().is_paid_on("Practice", "2900 EUR", "2026-10-26", by="De Linde")
    [doubled] = of(life)

    assert doubled.title == "Practice was paid twice in October 2026"
    assert doubled.sentence == (
        "€5,800 came in on 24 October 2026 and 26 October 2026, where €2,900 is usual."
    )
    assert doubled.number("paid_on") == ("2026-10-24", "2026-10-26")
    assert doubled.number("paid") == (2900, 2900)


def test_an_overdue_invoice_is_told_however_old():
    life = Life().role("Atlas", at="Zorggroep Atlas")
    life.invoices_for("Atlas", "1200 EUR", "2026-01-05", "2026-02-04")
    [missing] = of(life)

    assert missing.sentence == (
        "The invoice of €1,200 was due on 4 February 2026, 289 days ago."
    )
    assert missing.evidence.certainty == "Certain as far as your statements reach."


def test_what_went_otherwise_half_a_year_ago_is_no_finding_any_more():
    life = practice(until=4)
    for month in (6, 7, 8, 9, 10):
        life.is_paid_on("Practice", "2900 EUR", date(2026, month, 24), by="De Linde")

    assert of(life) == []


def test_the_review_tells_it_among_the_others_and_a_dry_stream_only_once():
    kinds = [finding.kind for finding in reviewed(practice(until=7)).findings]
    assert "payment-missing" not in kinds

    life = practice(until=9)
    life.is_paid_on("", "-1 EUR", life.on, status=RecordStatus.PRIVATE)
    assert "payment-missing" in [one.kind for one in reviewed(life).findings]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_no_sentence_is_left_with_a_hole(language):
    life = practice(until=9).is_paid_on(
        "Practice", "2900 EUR", "2026-08-26", by="De Linde"
    )

    found = of(life, language)

    assert {one.kind for one in found} == {"payment-missing", "payment-doubled"}
    assert not any("%(" in one.sentence + one.title for one in found)
