"""Days that a line may name without saying so for certain: asked, never guessed.

Time without a day is today's. So a line that holds something like a day which was
not understood as the day, "stand by friday", "vorige week", is refused, unless it is
clear that the day is what the work was about: "notes about yesterday".
"""

import re
from collections.abc import Iterator, Sequence

from plait.formats.quick_entry.day_mentions import Mention, mentions
from plait.formats.quick_entry.day_words import (
    FOR,
    LAST,
    MONTH,
    NEXT,
    TH,
    THE,
    WEEKDAYS,
    WORD_BEGINS,
    any_of,
)
from plait.formats.quick_entry.names import words_in
from plait.formats.quick_entry.text import NotUnderstood, Reading, Span

_SURELY_ABOUT = re.compile(rf"{WORD_BEGINS}about\s+{THE}")
# Before a plain one: every Friday; but "each 2026-11-13" is no sentence.
_ABOUT_PLAIN = re.compile(
    rf"{WORD_BEGINS}(?:until|till|tot|every|each|elke|iedere|naar|vanaf|since|sinds)"
    rf"\s+{THE}"
)
_OF = re.compile(rf"{WORD_BEGINS}(?:about|of|for|van|voor)\s+(?:the\s+|de\s+)?$")
_NEXT_BEFORE = re.compile(rf"(?:{any_of(NEXT)})\s+$")
_TO_COME = re.compile(rf"(?:{any_of(NEXT)})\b|tomorrow|morgen|overmorgen")

_JOIN = (
    r"\s*(?:[-–—&+]|\.\.+"
    r"|\b(?:to|till|until|tot\ en\ met|tot|through|and|en|t/m)\b)\s*"
)
_JOINED = re.compile(_JOIN)
_NUMBER_BEFORE = re.compile(rf"(?<![a-z0-9./-])[0-9]{{1,2}}(?:{TH}|de|ste|e)?{_JOIN}$")

_SPAN = (
    r"weeks?|weekends?|weken|months?|maand(?:en)?|quarters?|kwarta(?:al|len)"
    r"|years?|jaar|jaren"
)
_N = r"(?<![0-9])[0-9]{1,2}"
_WEEKDAY = any_of(name for name in WEEKDAYS if len(name) > 4)
_LIKE_A_DAY = re.compile(
    rf"""
    (?<![0-9])[0-9]{{4}}[-/.][0-9]{{1,2}}[-/.][0-9]{{1,2}}(?![0-9])
    | (?<![0-9])20[0-9]{{2}}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9])
    | (?<![0-9])20[0-9]{{2}}-?w[0-9]{{1,2}}
    | {_N}([-/.])[0-9]{{1,2}}\1(?:[0-9]{{4}}|[0-9]{{2}})(?![0-9])
    | {_N}\.(?:0[1-9]|1[0-2])(?!\.?[0-9])
    | {_N}(?:{TH}|de|ste)?[ ./-]?(?:{MONTH})(?![a-z])
    | (?<![a-z])(?:{MONTH})[ ./-]?[0-9]{{1,2}}(?![0-9])
    | (?<![a-z0-9])[0-9]{{1,2}}(?:{TH}|de|ste)(?![a-z0-9])
    | (?<![a-z0-9])24/7(?![0-9])
    | (?<![a-z])(?:in|(?:first|second|third|last|eerste|laatste)\s+(?:of|van))
        \s+(?:{MONTH})(?![a-z])
    | yesterday(?!'s) | (?<![a-z])y'?day(?![a-z]) | gister(?:en)?(?![a-z])
    | (?<![a-z])(?:{any_of(LAST)}|previous)\s+(?:{_SPAN})(?![a-z])
    | (?<![a-z])(?:{_SPAN}|days?|dag(?:en)?|fortnight)\s+(?:ago|geleden)(?![a-z])
    | (?<![a-z])(?:the|het|this|dit)\s+week(?:end|eind)(?![a-z])
    | (?<![a-z])(?:week|wk)\s?[0-9]{{1,2}}(?![0-9])
    | (?<![a-z])the\s+other\s+day(?![a-z])
    | (?<![a-z])(?:{_WEEKDAY})(?![a-z'])
    """,
    re.VERBOSE,
)
# Dutch for Thursday and Sunday, or a word: things to do, and so on (en zo).
_MAYBE = re.compile(
    r"^[\s\x01]*(?:do|zo)(?![a-z'])"
    r"|(?<![a-z])(?:(?<!to )do|(?<!en )zo)[.!]?\s*$"
)
_SPELLED = ("yesterday", "gisteren", "eergisteren", *_WEEKDAY.split("|"))
_ALIKE, _SHORTEST_ALIKE = 85, 6


def refuse_unclear(reading: Reading, names: Sequence[Span]) -> None:
    """Raise `NotUnderstood` where a line without a day holds what may be one.

    None of the days that it names was taken as the day; what stands in `names` of
    roles is none.
    """
    named = list(mentions(reading))
    spans = [one.span for one in named if not _is_topic(reading, one)]
    for span in (*_like_a_day(reading), *_misspelled(reading)):
        is_named = any(span.meets(one.span) for one in named)
        if not is_named and not _OF.search(reading.left[: span.start]):
            spans.append(span)
    spans = [span for span in spans if not any(span.meets(name) for name in names)]
    if spans:
        raise NotUnderstood(
            "This may be the day it was done, or what it was about",
            value=reading.excerpt(min(spans)),
            fix="Begin the line with the day: today, yesterday or a date such as"
            " 2026-11-20.",
        )


def _is_topic(reading: Reading, mention: Mention) -> bool:
    """Return whether a day is surely what something was about, or is today itself."""
    before, written = reading.left[: mention.span.start], mention.found[0]
    if mention.kind.name == "0" or _SURELY_ABOUT.search(before):
        return True
    if not mention.kind.is_plain:
        return False
    is_to_come = bool(_TO_COME.search(written) or _NEXT_BEFORE.search(before))
    return is_to_come or bool(_ABOUT_PLAIN.search(before) or FOR.search(before))


def _like_a_day(reading: Reading) -> Iterator[Span]:
    for pattern in (_LIKE_A_DAY, _MAYBE):
        for found in pattern.finditer(reading.left):
            written = found[0].lstrip(" \x01")
            yield Span(found.end() - len(written), found.end())


def _misspelled(reading: Reading) -> Iterator[Span]:
    """Yield the first and the last word where they are nearly spelled as a day."""
    from rapidfuzz import fuzz, process

    edges = (reading.is_at_start, reading.is_at_end)
    for word in words_in(reading.left):
        is_whole = reading.left[word.span.end :][:1] != "'"  # not Friday's minutes
        is_long = len(word.text) >= _SHORTEST_ALIKE
        if is_long and is_whole and any(is_there(word.span) for is_there in edges):
            scored = process.extractOne(
                word.text, _SPELLED, scorer=fuzz.ratio, score_cutoff=_ALIKE
            )
            if scored:
                yield word.span


def refuse_several(
    reading: Reading, chosen: Mention, mentions: Sequence[Mention]
) -> None:
    """Raise `NotUnderstood` for two days with "and", "to" or a dash between them."""
    first, last = chosen.span
    others = [one.span for one in mentions if one is not chosen]
    joined = [
        span
        for span in others
        if _JOINED.fullmatch(reading.left[last : span.start])
        or _JOINED.fullmatch(reading.left[span.end : first])
    ]
    number = _NUMBER_BEFORE.search(reading.left[:first])
    if number and chosen.kind.name in {"month", "of month"}:
        joined.append(Span(number.start(), first))
    if joined:
        starts, ends = zip(chosen.span, *joined, strict=True)
        raise NotUnderstood(
            "There are several days in this line",
            value=reading.excerpt(Span(min(starts), max(ends))),
            fix="Log each day in a line of its own.",
        )
