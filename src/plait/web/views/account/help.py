"""Help with a page: as a page of its own, or as a part for the panel at the side."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from plait.web.access import viewer_of
from plait.web.bookless import open_by_organisation
from plait.web.pages.help import TOPICS, help_text


@open_by_organisation
@require_GET
def topics(request: HttpRequest) -> HttpResponse:
    """List everything there is help with."""
    viewer_of(request)
    language = get_language() or "en"
    page = {"texts": [help_text(topic, language) for topic in TOPICS]}
    return render(request, "help/topics.html", page)


@open_by_organisation
@require_GET
def topic(request: HttpRequest, topic: str) -> HttpResponse:
    """Show one text; a script asks for it without the page around it."""
    viewer_of(request)
    if topic not in TOPICS:
        raise Http404
    text = help_text(topic, get_language() or "en")
    part = bool(request.htmx)  # type: ignore[attr-defined]  # its middleware adds it
    return render(
        request, "help/text.html" if part else "help/topic.html", {"text": text}
    )
