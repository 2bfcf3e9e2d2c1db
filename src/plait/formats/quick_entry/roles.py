"""Which role, by its key, its name, its organisation, or the beginning of a word.

Nearer before farther: a mark (@atlas) before a word of the line, the start of the
line before the rest of it, a whole name before a word of one, a word before the
beginning of one, that before a word nearly spelled the same.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plait.formats.quick_entry.names import Known, Match, Named, Word, over, words_in
from plait.formats.quick_entry.text import NotUnderstood, Reading, Span
from plait.formats.values import shorten

_WITHIN_NAME = re.compile(r"[ \-_.'&/]*")
_LINK = re.compile(
    r"[\x01\s]*(?:(?P<word>[+&/]|\b(?:and|en|plus)\b)[\x01\s]*)?(?P<mark>[@#]?)"
)
_TOGETHER = {"+", "&", "plus"}
_MARKED = re.compile(r"(?<![^\s\x01(+&/,])[@#]\s?$")
_LEADS = (
    _MARKED,
    re.compile(r"(?<![^\s\x01(])(?:for|voor|bij)\s+(?:the\s+|de\s+|het\s+)?$"),
    re.compile(r"(?<![^\s\x01(])(?:on|at|aan|op)\s+$"),
)
_FOR = _LEADS[1]
_OF_IT = re.compile(r"[,\s]*\s(?:at|for|bij|voor|van)\s+|[,\s]*@?")


class NoRoleNamed(NotUnderstood):
    """A line without any word that a role could be called by."""


class Chosen(NamedTuple):
    """The roles of a line by their keys, and the part that does nothing but name them.

    None where their names are words of a sentence that goes on.
    """

    keys: tuple[str, ...]
    span: Span | None


def roles_of(reading: Reading, roles: Sequence[Named]) -> Chosen:
    """Return the role or roles that a line names; the first is the one it is for.

    Raises `NotUnderstood` where it names none, or where it could mean several.
    """
    line = _Line(reading, Known(roles))
    first = line.first()
    if first is None:
        raise NoRoleNamed(
            "This line names none of your roles",
            value=shorten(reading.text),
            fix="Name one by its key, as in @atlas; see them with: plait role list.",
        )
    found = [line.whole(first)]
    while another := line.joined(found[-1].span):
        found.append(line.whole(another))
    keys = dict.fromkeys(map(line.only, found))
    span = line.with_lead(Span(found[0].span.start, found[-1].span.end))
    return Chosen(tuple(keys), None if line.is_in_a_sentence(span) else span)


def called(reading: Reading, roles: Sequence[Named]) -> list[Span]:
    """Return where whole names of roles stand, so that "Friday Club" is no Friday."""
    line = _Line(reading, Known(roles))
    found = (line.known.label(line.words[n:]) for n in range(len(line.words)))
    return [match.span for match in found if match]


class _Line:
    """The words of a line and the roles that they may name."""

    def __init__(self, reading: Reading, known: Known) -> None:
        self.reading, self.known = reading, known
        self.words = words_in(reading.left)

    def first(self) -> Match | None:
        """Return the nearest role, as the heading of this module tells what is near."""
        at_start = self._sure_at_start()
        if match := self._marked(is_needed=at_start is None):
            return match
        sure = [at_start] if at_start else []
        sure += (m for n in self._after(_FOR) if (m := self._sure(n)))
        found = sure or list(self._elsewhere())
        return self._agreeing(found) if found else self._nearly()

    def _sure_at_start(self) -> Match | None:
        is_there = self.words and self.reading.is_at_start(self.words[0].span)
        return self._sure(0) if is_there else None

    def _after(self, lead: re.Pattern[str]) -> Iterator[int]:
        """Yield the places of the words that stand right behind such a text."""
        for n, word in enumerate(self.words):
            if lead.search(self.reading.left[: word.span.start]):
                yield n

    def _sure(self, n: int) -> Match | None:
        """Return the role whose name, or a word of it, begins at the n-th word."""
        run = self._run(n)
        return self.known.label(run) or self.known.worded(run)

    def _run(self, n: int) -> Sequence[Word]:
        """Return the words from the n-th on that could be one name."""
        last, words = n, self.words
        while last + 1 < len(words) and _WITHIN_NAME.fullmatch(
            self.reading.left, words[last].span.end, words[last + 1].span.start
        ):
            last += 1
        return words[n : last + 1]

    def _marked(self, *, is_needed: bool) -> Match | None:
        """Return the role behind an @ or a #; a # may also be any tag or number."""
        for n in self._after(_MARKED):
            if match := self._sure(n) or self._near(n):
                return match
            start = self.words[n].span.start
            if is_needed and "@" in self.reading.left[start - 2 : start]:
                raise NotUnderstood(
                    "None of your roles is called this",
                    value=self.reading.excerpt(over(self._run(n))),
                    fix="See the roles with: plait role list.",
                )
        return None

    def _near(self, n: int) -> Match | None:
        word = self.words[n]
        return self.known.begun(word) or self.known.alike(word)

    def _elsewhere(self) -> Iterator[Match]:
        """Yield roles named later in the line: whole, or by organisation or key."""
        end = 0
        for n, word in enumerate(self.words):
            if word.span.start < end:
                continue
            match = self.known.label(self._run(n))
            if match is None and word.text in self.known.distinctive:
                match = self.known.worded(self._run(n))
            if match is not None:
                end = match.span.end
                yield match

    def _nearly(self) -> Match | None:
        """Return the role that the first or the last word nearly names."""
        is_edge = (self.reading.is_at_start, self.reading.is_at_end)
        edges = [w for is_there in is_edge for w in self.words if is_there(w.span)]
        tries = (
            find(w) for find in (self.known.begun, self.known.alike) for w in edges
        )
        return next(filter(None, tries), None)

    def _agreeing(self, found: Sequence[Match]) -> Match:
        """Return the role that all the places can mean, else refuse to choose."""
        both = frozenset.intersection(*(match.keys for match in found))
        if both:
            return Match(found[0].span, both)
        keys = frozenset().union(*(match.keys for match in found))
        raise self._several(Match(found[0].span, keys), *found[1:])

    def whole(self, match: Match) -> Match:
        """Return the match with the same role's organisation behind it, if it stands."""
        gap = _OF_IT.match(self.reading.left, match.span.end)
        behind = gap.end() if gap else match.span.end
        n = next((n for n, w in enumerate(self.words) if w.span.start == behind), None)
        more = self.known.label(self._run(n)) if n is not None else None
        if more is None or not (both := more.keys & match.keys):
            return match
        return Match(Span(match.span.start, more.span.end), both)

    def joined(self, before: Span) -> Match | None:
        """Return the role that follows with "+" or "and", None if no role does."""
        link = _LINK.match(self.reading.left, before.end)
        if not link or not (link["word"] or link["mark"]):
            return None
        n = next(
            (n for n, w in enumerate(self.words) if w.span.start == link.end()), None
        )
        if n is None:
            return None
        is_meant = link["word"] in _TOGETHER or link["mark"] == "@"
        return self._sure(n) or (self._near(n) if is_meant else None)

    def only(self, match: Match) -> str:
        """Return the role of a match; refuse to choose between several."""
        if len(match.keys) > 1:
            raise self._several(match)
        return next(iter(match.keys))

    def _several(self, match: Match, *others: Match) -> NotUnderstood:
        excerpt = self.reading.excerpt(match.span, *(other.span for other in others))
        roles = (self.known.by_key[key] for key in sorted(match.keys))
        names = ", ".join(f"{role.name} (@{role.key})" for role in roles)
        return NotUnderstood(
            "This can mean several of your roles",
            value=f"{excerpt}: {names}",
            fix="Write the key of the one you mean, with its @.",
        )

    def with_lead(self, span: Span) -> Span:
        """Return the span with the mark or the small word that stands before it."""
        before = self.reading.left[: span.start]
        lead = next(filter(None, (lead.search(before) for lead in _LEADS)), None)
        return Span(lead.start(), span.end) if lead else span

    def is_in_a_sentence(self, span: Span) -> bool:
        """Return whether words stand on both sides: "call with Atlas about money"."""
        lead = self.reading.left[span.start : span.end].lstrip()
        is_led = lead.startswith(("@", "#", "for ", "voor ", "bij "))
        is_at_edge = self.reading.is_at_start(span) or self.reading.is_at_end(span)
        return not is_led and not is_at_edge
