"""Where a person is signed in; they end one, or all others."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plait.accounts.session_store import stored_key
from plait.accounts.sign_ins import end_sign_in, sign_ins, sign_others_out
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.bookless import needs_no_book


@needs_no_book
@require_GET
def devices(request: HttpRequest) -> HttpResponse:
    """List the devices that are signed in."""
    here = stored_key(request.session.session_key or "")
    page = {"devices": sign_ins(viewer=viewer_of(request)), "here": here}
    return render(request, "account/devices.html", page)


@needs_no_book
@require_POST
def end_device(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign one device out."""
    if not end_sign_in(viewer=viewer_of(request), pk=pk, now=clock.now()):
        raise Http404
    messages.success(request, _("That device is signed out."))
    return redirect("devices")


@needs_no_book
@require_POST
def end_others(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    key = request.session.session_key or ""
    sign_others_out(viewer=viewer_of(request), but=key, now=clock.now())
    messages.success(request, _("You are signed out everywhere but here."))
    return redirect("devices")
