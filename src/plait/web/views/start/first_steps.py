"""Hide the list of first steps; the message after it offers to undo that."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plait.book.operations.settings import change_settings
from plait.web.access import viewer_of


@require_POST
def hide(request: HttpRequest) -> HttpResponse:
    """Leave the list away from now on."""
    change_settings(viewer=viewer_of(request), hides_first_steps=True)
    messages.success(request, _("The list of first steps is hidden."))
    return redirect("today")
