"""ISCO-08 unit groups by title, in English and Dutch, and the words people use.

A hand-made choice of the unit groups that people with several roles have, with the
classification's own titles shortened (ILO, International Standard Classification of
Occupations, 2008).
"""

import csv
import re
import unicodedata
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

MOST_FOUND = 8
_ALIKE = 80  # of 100
_LONGEST = 300
_WORD = re.compile(r"[a-z0-9']+")


class Occupation(NamedTuple):
    """A unit group: four digits, its titles, and other words for it."""

    code: str
    en: str
    nl: str
    also: tuple[str, ...]

    def title(self, language: str) -> str:
        """Return the title in a language, English where it is not Dutch."""
        return {"nl": self.nl}.get(language, self.en)


@lru_cache(maxsize=1)
def occupations() -> tuple[Occupation, ...]:
    """Return all occupations, in order of their codes."""
    file = resources.files("plait.reference.occupations").joinpath("titles.csv")
    rows = csv.DictReader(file.read_text("utf-8").splitlines(), delimiter=";")
    return tuple(
        Occupation(row["code"], row["en"], row["nl"], tuple(row["also"].split(",")))
        for row in rows
    )


def occupation_of(code: str) -> Occupation | None:
    """Return the occupation of a code, None where it is not in the choice."""
    return next((one for one in occupations() if one.code == code), None)


def search(text: str, n: int = MOST_FOUND) -> tuple[Occupation, ...]:
    """Return the occupations that a title or a code can mean, the likeliest first."""
    if len(text) > _LONGEST:
        return ()  # no title, and likeness takes time with the square of the length
    query = _plain(text)
    if not _WORD.search(query):
        return ()
    if query.isdigit():
        return tuple(one for one in occupations() if one.code.startswith(query))[:n]
    scored = [(_score(query, one), one) for one in occupations()]
    found = sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])
    return tuple(one for _, one in found[:n])


def _score(query: str, one: Occupation) -> float:
    """Return how well it fits: 3 by name, 2 by its beginning, below by likeness."""
    from rapidfuzz import fuzz

    best = 0.0
    for name in map(_plain, (one.en, one.nl, *one.also)):
        if query == name:
            return 3.0
        words = _WORD.findall(name)
        wanted = _WORD.findall(query)
        if all(any(word.startswith(w) for word in words) for w in wanted):
            best = max(best, 2.0 + len(query) / (len(name) + 1) / 2)
        elif _WORD.findall(name) and f" {name} " in f" {query} ":
            best = max(best, 1.8)  # the words for it stand within the query
        alike = fuzz.ratio(query, name)
        if alike >= _ALIKE:
            best = max(best, alike / 100)
    return best


def _plain(text: str) -> str:
    """Return small letters without accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c)).strip()
