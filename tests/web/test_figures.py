"""Every figure on every page of the sample opens what it is made of.

One that is a sum opens exactly the records that come to it.
"""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

import pytest
from django.urls import reverse

from plait.accounts.models import Person
from plait.analysis.floats import at_home_on
from plait.book.imports.sample import SAMPLE_DAY
from plait.book.queries import period_basis
from plait.book.queries.record_lists.pages import all_records
from plait.book.queries.recurring_list import recurring_of
from plait.domain.money import Money
from plait.domain.selection import RecordKind, selection_from
from plait.reference.rates import Rates, published_rates
from tests.web.figures import NOTHING, Figure, figures

_LINK = re.compile(r'href="([/?][^"]*)"')
_NO_PAGE = re.compile(r"^/(static|settings/(export|backup)|.*\.ics|.*csv)")
_AMOUNT = re.compile(r"[\d.,]*\d")

# Figures that open nothing, by page and by what they stand in, each with its reason.
OPENS_NOTHING = {
    ("/records/*/*/", "header.hero"): "the page is that record's own",
    (
        "/records/?kind=events",
        "td.n.amount",
    ): "an event has no page; its row is all of it",
    (
        "/income/tax-dates/",
        "tr < tbody",
    ): "the sum of all rows, each of which opens; a list is of one role",
    ("/income/safety/invoice/*/remove/", "ul"): "asks whether to remove just that",
    ("/settings/kept/", "dl.kept-list"): "a rule of Plait's, worked out from no record",
}
# Figures of records that are no sums: their list is what they were worked out from.
NO_SUM = {
    "legend": "a mean of four weeks",
    "td.n.given": "a mean of the latest weeks",
    "div.measure": "a mean of the latest weeks",
    "div.brings": "a mean of twelve months",
    "section.vitals": "means, and a share",
    "td.n.account": "hours worked less those due",
    "td.n.muted": "a difference from the same days before, which it opens",
    "span.over": "hours above those agreed",
    "[Above agreed]": "hours above those agreed",
    "table < details.more < section.section": "shares",
}


class Seen(NamedTuple):
    """A figure, and the kind of page that it stands on."""

    page: str
    figure: Figure


@pytest.fixture
def sample(as_nora, nora):
    """Return the browser of somebody who looks at the sample, and its owner."""
    as_nora.post(reverse("sample"))
    return as_nora, Person.objects.get(sample_of=nora)


def test_every_figure_opens_what_it_is_made_of(sample):
    browser, viewer = sample

    found = [*_walk(browser)]

    closed = Counter(
        (one.page, one.figure.around, one.figure.text)
        for one in found
        if not one.figure.url
        and not NOTHING.match(one.figure.text)
        and not any(
            one.page.startswith(page) and what in one.figure.around
            for page, what in OPENS_NOTHING
        )
    )
    assert len(found) > 1500
    assert not closed, f"{closed.total()} figures open nothing, as {[*closed][:5]}"
    wrong = [*_wrong_sums(found, viewer)]
    assert not wrong, f"{len(wrong)} lists come to something else, as {wrong[:5]}"


def _walk(browser) -> Iterator[Seen]:
    """Yield the figures of one page of each kind, from Today along all links."""
    waiting, seen = deque(["/"]), {"/"}
    while waiting:
        path = waiting.popleft()
        answer = browser.get(path)
        if not answer.get("Content-Type", "").startswith("text/html"):
            continue
        for link in _LINK.findall(answer.text):
            address = urldefrag(urljoin(path, unescape(link))).url
            if _kind(address) not in seen and not _NO_PAGE.match(address):
                seen.add(_kind(address))
                waiting.append(address)
        if answer.status_code == 200:
            yield from (Seen(_kind(path), one) for one in figures(answer.text))


def _kind(address: str) -> str:
    """Return what pages of one kind share: no numbers, one role, of records the kind."""
    place, query = urlsplit(address).path, dict(parse_qsl(urlsplit(address).query))
    place = re.sub(r"^/roles/(?!new/)[^/]+/", "/roles/*/", place)
    place = re.sub(r"^/records/(payments|time)/", "/records/*/", place)
    place = re.sub(r"\d+", "*", place)
    if place == reverse("records"):
        return f"{place}?kind={query.get('kind', 'payments')}"
    return place


def _wrong_sums(found: list[Seen], viewer: Person) -> Iterator[tuple[str, ...]]:
    """Yield sums to which their list does not come; of each place two are tried."""
    rates, tried = published_rates(["GBP", "USD"]), Counter[str]()
    for page, (text, url, around) in found:
        place = f"{page} {around} {re.sub('[0-9-]+|[^=]*(?=&period)', '', url)}"
        if not url.startswith("/records/?") or "edit=" in url or tried[place] > 1:
            continue
        if any(what in around for what in NO_SUM):
            continue
        tried[place] += 1
        wanted = float(_AMOUNT.findall(text)[-1].replace(",", ""))
        digits = 1 if text.endswith(("h", "hours")) else 2 * ("." in text)
        sums = _sums(url, viewer, rates)
        if not any(abs(wanted - one) <= 0.5 * 10**-digits + 0.001 for one in sums):
            yield page, text, url, str(sums), around


def _sums(url: str, viewer: Person, rates: Rates) -> list[float]:
    """Return what the list at an address comes to: hours, or money in and out.

    Money is in each currency, and all of it in euros.
    """
    selection = selection_from(dict(parse_qsl(urlsplit(url).query)))
    on = SAMPLE_DAY
    basis = period_basis(viewer=viewer, on=on, role=selection.role)
    selection = selection.dated(basis)
    recurring = recurring_of(viewer=viewer, selection=selection, basis=basis, on=on)
    every = [*all_records(viewer=viewer, selection=selection, recurring=recurring)]
    if selection.kind is RecordKind.TIME:
        return [sum(one.hours or 0.0 for one in every)]
    sums: dict[tuple[str, bool], float] = defaultdict(float)
    for one in every:
        euros = at_home_on(Money(one.amount, one.currency), "EUR", rates, one.on)
        sums[one.currency, one.amount > 0] += float(abs(one.amount))
        sums["all", one.amount > 0] += abs(euros)
    return [*sums.values()]
