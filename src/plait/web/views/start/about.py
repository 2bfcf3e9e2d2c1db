"""The first screen of a new book: where somebody lives, and what a week holds."""

from zoneinfo import available_timezones

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.views.decorators.http import require_http_methods

from plait.book.operations.settings import change_settings
from plait.reference.country_names import countries
from plait.reference.home_guess import home_guess
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.forms.start.about import AboutForm, about_initial, chosen_country


@require_http_methods(["GET", "POST"])
def about(request: HttpRequest) -> HttpResponse:
    """Show what Plait guesses of where somebody lives; keep what they confirm."""
    viewer = viewer_of(request)
    language = viewer.language
    if not viewer.has_confirmed and language == settings.LANGUAGE_CODE:
        language = translation.get_language_from_request(request)
    with translation.override(language):
        zone = request.GET.get("zone", "")
        zone = zone if zone in available_timezones() else ""
        accepted = request.headers.get("Accept-Language", "")[:200]
        chosen = request.GET.get("country", "")
        chosen = chosen if chosen in countries("en") else chosen_country(viewer)
        guess = home_guess(accepted, zone, clock.today(), country=chosen)
        first = about_initial(viewer, guess, language)
        form = AboutForm(request.POST or None, initial=first)
        if form.is_valid():
            change_settings(viewer=viewer, **form.changes())
            return redirect("start_roles")
        page = {
            "form": form,
            "nav": "",
            "start_step": 1,
            "is_guess": not viewer.has_confirmed and not form.is_bound,
            "wants_zone": not zone and not viewer.has_confirmed and not form.is_bound,
        }
        return render(request, "start/about.html", page)
