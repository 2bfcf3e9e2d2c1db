"""What roles are called: whole names, words of names, and what is nearly one."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from plait.formats.quick_entry.text import Span, plain

_ALIKE = 85  # of 100 letters
_AS_ALIKE = 3
_SHORTEST_BEGINNING, _SHORTEST_ALIKE = 3, 4
_MOST_WORDS = 6

_WORD = re.compile(r"[^\W_\x01]+")
# Words that say nothing of which role is meant, even where its name holds them.
_ENGLISH = ("a", "an", "and", "at", "for", "in", "of", "on", "the", "to")
_DUTCH = ("aan", "bij", "de", "een", "en", "het", "op", "te", "van", "voor")
_SMALL = frozenset((*_ENGLISH, *_DUTCH))


class Named(NamedTuple):
    """A role as a line may name it; an alias counts only where it stands whole."""

    key: str
    name: str
    organisation: str = ""
    aliases: Sequence[str] = ()


class Word(NamedTuple):
    """A word of a line, in small letters without accents."""

    span: Span
    text: str


class Match(NamedTuple):
    """Roles that a stretch of words can mean; several if it does not tell which."""

    span: Span
    keys: frozenset[str]


class Known:
    """The roles by what they are called."""

    def __init__(self, roles: Sequence[Named]) -> None:
        self.by_key = {role.key: role for role in roles}
        self.labels: dict[tuple[str, ...], set[str]] = {}
        self.words: dict[str, set[str]] = {}
        self.distinctive: set[str] = set()
        for role in roles:
            both = (
                f"{role.organisation} {role.name}",
                f"{role.name} {role.organisation}",
            )
            names = (role.key, role.name, role.organisation, *both)
            for label in (*names, *role.aliases):
                if words := _words_of(label):
                    self.labels.setdefault(words, set()).add(role.key)
            for word in {word for name in names for word in _words_of(name)} - _SMALL:
                self.words.setdefault(word, set()).add(role.key)
            self.distinctive.update(_words_of(f"{role.organisation} {role.key}"))
        self.longest = min(max(map(len, self.labels), default=0), _MOST_WORDS)

    def label(self, words: Sequence[Word]) -> Match | None:
        """Return the role whose whole name begins here, the longest if several."""
        for count in range(min(self.longest, len(words)), 0, -1):
            texts = tuple(word.text for word in words[:count])
            if keys := self.labels.get(texts):
                return Match(over(words[:count]), frozenset(keys))
        return None

    def worded(self, words: Sequence[Word]) -> Match | None:
        """Return the role that the next words are words of, as few as tell it."""
        keys: set[str] = set()
        for count, word in enumerate(words[:_MOST_WORDS], start=1):
            held = self.words.get(word.text, set())
            narrowed = keys & held if keys else held
            if not narrowed:
                break
            keys = set(narrowed)
            if len(keys) == 1:
                return Match(over(words[:count]), frozenset(keys))
        return Match(words[0].span, frozenset(keys)) if keys else None

    def begun(self, word: Word) -> Match | None:
        """Return the role of which a word begins with this one."""
        if len(word.text) < _SHORTEST_BEGINNING or word.text in _SMALL:
            return None
        held = (
            keys for known, keys in self.words.items() if known.startswith(word.text)
        )
        keys = frozenset().union(*held)
        return Match(word.span, keys) if keys else None

    def alike(self, word: Word) -> Match | None:
        """Return the role of which a word is nearly spelled like this one."""
        if len(word.text) < _SHORTEST_ALIKE:
            return None
        from rapidfuzz import fuzz, process

        found = process.extract(
            word.text,
            list(self.words),
            scorer=fuzz.ratio,
            score_cutoff=_ALIKE,
            limit=None,
        )
        if not found:
            return None
        best = max(score for _, score, _ in found)
        near = (
            self.words[known] for known, score, _ in found if score > best - _AS_ALIKE
        )
        return Match(word.span, frozenset().union(*near))


def words_in(left: str) -> list[Word]:
    """Return the words of a plain line, without what was taken."""
    return [Word(Span(*word.span()), word[0]) for word in _WORD.finditer(left)]


def _words_of(label: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(plain(label)))


def over(words: Sequence[Word]) -> Span:
    """Return the part of the line that the words fill."""
    return Span(words[0].span.start, words[-1].span.end)
