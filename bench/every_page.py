"""Every page that links lead to, asked for over HTTP: which ones keep one waiting."""

import re
from collections.abc import Iterator
from statistics import median
from typing import NamedTuple
from urllib.parse import urldefrag

from bench.pages import Server, Visitor, plait_served, signed_in
from bench.programs import Book
from bench.report import Target, table
from plait.domain.selection import RecordOrder

_LINK = re.compile(r'href="(/[^"]*)"')
_NUMBER = re.compile(r"\d+")
# Downloads are files and no pages; static files are the server's.
_NOT_PAGES = re.compile(r"^/(static|settings/(export|backup)|.*\.ics|.*\.csv)")
_SLOWEST_SHOWN = 6
# What no link leads to: a word that most records say, one that few do, pages within.
_LISTS = tuple(
    f"/records/?kind={kind}&{words}"
    for kind in ("payments", "time")
    for words in (
        "text=e",
        "text=4711",
        *(f"page=500&sort={order.value}" for order in RecordOrder),
        "text=e&sort=name",
        "text=e&sort=role",
    )
)


class Timed(NamedTuple):
    """A page and the seconds that it took: the first time, and the median after.

    `processor` are seconds that the server worked on one of those after: on a busy
    machine they say more than the clock.
    """

    path: str
    first: float
    usual: float
    processor: float


class EveryPage:
    """All pages of a book within reach of a link, and their bound in milliseconds."""

    def __init__(self, name: str, book: Book, most_ms: int, rounds: int) -> None:
        self.name, self.book, self.most_ms = name, book, most_ms
        self.rounds = rounds
        self.pages: list[Timed] = []

    def measure(self) -> None:
        """Ask for each page several times."""
        with plait_served(self.book) as server:
            visitor = signed_in(self.book, server.port)
            self.pages = [
                self._timed(visitor, server, path, first)
                for path, first in self.walk(visitor)
            ]

    def _timed(
        self, visitor: Visitor, server: Server, path: str, first: float
    ) -> Timed:
        before = server.processor()
        usual = median(visitor.get(path) for _ in range(self.rounds))
        return Timed(path, first, usual, (server.processor() - before) / self.rounds)

    def walk(self, visitor: Visitor) -> Iterator[tuple[str, float]]:
        """Yield each page and the seconds of its first answer, following the links."""
        return _walk(visitor, "/")

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
            (page.path, *(f"{1000 * seconds:.0f}" for seconds in page[1:]))
            for page in slowest
        ]
        heading = ("page", "first, ms", "after, ms", "of the processor, ms")
        yield from table(heading, rows)


class EveryList(EveryPage):
    """Lists of records: narrowed and sorted in each way, searched, on far pages."""

    def walk(self, visitor: Visitor) -> Iterator[tuple[str, float]]:
        """Yield each list and the seconds of its first answer."""
        yield from _walk(visitor, "/records/?kind=payments", under="/records/?")
        for path in _LISTS:
            yield path, visitor.get(path)


def _walk(
    visitor: Visitor, begin: str, *, under: str = "/"
) -> Iterator[tuple[str, float]]:
    """Yield each kind of page once, and the seconds of its first answer."""
    waiting, seen = [begin], {_kind(begin)}
    while waiting:
        path = waiting.pop(0)
        first = visitor.get(path)
        if not visitor.body.lstrip().lower().startswith("<!doctype html"):
            continue
        for link in _LINK.findall(visitor.body):
            found = urldefrag(link.replace("&amp;", "&")).url
            kind = _kind(found)
            is_page = found.startswith(under) and not _NOT_PAGES.match(found)
            if is_page and kind not in seen:
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
