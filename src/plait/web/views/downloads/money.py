"""Tables of the pages of money: what came in, what is due, and what may become of it."""

from collections.abc import Mapping
from types import MappingProxyType

from django.http import HttpRequest

from plait.accounts.models import Person
from plait.answers.concentration import concentration_answer
from plait.answers.income.exposure import exposure_answer
from plait.answers.income.income import IncomeAnswer, income_answer
from plait.answers.income.invoices import invoices_answer
from plait.answers.income.streams import EVERY_MONTH
from plait.answers.obligations.answer import own_obligations
from plait.answers.plan.answer import plan_answer
from plait.answers.plan.values import PlanAnswer
from plait.answers.simulation import simulation_answer
from plait.answers.stress import stress_of
from plait.answers.tables import ahead, money
from plait.answers.tables.every import table_of
from plait.answers.tables.table import Table
from plait.book.queries import load_portfolio, own_scenarios
from plait.web import clock
from plait.web.periods import period_asked
from plait.web.views.downloads.asked import (
    Download,
    context_asked,
    of_context,
    or_404,
)
from plait.web.views.income.plan import options_asked
from plait.wording.words import Words


def _income(request: HttpRequest, viewer: Person) -> IncomeAnswer:
    context, chosen = context_asked(request, viewer), period_asked(request)
    return income_answer(context, n_months=EVERY_MONTH, period=chosen)


def _invoices(request: HttpRequest, viewer: Person, words: Words) -> Table:
    portfolio = load_portfolio(viewer=viewer, on=clock.day_asked(request))
    answer = invoices_answer(portfolio, words, period_asked(request))
    return table_of(answer, words)


def _stress(request: HttpRequest, viewer: Person, words: Words) -> Table:
    own = tuple(own_scenarios(viewer=viewer))
    return or_404(stress_of(context_asked(request, viewer), own), words)


def _plan(request: HttpRequest, viewer: Person) -> PlanAnswer:
    return plan_answer(context_asked(request, viewer), options_asked(request))


MONEY: Mapping[str, Download] = MappingProxyType(
    {
        "income": lambda r, v, w: money.income_table(_income(r, v), w),
        "payers-of-period": lambda r, v, w: money.payer_table(_income(r, v), w),
        "income-by-month": lambda r, v, w: money.month_table(_income(r, v), w),
        "expected": lambda r, v, w: money.expected_table(_income(r, v), w),
        "invoices": _invoices,
        "tax-dates": of_context(own_obligations),
        "stress": _stress,
        "concentration": of_context(concentration_answer),
        "months-ahead": of_context(simulation_answer),
        "exposure": of_context(exposure_answer),
        "plan": lambda r, v, w: table_of(_plan(r, v), w),
        "plan-tested": lambda r, v, w: ahead.plan_check_table(_plan(r, v), w),
    }
)
