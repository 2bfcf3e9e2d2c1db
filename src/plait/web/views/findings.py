"""Findings settled or put off, and opened again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from plait.answers.context import AnswerContext, answer_context
from plait.answers.findings.decided import returns_of
from plait.answers.findings.settled import decision
from plait.answers.review import NoSuchFinding, finding_keyed
from plait.answers.settled import findings_answer
from plait.book.operations.findings import (
    NoReason,
    put_off_finding,
    reopen_finding,
    settle_finding,
)
from plait.book.queries import load_portfolio, settled_row
from plait.domain.settled_findings import SettledAs
from plait.web import clock
from plait.web.access import or_404, viewer_of
from plait.web.pages.errors import refusal
from plait.web.pages.settled import settled_view
from plait.web.returning import page_before
from plait.wording import returns as wording
from plait.wording.words import words_for


@require_GET
def settled(request: HttpRequest) -> HttpResponse:
    """List what was settled and put off, with the reasons."""
    context = _context(request)
    page = settled_view(findings_answer(context), context.words)
    return render(request, "settled.html", vars(page))


@require_POST
def settle(request: HttpRequest) -> HttpResponse:
    """Settle a finding or put it off, and say when it comes back."""
    viewer, context, sent = viewer_of(request), _context(request), request.POST
    is_put_off = sent.get("settled_as") == SettledAs.PUT_OFF
    settled_as = SettledAs.PUT_OFF if is_put_off else SettledAs.SETTLED
    change = put_off_finding if is_put_off else settle_finding
    try:
        finding = finding_keyed(context, sent.get("key", ""))
        decided = decision(
            finding,
            settled_as=settled_as,
            reason=sent.get("reason", ""),
            on=clock.today(),
        )
        change(viewer=viewer, finding=decided)
    except (NoReason, NoSuchFinding) as error:
        messages.error(request, refusal(error))
    else:
        returns = returns_of(context, finding, settled_as)
        text = wording.settled_text(
            context.words, finding.title, returns, is_put_off=is_put_off
        )
        messages.success(request, text)
    return redirect(page_before(request, reverse("today")))


@require_POST
@or_404
def reopen(request: HttpRequest) -> HttpResponse:
    """Forget what was decided on a finding."""
    viewer = viewer_of(request)
    row = settled_row(viewer=viewer, key=request.POST.get("key", ""))
    reopen_finding(viewer=viewer, settled=row)
    text = wording.reopened_text(words_for(viewer.language), row.title)
    messages.success(request, text)
    return redirect(page_before(request, reverse("settled")))


def _context(request: HttpRequest) -> AnswerContext:
    viewer = viewer_of(request)
    portfolio = load_portfolio(viewer=viewer, on=clock.today())
    return answer_context(portfolio, words_for(viewer.language))
