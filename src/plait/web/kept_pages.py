"""Finished pages, kept as long as everything that they were made from is the same.

`page_key` is the one place that says when a page may be given out again. It holds
whose book it is and its revision, every setting of whoever looks, the day, the
language, the program's version, the share it is seen through, and by their values all
that the page knows besides. What cannot be compared, came with a message, or depends
on more of the address than its day is made anew, and so is every page in quiet view.
"""

import re
import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from threading import Lock

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers

from plait import __version__
from plait.accounts.models import Person
from plait.book.queries import revision_of
from plait.book.queries.memory import forgets_people
from plait.domain.quiet import disguise
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.context import every_page
from plait.web.digests import NotPlain, digest_of
from plait.web.packed import SLOT, Packed
from plait.web.quiet import is_quiet
from plait.web.sample import own_person

MOST_BYTES = 32_000_000
# A process does not hear of a sign-out in another one; it forgets by itself.
IDLE_SECONDS = 600.0
_INDENT = re.compile(r"\n\s+")
# Whoever is signed in sees neither of them, and both change without their doing.
_NOT_SEEN = frozenset({"password", "last_login"})


@dataclass(frozen=True, slots=True)
class PageKey:
    """All that a page is made from; two pages of the same key are the same page.

    `own_person` is who looks, where it is at their copy of the sample. `known` is a
    digest of the viewer's settings and of all else that the page knows.
    """

    template: str
    owner: int
    revision: int
    own_person: int | None
    share: str
    day: date
    today: date
    language: str
    zone: str
    version: str
    known: bytes


class KeptPages:
    """The pages that were asked for last, of all people together: so many bytes."""

    def __init__(self, most_bytes: int, idle_seconds: float) -> None:
        self._most_bytes, self._idle_seconds = most_bytes, idle_seconds
        self._held: OrderedDict[PageKey, tuple[float, Packed]] = OrderedDict()
        self._n_bytes = 0
        self._one_at_a_time = Lock()
        forgets_people(self)

    def of(self, key: PageKey) -> Packed | None:
        """Return the page of that key, None where it has to be made."""
        now = time.monotonic()
        with self._one_at_a_time:
            self._drop_idle(now)
            found = self._held.pop(key, None)
            if found is None:
                return None
            self._held[key] = (now, found[1])
            return found[1]

    def keep(self, key: PageKey, page: Packed) -> None:
        """Keep a page; those that were not asked for the longest make room."""
        with self._one_at_a_time:
            self._drop(key)
            self._held[key] = (time.monotonic(), page)
            self._n_bytes += page.n_bytes
            while self._n_bytes > self._most_bytes:
                self._drop(next(iter(self._held)))

    def forget(self, person: int) -> None:
        """Forget what one person saw, or what was seen of theirs."""
        with self._one_at_a_time:
            for key in [k for k in self._held if person in (k.owner, k.own_person)]:
                self._drop(key)

    def clear(self) -> None:
        """Forget everything."""
        with self._one_at_a_time:
            self._held.clear()
            self._n_bytes = 0

    def _drop_idle(self, now: float) -> None:
        while self._held:
            key, (asked_at, _page) = next(iter(self._held.items()))
            if now - asked_at <= self._idle_seconds:
                return
            self._drop(key)

    def _drop(self, key: PageKey) -> None:
        found = self._held.pop(key, None)
        if found is not None:
            self._n_bytes -= found[1].n_bytes


kept_pages = KeptPages(MOST_BYTES, IDLE_SECONDS)


def page_key(
    request: HttpRequest, template: str, *, day: date, known: Mapping[str, object]
) -> PageKey | None:
    """Return what the page of a day is made from, None where it is made anew.

    `known` is what it shows that follows neither from the book nor from the day.
    """
    viewer = viewer_of(request)
    if settings.DEBUG or not _is_plain(request, day):
        return None
    revision = revision_of(viewer=viewer)
    if not revision:
        return None
    own = own_person(request)
    try:
        digest = digest_of((_settings(viewer), {**every_page(request), **known}))
    except NotPlain:
        return None
    return PageKey(
        template=template,
        owner=viewer.pk,
        revision=revision,
        own_person=own.pk if own else None,
        share="",
        day=day,
        today=clock.today(),
        language=translation.get_language() or "",
        zone=timezone.get_current_timezone_name(),
        version=__version__,
        known=digest,
    )


def kept(request: HttpRequest, key: PageKey | None) -> HttpResponse | None:
    """Return the page of that key as it was kept, None where it has to be made."""
    page = kept_pages.of(key) if key else None
    return None if page is None else _answer(request, page)


def made(
    request: HttpRequest,
    template: str,
    context: Mapping[str, object],
    key: PageKey | None,
) -> HttpResponse:
    """Return a page that is made now; keep it where it has a key."""
    if key is None:
        return HttpResponse(_lighter(render_to_string(template, {**context}, request)))
    # Each answer has a token of its own, so none is kept: its places are.
    html = render_to_string(template, {**context, "csrf_token": SLOT}, request)
    page = Packed.of(_lighter(html))
    kept_pages.keep(key, page)
    return _answer(request, page)


def _answer(request: HttpRequest, page: Packed) -> HttpResponse:
    token = get_token(request) if page.has_slots else ""
    takes_gzip = "gzip" in request.headers.get("Accept-Encoding", "")
    body = page.gzipped(token) if takes_gzip else page.plain(token)
    answer = HttpResponse(body)
    if takes_gzip:
        answer["Content-Encoding"] = "gzip"
    patch_vary_headers(answer, ["Accept-Encoding"])
    return answer


def _lighter(html: str) -> str:
    """Return a page without empty lines and indents, which nobody sees in it."""
    return _INDENT.sub("\n", html).lstrip()


def _is_plain(request: HttpRequest, day: date) -> bool:
    """Return whether nothing of the request but its day is on the page."""
    asked = request.META.get("QUERY_STRING", "")
    return (
        request.method in ("GET", "HEAD")
        and asked in ("", f"on={day.isoformat()}")
        and not is_quiet(request)
        and disguise() is None
        and not len(get_messages(request))
    )


def _settings(viewer: Person) -> tuple[object, ...]:
    """Return every setting that the person has, whatever it is for."""
    names = (one.attname for one in Person._meta.concrete_fields)  # noqa: SLF001  # Django's documented name
    return tuple(getattr(viewer, name) for name in names if name not in _NOT_SEEN)
