"""The page of whoever looks after a server: who is in, who is invited."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plait.accounts.stewardship import (
    NoSteward,
    hand_over,
    invite_by_mail,
    let_in_again,
    open_invitations,
    people,
    steward_only,
    suspend,
    withdraw,
)
from plait.domain.errors import PlaitError
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.bookless import needs_no_book
from plait.web.confirmed import confirmed_lately
from plait.web.forms.invitations import InvitationForm
from plait.web.pages.errors import refusal

_A_PAGE = 50


def for_stewards(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answer everybody else as if there were no such page."""

    @wraps(view)
    def answer(request: HttpRequest, **asked: Any) -> HttpResponse:  # noqa: ANN401  # the parts of any address
        try:
            steward_only(viewer_of(request))
            return view(request, **asked)
        except NoSteward as error:
            raise Http404 from error

    return answer


@needs_no_book
@require_GET
@for_stewards
def all_people(request: HttpRequest) -> HttpResponse:
    """Show who has an account and who is invited; nothing of anybody's book."""
    return _page(request, InvitationForm(initial={"language": "en"}))


@needs_no_book
@require_POST
@for_stewards
@confirmed_lately
def invite_one(request: HttpRequest) -> HttpResponse:
    """Invite an address by mail."""
    form = InvitationForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    try:
        invitation = invite_by_mail(
            viewer=viewer_of(request), now=clock.now(), **form.cleaned_data
        )
    except PlaitError as error:
        form.add_error("email", refusal(error))
        return _page(request, form)
    text = _("An invitation is on its way to %(email)s.")
    messages.success(request, text % {"email": invitation.email})
    return redirect("server")


@needs_no_book
@require_POST
@for_stewards
def withdraw_one(request: HttpRequest, pk: int) -> HttpResponse:
    """End an invitation that was not used yet."""
    withdraw(viewer=viewer_of(request), pk=pk, now=clock.now())
    messages.success(request, _("The invitation is over."))
    return redirect("server")


@needs_no_book
@require_POST
@for_stewards
def suspend_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Let somebody in no more; their book stays as it is, closed."""
    suspend(viewer=viewer_of(request), pk=pk, now=clock.now())
    messages.success(request, _("They are signed out and cannot sign in."))
    return redirect("server")


@needs_no_book
@require_POST
@for_stewards
def let_in_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Let somebody in again."""
    let_in_again(viewer=viewer_of(request), pk=pk, now=clock.now())
    messages.success(request, _("They can sign in again."))
    return redirect("server")


@needs_no_book
@require_POST
@for_stewards
@confirmed_lately
def hand_over_to(request: HttpRequest, pk: int) -> HttpResponse:
    """Let another person look after this server from now on."""
    hand_over(viewer=viewer_of(request), pk=pk, now=clock.now())
    messages.success(request, _("Somebody else looks after this server now."))
    return redirect("settings")


def _page(request: HttpRequest, form: InvitationForm) -> HttpResponse:
    viewer = viewer_of(request)
    named = request.GET.get("named", "").replace("\0", "").strip()[:150]
    pages = Paginator(people(viewer=viewer, named=named), _A_PAGE)
    page = {
        "form": form,
        "people": pages.get_page(request.GET.get("page")),
        "named": named,
        "has_many": bool(named) or pages.count > _A_PAGE,
        "invitations": open_invitations(viewer=viewer, now=clock.now()),
        "kind": settings.SERVER,
        "viewer": viewer,
    }
    return render(request, "server/people.html", page)
