"""What every table of a page begins with."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest

from plait.accounts.models import Person
from plait.answers.context import AnswerContext, answer_context
from plait.answers.tables.every import table_of
from plait.answers.tables.table import Table
from plait.book.queries import load_portfolio
from plait.web import clock
from plait.wording.words import Words, words_for

Download = Callable[[HttpRequest, Person, Words], Table]


def context_asked(request: HttpRequest, viewer: Person) -> AnswerContext:
    """Return the picture of the day that the address names, today if none."""
    portfolio = load_portfolio(viewer=viewer, on=clock.day_asked(request))
    return answer_context(portfolio, words_for(viewer.language))


def of_context(answer: Callable[[AnswerContext], Any]) -> Download:
    """Return the table of an answer that asks for nothing else; 404 without one."""

    def download(request: HttpRequest, viewer: Person, words: Words) -> Table:
        return or_404(answer(context_asked(request, viewer)), words)

    return download


def or_404(answer: object | None, words: Words) -> Table:
    """Return the table of an answer; where there is no answer there is none."""
    if answer is None:
        raise Http404
    return table_of(answer, words)
