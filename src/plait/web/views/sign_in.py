"""Signing in by a one-time link or a password, and signing out."""

from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plait.accounts.operations import LinkSpent, use_link
from plait.web import clock

_BACKEND = "django.contrib.auth.backends.ModelBackend"


@login_not_required
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Let somebody in who has a password; say where links come from otherwise."""
    if request.user.is_authenticated:
        return redirect("today")
    form = AuthenticationForm(request, request.POST or None)
    if request.method == "POST" and form.is_valid():
        login(request, form.get_user())
        return redirect(_next(request))
    return render(request, "sign_in.html", {"form": form, "next": _next(request)})


@login_not_required
@require_GET
def sign_in_link(request: HttpRequest, token: str) -> HttpResponse:
    """Let in whom the one-time link belongs to."""
    try:
        person = use_link(token=token, now=clock.now())
    except LinkSpent as spent:
        if request.user.is_authenticated:
            return redirect("today")
        form = AuthenticationForm(request)
        told = {"form": form, "link_spent": spent, "next": "/"}
        return render(request, "sign_in.html", told, status=410)
    login(request, person, backend=_BACKEND)
    return redirect("today")


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    return redirect("sign_in")


def _next(request: HttpRequest) -> str:
    asked = request.POST.get("next") or request.GET.get("next") or "/"
    safe = url_has_allowed_host_and_scheme(
        asked, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return asked if safe else "/"
