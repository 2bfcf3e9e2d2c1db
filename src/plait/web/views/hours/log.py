"""Logging: one line, a timer, past events, a week by keyboard."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from plait.accounts.models import Person
from plait.answers.hours.log import unlogged_answer
from plait.book.models import TimeEntry
from plait.book.operations.log import (
    drop_timer,
    leave_events,
    start_timer,
    stop_timer,
    take_events_as_time,
)
from plait.book.operations.records import remove_time
from plait.book.operations.week import Cell, set_days
from plait.book.queries import (
    answered_events,
    entry_by_hand,
    load_portfolio,
    logged_between,
    logged_elsewhere,
    role_keyed,
    timer_of,
)
from plait.domain.errors import PlaitError
from plait.domain.roles import RoleKind
from plait.web import clock
from plait.web.access import or_404, viewer_of
from plait.web.forms.log import WeekCells, fingerprints_in, number_in, week_in
from plait.web.pages.errors import refusal
from plait.web.pages.hours import log as page_parts
from plait.web.pages.hours.week_grid import week_view
from plait.web.returning import page_before
from plait.wording.hours.logged import length_text, removed_text
from plait.wording.words import Words, words_for


@require_GET
def log(request: HttpRequest) -> HttpResponse:
    """Show every way to add something, and the week so far."""
    monday = week_in(request.GET.get("week", ""), clock.today())
    return log_page(request, monday)


def log_page(request: HttpRequest, monday: date, **refused: Any) -> HttpResponse:  # noqa: ANN401  # what was sent and not saved
    """Return the page, with what was sent and not saved in its place."""
    viewer = viewer_of(request)
    portfolio = load_portfolio(viewer=viewer, on=clock.today())
    words, now = words_for(viewer.language), clock.now()
    unlogged = unlogged_answer(portfolio, answered_events(viewer=viewer), now)
    entries = logged_between(
        viewer=viewer, first=monday, last=monday + timedelta(days=6)
    )
    held = [role for _i, role in portfolio.roles_held() if not role.is_archived]
    page = {
        "roles": [role for role in held if role.kind is not RoleKind.OPPORTUNITY],
        "timer": page_parts.timer_view(timer_of(viewer=viewer), now, words),
        "events": page_parts.events_view(unlogged, words),
        "week": week_view(portfolio, entries, monday, words, refused.get("cells")),
        "logged": page_parts.logged_view(entries, words),
        "line": refused.get("line", ""),
        "line_error": refused.get("line_error", ""),
        "form_id": str(uuid4()),
    }
    return render(request, "hours/log.html", page, status=422 if refused else 200)


@require_POST
@or_404
def log_remove(request: HttpRequest) -> HttpResponse:
    """Remove an entry that was logged by hand."""
    viewer = viewer_of(request)
    entry = entry_by_hand(viewer=viewer, pk=number_in(request.POST.get("entry", "")))
    sentence = removed_text(_words(viewer), _entry_text(viewer, entry))
    remove_time(viewer=viewer, entry=entry)
    messages.success(request, sentence)
    return redirect(f"{reverse('log')}?week={entry.on.isoformat()}")


@require_POST
@or_404
def timer_start(request: HttpRequest) -> HttpResponse:
    """Start the timer for a role."""
    viewer = viewer_of(request)
    role = role_keyed(viewer=viewer, key=request.POST.get("role", ""))
    what_for = request.POST.get("description", "")
    try:
        start_timer(viewer=viewer, role=role, at=clock.now(), description=what_for)
    except PlaitError as error:
        messages.error(request, refusal(error))
    return redirect("log")


@require_POST
def timer_stop(request: HttpRequest) -> HttpResponse:
    """Stop the timer and log its time, or discard it; return to the page where one was."""
    viewer = viewer_of(request)
    try:
        if "drop" in request.POST:
            drop_timer(viewer=viewer)
            messages.success(request, _("The timer is stopped; nothing was logged."))
        else:
            entry = stop_timer(viewer=viewer, at=clock.now())
            values = {
                "time": length_text(_words(viewer), entry.seconds),
                "role": entry.role.name if entry.role else "",
            }
            messages.success(request, _("%(time)s for %(role)s is logged.") % values)
    except PlaitError as error:
        messages.error(request, refusal(error))
    return redirect(page_before(request, reverse("log")))


@require_POST
def log_events(request: HttpRequest) -> HttpResponse:
    """Log the ticked events as time, or note that they were not work."""
    viewer = viewer_of(request)
    fingerprints = fingerprints_in(request.POST.getlist("event"))
    if "leave" in request.POST:
        n = leave_events(viewer=viewer, fingerprints=fingerprints)
        sentence = ngettext(
            "%(n)d event was not work.", "%(n)d events were not work.", n
        )
    else:
        n = len(take_events_as_time(viewer=viewer, fingerprints=fingerprints))
        sentence = ngettext("%(n)d event is logged.", "%(n)d events are logged.", n)
    messages.success(request, sentence % {"n": n})
    return redirect("log")


@require_POST
@or_404
def log_week(request: HttpRequest) -> HttpResponse:
    """Save the cells of a week that changed, all or none."""
    viewer = viewer_of(request)
    monday = week_in(request.POST.get("week", ""), clock.today())
    cells = WeekCells(request.POST.dict(), monday)
    changed = _changed(viewer, cells, monday)
    if cells.errors:
        return log_page(request, monday, cells=cells)
    try:
        n = set_days(viewer=viewer, cells=changed)
    except PlaitError as error:
        messages.error(request, refusal(error))
        return log_page(request, monday, cells=cells)
    sentence = ngettext("%(n)d day changed.", "%(n)d days changed.", n)
    messages.success(request, sentence % {"n": n} if n else _("Nothing changed."))
    return redirect(f"{reverse('log')}?week={monday.isoformat()}")


def _words(viewer: Person) -> Words:
    return words_for(viewer.language)


def _entry_text(viewer: Person, entry: TimeEntry) -> str:
    return page_parts.entry_text(entry, clock.today(), _words(viewer))


def _changed(viewer: Person, sent: WeekCells, monday: date) -> list[Cell]:
    """Return the cells that differ from what the book holds of them."""
    last = monday + timedelta(days=6)
    entries = logged_between(viewer=viewer, first=monday, last=last)
    elsewhere = logged_elsewhere(viewer=viewer, first=monday, last=last)
    held: dict[tuple[str, date], int] = {}
    for entry in entries:
        if entry.role is not None:
            cell = (entry.role.key, entry.on)
            held[cell] = held.get(cell, 0) + entry.seconds
    changed = sent.changed(held, elsewhere)
    roles = {key: role_keyed(viewer=viewer, key=key) for key, _day in changed}
    return [Cell(roles[key], day, s) for (key, day), s in changed.items()]
