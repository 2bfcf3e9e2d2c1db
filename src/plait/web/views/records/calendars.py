"""Calendars elsewhere: followed, refreshed, removed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plait.accounts.models import Person
from plait.book.imports.calendar_visits import ask_visits, asked_visits, outcomes
from plait.book.imports.followed_calendars import follow, forget, network
from plait.book.models import CalendarSource
from plait.book.operations.calendar_titles import keep_titles, keep_titles_of
from plait.book.queries import calendar_source, calendar_sources
from plait.domain.errors import PlaitError
from plait.jobs.models import Job
from plait.jobs.waking import wake
from plait.network.calendars.find import Found, find_calendars
from plait.network.http_client import Network
from plait.web import clock
from plait.web.access import or_404, viewer_of
from plait.web.forms.calendars import AddForm, ChooseForm
from plait.web.pages.errors import refusal
from plait.web.pages.records.calendars import (
    calendars_view,
    error_texts,
    outcome_text,
    titles_text,
    unread_text,
    visits_progress,
)

# Seconds that a page waits for a server that is asked the first time.
_FIRST_SECONDS = 20.0
_MOST_VISITS = 100


@require_GET
def calendars(request: HttpRequest) -> HttpResponse:
    """Show the calendars that are followed, and whether one's own has an address.

    With ?visits= it shows how far those visits are, then what they came to.
    """
    viewer = viewer_of(request)
    wake()  # a computer that slept may have missed an hour
    visits = asked_visits(viewer=viewer, numbers=_visits(request))
    progress = visits_progress(visits, request.get_full_path())
    if request.headers.get("HX-Request"):
        if progress is None:
            return HttpResponse(headers={"HX-Redirect": request.get_full_path()})
        return render(request, "parts/progress.html", {"progress": progress})
    if progress is None:
        _say_outcome(request, viewer, visits)
    page = calendars_view(viewer, clock.now()) | {"progress": progress}
    return render(request, "records/calendars.html", page)


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def calendar_add(request: HttpRequest) -> HttpResponse:
    """Find what an address leads to, ask which is meant, and follow it."""
    form = AddForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data
        try:
            login = (sent["username"], sent["password"])
            found = find_calendars(sent["address"], _network(), *login)
            form, chosen = _chosen(request, form, found)
            if chosen:
                _follow(request, chosen, login, titles=sent["titles"])
                return redirect("calendars")
        except PlaitError as error:
            form.add_error(None, refusal(error))
    page = {"form": form, "cancel_url": reverse("calendars")}
    return render(request, "records/calendar_form.html", page)


@require_POST
def calendars_refresh(request: HttpRequest) -> HttpResponse:
    """Refresh all calendars."""
    viewer = viewer_of(request)
    return _asked(viewer, list(calendar_sources(viewer=viewer)))


@require_POST
@or_404
def calendar_refresh(request: HttpRequest, pk: int) -> HttpResponse:
    """Refresh one calendar."""
    viewer = viewer_of(request)
    return _asked(viewer, [calendar_source(viewer=viewer, pk=pk)])


@require_http_methods(["GET", "POST"])
@or_404
def calendar_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask what becomes of its events, then stop following a calendar."""
    viewer = viewer_of(request)
    source = calendar_source(viewer=viewer, pk=pk)
    if request.method == "POST":
        keeps = request.POST.get("events") != "undo"
        gone = forget(viewer=viewer, source=source, keeps=keeps, now=clock.now())
        removed = ngettext(
            "You no longer follow it; %(n)d line is removed.",
            "You no longer follow it; %(n)d lines are removed.",
            gone,
        )
        stay = _("You no longer follow it; its events stay.")
        messages.success(request, stay if keeps else removed % {"n": gone})
        return redirect("calendars")
    return render(request, "records/calendar_remove.html", {"name": source.name})


@require_POST
@or_404
def calendar_titles(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the titles of a followed calendar's events, or no longer."""
    viewer = viewer_of(request)
    source = calendar_source(viewer=viewer, pk=pk)
    keeps = request.POST.get("titles") == "keep"
    n = keep_titles_of(viewer=viewer, source=source, keeps=keeps)
    messages.success(request, titles_text(n, keeps=keeps, is_followed=True))
    return redirect("calendars")


@require_POST
def file_calendar_titles(request: HttpRequest) -> HttpResponse:
    """Keep the titles of a calendar that came by files, or no longer."""
    viewer = viewer_of(request)
    keeps = request.POST.get("titles") == "keep"
    name = request.POST.get("calendar", "")
    n = keep_titles(viewer=viewer, name=name, keeps=keeps)
    messages.success(request, titles_text(n, keeps=keeps, is_followed=False))
    return redirect("calendars")


def _chosen(
    request: HttpRequest, form: AddForm, found: list[Found]
) -> tuple[AddForm, list[Found]]:
    """Return which calendars are meant, or the form that asks."""
    if len(found) == 1:
        return form, found
    is_answer = "which" in request.POST
    choose = ChooseForm(request.POST if is_answer else None, found=found)
    if not is_answer:
        choose = ChooseForm(initial=form.cleaned_data, found=found)
    elif choose.is_valid():
        chosen = choose.cleaned_data["chosen"]
        return choose, [one for one in found if one.address in chosen]
    return choose, []


def _follow(
    request: HttpRequest,
    chosen: list[Found],
    login: tuple[str, str],
    *,
    titles: bool,
) -> None:
    viewer = viewer_of(request)
    followed = []
    for found in chosen:
        try:
            one = follow(
                viewer=viewer,
                found=found,
                login=login,
                network=_network(),
                now=clock.now(),
                titles=titles,
            )
        except PlaitError as error:
            if len(chosen) == 1:
                raise
            messages.error(request, f"{found.name}: {refusal(error)}")
        else:
            followed.append(one)
    if followed:
        messages.success(request, outcome_text(followed))
        _warn(request, unread_text(followed))


def _network() -> Network:
    return network()._replace(seconds=_FIRST_SECONDS)


def _asked(viewer: Person, sources: list[CalendarSource]) -> HttpResponse:
    """Ask for visits, and lead to the page that shows how far they are."""
    visits = ask_visits(viewer=viewer, sources=sources, now=clock.now())
    numbers = ",".join(str(one.pk) for one in visits)
    return redirect(f"{reverse('calendars')}?visits={numbers}")


def _visits(request: HttpRequest) -> list[int]:
    """Return the numbers of visits that the address asks about."""
    numbers = request.GET.get("visits", "").split(",")[:_MOST_VISITS]
    # No number of a row has more digits.
    return [int(n) for n in numbers if n.isascii() and n.isdigit() and len(n) < 19]


def _say_outcome(request: HttpRequest, viewer: Person, visits: list[Job]) -> None:
    refreshed = outcomes(viewer=viewer, visits=visits)
    for error in error_texts(refreshed):
        messages.error(request, error)
    done = [one for one in refreshed if one.error is None]
    if done:
        messages.success(request, outcome_text(done))
    _warn(request, unread_text(refreshed))


def _warn(request: HttpRequest, text: str) -> None:
    if text:
        messages.warning(request, text)
