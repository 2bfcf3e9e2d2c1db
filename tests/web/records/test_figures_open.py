"""Figures that are sums of records open the list that comes to them."""

import re
from datetime import timedelta
from html import unescape

import pytest

from plait.book.operations.records import add_time
from plait.domain.period import monday_of
from tests.web.conftest import TODAY
from tests.web.importing import words

LINK = re.compile(r'<a class="opens" href="([^"]*)">(.*?)</a>', re.DOTALL)


@pytest.fixture
def opened(as_nora, nora, life_of):
    """Return the figures of a page that open a list, each with that list's page."""
    role = life_of(nora)
    for week in range(1, 12):
        on = monday_of(TODAY) - timedelta(weeks=week)
        add_time(viewer=nora, role=role, on=on, seconds=6 * 3600)

    def opened(page):
        found = LINK.findall(as_nora.get(page).text)
        return [
            (re.sub(r"<.*?>|\s+", " ", text).strip(), as_nora.get(unescape(url)))
            for url, text in found
        ]

    return opened


def test_each_week_of_a_role_opens_its_hours(opened):
    weeks = [
        (text, page) for text, page in opened("/roles/atlas/") if text.endswith(" h")
    ]

    assert len(weeks) >= 10
    for text, page in weeks:
        hours = float(text.removesuffix(" h"))
        assert (page.context["view"].sentence == f"You worked {text[:-2]} hours.") == (
            hours > 0
        )


def test_each_month_of_income_opens_its_payments(opened):
    months = [one for one in opened("/income/") if one[0] == "€1,200"]

    assert len(months) >= 3
    assert {page.context["view"].sentence for _, page in months} == {"€1,200 came in."}


def test_the_figures_on_top_open_what_they_are_worked_out_from(opened):
    figures = opened("/")

    assert len(figures) >= 2
    assert {page.status_code for _, page in figures} == {200}
    assert all(
        "came in" in words(page) or "worked" in words(page) for _, page in figures
    )
