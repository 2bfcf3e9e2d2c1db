"""What else do you do? Each tick becomes a role, all of them in one change."""

import secrets

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from plait.accounts.models import Person
from plait.book.operations.taking_on import add_roles
from plait.book.operations.writing import DoneBefore, as_request
from plait.book.queries import batches
from plait.book.queries import roles as roles_held
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.forms.start.ticks import NOTHING, Ticks
from plait.web.pages.start.ticks import ticks_view
from plait.wording.words import words_for


@require_http_methods(["GET", "POST"])
def ticks(request: HttpRequest) -> HttpResponse:
    """Offer what people do; make roles of what is ticked."""
    viewer = viewer_of(request)
    if request.method != "POST":
        return _page(request, viewer, _ticks(request, viewer))
    ticked = _ticks(request, viewer)
    if not ticked.is_valid():
        return _page(request, viewer, ticked, notice="" if ticked.on else NOTHING)
    roles = ticked.roles(viewer.currency, viewer.name)
    try:
        with as_request(request.POST.get("request", "")):
            added = add_roles(viewer=viewer, roles=roles)
    except DoneBefore:  # sent twice, or gone back to
        messages.info(request, _("These roles were added before."))
        return redirect("today")
    text = ngettext(
        "%(n)d role is in your book.", "%(n)d roles are in your book.", len(added)
    )
    messages.success(request, text % {"n": len(added)})
    return redirect("today")


@require_POST
def so_far(request: HttpRequest) -> HttpResponse:
    """Show what is ticked so far; nothing is kept."""
    viewer = viewer_of(request)
    return _page(request, viewer, _ticks(request, viewer))


def _ticks(request: HttpRequest, viewer: Person) -> Ticks:
    sent = request.POST if request.method == "POST" else None
    used = tuple(role.colour for role in roles_held(viewer=viewer))
    return Ticks(sent, today=clock.today(), used=used)


def _page(
    request: HttpRequest, viewer: Person, ticked: Ticks, notice: object = ""
) -> HttpResponse:
    view = ticks_view(ticked, viewer, words_for(viewer.language))
    page = {
        "view": view,
        "nav": "",
        "start_step": 2,
        "notice": notice,
        "has_imports": batches(viewer=viewer).exists(),
        "request_key": request.POST.get("request") or secrets.token_urlsafe(12),
    }
    return render(request, "start/ticks.html", page)
