"""What pays each invoice: by what was stated, by number, amount, parts and sets."""

from datetime import date

import pytest

from plait.analysis.series.settling.settle import settled
from plait.analysis.series.settling.status import InvoiceState, Known
from plait.domain.settlements import SettlementKind
from tests.cast import Life

PAID, PART, OPEN, UNSURE = (
    InvoiceState.PAID,
    InvoiceState.PART,
    InvoiceState.OPEN,
    InvoiceState.UNSURE,
)


def life(on="2026-11-20"):
    return Life(on=on).role("Design", at="Brons").role("Choir", at="Koor Noord")


def asks(life, number, amount, issued="2026-09-01", role="Design", **more):
    return life.invoices_for(
        role, f"{amount} EUR", issued, "2026-10-01", number=number, **more
    )


def pays(life, amount, on, reference="", *, role="Design", by="Brons"):
    return life.is_paid_on(role, f"{amount} EUR", on, by=by, reference=reference)


def status(life, number):
    portfolio = life.portfolio()
    index = [one.number for one in portfolio.invoices].index(number)
    return settled(portfolio)[index]


def states(life):
    return [one.state for one in settled(life.portfolio())]


def test_an_invoice_without_any_payment_is_open():
    found = status(asks(life(), "9", "1500.00"), "9")

    assert (found.state, found.settled, found.remaining) == (OPEN, 0, 150000)
    assert (found.paid_on, found.known, found.candidates) == (None, None, ())


class TestByNumber:
    @pytest.mark.parametrize(
        ("number", "reference"),
        [
            ("9", "Factuur 9"),
            ("9", "INV-9"),
            ("9", "factuurnr: 009"),
            ("9", "9"),
            ("INV-9", "invoice 9, thanks"),
            ("2026-014", "betaling 2026014"),
            ("2026-014", "Kenmerk 2026 014/Brons"),
            ("F2026.7", "F2026-07"),
            ("ATL-31", "atl 31"),
            ("20261044", "uw rekening 2026-1044"),
            ("1002", "1001 1002"),
            ("1002", "1001/1002"),
            ("10", "Factuur 9 en 10"),
        ],
    )
    def test_a_number_is_found_however_it_is_written(self, number, reference):
        of = asks(life(), number, "1500.00")

        # 900 of 1,500: nothing but the number says so.
        found = status(pays(of, "900.00", "2026-09-20", reference), number)

        assert (found.state, found.settled) == (PART, 90000)
        assert found.known is Known.NUMBER

    @pytest.mark.parametrize(
        ("number", "reference"),
        [
            ("9", "Contributie 2019"),
            ("9", "Factuur 19"),
            ("9", "overleg 9-10-2026"),
            ("9", "A9 parkeren"),
            ("9", "9 uur werk"),
            ("9", "Factuur 2026-9"),
            ("2026", "Factuur september 2026"),
            ("2026-09", "Salaris 2026-09"),
            ("ATL-31", "31 dagen"),
        ],
    )
    def test_a_number_inside_something_else_is_none(self, number, reference):
        of = asks(life(), number, "1500.00")

        found = status(pays(of, "900.00", "2026-09-20", reference), number)

        assert (found.state, found.settled) == (OPEN, 0)

    def test_of_two_of_one_amount_the_named_one_is_paid(self):
        of = asks(asks(life(), "1001", "500.00"), "1002", "500.00")

        pays(of, "500.00", "2026-09-20", "Factuur 1002")

        assert states(of) == [OPEN, PAID]

    def test_parts_that_name_it_pay_it_on_the_last_day(self):
        of = asks(life(), "7", "1000.00", "2026-09-10")
        pays(of, "600.00", "2026-10-10", "Factuur 7 deel 1")

        assert status(of, "7").remaining == 40000

        found = status(pays(of, "400.00", "2026-10-20", "Factuur 7 deel 2"), "7")

        assert (found.state, found.paid_on) == (PAID, date(2026, 10, 20))

    def test_one_transfer_pays_all_that_it_names(self):
        of = asks(asks(asks(life(), "9", "900.00"), "10", "1100.00"), "11", "50.00")

        pays(of, "2000.00", "2026-11-02", "Factuur 9 en 10")

        assert states(of) == [PAID, PAID, OPEN]

    def test_a_payout_that_names_it_leaves_a_fee(self):
        of = asks(life(), "8", "1000.00")

        found = status(pays(of, "971.00", "2026-10-25", "payout factuur 8"), "8")

        assert found.state is PAID
        assert [(p.kind, p.minor) for p in found.parts] == [
            (SettlementKind.PAYMENT, 97100),
            (SettlementKind.FEE, 2900),
        ]

    def test_more_than_a_twentieth_is_no_fee(self):
        of = asks(life(), "8", "1000.00")

        found = status(pays(of, "949.00", "2026-10-25", "factuur 8"), "8")

        assert (found.state, found.remaining) == (PART, 5100)

    def test_what_comes_beyond_it_is_told(self):
        of = asks(life(), "8", "1000.00")

        found = status(pays(of, "1010.00", "2026-10-25", "factuur 8"), "8")

        assert (found.state, found.settled, found.overpaid) == (PAID, 100000, 1000)

    def test_one_paid_twice_pays_no_other_of_its_amount(self):
        of = asks(asks(life(), "8001", "500.00"), "8002", "500.00")
        pays(of, "500.00", "2026-09-20", "factuur 8001")

        pays(of, "500.00", "2026-09-21", "factuur 8001")

        assert states(of) == [PAID, OPEN]
        assert status(of, "8001").overpaid == 50000

    def test_a_deposit_before_its_date_has_to_name_it(self):
        of = asks(asks(life(), "8001", "500.00"), "8002", "700.00")

        pays(pays(of, "500.00", "2026-08-20", "inv 8001"), "700.00", "2026-08-20")

        assert states(of) == [PAID, OPEN]

    def test_its_number_pays_it_though_the_payment_found_no_role(self):
        of = asks(life(), "2026-77", "500.00")

        pays(of, "500.00", "2026-09-20", "factuur 2026-77", role="", by="PSP")

        assert states(of) == [PAID]

    def test_another_currency_pays_nothing(self):
        of = asks(life(), "8001", "500.00")

        of.is_paid_on("Design", "500 GBP", "2026-09-20", reference="inv 8001")

        assert states(of) == [OPEN]


class TestByAmount:
    def test_one_of_exactly_the_amount_pays_it(self):
        of = asks(life(), "9", "1500.00")

        found = status(pays(of, "1500.00", "2026-09-28", "dank"), "9")

        assert (found.state, found.known) == (PAID, Known.AMOUNT)
        assert found.paid_on == date(2026, 9, 28)

    def test_one_that_names_another_invoice_does_not(self):
        of = asks(life(), "9", "1500.00")

        pays(of, "1500.00", "2026-09-28", "Factuur 8")

        assert states(of) == [OPEN]

    def test_another_role_or_an_earlier_day_does_not(self):
        of = asks(life(), "9", "1500.00")

        pays(of, "1500.00", "2026-09-28", role="Choir", by="Koor Noord")
        pays(of, "1500.00", "2026-08-31")

        assert states(of) == [OPEN]

    def test_each_pays_the_only_one_there_is_in_its_turn(self):
        of = asks(asks(life(), "1", "500.00"), "2", "500.00", "2026-10-01")

        pays(of, "500.00", "2026-09-20")

        assert states(of) == [PAID, OPEN]

    def test_as_many_as_there_are_pay_all(self):
        of = asks(asks(life(), "1", "500.00"), "2", "500.00")

        pays(pays(of, "500.00", "2026-09-20"), "500.00", "2026-09-21")

        assert states(of) == [PAID, PAID]

    def test_one_for_two_of_its_amount_pays_neither(self):
        of = asks(asks(life(), "1", "500.00"), "2", "500.00")

        pays(of, "500.00", "2026-09-20")

        assert states(of) == [UNSURE, UNSURE]
        assert status(of, "1").candidates == ((1,),)


class TestBySets:
    def test_two_parts_without_a_number_pay_it(self):
        of = asks(life(), "9", "1000.00")

        found = status(pays(pays(of, "600", "2026-09-10"), "400", "2026-09-20"), "9")

        assert (found.state, found.known) == (PAID, Known.PARTS)
        assert found.paid_on == date(2026, 9, 20)

    def test_two_ways_to_add_up_pay_nothing(self):
        of = asks(life(), "9", "1000.00")
        pays(pays(of, "600", "2026-09-10"), "400", "2026-09-20")

        found = status(pays(pays(of, "700", "2026-09-12"), "300", "2026-09-22"), "9")

        assert (found.state, found.settled) == (UNSURE, 0)
        assert found.candidates == ((1, 2), (3, 4))

    def test_what_is_paid_every_month_is_no_part(self):
        of = asks(life(), "9", "1000.00")
        for month in range(5, 11):
            pays(of, "500", f"2026-{month:02}-15", "retainer")

        assert states(of) == [OPEN]

    def test_one_transfer_without_a_number_pays_the_only_set(self):
        of = asks(asks(asks(life(), "9", "900.00"), "10", "1100.00"), "11", "50.00")

        pays(of, "2000.00", "2026-11-02", "betaling")

        assert states(of) == [PAID, PAID, OPEN]

    def test_of_two_sets_of_invoices_none_is_chosen(self):
        of = asks(asks(asks(life(), "9", "900"), "10", "1100"), "11", "1100")

        pays(of, "2000.00", "2026-11-02", "betaling")

        assert states(of) == [UNSURE, UNSURE, UNSURE]

    def test_a_payout_for_the_only_one_leaves_a_fee(self):
        of = asks(life(), "8", "1000.00")

        found = status(pays(of, "971.00", "2026-09-25", "payout"), "8")

        assert (found.state, found.known) == (PAID, Known.FEE)

    def test_a_payout_that_two_fit_pays_neither(self):
        of = asks(asks(life(), "8", "1000.00"), "9", "1010.00")

        pays(of, "971.00", "2026-09-25", "payout")

        assert states(of) == [UNSURE, UNSURE]


class TestMoneyBack:
    def test_a_payment_taken_back_pays_nothing(self):
        of = asks(life(), "8", "1000.00")

        pays(pays(of, "1000", "2026-09-20", "factuur 8"), "-1000", "2026-09-24")

        assert states(of) == [OPEN]

    def test_a_purchase_returned_pays_no_invoice(self):
        of = asks(life(), "8", "1200.00")

        pays(
            pays(of, "-1200", "2026-09-20", by="Shop"), "1200", "2026-09-29", by="Shop"
        )

        assert states(of) == [OPEN]

    def test_what_was_paid_too_much_and_went_back_is_not_overpaid(self):
        of = pays(asks(life(), "8", "1000.00"), "1010", "2026-09-20", "factuur 8")

        found = status(pays(of, "-10", "2026-09-24", "terug factuur 8"), "8")

        assert (found.state, found.overpaid) == (PAID, 0)

    def test_a_credit_note_after_payment_opens_nothing(self):
        of = pays(asks(life(), "8", "1000.00"), "1000", "2026-09-20", "factuur 8")

        found = status(pays(of, "-200", "2026-09-24", "credit factuur 8"), "8")

        assert (found.state, found.remaining) == (PAID, 0)
        assert sum(part.minor for part in found.parts) == 100000


class TestStated:
    def test_what_the_file_says_holds_without_any_payment(self):
        found = status(asks(life(), "8", "1000.00", paid="2026-09-15"), "8")

        assert (found.state, found.known) == (PAID, Known.STATED)
        assert (found.paid_on, found.parts[0].payment) == (date(2026, 9, 15), None)

    def test_its_payment_is_not_taken_for_another(self):
        of = asks(life(), "8", "1000.00", paid="2026-09-15")

        pays(asks(of, "9", "1000.00"), "1000.00", "2026-09-14")

        assert states(of) == [PAID, OPEN]

    def test_a_day_to_come_has_not_paid_it(self):
        assert states(asks(life(), "8", "1000.00", paid="2026-12-01")) == [OPEN]

    def test_a_pair_holds_whatever_else_fits(self):
        of = pays(asks(asks(life(), "1", "500"), "2", "500"), "500", "2026-09-20")

        assert states(of.settles("2", "500 EUR", 1, "payment")) == [OPEN, PAID]

    def test_a_refused_pair_stays_apart(self):
        of = pays(asks(life(), "1", "500"), "500", "2026-09-20", "factuur 1")

        assert states(of.settles("1", "0 EUR", 1, "refused")) == [OPEN]

    @pytest.mark.parametrize("kind", ["write-off", "credit", "fee"])
    def test_what_is_not_to_come_settles_too(self, kind):
        of = pays(asks(life(), "1", "500"), "400", "2026-09-20", "factuur 1")

        found = status(of.settles("1", "100 EUR", None, kind), "1")

        assert (found.state, found.remaining) == (PAID, 0)

    def test_a_payment_is_never_stated_to_be_more_than_it_is(self):
        of = pays(asks(life(), "1", "500"), "400", "2026-09-20")

        found = status(of.settles("1", "500 EUR", 1, "payment"), "1")

        assert (found.settled, found.remaining) == (40000, 10000)
