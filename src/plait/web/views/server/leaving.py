"""The one page of somebody whose account is being deleted, and of who deletes others."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plait.accounts.leaving.asking import (
    NotLeaving,
    delete_by_steward,
    keep_by_steward,
    take_back,
)
from plait.accounts.stewardship import LastSteward, person_numbered
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.bookless import needs_no_book
from plait.web.confirmed import confirmed_lately
from plait.web.forms.deletion import DeletePersonForm
from plait.web.pages.errors import refusal
from plait.web.views.server.people import for_stewards


@needs_no_book
@require_GET
def leaving(request: HttpRequest) -> HttpResponse:
    """Say when everything is removed, and let them stay."""
    viewer = viewer_of(request)
    if viewer.leaves_at is None:
        raise Http404
    page = {"leaves_at": viewer.leaves_at, "because": viewer.leaves_because}
    return render(request, "account/leaving.html", page)


@needs_no_book
@require_POST
def stay(request: HttpRequest) -> HttpResponse:
    """Take it back."""
    try:
        take_back(viewer=viewer_of(request), now=clock.now())
    except NotLeaving as error:
        messages.error(request, refusal(error))
        return redirect("leaving")
    text = _("Your account stays. Calendar addresses and shares have to be made anew.")
    messages.success(request, text)
    return redirect("today")


@needs_no_book
@require_http_methods(["GET", "POST"])
@for_stewards
@confirmed_lately
def delete_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask why; then begin the week after which an account is removed."""
    viewer = viewer_of(request)
    person = person_numbered(viewer=viewer, pk=pk)
    form = DeletePersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        because = form.cleaned_data["because"]
        try:
            delete_by_steward(viewer=viewer, pk=pk, because=because, now=clock.now())
        except LastSteward as error:
            form.add_error(None, refusal(error))
        else:
            text = _("%(name)s is told, and removed in a week.")
            messages.success(request, text % {"name": person.name})
            return redirect("server")
    page = {"form": form, "person": person, "cancel_url": reverse("server")}
    return render(request, "server/delete.html", page)


@needs_no_book
@require_POST
@for_stewards
def keep_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Let somebody stay whom a steward was about to delete."""
    try:
        keep_by_steward(viewer=viewer_of(request), pk=pk, now=clock.now())
    except NotLeaving as error:
        raise Http404 from error
    messages.success(request, _("They stay."))
    return redirect("server")
