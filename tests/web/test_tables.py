"""Every table of a page as a file for a spreadsheet."""

import csv
import io
import re
from html import unescape

import pytest
from django.urls import reverse

from plait.accounts.operations import change_person
from plait.web.views.tables import TABLES
from tests.tell_tales import english_in
from tests.web.importing import words

FORMULA = "=1+1"
# Where each table's link stands.
PAGES = {
    "income": "income",
    "payers-of-period": "income",
    "income-by-month": "income",
    "invoices": "invoices",
    "tax-dates": "tax_dates",
    "hours": "hours",
    "hours-by-week": "hours",
    "weeks-ahead": "hours",
    "working-time": "worktime",
    "roles": "roles",
    "payers": "payers",
    "accounts": "accounts",
    "inbox": "inbox",
    "rules": "rules",
    "imports": "imports",
    "known": "imports",
    "history": "history",
    "doubles": "doubles",
}


@pytest.fixture
def in_dutch(nora, as_nora, ids, life_of):
    """Return Nora's browser in Dutch, with a book in which there is some of each."""
    life_of(nora)
    change_person(viewer=nora, language="nl", country="NL", capacity_minutes=40 * 60)
    return as_nora


def table(browser, name, **query):
    answer = browser.get(reverse("table_csv", args=[name]), query)
    assert answer.status_code == 200, name
    assert answer["Content-Disposition"] == f'attachment; filename="plait-{name}.csv"'
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def test_every_table_is_a_file_with_dutch_headings(in_dutch):
    for name in TABLES:
        headings, *rows = table(in_dutch, name)

        assert english_in(" · ".join(headings)) == [], name
        assert {len(row) for row in rows} <= {len(headings)}, name


def test_every_table_has_its_link_on_the_page_that_shows_it(in_dutch):
    assert PAGES.keys() == TABLES.keys()
    empty = {"accounts", "doubles", "known", "inbox"}  # not in this book
    for page in set(PAGES.values()):
        shown = in_dutch.get(reverse(page), {"period": "2026"}).text
        links = set(re.findall(r'href="/tables/([a-z-]+)/csv/', shown))
        expected = {name for name, where in PAGES.items() if where == page}
        assert links <= expected, page
        assert expected - empty <= links, page


def test_a_link_keeps_the_period_of_its_page(as_nora, nora, life_of):
    life_of(nora)

    page = as_nora.get(reverse("income"), {"period": "2026-09"}).text
    found = re.search(r'href="(/tables/income/csv/[^"]*)" download>', page)
    september = as_nora.get(unescape(found[1]))
    usual = table(as_nora, "income")

    assert found[1] == "/tables/income/csv/?period=2026-09"
    text = b"".join(september.streaming_content).decode("utf-8-sig")
    [row] = list(csv.DictReader(io.StringIO(text)))
    assert (row["Key of the role"], row["Came in"]) == ("atlas", "1200")
    assert usual[1][:3] == ["Atlas", "atlas", "3600"]  # of three months


def test_no_name_is_a_formula(as_nora, nora, role_of):
    role_of(nora, FORMULA, organisation="@SUM(A1)")

    headings, row = table(as_nora, "roles")

    named = dict(zip(headings, row, strict=True))
    assert named["Role"] == f"'{FORMULA}"
    assert named["Organisation"] == "'@SUM(A1)"


def test_a_table_that_is_not_there_is_the_page_that_is_not_there(as_nora):
    assert as_nora.get(reverse("table_csv", args=["secrets"])).status_code == 404
    # No country, so no law.
    page = as_nora.get(reverse("table_csv", args=["working-time"]))
    assert page.status_code == 404
    assert "Traceback" not in words(page)
