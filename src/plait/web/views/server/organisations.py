"""Signing in by one's organisation, and connecting it to one's own account."""

from urllib.parse import urlsplit

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.base.constants import AuthProcess
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plait.accounts.by_organisation import (
    connected_to,
    disconnect,
    is_by_organisation,
    organisation_keyed,
)
from plait.domain.errors import PlaitError
from plait.domain.sign_in_provider import SignInProvider
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.bookless import needs_no_book, open_by_organisation
from plait.web.oidc.exchange import configuration
from plait.web.oidc.provider import OrganisationAdapter, OrganisationCallback
from plait.web.oidc.tokens import refused
from plait.web.pages.errors import refusal


@open_by_organisation
@login_not_required
@require_POST
def begin(request: HttpRequest, key: str) -> HttpResponse:
    """Lead to the organisation: to sign in, or to connect it to one's own account."""
    organisation = _here(key)
    connects = request.POST.get("process") == AuthProcess.CONNECT
    if connects and (is_by_organisation(request) or not request.user.is_authenticated):
        raise Http404
    provider = get_adapter().get_provider(request, key)
    process = AuthProcess.CONNECT if connects else AuthProcess.LOGIN
    try:
        leads = str(configuration(organisation).get("authorization_endpoint"))
        if urlsplit(leads).scheme not in _schemes(organisation):
            raise refused("authorization_endpoint")
        address = provider.redirect(request, process=process).url
    except PlaitError as error:
        return _refused(request, organisation, error, status=502)
    # A page between: a form may lead to this server alone (Content Security Policy).
    page = {"address": address, "organisation": organisation}
    return render(request, "server/to_organisation.html", page)


@open_by_organisation
@login_not_required
@require_GET
def come_back(request: HttpRequest, key: str) -> HttpResponse:
    """Sign in whom the organisation names, or say why not."""
    organisation = _here(key)
    view = OrganisationCallback.adapter_view(OrganisationAdapter(request, key))
    try:
        response: HttpResponse = view(request)
    except PlaitError as error:
        return _refused(request, organisation, error, status=403)
    return response


@needs_no_book
@require_GET
def connected(request: HttpRequest) -> HttpResponse:
    """List the organisations, and which of them may sign the person in."""
    if is_by_organisation(request):
        raise Http404
    mine = connected_to(viewer=viewer_of(request))
    listed = [(one, one.key in mine) for one in settings.ORGANISATIONS]
    return render(request, "server/organisations.html", {"organisations": listed})


@needs_no_book
@require_POST
def remove(request: HttpRequest, key: str) -> HttpResponse:
    """Take an organisation's word for the person no more; its sessions end."""
    organisation = _here(key)
    viewer = viewer_of(request)
    if is_by_organisation(request) or not disconnect(
        viewer=viewer, organisation=organisation, now=clock.now()
    ):
        raise Http404
    text = _("%(name)s cannot sign you in any more.")
    messages.success(request, text % {"name": organisation.name})
    return redirect("organisations")


def _here(key: str) -> SignInProvider:
    found = organisation_keyed(key)
    if found is None:
        raise Http404
    return found


def _schemes(organisation: SignInProvider) -> set[str]:
    return {"https", "http"} if organisation.is_private else {"https"}


def _refused(
    request: HttpRequest,
    organisation: SignInProvider,
    error: PlaitError,
    *,
    status: int,
) -> HttpResponse:
    page = {"notice": refusal(error), "organisation": organisation}
    return render(request, "server/organisation_refused.html", page, status=status)
