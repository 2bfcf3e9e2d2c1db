"""What the review says of tax obligations: due soon, begun soon, at risk, near a limit."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from plait.analysis.obligations.facts import TaxFacts
from plait.analysis.obligations.report import obligations, obligations_at_home
from plait.answers.context import answer_context
from plait.answers.findings.obligations import findings
from plait.reference.obligations.packs import pack
from plait.wording.obligations.obligations import also_text, what_text
from plait.wording.obligations.status import status_texts
from plait.wording.periods import days_text, year_text
from plait.wording.words import words_for
from tests.cast import Life, period

EN, NL = words_for("en"), words_for("nl")


def found(life: Life, kind: str):
    context = answer_context(life.portfolio(), EN)
    return [one for one in findings(context) if one.kind == kind]


def trainer(on: str, **told) -> Life:
    return Life(on, country="NL", **told).role("Training", since="2015-01-01")


# ------------------------------------------------------------------------ due soon


def test_what_is_due_within_a_month_is_one_finding():
    # In October 2026 the return is due on Saturday the 31st, the money on the 30th.
    (one,) = found(trainer("2026-10-05"), "duties-due")

    assert one.title == "2 things are due by 31 October 2026"
    assert one.sentence == (
        "VAT payment due, July to September 2026, by 30 October 2026."
        " VAT return, July to September 2026, by 31 October 2026."
    )
    assert "not tax advice" in one.evidence.certainty
    assert "bakertilly.nl" in one.evidence.source


def test_one_thing_is_named_with_its_sum_where_it_is_known():
    life = trainer("2027-04-15")
    (one,) = found(life, "duties-due")

    assert one.title == "3 things are due by 1 May 2027"
    assert one.sentence.endswith("And 1 more.")


def test_within_a_week_it_weighs_more():
    early, late = (
        found(trainer(on), "duties-due")[0] for on in ("2026-10-05", "2026-10-24")
    )

    assert late.weight > early.weight


def test_a_month_without_anything_due_says_nothing():
    assert found(trainer("2026-11-20"), "duties-due") == []


@pytest.mark.parametrize("country", ["", "AT"])
def test_without_rules_for_the_country_nothing_is_said(country):
    life = Life("2026-10-05", country=country).role("Training")

    assert list(findings(answer_context(life.portfolio(), EN))) == []


def test_who_is_only_employed_hears_nothing():
    life = Life("2026-10-05", country="NL").role("School", kind="employment")

    assert list(findings(answer_context(life.portfolio(), EN))) == []


# -------------------------------------------------------------- the hours criterion


def working(hours: float, on: str = "2026-10-30", first: str = "2026-01-02") -> Life:
    life, day = trainer(on), date.fromisoformat(first)
    while day <= date.fromisoformat(on):
        life.gives("Training", hours, day)
        day += timedelta(days=7)
    return life


def test_hours_that_may_fall_short_are_told_with_what_is_needed():
    # 44 Fridays of 22 hours are 968; at that pace 968 x 365 / 303 = 1,166.1; the
    # missing 257 over 62 days are 29 a week.
    (one,) = found(working(22), "hours-criterion")

    assert one.title == "The hours criterion of 2026 is at risk"
    assert one.sentence == (
        "968 of 1,225 hours for your own business in 2026 so far. At this pace you reach"
        " 1,166.1 by 31 December 2026; you need 29 a week."
    )


def test_who_is_far_from_them_is_not_told():
    # 44 x 10 hours come to 530 in a year: below seven tenths of 1,225
    assert found(working(10), "hours-criterion") == []


def test_who_had_them_last_year_is_told_however_far():
    # 53 Fridays from 2 January 2025 on with 24 hours: 1,248 in 2025, then 10 a week
    life, day = trainer("2026-10-30"), date(2025, 1, 3)
    while day <= date(2026, 10, 30):
        life.gives("Training", 24 if day.year == 2025 else 10, day)
        day += timedelta(days=7)

    assert len(found(life, "hours-criterion")) == 1


def test_hours_on_the_way_are_not_told():
    assert found(working(30), "hours-criterion") == []


def test_what_cannot_be_reached_any_more_says_so():
    (one,) = found(working(19, on="2026-12-25"), "hours-criterion")

    assert one.title == "The hours criterion of 2026 is out of reach"
    assert "29 a week" not in one.sentence


# ------------------------------------------------------------- thresholds that near


def consultant(amount: str, on: str = "2026-03-01") -> Life:
    life = Life(on, currency="GBP", country="GB").role("Consulting")
    return life.is_paid_on("Consulting", "100 GBP", "2024-04-06").is_paid_on(
        "Consulting", f"{amount} GBP", "2024-10-10"
    )


def test_updates_that_will_begin_are_told():
    (one,) = found(consultant("51900"), "duties-begin")

    assert one.title == "Quarterly updates begin on 6 April 2026"
    assert one.sentence == (
        "Your gross income of 2024-25 is £52,000, above £50,000: quarterly updates"
        " from 6 April 2026."
    )


def test_once_they_have_begun_only_their_dates_are_told():
    assert found(consultant("51900", on="2026-04-06"), "duties-begin") == []


def test_a_gross_income_near_the_threshold_is_told_lightly():
    (one,) = found(consultant("46000"), "duties-near")

    assert one.weight < 40
    assert one.number("figure") == "46100.00"


def test_a_gross_income_well_below_is_not_told():
    life = consultant("10000")

    assert found(life, "duties-near") == found(life, "duties-begin") == []


@pytest.mark.parametrize(
    ("amount", "kind", "title"),
    [
        (
            "18500",
            "turnover-near",
            "Your turnover is near a VAT limit",
        ),
        (
            "20000.01",
            "turnover-over",
            "Your turnover passed a VAT limit",
        ),
    ],
)
def test_the_limit_of_the_small_business_scheme_is_told(amount, kind, title):
    life = trainer("2026-06-30").is_paid_on("Training", f"{amount} EUR", "2026-06-01")

    assert [one.title for one in found(life, kind)] == [title]


def test_who_was_above_the_limit_last_year_is_not_told_again():
    life = trainer("2026-06-30").is_paid_on("Training", "1 EUR", "2025-01-01")
    life.is_paid_on("Training", "30000 EUR", "2025-05-05")
    life.is_paid_on("Training", "30000 EUR", "2026-05-05")

    assert found(life, "turnover-over") == []


# ------------------------------------------------------------------------- in words


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2026-07-01", "2026-10-01", "July to September 2026"),
        ("2026-04-06", "2026-07-06", "6 April to 5 July 2026"),
        ("2026-10-06", "2027-01-06", "6 October 2026 to 5 January 2027"),
        ("2026-10-01", "2027-01-01", "October to December 2026"),
    ],
)
def test_stretches_are_said_as_short_as_they_can(start, end, said):
    assert days_text(EN, period(start, end)) == said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [("2026-04-06", "2027-04-06", "2026-27"), ("2026-01-01", "2027-01-01", "2026")],
)
def test_a_tax_year_is_called_as_people_do(start, end, said):
    assert year_text(period(start, end)) == said


def test_titles_and_assumptions_speak_the_readers_language():
    life = trainer("2026-10-05")
    (soonest, *_) = obligations_at_home(life.portfolio()).due

    assert "september 2026" in what_text(soonest, NL)
    assert also_text(soonest, NL) == ""


def stands(life: Life, code: str, **facts) -> list[str]:
    told = {n: v if isinstance(v, bool) else Decimal(v) for n, v in facts.items()}
    answer = obligations(life.portfolio(), pack(code), facts=TaxFacts(**told))
    return [one.sentence for one in status_texts(answer, EN)]


def test_what_the_last_bill_asks_is_said():
    assert (
        "Half of your tax bill of £4,000 is due twice: £2,000 each time."
    ) in stands(consultant("1"), "uk", last_bill="4000")
    assert ("With a tax bill of £999.99, no payments on account are due.") in stands(
        consultant("1"), "uk", last_bill="999.99"
    )


def test_how_much_paid_ahead_is_enough_is_said():
    life = Life("2026-05-01", country="US", currency="USD").role("Writing")
    told = {"last_bill": "10000", "last_income": "180000", "expected_bill": "9000"}

    assert stands(life, "us", **told) == [
        "Paying US$8,100 in advance is enough: US$2,025 each time."
    ]
    assert stands(life, "us") == [
        "Give last year’s tax, or this year’s, to see how much to pay ahead."
    ]


def test_a_starter_reads_that_the_share_is_not_asked():
    life = Life("2026-10-30", country="NL").role("Training", since="2025-01-01")
    life.role("School", kind="employment").gives("School", 900, "2026-05-01")
    life.gives("Training", 500, "2026-10-30")

    assert stands(life, "nl")[1] == (
        "500 hours for your own business and 900 for employers so far. You started"
        " recently, so this does not apply to you."
    )


def test_a_deduction_is_that_of_the_year():
    assert stands(working(22), "nl")[0].endswith(
        "The deduction for that year is €1,200."
    )
