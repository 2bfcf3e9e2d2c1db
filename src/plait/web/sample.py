"""Looking at the sample: the session shows a copy of it instead of one's own book."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import rotate_token
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from plait.accounts.models import Person
from plait.accounts.queries import sample_of
from plait.book.imports.sample import SAMPLE_DAY
from plait.web import clock
from plait.web.flash import forget_undo
from plait.web.middleware import Answer

KEY = "sample"
# What is about the person, the whole server or other machines, and not about the book
# that one looks at.
_OWN_ALONE = frozenset(
    {
        *("password", "backup", "delete_everything", "feed_make", "feed_revoke"),
        *("calendar_add", "calendar_refresh", "calendars_refresh"),
        *("reminder_feed_make", "reminder_feed_revoke"),
    }
)
_SAFE = ("GET", "HEAD", "OPTIONS")


class LooksAtSample:
    """Lets whoever opened the sample see its copy, until they leave it.

    Everything that asks for the viewer gets the copy's owner, so nothing that is done
    there can reach the person's own book.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request as the copy's owner where the session looks at one."""
        copy = _copy_of(request)
        if copy is None:
            return self.get_response(request)
        request.own_person = request.user  # type: ignore[attr-defined]  # whose session it is
        request.user = copy
        token = clock.sample_day.set(SAMPLE_DAY)
        try:
            return self.get_response(request)
        finally:
            clock.sample_day.reset(token)

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, _options: object
    ) -> HttpResponse | None:
        """Refuse what is about the person or other machines while in the sample.

        What was sent to a copy that is gone is not done in the person's own book.
        """
        if getattr(request, "is_sample_gone", False):
            leave_pages_behind(request)
            if request.method not in _SAFE:
                text = _("The sample is gone. Nothing was changed in your own book.")
                messages.info(request, text)
                return redirect("today")
        match = request.resolver_match
        if own_person(request) is None or not match or match.url_name not in _OWN_ALONE:
            return None
        messages.info(
            request, _("This is about your own book: leave the sample first.")
        )
        return redirect("settings" if match.url_name != "backup" else "today")


def own_person(request: HttpRequest) -> Person | None:
    """Return who looks at the sample, None where one looks at one's own book."""
    found: Person | None = getattr(request, "own_person", None)
    return found


def leave_pages_behind(request: HttpRequest) -> None:
    """Let no page that shows the other book change this one: a tab, or going back.

    Its forms no longer count, and its last change is not this book's to undo.
    """
    rotate_token(request)
    forget_undo(request)


def _copy_of(request: HttpRequest) -> Person | None:
    key = request.session.get(KEY)
    if key is None or not isinstance(request.user, Person):
        return None
    copy = sample_of(viewer=request.user, pk=key)
    if copy is None:
        del request.session[KEY]
        request.is_sample_gone = True  # type: ignore[attr-defined]  # for process_view
    return copy
