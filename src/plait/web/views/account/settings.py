"""A person's own settings, their password, and their data to take along."""

from decimal import Decimal

from django.conf import settings as django_settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from plait.accounts.operations import set_password
from plait.accounts.tries import TooManyTries, count_try_inside, forget_tries_inside
from plait.book.operations.settings import change_settings
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.forms.passwords import FirstPasswordForm, NewPasswordForm
from plait.web.forms.settings import SettingsForm
from plait.web.pages.errors import refusal
from plait.web.views.account.take_along import can_back_up


@require_http_methods(["GET", "POST"])
def settings(request: HttpRequest) -> HttpResponse:
    """Show and change how Plait speaks to the person."""
    viewer = viewer_of(request)
    minutes = viewer.capacity_minutes
    names = (
        *("name", "currency", "timezone", "language", "theme"),
        *("country", "region", "born_on", "travel_minutes", "has_shortcuts"),
        *("numbers", "dates", "clock"),
    )
    first = {name: getattr(viewer, name) for name in names}
    first["capacity"] = None if minutes is None else Decimal(minutes) / 60
    first["hidden_findings"] = list(filter(None, viewer.hidden_findings.split(",")))
    form = SettingsForm(request.POST or None, initial=first, today=clock.today())
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        hours = values.pop("capacity")
        values["capacity_minutes"] = None if hours is None else round(hours * 60)
        change_settings(viewer=viewer, **values)
        with translation.override(viewer.language):
            messages.success(request, _("Saved."))
        return redirect("settings")
    page = {
        "form": form,
        "has_password": viewer.has_usable_password(),
        "can_back_up": can_back_up(),
    }
    return render(request, "account/settings.html", page)


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """Set a password, or change it for whoever knows the old one."""
    if django_settings.SERVER:
        return redirect("account_change_password")
    viewer = viewer_of(request)
    kind = NewPasswordForm if viewer.has_usable_password() else FirstPasswordForm
    page: dict[str, object] = {"cancel_url": reverse("settings")}
    if request.method == "POST" and viewer.has_usable_password():
        try:
            count_try_inside(viewer=viewer, now=clock.now())
        except TooManyTries as too_many:
            page |= {"form": kind(viewer), "notice": refusal(too_many)}
            return render(request, "account/password.html", page, status=429)
    form = kind(viewer, request.POST or None)
    if request.method == "POST" and form.is_valid():
        forget_tries_inside(viewer=viewer)
        set_password(viewer=viewer, password=form.cleaned_data["new_password1"])
        update_session_auth_hash(request, viewer)
        name = viewer.sign_in_name
        text = _("Saved. Sign in as “%(name)s” with it.")
        messages.success(request, text % {"name": name})
        return redirect("settings")
    return render(request, "account/password.html", {**page, "form": form})
