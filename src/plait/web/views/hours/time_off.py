"""When the person is away, and what else takes of what they have to give."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import (
    require_GET,
    require_http_methods,
    require_POST,
)

from plait.accounts.models import Person
from plait.analysis.hours.leave_detection import LeaveFound, leave_found
from plait.book.models import Absence, Overhead, Season
from plait.book.operations.availability import (
    add_absence,
    add_overhead,
    add_season,
    note_leave,
    remove_availability,
)
from plait.book.operations.log import leave_events
from plait.book.queries import (
    answered_events,
    availability_row,
    availability_rows,
    load_portfolio,
    role_keyed,
)
from plait.domain.availability import Absence as Away
from plait.domain.availability import AbsenceKind, OverheadKind
from plait.domain.errors import PlaitError
from plait.domain.portfolio import Portfolio
from plait.web import clock
from plait.web.access import or_404, viewer_of
from plait.web.forms.time_off import (
    LeaveForm,
    OverheadForm,
    SeasonForm,
    StretchForm,
    roles_to_choose,
)
from plait.web.pages.errors import refusal
from plait.web.pages.hours import time_off as shown
from plait.wording.words import words_for

_LISTED: dict[type[Any], Any] = {
    Absence: shown.leave_view,
    Season: shown.seasons_view,
    Overhead: shown.overheads_view,
}


@require_GET
def time_off(request: HttpRequest) -> HttpResponse:
    """Show leave, other weeks, and what goes off beside the roles."""
    return _page(request)


def _page(request: HttpRequest, **refused: StretchForm) -> HttpResponse:
    viewer = viewer_of(request)
    portfolio = load_portfolio(viewer=viewer, on=clock.today())
    words = words_for(viewer.language)
    roles = roles_to_choose(portfolio)
    listed = {
        kind.__name__.lower(): show(availability_rows(viewer=viewer, kind=kind), words)
        for kind, show in _LISTED.items()
    }
    page = {
        "sentence": shown.sentence(portfolio, words),
        "next_leave": shown.next_leave(portfolio, words),
        "holidays": shown.holidays_told(portfolio, words),
        "found": shown.found_view(portfolio, _found(viewer, portfolio), words),
        "leave": shown.by_age(listed["absence"], portfolio.on),
        "seasons": listed["season"],
        "overheads": listed["overhead"],
        "leave_form": LeaveForm(roles=roles, prefix="leave"),
        "season_form": SeasonForm(prefix="season"),
        "overhead_form": OverheadForm(
            roles=roles, prefix="overhead", initial={"starts_on": portfolio.on}
        ),
    }
    return render(
        request, "hours/time_off.html", page | refused, status=422 if refused else 200
    )


def _found(viewer: Person, portfolio: Portfolio) -> tuple[LeaveFound, ...]:
    return leave_found(portfolio, answered_events(viewer=viewer))


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Note days away."""
    viewer = viewer_of(request)
    form = LeaveForm(request.POST, roles=_roles(viewer), prefix="leave")
    if form.is_valid():
        told = form.cleaned_data
        try:
            add_absence(
                viewer=viewer,
                kind=AbsenceKind(told["kind"]),
                period=form.period(),
                role=_role(viewer, told["role"]),
                note=told["note"],
            )
        except PlaitError as error:
            form.add_error("starts_on", refusal(error))
    return _done(request, form, "leave_form")


@require_POST
def season(request: HttpRequest) -> HttpResponse:
    """Note a stretch with other hours."""
    form = SeasonForm(request.POST, prefix="season")
    if form.is_valid():
        try:
            add_season(viewer=viewer_of(request), season=form.season())
        except PlaitError as error:
            form.add_error("starts_on", refusal(error))
    return _done(request, form, "season_form")


@require_POST
def overhead(request: HttpRequest) -> HttpResponse:
    """Note travel, admin or rest."""
    viewer = viewer_of(request)
    form = OverheadForm(request.POST, roles=_roles(viewer), prefix="overhead")
    if form.is_valid():
        told = form.cleaned_data
        try:
            add_overhead(
                viewer=viewer,
                kind=OverheadKind(told["kind"]),
                period=form.period(),
                hours=told["hours"],
                role=_role(viewer, told["role"]),
            )
        except PlaitError as error:
            form.add_error("starts_on", refusal(error))
    return _done(request, form, "overhead_form")


def _roles(viewer: Person) -> list[tuple[str, str]]:
    return roles_to_choose(load_portfolio(viewer=viewer, on=clock.today()))


def _role(viewer: Person, key: str) -> Any:  # noqa: ANN401  # a row of the book, or None
    return role_keyed(viewer=viewer, key=key) if key else None


def _done(request: HttpRequest, form: StretchForm, name: str) -> HttpResponse:
    """Go back to the page, or show it with what is wrong in the form."""
    if form.errors:
        return _page(request, **{name: form})
    messages.success(request, _("It is noted."))
    return redirect("time_off")


@require_http_methods(["GET", "POST"])
@or_404
def remove(request: HttpRequest, kind: type[Any], pk: int) -> HttpResponse:
    """Ask, then remove leave, a season or an overhead."""
    viewer = viewer_of(request)
    row = availability_row(viewer=viewer, kind=kind, pk=pk)
    if request.method == "POST":
        remove_availability(viewer=viewer, row=row)
        messages.success(request, _("It is removed."))
        return redirect("time_off")
    words = words_for(viewer.language)
    [told] = _LISTED[kind]([row], words)
    return render(request, "confirm.html", shown.question(told))


@require_POST
def found(request: HttpRequest) -> HttpResponse:
    """Note the ticked stretches of the calendars as leave, or that they are none."""
    viewer = viewer_of(request)
    portfolio = load_portfolio(viewer=viewer, on=clock.today())
    ticked = set(request.POST.getlist("found"))
    chosen = [one for one in _found(viewer, portfolio) if shown.value_of(one) in ticked]
    if "none" in request.POST:
        leave_events(
            viewer=viewer, fingerprints=[m for one in chosen for m in one.fingerprints]
        )
        said = ngettext("%(n)d is no leave.", "%(n)d are no leave.", len(chosen))
    else:
        _note(viewer, portfolio, chosen)
        said = ngettext("%(n)d is noted.", "%(n)d are noted.", len(chosen))
    messages.success(request, said % {"n": len(chosen)})
    return redirect("time_off")


def _note(viewer: Person, portfolio: Portfolio, chosen: list[LeaveFound]) -> None:
    keys = ["" if one.role is None else portfolio.roles[one.role].key for one in chosen]
    note_leave(
        viewer=viewer,
        found=[
            (Away(one.kind, one.period), _role(viewer, key), one.title)
            for one, key in zip(chosen, keys, strict=True)
        ],
    )
