"""One line that says anything: time, money, days away. Shown back, then kept."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from plait.accounts.models import Person
from plait.answers.records.line import LineAnswer, line_answer
from plait.book.models import TimeEntry
from plait.book.operations.any_line import (
    MoneyForNoRole,
    keep_line,
    read_line,
)
from plait.book.operations.writing import DoneBefore, as_request
from plait.book.queries import roles
from plait.domain.errors import PlaitError
from plait.domain.period import monday_of
from plait.domain.typed_lines import TypedLine, TypedMoney
from plait.formats.quick_entry.one_line import names_a_day
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.forms.money import IN, OUT, MoneyForm
from plait.web.pages.errors import quiet_refusal, refusal
from plait.web.pages.hours import log as page_parts
from plait.web.quiet import is_quiet, made_quiet
from plait.web.requests import request_key
from plait.web.views.hours.log import log_page
from plait.wording.words import words_for


@require_POST
def log_line(request: HttpRequest) -> HttpResponse:
    """Keep what one line says, or say which part of it is not understood."""
    viewer = viewer_of(request)
    line, today = request.POST.get("line", ""), clock.today()
    try:
        typed = read_line(viewer=viewer, text=line, today=today)
        with as_request(request_key(request.POST.get("request", ""), line)):
            kept = keep_line(
                viewer=viewer,
                text=line,
                today=today,
                is_on_call="on_call" in request.POST,
                zone=request.POST.get("zone", "")[:64].strip(),
            )
    except DoneBefore:
        return redirect("log")
    except MoneyForNoRole as error:
        return _asked(request, viewer, typed, refusal(error))
    except PlaitError as error:
        monday = monday_of(today)
        with made_quiet(request):
            why = quiet_refusal(error)
            return log_page(request, monday, line=line, line_error=why)
    if not isinstance(kept, TimeEntry):
        messages.success(request, _answer(viewer, typed, line).text)
        return redirect("log")
    words = words_for(viewer.language)
    messages.success(request, page_parts.entry_text(kept, today, words))
    for text in page_parts.outside_texts(kept, words):
        messages.warning(request, text)
    return redirect(f"{reverse('log')}?week={kept.on.isoformat()}")


@require_POST
def line_preview(request: HttpRequest) -> HttpResponse:
    """Say what would be kept of a line, while it is typed; in quiet view nothing."""
    if is_quiet(request):
        return HttpResponse()
    viewer = viewer_of(request)
    line = request.POST.get("line", "")
    page: dict[str, object] = {}
    if line.strip():
        try:
            typed = read_line(viewer=viewer, text=line, today=clock.today())
        except PlaitError as error:
            page["question"] = refusal(error)
        else:
            page["answer"] = _answer(viewer, typed, line)
    return render(request, "parts/hours/line_preview.html", page)


def _answer(viewer: Person, typed: TypedLine, line: str) -> LineAnswer:
    names = {role.key: role.name for role in roles(viewer=viewer)}
    words = words_for(viewer.language)
    return line_answer(typed, words, names, clock.today(), has_day=names_a_day(line))


def _asked(
    request: HttpRequest, viewer: Person, typed: TypedLine, question: str
) -> HttpResponse:
    """Ask which role money is for, with all else filled in."""
    if not isinstance(typed, TypedMoney):
        raise TypeError(typed)
    first = {
        "way": IN if typed.amount.number > 0 else OUT,
        "amount": abs(typed.amount.number),
        "currency": typed.amount.currency,
        "on": typed.on,
        "payer": typed.payer,
        "reference": typed.what,
    }
    form = MoneyForm(
        initial=first,
        roles=roles(viewer=viewer),
        words=words_for(viewer.language),
        today=clock.today(),
    )
    page = {
        "form": form,
        "cancel_url": reverse("log"),
        "is_new": True,
        "question": question,
        "action_url": reverse("payment_add"),
        "new_role": typed.payer,
    }
    return render(request, "records/by_hand.html", page, status=422)
