"""Statements that overlap: each payment is held once, and two real ones stay two."""

from itertools import permutations

import pytest

from plait.accounts.models import Person
from plait.book.models import Payment, TimeEntry
from tests.book.conftest import SAMPLES
from tests.book.cuts import parts
from tests.book.statements import (
    ATLAS,
    FORMATS,
    MINE,
    SAVINGS,
    Paid,
    camt,
    ing,
    mt940,
    ofx,
)
from tests.book.tables import records, told

STATEMENTS = (
    "abn-amro-savings.tab",
    "camt053-2026-second-half.xml",
    "ing-2025.csv",
    "monzo-2026.csv",
    "n26-2024.csv",
    "rabobank-2023-2024.csv",
    "revolut.csv",
    "sparkasse.csv",
    "starling-2023-2024.csv",
    "wise-2025.csv",
    "zakelijk-2023-2024.sta",
    "zakelijk-2025.ofx",
    "zakelijk-2026.ofx",
)
HOURS = (
    "clockify-2025-q1.csv",
    "clockify-2025-q4.csv",
    "harvest-atlas-2025.csv",
    "kimai-atlas-2026-first-half.csv",
    "solidtime-2026.csv",
    "toggl-2023-2024.csv",
)
PAIRS = list(permutations(FORMATS, 2))


@pytest.mark.parametrize("name", STATEMENTS + HOURS)
def test_overlapping_exports_add_only_what_is_new(bring, nora, omar, name):
    whole = parts(SAMPLES / name)
    n = len(whole.lines)
    first, last = n // 3, 2 * n // 3 + 1  # the middle third is in both

    early = bring(whole.file(0, last)).files[0]
    late = bring(whole.file(first, n)).files[0]

    bring(SAMPLES / name, viewer=omar)
    assert late.n_known == late.n_read - late.n_new > 0
    assert early.n_new + late.n_new == n_held(omar)
    assert told(nora) == told(omar)


def n_held(viewer: Person) -> int:
    return sum(
        kind.objects.filter(owner=viewer).count() for kind in (Payment, TimeEntry)
    )


@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS.keys())
def test_two_identical_payments_on_one_day_stay_two(bring, form):
    bring(form([Paid(2, "10.00"), Paid(2, "10.00")]))

    assert Payment.objects.count() == 2


@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS.keys())
def test_two_identical_payments_stay_two_when_told_again(bring, form):
    bring(form([Paid(2, "10.00"), Paid(2, "10.00")]))

    again = bring(form([Paid(2, "10.00"), Paid(2, "10.00")])).files[0]

    assert (again.n_new, again.n_known) == (0, 2)


@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS.keys())
def test_a_third_identical_payment_in_a_later_export_is_the_only_new_one(bring, form):
    bring(form([Paid(2, "10.00")] * 2))

    later = bring(form([Paid(2, "10.00")] * 3)).files[0]

    assert (later.n_new, later.n_known) == (1, 2)


def test_an_export_that_holds_fewer_of_them_takes_none_away(bring):
    bring(camt([Paid(2, "10.00")] * 3))

    bring(camt([Paid(2, "10.00")]))

    assert Payment.objects.count() == 3


MARCH = [
    Paid(2, "10.00"),
    Paid(2, "10.00"),
    Paid(2, "-10.00", "Corner Shop", "", "Groceries"),
    Paid(9, "850.00", text="Invoice 2"),
    Paid(9, "850.00", "Other Client", "NL51LEPL1664134139", "Advance"),
    Paid(30, "-42.50", "Corner Shop", "", "Groceries"),
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_one_account_told_in_two_formats_holds_each_payment_once(bring, one, other):
    bring(FORMATS[one](MARCH))
    before = records()

    again = bring(FORMATS[other](MARCH)).files[0]

    assert (again.n_new, again.n_known) == (0, len(MARCH))
    assert records() == before


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_formats_that_overlap_hold_what_either_tells_once(bring, one, other):
    bring(FORMATS[one](MARCH[:4]))

    later = bring(FORMATS[other](MARCH[2:])).files[0]

    assert (later.n_new, later.n_known) == (2, 2)


def test_three_formats_in_one_call_hold_each_payment_once(bring):
    report = bring(camt(MARCH), mt940(MARCH), ofx(MARCH), ing(MARCH))

    assert [one.n_new for one in report.files] == [len(MARCH), 0, 0, 0]


def test_a_second_payment_that_only_the_other_format_holds_comes_in(bring):
    bring(camt([Paid(2, "10.00")]))
    bring(mt940([Paid(2, "10.00")] * 2))

    again = bring(camt([Paid(2, "10.00")] * 2)).files[0]

    assert (again.n_new, again.n_known) == (0, 2)
    assert Payment.objects.count() == 2


def test_equal_amounts_of_one_day_from_two_sides_are_told_apart(bring):
    other_side = "NL51LEPL1664134139"
    bring(mt940([Paid(2, "10.00", "Other Client", other_side)]))

    bring(camt([Paid(2, "10.00"), Paid(2, "10.00", "Other Client", other_side)]))

    held = Payment.objects.values_list("counter_account", flat=True)
    assert sorted(held) == [ATLAS, other_side]


@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS.keys())
def test_different_accounts_never_match_in_one_format(bring, form):
    bring(form(MARCH))

    other = bring(form(MARCH, SAVINGS)).files[0]

    assert other.n_new == len(MARCH)


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_different_accounts_never_match_across_formats(bring, one, other):
    bring(FORMATS[one](MARCH, MINE))

    later = bring(FORMATS[other](MARCH, SAVINGS)).files[0]

    assert later.n_new == len(MARCH)


def test_statements_without_an_account_never_match_across_formats(bring):
    starling = (
        "Date,Counter Party,Reference,Type,Amount (GBP),Balance (GBP),"
        "Spending Category,Notes\n"
        "02/03/2026,Atlas,Invoice 1,FASTER PAYMENT,10.00,10.00,INCOME,\n"
    )
    bring(camt([Paid(2, "10.00")]))

    assert bring(starling).files[0].n_new == 1


def test_the_same_amount_in_another_currency_is_another_payment(bring):
    pounds = camt([Paid(2, "10.00")]).replace("EUR", "GBP")
    bring(mt940([Paid(2, "10.00")]))

    assert bring(pounds).files[0].n_new == 1
