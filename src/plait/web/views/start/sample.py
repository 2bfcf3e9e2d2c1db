"""Open a copy of the sample, and leave it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plait.book.imports.sample import drop_samples, open_sample
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.sample import KEY, leave_pages_behind, own_person


@require_POST
def look(request: HttpRequest) -> HttpResponse:
    """Show a copy of the sample from now on; whoever is in it already stays."""
    if own_person(request) is None:
        copy = open_sample(viewer=viewer_of(request), now=clock.now())
        request.session[KEY] = copy.pk
        leave_pages_behind(request)
    return redirect("today")


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Go back to one's own book; the copy goes."""
    own = own_person(request)
    request.session.pop(KEY, None)
    leave_pages_behind(request)
    if own is not None:
        drop_samples(viewer=own, now=clock.now())
        messages.info(request, _("You are back in your own book. The sample is gone."))
    return redirect("today")
