"""Where the mail about a new sign-in leads: ended by one press, from any device."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.views.decorators.http import require_http_methods

from plait.accounts.not_me import end_as_not_me, sign_in_of
from plait.web import clock
from plait.web.bookless import open_by_organisation


@open_by_organisation
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def not_me(request: HttpRequest, token: str) -> HttpResponse:
    """Say which sign-in it is; end it, and lead to how one signs in."""
    sign_in = sign_in_of(token)
    if request.method == "POST":
        end_as_not_me(token=token, now=clock.now())
        return redirect("not_me_after")
    language = sign_in.owner.language if sign_in else translation.get_language()
    with translation.override(language):
        return render(request, "server/not_me.html", {"sign_in": sign_in})


@open_by_organisation
@login_not_required
@require_http_methods(["GET", "HEAD"])
def not_me_after(request: HttpRequest) -> HttpResponse:
    """Say what to do now: change how one signs in."""
    return render(request, "server/not_me.html", {"is_over": True})
