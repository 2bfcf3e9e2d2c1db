"""Signing in by a one-time link or a password, and signing out."""

from django.conf import settings
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plait.accounts.operations import LinkSpent, use_link
from plait.accounts.tries import TooManyTries, count_try, forget_tries
from plait.web import clock
from plait.web.bookless import open_by_organisation
from plait.web.forms.sign_in import SignInForm
from plait.web.pages.errors import refusal

_BACKEND = "django.contrib.auth.backends.ModelBackend"


@open_by_organisation
@login_not_required
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Let somebody in who has a password; say where links come from otherwise."""
    if request.user.is_authenticated:
        return redirect("today")
    if settings.SERVER:
        return redirect("account_login")
    if request.method != "POST":
        return _page(request, SignInForm(request))
    who = {
        "name": request.POST.get("username", "").strip(),
        "address": request.META.get("REMOTE_ADDR", ""),
    }
    try:
        count_try(**who, now=clock.now())
    except TooManyTries as too_many:
        return _page(request, SignInForm(request), refusal(too_many), status=429)
    form = SignInForm(request, request.POST)
    if not form.is_valid():
        return _page(request, form)
    forget_tries(**who)
    login(request, form.get_user())
    return redirect(_next(request))


@login_not_required
@require_GET  # a program that only looks at the address (HEAD) does not spend it
def sign_in_link(request: HttpRequest, token: str) -> HttpResponse:
    """Let in whom the one-time link belongs to, on one's own machine."""
    if settings.SERVER:
        raise Http404
    try:
        person = use_link(token=token, now=clock.now())
    except LinkSpent as spent:
        if request.user.is_authenticated:
            return redirect("today")
        return _page(request, SignInForm(request), refusal(spent), status=410)
    login(request, person, backend=_BACKEND)
    return redirect("today")


@open_by_organisation
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session; the page that follows clears what the device knew."""
    logout(request)
    return redirect(f"{reverse('sign_in')}?left=1")


def _page(
    request: HttpRequest, form: SignInForm, notice: str = "", status: int = 200
) -> HttpResponse:
    page = {"form": form, "notice": notice, "next": _next(request)}
    return render(request, "account/sign_in.html", page, status=status)


def _next(request: HttpRequest) -> str:
    """Return where to go once inside, never an address outside."""
    asked = request.POST.get("next") or request.GET.get("next") or "/"
    safe = url_has_allowed_host_and_scheme(
        asked, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return asked if safe else "/"
