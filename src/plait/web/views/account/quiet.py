"""Turning the quiet view on and off, on this device alone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from plait.web.quiet import COOKIE, is_quiet
from plait.web.returning import page_before

_A_YEAR = 365 * 24 * 3600


@require_POST
def quiet(request: HttpRequest) -> HttpResponse:
    """Hide names and amounts on this device, or show them; return to the page."""
    is_on = request.POST.get("on", "0" if is_quiet(request) else "1") == "1"
    response = redirect(page_before(request, reverse("today")))
    if is_on:
        response.set_cookie(
            COOKIE,
            "1",
            max_age=_A_YEAR,
            secure=request.is_secure(),
            httponly=True,
            samesite="Lax",
        )
    else:
        response.delete_cookie(COOKIE, samesite="Lax")
    return response
