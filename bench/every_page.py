"""Every page that links lead to, asked for over HTTP: which ones keep one waiting."""

import re
from collections.abc import Iterator
from statistics import median
from typing import NamedTuple
from urllib.parse import urldefrag

from bench.pages import Visitor, plait_served, signed_in
from bench.programs import Book
from bench.report import Target, table

_LINK = re.compile(r'href="(/[^"]*)"')
_NUMBER = re.compile(r"\d+")
# Downloads are files and no pages; static files are the server's.
_NOT_PAGES = re.compile(r"^/(static|settings/(export|backup)|.*\.ics|.*\.csv)")
_SLOWEST_SHOWN = 6


class Timed(NamedTuple):
    """A page and the seconds that it took: the first time, and the median after."""

    path: str
    first: float
    usual: float


class EveryPage:
    """All pages of a book within reach of a link, and their bound in milliseconds.

    With `under` only the pages whose address begins so are timed.
    """

    def __init__(
        self, name: str, book: Book, most_ms: int, rounds: int, under: str = "/"
    ) -> None:
        self.name, self.book, self.most_ms = name, book, most_ms
        self.rounds, self.under = rounds, under
        self.pages: list[Timed] = []

    def measure(self) -> None:
        """Follow the links from the first page; ask for each page several times."""
        with plait_served(self.book) as server:
            visitor = signed_in(self.book, server.port)
            self.pages = [
                Timed(
                    path, first, median(visitor.get(path) for _ in range(self.rounds))
                )
                for path, first in _walk(visitor)
                if path.startswith(self.under)
            ]

    def targets(self) -> Iterator[Target]:
        """Yield the bound on the slowest page."""
        slowest = max(self.pages, key=lambda page: page.usual)
        ms = 1000 * slowest.usual
        what = f"slowest of {len(self.pages)} pages, {self.name}"
        said = f"{ms:.0f} ms ({slowest.path})"
        yield Target(what, f"< {self.most_ms} ms", said, ms < self.most_ms)

    def lines(self) -> Iterator[str]:
        """Yield the table of the slowest."""
        yield f"### Every page over HTTP, {self.name}\n"
        slowest = sorted(self.pages, key=lambda page: -page.usual)[:_SLOWEST_SHOWN]
        rows = [
            (page.path, f"{1000 * page.first:.0f}", f"{1000 * page.usual:.0f}")
            for page in slowest
        ]
        yield from table(("page", "first, ms", "after, ms"), rows)


def _walk(visitor: Visitor) -> Iterator[tuple[str, float]]:
    """Yield each kind of page once, and the seconds of its first answer."""
    waiting, seen = ["/"], {"/"}
    while waiting:
        path = waiting.pop(0)
        first = visitor.get(path)
        if not visitor.body.lstrip().lower().startswith("<!doctype html"):
            continue
        for link in _LINK.findall(visitor.body):
            found = urldefrag(link.replace("&amp;", "&")).url
            kind = _kind(found)
            if kind not in seen and not _NOT_PAGES.match(found):
                seen.add(kind)
                waiting.append(found)
        yield path, first


def _kind(path: str) -> str:
    """Return what pages of one kind share: words, numbers left out, one role for all."""
    place, _, query = path.partition("?")
    place = re.sub(r"^/roles/(?!new/)[^/]+/", "/roles/*/", place)
    names = "&".join(sorted(word.partition("=")[0] for word in query.split("&")))
    kind = re.search(r"kind=([a-z-]+)", query)
    return f"{_NUMBER.sub('*', place)}?{names}&{kind[1] if kind else ''}"
