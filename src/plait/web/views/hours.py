"""Hours: what was agreed, what is given, and what is coming."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plait.book.queries import portfolio, role_keyed
from plait.review.subject import subject_of
from plait.review.words import words_for
from plait.web import clock
from plait.web.access import or_404, viewer_of
from plait.web.shown.drifts import talk_shown
from plait.web.shown.hours import hours_shown
from plait.web.shown.worktime import worktime_shown


@require_GET
def hours(request: HttpRequest) -> HttpResponse:
    """Show the hours page: the one for a Sunday evening."""
    viewer = viewer_of(request)
    picture = portfolio(viewer=viewer, on=clock.day_asked(request))
    subject = subject_of(picture, words_for(viewer.language))
    return render(request, "hours.html", vars(hours_shown(subject)))


@require_GET
def working_time(request: HttpRequest) -> HttpResponse:
    """Show every rule of working-time law with its verdict."""
    viewer = viewer_of(request)
    picture = portfolio(viewer=viewer, on=clock.day_asked(request))
    subject = subject_of(picture, words_for(viewer.language))
    return render(request, "worktime.html", {"shown": worktime_shown(subject)})


@require_GET
@or_404
def talk(request: HttpRequest, key: str) -> HttpResponse:
    """Show a draft of the note to the other side, to copy and change."""
    viewer = viewer_of(request)
    held = role_keyed(viewer=viewer, key=key)
    picture = portfolio(viewer=viewer, on=clock.day_asked(request))
    subject = subject_of(picture, words_for(viewer.language))
    return render(request, "talk.html", vars(talk_shown(subject, held.key)))
