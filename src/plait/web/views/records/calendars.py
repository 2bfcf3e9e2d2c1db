"""Calendars elsewhere: followed, looked at again, forgotten."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plait.accounts.models import Person
from plait.book.imports.followed_calendars import follow, forget, network
from plait.book.models import CalendarSource
from plait.book.queries import calendar_source, calendar_sources
from plait.domain.errors import PlaitError
from plait.network.calendars.find import Found, find_calendars
from plait.network.http_client import Network
from plait.web import clock
from plait.web.access import or_404, viewer_of
from plait.web.forms.calendars import AddForm, ChooseForm
from plait.web.freshening import keep_fresh, look_again
from plait.web.pages.errors import refusal
from plait.web.pages.records import calendars as shown

# Seconds: what a page waits for a look, and for a server that is asked the first time.
_SECONDS = 8.0
_AT_FIRST = 20.0


@require_GET
def calendars(request: HttpRequest) -> HttpResponse:
    """Show the calendars that are followed, and whether one's own has an address."""
    viewer = viewer_of(request)
    keep_fresh(viewer)
    return render(request, "records/calendars.html", shown.page_of(viewer))


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def calendar_add(request: HttpRequest) -> HttpResponse:
    """Find what an address leads to, ask which is meant, and follow it."""
    form = AddForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            login = (told["username"], told["password"])
            found = find_calendars(told["address"], _network(), *login)
            form, chosen = _chosen(request, form, found)
            if chosen:
                _follow(request, chosen, login)
                return redirect("calendars")
        except PlaitError as error:
            form.add_error(None, refusal(error))
    page = {"form": form, "cancel_url": reverse("calendars")}
    return render(request, "records/calendar_form.html", page)


@require_POST
def calendars_refresh(request: HttpRequest) -> HttpResponse:
    """Look at all calendars again."""
    viewer = viewer_of(request)
    _look(request, viewer, list(calendar_sources(viewer=viewer)))
    return redirect("calendars")


@require_POST
@or_404
def calendar_refresh(request: HttpRequest, pk: int) -> HttpResponse:
    """Look at one calendar again."""
    viewer = viewer_of(request)
    _look(request, viewer, [calendar_source(viewer=viewer, pk=pk)])
    return redirect("calendars")


@require_http_methods(["GET", "POST"])
@or_404
def calendar_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask what becomes of its events, then follow a calendar no longer."""
    viewer = viewer_of(request)
    source = calendar_source(viewer=viewer, pk=pk)
    if request.method == "POST":
        keeps = request.POST.get("events") != "undo"
        gone = forget(viewer=viewer, source=source, keeps=keeps, now=clock.now())
        told = ngettext(
            "You follow it no longer; %(n)d line went with it.",
            "You follow it no longer; %(n)d lines went with it.",
            gone,
        )
        kept = _("You follow it no longer; what came in stays.")
        messages.success(request, kept if keeps else told % {"n": gone})
        return redirect("calendars")
    return render(request, "records/calendar_remove.html", {"name": source.name})


def _chosen(
    request: HttpRequest, form: AddForm, found: list[Found]
) -> tuple[AddForm, list[Found]]:
    """Return which calendars are meant, or the form that asks."""
    if len(found) == 1:
        return form, found
    is_answer = "which" in request.POST
    told = ChooseForm(request.POST if is_answer else None, found=found)
    if not is_answer:
        told = ChooseForm(initial=form.cleaned_data, found=found)
    elif told.is_valid():
        return told, [f for f in found if f.address in told.cleaned_data["chosen"]]
    return told, []


def _follow(request: HttpRequest, chosen: list[Found], login: tuple[str, str]) -> None:
    viewer = viewer_of(request)
    done = []
    for found in chosen:
        try:
            told = follow(
                viewer=viewer,
                found=found,
                login=login,
                network=_network(),
                now=clock.now(),
            )
        except PlaitError as error:
            if len(chosen) == 1:
                raise
            messages.error(request, f"{found.name}: {refusal(error)}")
        else:
            done.append(told)
    if done:
        messages.success(request, shown.outcome(done))
        _say_unread(request, shown.n_unread(done))


def _network() -> Network:
    return network()._replace(seconds=_AT_FIRST)


def _look(request: HttpRequest, viewer: Person, sources: list[CalendarSource]) -> None:
    done = look_again(viewer, sources, seconds=_SECONDS)
    if done is None:
        messages.info(request, _("They are being looked at; come back in a moment."))
        return
    if len(done) < len(sources):
        messages.error(request, _("Looking at them stopped; try again in a moment."))
    for trouble in shown.troubles(done):
        messages.error(request, trouble)
    if any(one.trouble is None for one in done):
        messages.success(request, shown.outcome(done))
    _say_unread(request, shown.n_unread(done))


def _say_unread(request: HttpRequest, told: str) -> None:
    if told:
        messages.warning(request, told)
