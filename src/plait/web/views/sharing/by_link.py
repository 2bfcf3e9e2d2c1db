"""What a link from a mail shows, to somebody without account.

The page behind the link says from whom it is, and has a button: whatever opens links
of itself, such as a scanner of mail, looks at nothing. Nobody signs in, and no cookie
is needed but the one that guards the form.
"""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from plait.accounts.models import Envelope, Person, Share
from plait.accounts.sharing.links import giver_of, open_link, share_by_link
from plait.accounts.sharing.queries import NoSuchShare, is_noted
from plait.accounts.tries import TooManyOpenings
from plait.answers.sharing.slice import slice_answer
from plait.answers.tables.every import table_of
from plait.domain.sharing import OtherSlice, SliceKind
from plait.exchange.signed_content import slice_held
from plait.web import clock
from plait.web.bookless import needs_no_book
from plait.web.csv_answer import csv_answer
from plait.web.pages.errors import refusal
from plait.web.pages.sharing.values import values_view
from plait.wording.sharing.slice import slice_text
from plait.wording.words import Words, words_for

_View = Callable[[HttpRequest, str], HttpResponseBase]


def _found_by_nobody_else(view: _View) -> _View:
    """Keep the page out of search engines, and its address out of other sites."""

    @wraps(view)
    def answer(request: HttpRequest, token: str) -> HttpResponseBase:
        try:
            response = view(request, token)
        except (NoSuchShare, OtherSlice):
            response = render(request, "sharing/by_link_gone.html", status=404)
        except TooManyOpenings as error:
            page = {"notice": refusal(error)}
            response = render(request, "sharing/by_link_gone.html", page, status=429)
        response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        # Not "no-referrer": a browser then sends the form without its origin.
        response["Referrer-Policy"] = "same-origin"
        return response

    return answer


@needs_no_book
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@_found_by_nobody_else
def by_link(request: HttpRequest, token: str) -> HttpResponseBase:
    """Say what it is and from whom; by a press of the button, show it."""
    today, words = clock.today(), words_for((get_language() or "en")[:2])
    if request.method != "POST":
        share = share_by_link(token=token, today=today)
        return render(request, "sharing/by_link.html", _about(share, words))
    share, envelope = open_link(
        token=token,
        address=request.META.get("REMOTE_ADDR", ""),
        today=today,
        now=clock.now(),
    )
    if envelope is None:
        page = _about(share, words) | {"is_coming": True}
        return render(request, "sharing/by_link.html", page)
    return _opened(request, share, envelope, words)


def _about(share: Share, words: Words) -> dict[str, object]:
    giver: Person = giver_of(share)
    return {
        "giver": giver.name,
        "title": slice_text(words, SliceKind(share.slice_kind)),
        "until": share.until,
        "is_noted": is_noted(share),
    }


def _opened(
    request: HttpRequest, share: Share, envelope: Envelope, words: Words
) -> HttpResponseBase:
    slice_, giver = slice_held(envelope), envelope.giver_name
    if "table" in request.POST:
        answer = slice_answer(slice_, words, giver=giver, until=share.until)
        table = table_of(answer, words)
        return csv_answer(f"plait-{answer.kind}", table.headings, table.rows)
    page = _about(share, words) | {
        "values": values_view(slice_, words, giver=giver, until=share.until)
    }
    return render(request, "sharing/by_link.html", page)
