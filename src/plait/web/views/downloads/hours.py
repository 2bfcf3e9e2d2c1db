"""Tables of the pages of hours: worked, due, ahead, by law, and days away."""

from collections.abc import Mapping
from types import MappingProxyType

from django.http import Http404, HttpRequest

from plait.accounts.models import Person
from plait.answers.hours.capacity import capacity_answer
from plait.answers.hours.drift import drift_answer
from plait.answers.hours.holidays import holidays_answer
from plait.answers.hours.hours import hours_answer
from plait.answers.hours.hours_rows import HoursBy
from plait.answers.hours.time_off import time_off_answer
from plait.answers.overview.hours import hours_overview
from plait.answers.roles.wellbeing import wellbeing_answer
from plait.answers.tables import hours
from plait.answers.tables.every import table_of
from plait.answers.tables.table import Table
from plait.answers.take_on.answer import take_on_answer
from plait.book.queries import load_portfolio, saved_stretches
from plait.web import clock
from plait.web.periods import period_asked
from plait.web.views.downloads.asked import (
    Download,
    context_asked,
    of_context,
    or_404,
)
from plait.web.views.hours.law_asked import law_asked
from plait.web.views.hours.take_on import proposals_asked
from plait.wording.words import Words


def _hours(request: HttpRequest, viewer: Person, words: Words) -> Table:
    context = context_asked(request, viewer)
    return table_of(hours_answer(context, period=period_asked(request)), words)


def _by_week(request: HttpRequest, viewer: Person, words: Words) -> Table:
    context = context_asked(request, viewer)
    return table_of(hours_answer(context, by=HoursBy.WEEK), words)


def _law(request: HttpRequest, viewer: Person, words: Words) -> Table:
    context = context_asked(request, viewer)
    answer, _asked = law_asked(viewer, context, period_asked(request))
    return or_404(answer, words)


def _year(request: HttpRequest, viewer: Person, words: Words) -> Table:
    return hours.year_table(hours_overview(context_asked(request, viewer)), words)


def _time_off(_request: HttpRequest, viewer: Person, words: Words) -> Table:
    portfolio = load_portfolio(viewer=viewer, on=clock.today())
    stretches = saved_stretches(viewer=viewer)
    return table_of(time_off_answer(portfolio, words, stretches), words)


def _holidays(_request: HttpRequest, viewer: Person, words: Words) -> Table:
    portfolio = load_portfolio(viewer=viewer, on=clock.today())
    answer = holidays_answer(portfolio, words, portfolio.on.year)
    return table_of(answer, words)


def _take_on(request: HttpRequest, viewer: Person, words: Words) -> Table:
    context = context_asked(request, viewer)
    found = proposals_asked(request, context.portfolio)
    if not found:
        raise Http404
    return table_of(take_on_answer(context, found), words)


HOURS: Mapping[str, Download] = MappingProxyType(
    {
        "hours": _hours,
        "hours-by-week": _by_week,
        "hours-of-year": _year,
        "weeks-ahead": of_context(capacity_answer),
        "working-time": _law,
        "drift": of_context(drift_answer),
        "wellbeing": of_context(wellbeing_answer),
        "take-on": _take_on,
        "time-off": _time_off,
        "holidays": _holidays,
    }
)
