"""What comes again and again: listed, added, changed, ended; single days of it."""

from datetime import date, timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_GET,
    require_http_methods,
    require_POST,
)

from plait.accounts.models import Person
from plait.answers.records.recurring import line_of, recurring_answer
from plait.book.models import Payment, Recurring
from plait.book.operations.recurring import (
    add_recurring,
    change_recurring,
    own_day,
    remove_recurring,
    skip_day,
)
from plait.book.queries import roles
from plait.book.queries.recurring import held_recurring, recurring_row
from plait.book.queries.recurring import recurring as held_by
from plait.domain.errors import PlaitError
from plait.domain.money import Money
from plait.web import clock
from plait.web.access import PRIVATE, or_404, role_chosen, viewer_of
from plait.web.forms.money import IN, OUT
from plait.web.forms.recurring import HOURS, RecurringForm
from plait.web.pages.errors import refusal
from plait.wording.words import words_for


@require_GET
def recurring(request: HttpRequest) -> HttpResponse:
    """List what recurs."""
    viewer = viewer_of(request)
    held = [held_recurring(row) for row in held_by(viewer=viewer)]
    answer = recurring_answer(held, words_for(viewer.language), clock.today())
    return render(request, "records/recurring.html", {"answer": answer})


@require_http_methods(["GET", "POST"])
@or_404
def recurring_add(request: HttpRequest) -> HttpResponse:
    """Add what comes again and again."""
    viewer = viewer_of(request)
    first = {"way": OUT, "currency": viewer.currency, "every": 1}
    form = _form(request, viewer, first)
    if request.method == "POST" and form.is_valid():
        role = role_chosen(viewer, form.cleaned_data["role"])
        try:
            add_recurring(viewer=viewer, entry=form.entry(role, ()))
        except PlaitError as error:
            form.add_error(None, refusal(error))
        else:
            messages.success(request, _("Saved."))
            return redirect("recurring")
    return _page(request, form, None)


@require_http_methods(["GET", "POST"])
@or_404
def recurring_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one rule with its days, and change it."""
    viewer = viewer_of(request)
    row = recurring_row(viewer=viewer, pk=pk)
    form = _form(request, viewer, _initial(row))
    if request.method == "POST" and form.is_valid():
        role = role_chosen(viewer, form.cleaned_data["role"])
        entry = form.entry(role, held_recurring(row).when.except_on)
        try:
            change_recurring(viewer=viewer, held=row, entry=entry)
        except PlaitError as error:
            form.add_error(None, refusal(error))
        else:
            messages.success(request, _("Saved."))
            return redirect("recurring")
    return _page(request, form, row)


@require_POST
@or_404
def recurring_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove a rule with its days; the message offers to undo it."""
    viewer = viewer_of(request)
    remove_recurring(viewer=viewer, held=recurring_row(viewer=viewer, pk=pk))
    messages.success(request, _("Removed."))
    return redirect("recurring")


@require_http_methods(["GET", "POST"])
@or_404
def recurring_day(request: HttpRequest, pk: int, day: str) -> HttpResponse:
    """Show one of its days; skip it, or make it a record of its own."""
    viewer = viewer_of(request)
    row = recurring_row(viewer=viewer, pk=pk)
    on = _day(day)
    if request.method == "POST":
        return _changed(request, viewer, row, on)
    held, words = held_recurring(row), words_for(viewer.language)
    if not held.when.has(on):
        raise Http404
    page = {
        "line": line_of(held, words, clock.today()),
        "day": day,
        "when": words.weekday(on, with_year=True),
    }
    return render(request, "records/recurring_day.html", page)


def _changed(
    request: HttpRequest, viewer: Person, row: Recurring, on: date
) -> HttpResponse:
    try:
        if "skip" in request.POST:
            skip_day(viewer=viewer, held=row, on=on)
            messages.success(request, _("Skipped on that day."))
            return redirect("recurring_change", pk=row.pk)
        own = own_day(viewer=viewer, held=row, on=on)
    except PlaitError as error:
        messages.error(request, refusal(error))
        return redirect("recurring_change", pk=row.pk)
    messages.success(request, _("This one stands on its own now: change it here."))
    if isinstance(own, Payment):
        return redirect("payment_change", pk=own.pk)
    return redirect("entry", pk=own.pk)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Http404 from error


def _form(
    request: HttpRequest, viewer: Person, first: dict[str, object]
) -> RecurringForm:
    sent = request.POST if request.method == "POST" else None
    return RecurringForm(sent, initial=first, roles=roles(viewer=viewer))


def _initial(row: Recurring) -> dict[str, object]:
    minor = row.amount_minor
    way = HOURS if minor is None else IN if minor > 0 else OUT
    money = None if minor is None else Money.from_minor(abs(minor), row.currency)
    return {
        "way": way,
        "amount": money.number if money else "",
        "currency": row.currency or row.owner.currency,
        "length": f"{row.seconds / 3600:g}" if row.seconds else "",
        "role": row.role.key if row.role else PRIVATE,
        "payer": row.payer,
        "text": row.text,
        "starts_on": row.starts_on,
        "rhythm": row.rhythm,
        "every": row.every,
        "last_on": row.ends_on - timedelta(days=1) if row.ends_on else None,
    }


def _page(
    request: HttpRequest, form: RecurringForm, row: Recurring | None
) -> HttpResponse:
    page: dict[str, object] = {"form": form, "cancel_url": reverse("recurring")}
    if row is not None:
        words = words_for(row.owner.language)
        line = line_of(held_recurring(row), words, clock.today())
        days = [
            (day.isoformat(), words.weekday(day, with_year=True)) for day in line.days
        ]
        page |= {"line": line, "days": days[::-1][:60]}
    status = 422 if form.errors else 200
    return render(request, "records/recurring_form.html", page, status=status)
