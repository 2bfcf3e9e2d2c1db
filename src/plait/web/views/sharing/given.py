"""What the viewer shows to whom: listed, looked at before it is sent, ended."""

from uuid import UUID

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
from plait.accounts.sharing.operations import end_share
from plait.accounts.sharing.queries import NoSuchShare, share_of
from plait.book.queries import NotThere, roles
from plait.domain.errors import PlaitError
from plait.domain.sharing import Slice, Way
from plait.exchange import lists
from plait.exchange.shares import ShareTerms, preview, slice_today
from plait.exchange.shares import share as keep_share
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.forms.sharing import ShareForm
from plait.web.pages.errors import refusal
from plait.web.pages.sharing.values import ValuesView, values_view
from plait.wording.sharing.given import kept_text
from plait.wording.words import words_for


@require_GET
def shares(request: HttpRequest) -> HttpResponse:
    """List what the viewer shows and showed."""
    viewer = viewer_of(request)
    words = words_for(viewer.language)
    found = lists.given(viewer=viewer, words=words, today=clock.today())
    page = {
        "answer": found,
        "running": [one for one in found.shares if not one.is_over],
        "over": [one for one in found.shares if one.is_over],
    }
    return render(request, "sharing/shares.html", page)


@require_GET
def looks(request: HttpRequest) -> HttpResponse:
    """List who looked at what, on which day."""
    viewer = viewer_of(request)
    words = words_for(viewer.language)
    found = lists.looks(viewer=viewer, words=words, today=clock.today())
    return render(request, "sharing/looks.html", {"answer": found})


@require_http_methods(["GET", "POST"])
def share_new(request: HttpRequest) -> HttpResponse:
    """Ask what to show; then show it exactly as its receiver will see it."""
    viewer = viewer_of(request)
    form = _form(request, viewer)
    if request.method == "GET" or not form.is_valid() or "change" in request.POST:
        return _asked(request, form)
    try:
        terms = form.terms()
        found = preview(viewer=viewer, terms=terms, today=clock.today())
    except (PlaitError, NotThere) as error:
        form.add_error(None, refusal(error))
        return _asked(request, form)
    page = {"form": form, "terms": terms, "values": _values(viewer, found, terms)}
    return render(request, "sharing/preview.html", page)


@require_POST
def share_send(request: HttpRequest) -> HttpResponse:
    """Show it from now on."""
    viewer = viewer_of(request)
    form = _form(request, viewer)
    if not form.is_valid():
        return _asked(request, form)
    try:
        new = keep_share(
            viewer=viewer, terms=form.terms(), today=clock.today(), now=clock.now()
        )
    except (PlaitError, NotThere) as error:
        form.add_error(None, refusal(error))
        return _asked(request, form)
    words, is_file = words_for(viewer.language), new.way == Way.FILE
    messages.success(request, kept_text(words, new.receiver_name, is_file=is_file))
    return redirect("share", new.uuid)


@require_GET
def share(request: HttpRequest, number: UUID) -> HttpResponse:
    """Show one: to whom, until when, who looked, and what they see today."""
    viewer = viewer_of(request)
    try:
        held = share_of(viewer=viewer, uuid=number)
    except NoSuchShare as error:
        raise Http404 from error
    today, words = clock.today(), words_for(viewer.language)
    answer = lists.given(viewer=viewer, words=words, today=today)
    one = next(one for one in answer.shares if one.number == str(number))
    values = None
    if not one.is_over:
        found = slice_today(viewer=viewer, share=held, today=today)
        values = values_view(found, words, giver=viewer.name, until=held.until)
    page = {
        "one": one,
        "values": values,
        "name": held.receiver_name,
        "is_file": held.way == Way.FILE,
        "is_ended": held.ended_at is not None,
    }
    return render(request, "sharing/share.html", page)


@require_http_methods(["GET", "POST"])
def share_end(request: HttpRequest, number: UUID) -> HttpResponse:
    """Ask, then show it no more."""
    viewer = viewer_of(request)
    try:
        held = share_of(viewer=viewer, uuid=number)
        if request.method == "POST":
            end_share(viewer=viewer, share_uuid=number, now=clock.now())
            messages.success(request, _("It is shown no more."))
            return redirect("shares")
    except NoSuchShare as error:
        raise Http404 from error
    page = {
        "title": _("Show it no more"),
        "question": _("Show this to %(name)s no more?") % {"name": held.receiver_name},
        "consequences": [
            _("What they see here is emptied at once."),
            _("What they wrote down, or saved as a file, stays with them."),
        ],
        "button": _("Show it no more"),
        "cancel_url": reverse("share", args=[number]),
        "is_harmful": True,
    }
    return render(request, "confirm.html", page)


def _form(request: HttpRequest, viewer: Person) -> ShareForm:
    listed = [(one.key, one.name) for one in roles(viewer=viewer)]
    return ShareForm(request.POST or None, roles=listed, today=clock.today())


def _asked(request: HttpRequest, form: ShareForm) -> HttpResponse:
    status = 422 if form.errors else 200
    return render(request, "sharing/new.html", {"form": form}, status=status)


def _values(viewer: Person, found: Slice, terms: ShareTerms) -> ValuesView:
    words = words_for(viewer.language)
    return values_view(found, words, giver=viewer.name, until=terms.until)
