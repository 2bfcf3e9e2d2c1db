"""What is turnover, where it is taxed, and the limits of a year and of twelve months."""

from datetime import date
from decimal import Decimal

import pytest

from plait.analysis.obligations.obligation import LimitStatus, ObligationKind
from plait.analysis.obligations.report import obligations
from plait.reference.obligations.packs import pack
from tests.cast import Life

NL, UK = pack("nl"), pack("uk")


def designer(on: str = "2026-11-30", **told) -> Life:
    return Life(on, country="NL", **told).role("Design")


def writer(on: str = "2026-11-30") -> Life:
    return Life(on, country="GB", currency="GBP").role("Writing")


def year(life: Life):
    return obligations(life.portfolio(), NL).turnover


def twelve_months(life: Life):
    return obligations(life.portfolio(), UK).rolling


# -- what is turnover -----------------------------------------------------------------


def test_a_supplier_that_pays_back_brings_no_turnover():
    life = designer().is_paid_on("Design", "-900 EUR", "2026-03-01", by="Camera shop")
    life.is_paid_on("Design", "900 EUR", "2026-08-20", by="Camera shop")
    life.is_paid_on("Design", "4000 EUR", "2026-09-01")

    assert year(life).figure == 4000


def test_a_part_of_a_purchase_that_comes_back_brings_none_either():
    life = designer().is_paid_on("Design", "-900 EUR", "2026-03-01", by="Camera shop")
    life.is_paid_on("Design", "250 EUR", "2026-03-20", by="Camera shop")
    life.is_paid_on("Design", "4000 EUR", "2026-09-01")

    assert year(life).figure == 4000


def test_what_a_customer_gets_back_lowers_turnover():
    life = designer().is_paid_on("Design", "4000 EUR", "2026-02-01")
    life.is_paid_on("Design", "-650 EUR", "2026-03-01")

    assert year(life).figure == 3350


def test_more_money_out_than_a_customer_paid_is_a_cost():
    life = designer().is_paid_on("Design", "500 EUR", "2026-02-01", by="Studio")
    life.is_paid_on("Design", "-800 EUR", "2026-03-01", by="Studio")

    assert year(life).figure == 500


def test_a_fee_that_a_platform_books_beside_each_payment_lowers_nothing():
    life = designer()
    for month in range(1, 12):  # in October all fees together pass one payment
        day = f"2026-{month:02}-03"
        life.is_paid_on("Design", "800 EUR", day, by="Workplace")
        life.is_paid_on("Design", "-80 EUR", day, by="Workplace")

    assert year(life).figure == 11 * 800


def test_a_payout_counts_with_the_fee_that_a_platform_held_back():
    life = designer("2026-06-30")
    life.invoices_for("Design", "2000 EUR", "2026-03-01", "2026-03-31", number="F-7")
    life.is_paid_on("Design", "1942 EUR", "2026-03-20", reference="F-7")
    life.settles("F-7", "1942 EUR", 1, "payment").settles("F-7", "58 EUR", 1, "fee")
    life.person = life.person.__class__("Nora", country="NL", set_aside=Decimal("0.5"))

    found = obligations(life.portfolio(), NL)
    assert found.turnover.figure == 2000
    assert found.set_aside.together.year.received == 1942


# -- where it is taxed ----------------------------------------------------------------


def test_a_flat_in_another_country_is_no_turnover_here():
    life = designer().role("Flat", sector="verhuur", country="ES")
    life.is_paid_on("Design", "8000 EUR", "2026-02-01")
    life.is_paid_on("Flat", "15000 EUR", "2026-02-02")

    found = year(life)
    assert (found.figure, found.status) == (8000, LimitStatus.WITHIN)
    assert found.abroad == ("Flat",)


@pytest.mark.parametrize(
    ("country", "figure"), [("", 14000), ("nl", 14000), ("US", 8000), ("DE", 8000)]
)
def test_services_to_a_business_abroad_are_taxed_there(country, figure):
    life = designer().role("Branding", country=country)
    life.is_paid_on("Design", "8000 EUR", "2026-02-01")
    life.is_paid_on("Branding", "6000 EUR", "2026-02-02")

    assert year(life).figure == figure


@pytest.mark.parametrize("letters", ["GB", "UK"])
def test_both_letters_of_the_united_kingdom_are_at_home(letters):
    life = writer().role("Editing", country=letters)
    life.is_paid_on("Editing", "6000 GBP", "2026-02-02")

    assert twelve_months(life).figure == 6000


def test_all_that_came_in_counts_for_making_tax_digital_wherever_it_is_taxed():
    life = writer("2026-03-01").role("Flat", sector="property", country="NL")
    life.is_paid_on("Writing", "20000 GBP", "2025-05-01")
    life.is_paid_on("Flat", "12000 GBP", "2025-06-01")

    assert obligations(life.portfolio(), UK).entry_steps[1].figure == 32000


# -- twelve months in a row -----------------------------------------------------------


def monthly(amount: int, months: int, last: str, on: str = "2026-11-30") -> Life:
    life = writer(on)
    return life.is_paid_monthly("Writing", f"{amount} GBP", months=months, until=last)


def test_twelve_months_that_pass_the_limit_say_when_to_tell_and_from_when():
    # 9,100 a month from July 2025: 91,000 over ten months at the end of April 2026.
    found = twelve_months(monthly(9100, 17, "2026-11-01"))

    assert (found.figure, found.status) == (109200, LimitStatus.OVER)
    assert found.passed_on == date(2026, 4, 30)
    assert found.tell_by == date(2026, 5, 30)
    assert found.registered_from == date(2026, 6, 1)


@pytest.mark.parametrize(
    ("passed", "tell_by", "registered_from"),
    [
        # Published: over in June, by 30 July, from 1 August (masseyaccountingcompany.com)
        ("2026-06-10", date(2026, 7, 30), date(2026, 8, 1)),
        # Published: over in October, by 30 November, from 1 December (stokeaccounting)
        ("2026-10-31", date(2026, 11, 30), date(2026, 12, 1)),
        # Published: over in August, by 30 September, from 1 October (sterlingandwells)
        ("2026-08-01", date(2026, 9, 30), date(2026, 10, 1)),
    ],
)
def test_published_examples_of_the_days_that_follow(passed, tell_by, registered_from):
    life = writer().is_paid_on("Writing", "60000 GBP", "2026-01-15")
    found = twelve_months(life.is_paid_on("Writing", "31000 GBP", passed))

    assert (found.tell_by, found.registered_from) == (tell_by, registered_from)


@pytest.mark.parametrize(
    ("amount", "status"),
    [
        ("80999.99", LimitStatus.WITHIN),
        ("81000", LimitStatus.NEAR),
        ("90000", LimitStatus.NEAR),  # 90,000 is not above 90,000
        ("90000.01", LimitStatus.OVER),
    ],
)
def test_only_more_than_the_limit_passes_it(amount, status):
    life = writer().is_paid_on("Writing", "40000 GBP", "2025-12-01")
    rest = Decimal(amount) - 40000
    life.is_paid_on("Writing", f"{rest} GBP", "2026-11-30")

    assert twelve_months(life).status is status


def test_a_calendar_year_below_it_passes_all_the_same():
    life = writer("2026-04-30").is_paid_on("Writing", "50000 GBP", "2025-10-01")
    life.is_paid_on("Writing", "45000 GBP", "2026-03-01")

    assert twelve_months(life).passed_on == date(2026, 3, 31)


def test_what_was_passed_once_and_is_below_again_is_still_told():
    life = writer().is_paid_on("Writing", "50000 GBP", "2025-06-01")
    life.is_paid_on("Writing", "45000 GBP", "2026-02-01")

    found = twelve_months(life)
    assert (found.figure, found.status) == (45000, LimitStatus.OVER)
    assert found.passed_on == date(2026, 2, 28)


def test_a_month_that_is_not_over_has_not_passed_it_yet():
    life = writer("2026-11-20").is_paid_on("Writing", "60000 GBP", "2026-01-15")
    life.is_paid_on("Writing", "31000 GBP", "2026-11-10")

    found = twelve_months(life)
    assert (found.figure, found.so_far) == (60000, 91000)
    assert (found.status, found.passed_on) == (LimitStatus.NEAR, None)


def test_thirty_days_that_pass_it_by_themselves_register_from_the_first_of_them():
    life = writer("2026-11-20").is_paid_on("Writing", "60000 GBP", "2026-11-02")
    life.is_paid_on("Writing", "31000 GBP", "2026-11-19")

    found = twelve_months(life)
    assert found.sudden.start == date(2026, 11, 2)
    assert found.status is LimitStatus.OVER


@pytest.mark.parametrize(
    ("amount", "due_on", "is_sudden"),
    [
        ("90000.01", "2026-12-15", True),
        ("90000", "2026-12-15", False),
        ("90000.01", "2027-01-02", False),  # later than thirty days
    ],
)
def test_invoices_of_the_next_thirty_days_alone_may_pass_it(amount, due_on, is_sudden):
    life = writer("2026-11-30").is_paid_on("Writing", "100 GBP", "2026-01-05")
    life.invoices_for("Writing", f"{amount} GBP", "2026-11-25", due_on)

    found = twelve_months(life)
    assert (found.sudden is not None) is is_sudden
    if is_sudden:
        assert found.sudden.start == date(2026, 11, 30)
        assert found.status is LimitStatus.OVER


def test_rent_at_home_and_services_abroad_are_no_taxable_turnover():
    life = writer().role("Flat", sector="letting").role("Essays", country="US")
    for role in ("Writing", "Flat", "Essays"):
        life.is_paid_on(role, "40000 GBP", "2026-05-05")

    found = twelve_months(life)
    assert (found.figure, found.abroad) == (40000, ("Essays",))


def test_who_only_lets_property_is_not_asked():
    life = Life("2026-11-30", country="GB", currency="GBP").role("Flat", sector="rent")
    life.is_paid_on("Flat", "95000 GBP", "2026-05-05")

    assert twelve_months(life) is None


def test_registration_is_due_on_its_day():
    life = writer("2026-11-20").is_paid_on("Writing", "95000 GBP", "2026-10-05")
    due = obligations(life.portfolio(), UK).due

    (found,) = [one for one in due if one.kind is ObligationKind.VAT_REGISTRATION]
    assert found.due_on == date(2026, 11, 30)
    assert (found.period.start, found.period.end) == (
        date(2025, 11, 1),
        date(2026, 11, 1),
    )
