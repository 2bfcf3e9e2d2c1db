"""The settings of somebody who has no book here: what is about the person alone."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plait.accounts.by_organisation import is_by_organisation
from plait.accounts.operations import change_person
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.bookless import open_by_organisation
from plait.web.forms.settings import OwnSettingsForm


@open_by_organisation
@require_http_methods(["GET", "HEAD", "POST"])
def own_settings(request: HttpRequest) -> HttpResponse:
    """Show and change name, language, colours, and how days and numbers are written."""
    viewer = viewer_of(request)
    names = OwnSettingsForm.base_fields
    first = {name: getattr(viewer, name) for name in names}
    form = OwnSettingsForm(
        request.POST if request.method == "POST" else None,
        initial=first,
        today=clock.today(),
    )
    if request.method == "POST" and form.is_valid():
        change_person(viewer=viewer, **form.cleaned_data)
        with translation.override(viewer.language):
            messages.success(request, _("Saved."))
        return redirect("settings")
    page = {"form": form, "is_by_organisation": is_by_organisation(request)}
    return render(request, "server/own_settings.html", page)
