"""A line somebody typed, and which parts of it have been understood."""

import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeVar

from plait.domain.errors import PlaitError
from plait.formats.values import shorten

_TAKEN = "\x01"  # stands where a part was taken, so that no pattern matches there
_SEPARATORS = " \t\r\n,;:|–—-"  # dashes as people type them


class NotUnderstood(PlaitError):
    """A line does not say what is needed, or says it in two ways."""


class Span(NamedTuple):
    """Where a part of a line begins, and where it has ended."""

    start: int
    end: int

    def meets(self, other: "Span") -> bool:
        """Return whether both have a letter in common."""
        return self.start < other.end and other.start < self.end

    def is_within(self, other: "Span") -> bool:
        """Return whether the other one has all its letters."""
        return other.start <= self.start and self.end <= other.end


P = TypeVar("P", bound=Sequence[object])


@lru_cache(maxsize=4096)
def _plain_letter(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind[0] in "CZ":
        return " "
    whole = unicodedata.normalize("NFKD", letter)
    is_accented = all(unicodedata.combining(mark) for mark in whole[1:])
    small = whole[0].lower() if is_accented and kind != "No" else letter
    return small if len(small) == 1 else letter


def plain(text: str) -> str:
    """Return the text in small letters without accents, of the same length.

    >>> plain("Één Café")
    'een cafe'
    """
    return "".join(map(_plain_letter, text)).replace("’", "'")


class Reading:
    """A line and what of it has been taken; `left` is plain, of the same length."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.left = plain(text)
        self._taken: list[Span] = []

    def take(self, span: Span) -> None:
        """Note a part as understood: it is no part of the description."""
        start, end = self._in_brackets(span)
        self.left = self.left[:start] + _TAKEN * (end - start) + self.left[end:]
        self._taken.append(Span(start, end))

    def excerpt(self, *spans: Span) -> str:
        """Return parts of the line as they were typed, for a sentence."""
        return shorten(", ".join(self.text[start:end] for start, end in spans))

    def is_at_start(self, span: Span) -> bool:
        """Return whether nothing but taken parts stands before."""
        return not self.left[: span.start].strip(_SEPARATORS + _TAKEN)

    def is_at_end(self, span: Span) -> bool:
        """Return whether nothing but taken parts and a full stop stands behind."""
        return not self.left[span.end :].strip(_SEPARATORS + _TAKEN + ".!")

    def one_of(self, parts: Sequence[P], at: Callable[[P], Span], what: str) -> P:
        """Return the only part, else that at the start, else that at the end.

        Raises `NotUnderstood` with `what` where the line has several elsewhere.
        """
        starting = [part for part in parts if self.is_at_start(at(part))]
        ending = [part for part in parts if self.is_at_end(at(part))]
        for some in (parts, starting, ending):
            if len(some) == 1:
                return some[0]
        raise NotUnderstood(
            what,
            value=self.excerpt(*map(at, parts)),
            fix="Write the one that counts at the start of the line.",
        )

    def rest(self) -> str:
        """Return what was not taken, its words as they were typed."""
        pieces, at = [], 0
        for start, end in sorted(self._taken):
            pieces.append(self.text[at:start])
            at = end
        pieces.append(self.text[at:])
        last = len(pieces) - 1
        trimmed = (
            _trimmed(piece, is_first=n == 0, is_last=n == last)
            for n, piece in enumerate(pieces)
        )
        return " ".join(piece for piece in trimmed if piece)

    def _in_brackets(self, span: Span) -> Span:
        start, end = span
        if self.left[start - 1 : start] == "(" and self.left[end : end + 1] == ")":
            return Span(start - 1, end + 1)
        return span


def _trimmed(piece: str, *, is_first: bool, is_last: bool) -> str:
    """Drop what separated a piece from the parts that were taken beside it."""
    if not is_first:
        piece = piece.lstrip(_SEPARATORS)
    if not is_last:
        piece = piece.rstrip(_SEPARATORS)
    return "" if piece.strip() in {".", "!"} else piece.strip()
