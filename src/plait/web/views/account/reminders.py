"""Choosing reminders, dismissing one, and the calendar that shows them elsewhere."""

from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from plait.answers.reminders import reminder_calendar
from plait.book.operations.feed import make_reminder_feed, revoke_reminder_feed
from plait.book.operations.reminders import choose_reminders, dismiss_reminder
from plait.book.queries import load_portfolio
from plait.book.queries import reminders as chosen_reminders
from plait.book.queries.reminders import reminder_feed_owner
from plait.domain.reminders import ReminderKind
from plait.formats.calendars.ics_reminders import TimedNote, write_notes
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.confirmed import confirmed_lately
from plait.web.pages.reminders import reminders_page
from plait.web.views.records.feed import calendar_file
from plait.wording.words import words_for


@require_http_methods(["GET", "POST"])
def reminders(request: HttpRequest) -> HttpResponse:
    """Show and change what the person wants to be reminded of."""
    viewer = viewer_of(request)
    page = reminders_page(viewer, clock.now(), request.POST or None)
    if request.method == "POST":
        forms = [choice.form for choice in page["choices"]]  # type: ignore[attr-defined]  # a list of choices
        if all(form.is_valid() for form in forms):
            wanted = [form.reminder() for form in forms]
            choose_reminders(viewer=viewer, reminders=wanted)
            messages.success(request, _("Saved."))
            return redirect("reminders")
    return render(request, "account/reminders.html", page)


@require_POST
def dismiss(request: HttpRequest) -> HttpResponse:
    """Show a reminder no more until it comes the next time."""
    try:
        kind = ReminderKind(request.POST.get("kind", ""))
        on = date.fromisoformat(request.POST.get("on", ""))
    except ValueError as error:
        raise Http404 from error
    if not dismiss_reminder(viewer=viewer_of(request), kind=kind, on=on):
        raise Http404
    messages.success(request, _("Put away until it comes again."))
    return redirect("today")


@confirmed_lately
@require_POST
def feed_make(request: HttpRequest) -> HttpResponse:
    """Make a new address for the calendar of reminders and show it this once."""
    viewer = viewer_of(request)
    token = make_reminder_feed(viewer=viewer, now=clock.now())
    address = request.build_absolute_uri(reverse("reminder_feed", args=[token]))
    page = reminders_page(viewer, clock.now()) | {"address": address}
    return render(request, "account/reminders.html", page)


@require_http_methods(["GET", "POST"])
def feed_revoke(request: HttpRequest) -> HttpResponse:
    """Ask, then make the address stop working."""
    if request.method == "POST":
        revoke_reminder_feed(viewer=viewer_of(request), now=clock.now())
        messages.success(request, _("The address no longer works."))
        return redirect("reminders")
    page = {
        "title": _("Reminders"),
        "question": _("Withdraw the address of your reminders?"),
        "consequences": [
            _("Calendars that subscribe to it no longer get your reminders."),
            _("You can make another address whenever you like."),
        ],
        "button": _("Withdraw it"),
        "cancel_url": reverse("reminders"),
        "is_harmful": True,
    }
    return render(request, "confirm.html", page)


@login_not_required
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """Give the reminders whose secret address this is; nobody needs to sign in."""
    owner = reminder_feed_owner(token)
    if owner is None:
        raise Http404
    with translation.override(owner.language), timezone.override(owner.timezone):
        portfolio = load_portfolio(viewer=owner, on=clock.today())
        words = words_for(owner.language)
        chosen = chosen_reminders(viewer=owner)
        found = reminder_calendar(portfolio, words, chosen)
        name = _("Plait: reminders")
    text = write_notes(
        [TimedNote(one.uid, one.on, one.at, one.text) for one in found.coming],
        name=name,
        timezone=found.timezone,
        stamp=clock.now(),
        link=request.build_absolute_uri(reverse("today")),
    )
    return calendar_file(text, "plait-reminders.ics")
