"""Logging: one line, a timer, past events, a week by keyboard."""

from datetime import UTC, date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from plait.accounts.models import Person
from plait.analysis.hours.unlogged_events import unlogged_events
from plait.book.operations.lines import log_line as log_one_line
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
    role_keyed,
    timer_of,
    told_otherwise,
)
from plait.domain.errors import PlaitError
from plait.domain.period import monday_of
from plait.domain.roles import RoleKind
from plait.web import clock
from plait.web.access import or_404, viewer_of
from plait.web.forms.log import WeekCells, marks_in, number_in, week_asked
from plait.web.pages.errors import refusal
from plait.web.pages.hours import log as shown
from plait.web.pages.hours.week_grid import week_view
from plait.wording.words import words_for


@require_GET
def log(request: HttpRequest) -> HttpResponse:
    """Show every way to log time, and the week so far."""
    monday = week_asked(request.GET.get("week", ""), clock.today())
    return _page(request, monday)


def _page(request: HttpRequest, monday: date, **said: Any) -> HttpResponse:  # noqa: ANN401  # what was refused
    viewer = viewer_of(request)
    portfolio = load_portfolio(viewer=viewer, on=clock.today())
    words = words_for(viewer.language)
    answered = answered_events(viewer=viewer)
    now = clock.now()
    asked = unlogged_events(
        portfolio, answered, now.astimezone(UTC).replace(tzinfo=None)
    )
    entries = logged_between(
        viewer=viewer, first=monday, last=monday + timedelta(days=6)
    )
    held = [role for _i, role in portfolio.roles_held()]
    page = {
        "roles": [role for role in held if role.kind is not RoleKind.OPPORTUNITY],
        "timer": shown.timer_view(timer_of(viewer=viewer), now),
        "events": shown.events_asked(portfolio, asked),
        "week": week_view(portfolio, entries, monday, words, said.get("cells")),
        "logged": shown.logged_view(entries),
        "line": said.get("line", ""),
        "line_error": said.get("line_error", ""),
    }
    return render(request, "hours/log.html", page, status=422 if said else 200)


@require_POST
def log_line(request: HttpRequest) -> HttpResponse:
    """Take one line as time, or say which part of it is not understood."""
    viewer = viewer_of(request)
    line = request.POST.get("line", "")
    try:
        entry = log_one_line(viewer=viewer, text=line, today=clock.today())
    except PlaitError as error:
        today = clock.today()
        said = refusal(error)
        return _page(request, monday_of(today), line=line, line_error=said)
    messages.success(request, shown.logged_text(entry))
    return redirect(f"{reverse('log')}?week={entry.on.isoformat()}")


@require_POST
@or_404
def log_take_back(request: HttpRequest) -> HttpResponse:
    """Remove an entry that was logged by hand."""
    viewer = viewer_of(request)
    entry = entry_by_hand(viewer=viewer, pk=number_in(request.POST.get("entry", "")))
    said = _("Taken back: %(what)s") % {"what": shown.logged_text(entry)}
    remove_time(viewer=viewer, entry=entry)
    messages.success(request, said)
    return redirect(f"{reverse('log')}?week={entry.on.isoformat()}")


@require_POST
@or_404
def timer_start(request: HttpRequest) -> HttpResponse:
    """Let the timer run for a role."""
    viewer = viewer_of(request)
    role = role_keyed(viewer=viewer, key=request.POST.get("role", ""))
    said = request.POST.get("description", "")
    try:
        start_timer(viewer=viewer, role=role, at=clock.now(), description=said)
    except PlaitError as error:
        messages.error(request, refusal(error))
    return redirect("log")


@require_POST
def timer_stop(request: HttpRequest) -> HttpResponse:
    """Stop the timer and keep its time, or drop it."""
    viewer = viewer_of(request)
    try:
        if "drop" in request.POST:
            drop_timer(viewer=viewer)
            messages.success(request, _("The timer is dropped; nothing was kept."))
        else:
            entry = stop_timer(viewer=viewer, at=clock.now())
            told = {
                "time": shown.duration(entry.seconds),
                "role": entry.role.name if entry.role else "",
            }
            messages.success(request, _("%(time)s for %(role)s is kept.") % told)
    except PlaitError as error:
        messages.error(request, refusal(error))
    return redirect("log")


@require_POST
def log_events(request: HttpRequest) -> HttpResponse:
    """Take the ticked events as time, or note that they were none."""
    viewer = viewer_of(request)
    marks = marks_in(request.POST.getlist("event"))
    if "leave" in request.POST:
        n = leave_events(viewer=viewer, marks=marks)
        said = ngettext("%(n)d event is no time.", "%(n)d events are no time.", n)
    else:
        n = len(take_events_as_time(viewer=viewer, marks=marks))
        said = ngettext(
            "%(n)d event is kept as time.", "%(n)d events are kept as time.", n
        )
    messages.success(request, said % {"n": n})
    return redirect("log")


@require_POST
@or_404
def log_week(request: HttpRequest) -> HttpResponse:
    """Take the cells of a week that changed, all or none."""
    viewer = viewer_of(request)
    monday = week_asked(request.POST.get("week", ""), clock.today())
    cells = WeekCells(request.POST.dict(), monday)
    changed = _changed(viewer, cells, monday)
    if cells.errors:
        return _page(request, monday, cells=cells)
    try:
        n = set_days(viewer=viewer, cells=changed)
    except PlaitError as error:
        messages.error(request, refusal(error))
        return _page(request, monday, cells=cells)
    said = ngettext("%(n)d day is changed.", "%(n)d days are changed.", n)
    messages.success(request, said % {"n": n} if n else _("Nothing was changed."))
    return redirect(f"{reverse('log')}?week={monday.isoformat()}")


def _changed(viewer: Person, sent: WeekCells, monday: date) -> list[Cell]:
    """Return the cells that differ from what the book holds of them."""
    last = monday + timedelta(days=6)
    entries = logged_between(viewer=viewer, first=monday, last=last)
    told = told_otherwise(viewer=viewer, first=monday, last=last)
    held: dict[tuple[str, date], int] = {}
    for entry in entries:
        if entry.role is not None:
            cell = (entry.role.key, entry.on)
            held[cell] = held.get(cell, 0) + entry.seconds
    changed = sent.changed(held, told)
    roles = {key: role_keyed(viewer=viewer, key=key) for key, _day in changed}
    return [Cell(roles[key], day, s) for (key, day), s in changed.items()]
