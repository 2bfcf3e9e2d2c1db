"""One's own calendar: a secret address made or withdrawn, and what is read there."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from plait.book.operations.feed import make_feed, revoke_feed
from plait.book.queries.calendars import feed_owner, own_calendar
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.confirmed import confirmed_lately
from plait.web.pages.records.calendars import calendars_view


@confirmed_lately
@require_POST
def feed_make(request: HttpRequest) -> HttpResponse:
    """Make a new address for one's own calendar and show it this once."""
    viewer = viewer_of(request)
    token = make_feed(viewer=viewer, now=clock.now())
    address = request.build_absolute_uri(reverse("calendar_feed", args=[token]))
    page = calendars_view(viewer, clock.now()) | {"address": address}
    return render(request, "records/calendars.html", page)


@require_http_methods(["GET", "POST"])
def feed_revoke(request: HttpRequest) -> HttpResponse:
    """Ask, then make the address stop working."""
    if request.method == "POST":
        revoke_feed(viewer=viewer_of(request), now=clock.now())
        messages.success(request, _("The address no longer works."))
        return redirect("calendars")
    page = {
        "title": _("Your own calendar"),
        "question": _("Withdraw the address of your calendar?"),
        "consequences": [
            _("Calendars that subscribe to it no longer get your agreed hours."),
            _("You can make another address whenever you like."),
        ],
        "button": _("Withdraw it"),
        "cancel_url": reverse("calendars"),
        "is_harmful": True,
    }
    return render(request, "confirm.html", page)


@login_not_required
@require_safe
def calendar_feed(request: HttpRequest, token: str) -> HttpResponse:  # noqa: ARG001  # Django's signature
    """Give the calendar whose secret address this is; nobody needs to sign in."""
    owner = feed_owner(token)
    if owner is None:
        raise Http404
    text = own_calendar(viewer=owner, now=clock.now())
    return calendar_file(text, "plait.ics")


def calendar_file(text: bytes, name: str) -> HttpResponse:
    """Return a calendar for whoever has its secret address; no search engine lists it."""
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    answer["X-Robots-Tag"] = "noindex"
    return answer
