"""Every table of a page as a file for a spreadsheet."""

import csv
import io
import re
from html import unescape
from pathlib import Path

import pytest
from django.urls import reverse

from plait import web
from plait.accounts.operations import change_person
from plait.answers.tables.roles import ROLE_TABLES
from plait.web.views.tables import TABLES
from tests.tell_tales import english_in
from tests.web.importing import words

FORMULA = "=1+1"
# Where each table's link stands: the name of the page, and the key of a role.
PAGES = {
    ("income",): {"income", "payers-of-period", "income-by-month", "expected"},
    ("invoices",): {"invoices"},
    ("tax_dates",): {"tax-dates"},
    ("safety",): {"stress", "concentration", "months-ahead", "exposure"},
    ("plan",): {"plan", "plan-tested"},
    ("hours",): {
        *("hours", "hours-by-week", "weeks-ahead", "drift", "role-weeks", "wellbeing"),
    },
    ("worktime",): {"working-time"},
    ("time_off",): {"time-off", "holidays"},
    ("take_on",): {"take-on"},
    ("today",): {"findings", "hours-of-year", "income-by-month"},
    ("settled",): {"findings"},
    ("roles",): {"roles"},
    ("role_proposals",): {"role-proposals"},
    ("role", "atlas"): {*ROLE_TABLES, "rules"},
    ("payers",): {"payers"},
    ("accounts",): {"accounts"},
    ("inbox",): {"inbox"},
    ("rules",): {"rules"},
    ("imports",): {"imports", "known"},
    ("history",): {"history"},
    ("doubles",): {"doubles"},
}
# What this book has too little for.
NOT_IN_THIS_BOOK = {
    *("accounts", "doubles", "known", "inbox", "drift", "role-proposals", "expected"),
    *("plan", "plan-tested", "take-on", "stress", "exposure", "role-leave", "rules"),
    *("months-ahead", "hours-of-year", "wellbeing", "role-weeks"),
    *("role-invoices", "role-terms"),
}
# Templates whose table is no answer: forms, and what is not in the book yet.
NO_FILE = {
    "parts/hours/log_week.html": "a form; its hours are in the list of hours",
    "parts/income/safety_beliefs.html": "a form",
    "records/calendars.html": "settings of calendars",
    "records/mapping.html": "a form about a file",
    "parts/records/import_file.html": "lines of a file that are left out",
    "parts/records/first_lines.html": "lines of a file",
    "parts/records/waiting.html": "a few records of a row of the inbox",
    "parts/records/changes.html": "of one record; all are in the history's file",
    "parts/records/jobs.html": "what is being done just now",
    "parts/records/table.html": "the list of records has its file in its bar",
    "parts/hours/roles_table.html": "the link stands above it",
    "parts/income/month_table.html": "the link stands beside it",
    "parts/income/expected_table.html": "the link stands above it",
    "parts/records/audit.html": "the link stands above it",
    "parts/sharing/values.html": "the link stands above it",
    "server/state.html": "how a server is doing now, nobody's records",
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
    for name in TABLES.keys() - {"take-on", "stress"}:  # nothing proposed, no floor
        headings, *rows = table(in_dutch, name, role="atlas")

        assert english_in(" · ".join(headings)) == [], name
        assert {len(row) for row in rows} <= {len(headings)}, name


def test_every_table_has_its_link_on_the_page_that_shows_it(in_dutch):
    assert set().union(*PAGES.values()) == TABLES.keys()
    for (page, *args), expected in PAGES.items():
        shown = in_dutch.get(reverse(page, args=args), {"period": "2026"}).text
        links = set(re.findall(r'href="/tables/([a-z-]+)/csv/', shown))

        assert links <= expected, page
        assert expected - NOT_IN_THIS_BOOK <= links, page


def test_no_template_holds_a_table_without_a_link_to_its_file():
    folder = Path(web.__file__).parent / "templates"
    tables = {
        str(one.relative_to(folder)): text
        for one in folder.rglob("*.html")
        if "<table" in (text := one.read_text("utf-8"))
    }
    without = {name for name, text in tables.items() if "{% download_" not in text}

    assert without == NO_FILE.keys()


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
