"""The records that a figure rests on, as a page."""

import csv
import io
import json
import re
from datetime import date
from decimal import Decimal
from html import unescape

import pytest
from click.testing import CliRunner
from django.urls import reverse

from plait.accounts.operations import change_person
from plait.book.operations.by_hand import add_payment
from plait.book.operations.records import add_time
from plait.book.operations.roles import agree
from plait.book.queries import RECORDS_A_PAGE
from plait.cli.main import main
from plait.domain.money import Money
from tests.cast import terms
from tests.web.conftest import TODAY
from tests.web.importing import words


@pytest.fixture
def listed(as_nora):
    return lambda query="": as_nora.get(reverse("records") + query)


def test_payments_are_listed_with_what_they_come_to(listed, nora, life_of):
    life_of(nora)

    page = listed("?role=atlas&from=2026-09-01")

    assert "2 payments" in words(page)
    assert "2 payments · Atlas · from 1 September 2026" in words(page)
    assert "€2,400 came in." in words(page)
    assert "28 Oct 2026" in words(page)
    assert page.text.count("data-row>") == 2


def test_a_list_of_nothing_says_so(listed, nora, life_of):
    life_of(nora)

    page = listed("?kind=events")

    assert "No events" in words(page)
    assert "<table" not in page.text


def test_a_long_list_has_pages_that_keep_what_was_chosen(listed, nora, life_of):
    role = life_of(nora)
    for _n in range(RECORDS_A_PAGE):
        add_time(viewer=nora, role=role, on=TODAY, seconds=900)

    first = listed("?kind=time&role=atlas")
    older = unescape(re.search(r'href="([^"]*)" rel="next"', first.text)[1])
    second = listed(older.removeprefix(reverse("records")))

    assert "Page 1 of 2" in words(first)
    assert older == "/records/?kind=time&role=atlas&page=2"
    assert 'rel="prev"' in second.text
    assert 'rel="next"' not in second.text


@pytest.mark.parametrize(
    "query",
    ["?kind=lists", "?role=nobody", "?from=June", "?state=gone", "?to=2026-13-01"],
)
def test_what_cannot_be_listed_is_not_there(listed, nora, life_of, query):
    life_of(nora)

    assert listed(query).status_code == 404


@pytest.mark.parametrize("page", ["0", "-1", "x", "9" * 30, "²"])
def test_a_page_that_is_none_is_the_first(listed, nora, life_of, page):
    life_of(nora)

    answer = listed(f"?page={page}")

    assert answer.status_code == 200
    assert answer.context["view"].page == 1


def test_anothers_role_is_not_there(as_charlie, charlie, nora, life_of):
    life_of(nora)

    assert as_charlie.get("/records/?role=atlas").status_code == 404
    assert "No payments" in words(as_charlie.get("/records/"))


def test_every_finding_opens_the_records_it_rests_on(as_nora, nora, life_of):
    role = life_of(nora)
    agree(viewer=nora, role=role, terms=terms("2/week", since="2020-01-01"))
    for week in range(1, 20):
        on = date.fromordinal(TODAY.toordinal() - 7 * week)
        add_time(viewer=nora, role=role, on=on, seconds=20 * 3600)
    change_person(viewer=nora, capacity_minutes=10 * 60)

    today = as_nora.get("/")
    links = {
        unescape(url) for url in re.findall(r'href="(/records/[^"]*)"', today.text)
    }

    assert len(links) >= 4
    assert all(finding.why.records for finding in today.context["findings"])
    assert {as_nora.get(link).status_code for link in links} == {200}


def test_the_whole_selection_is_downloaded_and_runs_nothing(as_nora, nora, life_of):
    role = life_of(nora)
    amount = Money(Decimal("-12.50"), "EUR")
    add_payment(viewer=nora, role=role, on=TODAY, amount=amount, payer="=cmd()")

    answer = as_nora.get("/records/csv/?kind=payments&from=2026-10-01")
    text = answer.getvalue().decode()

    assert text.startswith("\ufeffNumber,Date,From or to,")
    rows = [*csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))]
    assert [row["Amount"] for row in rows] == ["-12.50", "1200.00"]
    assert rows[0]["From or to"] == "'=cmd()"
    assert answer["Content-Disposition"] == 'attachment; filename="plait-payments.csv"'


def test_page_and_command_say_what_the_list_was_a_year_earlier(listed, nora, life_of):
    role = life_of(nora)
    paid = {"2025-09-30": "9", "2025-10-03": "500", "2025-10-31": "-60"}
    for day, amount in paid.items():
        money, on = Money(Decimal(amount), "EUR"), date.fromisoformat(day)
        add_payment(viewer=nora, role=role, on=on, amount=money)

    page = listed("?kind=payments&role=atlas&period=2026-10")
    command = ["records", "--role", "atlas", "--period", "2026-10", "--json"]
    answer = json.loads(CliRunner().invoke(main, command).output)["earlier"]
    link = re.search(r'<p><a href="([^"]*)">The same list', page.text)

    assert answer["sentence"] == (
        "The same list a year earlier: €500 came in, €60 went out (2 payments)."
    )
    assert answer["sentence"] in words(page)
    earlier = listed(unescape(link[1]).removeprefix(reverse("records")))
    assert "€500 came in, €60 went out." in words(earlier)
    assert "The same list" not in words(earlier)
