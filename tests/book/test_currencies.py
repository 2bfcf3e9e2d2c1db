"""Which currency an amount is in is said, known or asked; it never turns into another."""

from decimal import Decimal

import pytest

from plait.accounts.operations import change_person
from plait.analysis.floats import at_home_on
from plait.book.imports.batches import import_files
from plait.book.models import Agreement, Invoice, Payment
from plait.book.operations.roles import agree
from plait.book.operations.settings import change_settings
from plait.book.queries import load_portfolio
from plait.book.queries.accounts import account_currencies
from plait.book.queries.export import all_records
from plait.domain.money import Money
from plait.formats.source import Source
from plait.formats.tables.table import describe
from plait.reference.rates import published_rates
from tests.book.conftest import NOW, OPTIONS, TODAY
from tests.cast import terms
from tests.falling_back import add_invoice

QIF = "!Type:Bank\nD22/03/2026\nT950.00\nPRiverside Training\n^\n"
LATER = QIF.replace("22/03", "29/03")
TABLE = "Date,Description,Amount\n2026-03-02,Riverside Training,950.00\n"
ASKS = "This file does not say which currency its amounts are in"
UNSAID = OPTIONS._replace(currency="")


def bring_in(viewer, path, **options):
    known = account_currencies(viewer=viewer)
    report = import_files(
        viewer=viewer,
        sources=[Source(path.name, path)],
        options=UNSAID._replace(known_currencies=known, **options),
        now=NOW,
    )
    return [problem.what for one in report.files for problem in one.problems]


def mapping_of(path):
    return describe(Source(path.name, path)).proposal()


@pytest.mark.parametrize("name", ["own.qif", "own.csv"])
def test_a_file_without_a_currency_asks_and_is_never_taken_for_the_home_one(
    nora, write, name
):
    path = write(name, QIF if name.endswith("qif") else TABLE)
    said = {} if name.endswith("qif") else {"mapping": mapping_of(path)}

    assert bring_in(nora, path, **said) == [ASKS]
    assert not Payment.objects.exists()

    assert bring_in(nora, path, currency="GBP", **said) == []
    assert [p.currency for p in Payment.objects.all()] == ["GBP"]

    # The account is known from now on, so the next file of it needs no answer.
    later = LATER if name.endswith("qif") else TABLE.replace("-02,", "-09,")
    assert bring_in(nora, write(f"later-{name}", later), **said) == []
    assert {p.currency for p in Payment.objects.all()} == {"GBP"}
    assert Payment.objects.count() == 2


def test_a_table_that_says_it_is_believed(nora, write):
    path = write("own.csv", TABLE.replace("Amount", "Amount (GBP)"))

    assert bring_in(nora, path, mapping=mapping_of(path), currency="USD") == []
    assert Payment.objects.get().currency == "GBP"


def test_another_home_changes_what_no_amount_means(nora, role_of):
    role = role_of(nora)
    agree(viewer=nora, role=role, terms=terms("8/week", pay="85 EUR/hour"))
    add_invoice(
        viewer=nora,
        role=role,
        number="1",
        amount=Money(Decimal(1200), "EUR"),
        issued_on=TODAY,
        due_on=TODAY,
    )
    change_settings(viewer=nora, savings_minor=1_200_000, floor_minor=240_000)
    before = load_portfolio(viewer=nora, on=TODAY)

    change_settings(viewer=nora, currency="GBP", country="GB", timezone="Europe/London")

    after = load_portfolio(viewer=nora, on=TODAY)
    assert after.person.savings == Money(Decimal("12000.00"), "EUR")
    assert after.person.floor == before.person.floor == Money(Decimal(2400), "EUR")
    assert after.roles[0].agreements == before.roles[0].agreements
    assert after.invoices == before.invoices
    assert Agreement.objects.get().pay_currency == "EUR"
    assert Invoice.objects.get().currency == "EUR"
    person = next(iter(all_records(viewer=nora)))
    assert (person.currency, person.savings_currency) == ("GBP", "EUR")


def test_savings_in_another_currency_count_at_the_days_rate():
    rates = published_rates({"GBP", "EUR"})
    savings = Money(Decimal(1000), "EUR")

    pounds = at_home_on(savings, "GBP", rates, TODAY)

    assert 700 < pounds < 1000  # a euro was 70 to 100 pence ever since there is one
    assert at_home_on(savings, "EUR", rates, TODAY) == 1000
    assert at_home_on(savings, "XAU", rates, TODAY) is None


def test_amounts_written_before_a_new_home_keep_theirs(nora):
    change_person(viewer=nora, savings_minor=500, currency="CHF")
    assert nora.savings_currency == "CHF"

    change_person(viewer=nora, currency="EUR")
    change_person(viewer=nora, floor_minor=700)

    assert nora.savings_currency == "CHF"
