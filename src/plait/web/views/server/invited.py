"""What an invitation's link leads to: who invites, to what, and the door."""

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.views.decorators.http import require_http_methods

from plait.accounts.invitations import INVITATION, NotInvited, invitation_of
from plait.web import clock
from plait.web.bookless import needs_no_book
from plait.web.pages.errors import refusal


@needs_no_book
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def invited(request: HttpRequest, token: str) -> HttpResponse:
    """Say what the invitation is to; by a press of the button, begin to join."""
    try:
        invitation = invitation_of(token=token, now=clock.now())
    except NotInvited as error:
        page: dict[str, object] = {"notice": refusal(error)}
        return render(request, "server/invited.html", page, status=410)
    if request.method == "POST":
        logout(request)
        request.session[INVITATION] = invitation.pk
        # The link came by mail to this address: nobody has to prove it again.
        get_adapter().stash_verified_email(request, invitation.email)
        return redirect("account_signup_by_passkey")
    page = {"invitation": invitation, "kind": settings.SERVER}
    with translation.override(invitation.language):
        return render(request, "server/invited.html", page)
