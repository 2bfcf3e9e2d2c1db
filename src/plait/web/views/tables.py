"""Tables of pages as files for a spreadsheet: the same answers, period and search."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.views.decorators.http import require_GET

from plait.accounts.models import Person
from plait.answers.context import AnswerContext, answer_context
from plait.answers.hours.capacity import capacity_answer
from plait.answers.hours.hours import hours_answer
from plait.answers.hours.hours_rows import HoursBy
from plait.answers.income.income import IncomeAnswer, income_answer
from plait.answers.income.invoices import invoices_answer
from plait.answers.income.streams import EVERY_MONTH
from plait.answers.obligations.answer import own_obligations
from plait.answers.records.doubles import doubles_answer
from plait.answers.records.history import history_answer
from plait.answers.records.inbox import inbox_answer
from plait.answers.records.known import known_answer
from plait.answers.records.rules import rules_answer
from plait.answers.roles.roles import roles_answer
from plait.answers.tables import money, records
from plait.answers.tables.every import table_of
from plait.answers.tables.table import Table
from plait.book.queries import load_portfolio
from plait.book.queries.changes import all_changes
from plait.book.queries.doubles import accounts, doubles
from plait.book.queries.inbox import inbox
from plait.book.queries.payers import payers
from plait.book.queries.record_lists.imported import imported_files
from plait.book.queries.rule_list import rule_list
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.csv_answer import csv_answer
from plait.web.periods import period_asked
from plait.web.views.hours.law_asked import law_asked
from plait.wording.words import Words, words_for

_LONGEST = 200


@require_GET
def table_csv(request: HttpRequest, name: str) -> StreamingHttpResponse:
    """Give the table of this name as a file."""
    if name not in TABLES:
        raise Http404
    viewer = viewer_of(request)
    found = TABLES[name](request, viewer, words_for(viewer.language))
    return csv_answer(f"plait-{name}", found.headings, found.rows)


def _context(request: HttpRequest, viewer: Person) -> AnswerContext:
    portfolio = load_portfolio(viewer=viewer, on=clock.day_asked(request))
    return answer_context(portfolio, words_for(viewer.language))


def _income(request: HttpRequest, viewer: Person) -> IncomeAnswer:
    context, chosen = _context(request, viewer), period_asked(request)
    return income_answer(context, n_months=EVERY_MONTH, period=chosen)


def _hours(request: HttpRequest, viewer: Person, words: Words) -> Table:
    context = _context(request, viewer)
    return table_of(hours_answer(context, period=period_asked(request)), words)


def _hours_by_week(request: HttpRequest, viewer: Person, words: Words) -> Table:
    return table_of(hours_answer(_context(request, viewer), by=HoursBy.WEEK), words)


def _law(request: HttpRequest, viewer: Person, words: Words) -> Table:
    context = _context(request, viewer)
    answer, _asked = law_asked(viewer, context, period_asked(request))
    return _or_404(answer, words)


def _tax(request: HttpRequest, viewer: Person, words: Words) -> Table:
    return _or_404(own_obligations(_context(request, viewer)), words)


def _or_404(answer: object | None, words: Words) -> Table:
    """Return the table of an answer; where a country has no rules there is none."""
    if answer is None:
        raise Http404
    return table_of(answer, words)


def _inbox(request: HttpRequest, viewer: Person, words: Words) -> Table:
    is_out, on = "out" in request.GET, clock.today()
    held = inbox(viewer=viewer, on=on, is_out=is_out)
    return table_of(inbox_answer(held, words, on, is_out=is_out), words)


def _rules(request: HttpRequest, viewer: Person, words: Words) -> Table:
    search = request.GET.get("text", "").strip()[:_LONGEST]
    listed = rule_list(viewer=viewer, search=search)
    return table_of(rules_answer(listed, words, search), words)


def _invoices(request: HttpRequest, viewer: Person, words: Words) -> Table:
    portfolio = load_portfolio(viewer=viewer, on=clock.day_asked(request))
    return table_of(invoices_answer(portfolio, words), words)


TABLES: Mapping[str, Callable[[HttpRequest, Person, Words], Table]] = MappingProxyType(
    {
        "income": lambda r, v, w: money.income_table(_income(r, v), w),
        "payers-of-period": lambda r, v, w: money.payer_table(_income(r, v), w),
        "income-by-month": lambda r, v, w: money.month_table(_income(r, v), w),
        "invoices": _invoices,
        "tax-dates": _tax,
        "hours": _hours,
        "hours-by-week": _hours_by_week,
        "weeks-ahead": lambda r, v, w: table_of(capacity_answer(_context(r, v)), w),
        "working-time": _law,
        "roles": lambda r, v, w: table_of(roles_answer(_context(r, v)), w),
        "payers": lambda _r, v, w: records.payers_table(payers(viewer=v), w),
        "accounts": lambda _r, v, w: records.account_table(accounts(viewer=v), w),
        "inbox": _inbox,
        "rules": _rules,
        "imports": lambda _r, v, w: records.import_table(imported_files(viewer=v), w),
        "known": lambda r, v, w: table_of(known_answer(_context(r, v)), w),
        "history": lambda _r, v, w: table_of(
            history_answer(all_changes(viewer=v), w), w
        ),
        "doubles": lambda _r, v, w: table_of(doubles_answer(doubles(viewer=v), w), w),
    }
)
"""Each table by the name that its address and its file have."""
