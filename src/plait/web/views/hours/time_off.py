"""When the person is away, and what else takes of what they have to give."""

from typing import Any

from django.contrib import messages
from django.forms import Form
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
from plait.answers.hours.holidays import holidays_answer
from plait.answers.hours.time_off import ProposedLeave, TimeOffAnswer, time_off_answer
from plait.book.operations.availability import (
    add_absence,
    add_overhead,
    add_season,
    note_leave,
    remove_availability,
)
from plait.book.operations.log import leave_events
from plait.book.queries import (
    LISTS,
    answered_events,
    availability_row,
    holiday_change_keys,
    load_portfolio,
    role_keyed,
    saved_stretches,
)
from plait.domain.availability import Absence, StretchList
from plait.domain.errors import PlaitError
from plait.domain.portfolio import Portfolio
from plait.web import clock
from plait.web.access import or_404, viewer_of
from plait.web.forms.holidays import HolidayForm, organisations_to_choose
from plait.web.forms.time_off import (
    LeaveForm,
    OverheadForm,
    SeasonForm,
    StretchForm,
    roles_to_choose,
)
from plait.web.pages.errors import refusal
from plait.web.pages.hours import time_off as pages
from plait.wording.words import words_for


@require_GET
def time_off(request: HttpRequest) -> HttpResponse:
    """Show leave, other weeks, and what goes off beside the roles."""
    return page(request)


def page(request: HttpRequest, **refused: Form) -> HttpResponse:
    """Return the page, with a form that was refused in its place."""
    viewer = viewer_of(request)
    portfolio = load_portfolio(viewer=viewer, on=clock.today())
    answer = _answer(viewer, portfolio)
    roles = roles_to_choose(portfolio)
    context = {
        "sentence": answer.sentence,
        "next_leave": answer.next_leave,
        "holidays": answer.holidays,
        "changes": pages.holiday_changes(
            holidays_answer(portfolio, words_for(viewer.language), portfolio.on.year),
            holiday_change_keys(viewer=viewer),
        ),
        "holiday_form": HolidayForm(
            organisations=organisations_to_choose(portfolio), prefix="holiday"
        ),
        "proposed": answer.proposed,
        "leave": pages.leave_lists(answer),
        "seasons": pages.stretches_of(answer, StretchList.SEASON),
        "overheads": pages.stretches_of(answer, StretchList.OVERHEAD),
        "leave_form": LeaveForm(roles=roles, prefix="leave"),
        "season_form": SeasonForm(prefix="season"),
        "overhead_form": OverheadForm(
            roles=roles, prefix="overhead", initial={"starts_on": portfolio.on}
        ),
    }
    return render(
        request,
        "hours/time_off.html",
        context | refused,
        status=422 if refused else 200,
    )


def _answer(viewer: Person, portfolio: Portfolio) -> TimeOffAnswer:
    return time_off_answer(
        portfolio,
        words_for(viewer.language),
        saved_stretches(viewer=viewer),
        answered_events(viewer=viewer),
    )


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Save days away."""
    viewer = viewer_of(request)
    form = LeaveForm(request.POST, roles=_roles(viewer), prefix="leave")
    if form.is_valid():
        try:
            add_absence(
                viewer=viewer,
                kind=form.chosen_kind(),
                period=form.period(),
                role=_role(viewer, form.cleaned_data["role"]),
                hours=form.cleaned_data["hours"],
                note=form.cleaned_data["note"],
            )
        except PlaitError as error:
            form.add_error("starts_on", refusal(error))
    return _done(request, form, "leave_form")


@require_POST
def season(request: HttpRequest) -> HttpResponse:
    """Save a stretch with other hours."""
    form = SeasonForm(request.POST, prefix="season")
    if form.is_valid():
        try:
            add_season(viewer=viewer_of(request), season=form.season())
        except PlaitError as error:
            form.add_error("starts_on", refusal(error))
    return _done(request, form, "season_form")


@require_POST
def overhead(request: HttpRequest) -> HttpResponse:
    """Save travel, admin or rest."""
    viewer = viewer_of(request)
    form = OverheadForm(request.POST, roles=_roles(viewer), prefix="overhead")
    if form.is_valid():
        try:
            add_overhead(
                viewer=viewer,
                kind=form.chosen_kind(),
                period=form.period(),
                hours=form.cleaned_data["hours"],
                role=_role(viewer, form.cleaned_data["role"]),
            )
        except PlaitError as error:
            form.add_error("starts_on", refusal(error))
    return _done(request, form, "overhead_form")


def _roles(viewer: Person) -> list[tuple[str, str]]:
    return roles_to_choose(load_portfolio(viewer=viewer, on=clock.today()))


def _role(viewer: Person, key: str | None) -> Any:  # noqa: ANN401  # a row of the book, or None
    return role_keyed(viewer=viewer, key=key) if key else None


def _done(request: HttpRequest, form: StretchForm, name: str) -> HttpResponse:
    """Go back to the page, or show it with what is wrong in the form."""
    if form.errors:
        return page(request, **{name: form})
    messages.success(request, _("Saved."))
    return redirect("time_off")


@require_http_methods(["GET", "POST"])
@or_404
def remove(request: HttpRequest, kind: StretchList, pk: int) -> HttpResponse:
    """Ask, then remove leave, a season or an overhead."""
    viewer = viewer_of(request)
    row = availability_row(viewer=viewer, kind=LISTS[kind], pk=pk)
    if request.method == "POST":
        remove_availability(viewer=viewer, row=row)
        messages.success(request, _("Removed."))
        return redirect("time_off")
    portfolio = load_portfolio(viewer=viewer, on=clock.today())
    return render(
        request,
        "confirm.html",
        pages.question(_answer(viewer, portfolio).stretch(kind, pk)),
    )


@require_POST
def found(request: HttpRequest) -> HttpResponse:
    """Save the ticked stretches of the calendars as leave, or that they are none."""
    viewer = viewer_of(request)
    portfolio = load_portfolio(viewer=viewer, on=clock.today())
    ticked = set(request.POST.getlist("found"))
    chosen = [one for one in _answer(viewer, portfolio).proposed if one.id in ticked]
    if "none" in request.POST:
        leave_events(
            viewer=viewer, fingerprints=[int(f) for one in chosen for f in one.events]
        )
        text = ngettext("%(n)d is not leave.", "%(n)d are not leave.", len(chosen))
    else:
        _save(viewer, chosen)
        text = ngettext("%(n)d is saved.", "%(n)d are saved.", len(chosen))
    messages.success(request, text % {"n": len(chosen)})
    return redirect("time_off")


def _save(viewer: Person, chosen: list[ProposedLeave]) -> None:
    note_leave(
        viewer=viewer,
        found=[
            (Absence(one.kind, one.period), _role(viewer, one.role), one.title)
            for one in chosen
        ],
    )
