"""Which records are likely to be one that came in twice?"""

from collections.abc import Sequence
from dataclasses import dataclass

from plait.domain.doubles import Double
from plait.wording.records import doubles as wording
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class DoubleAnswer:
    """Two records that look like one; `into_text` is of the one that would stay."""

    double: Double
    text: str
    into_text: str


@dataclass(frozen=True, slots=True)
class DoublesAnswer:
    """All pairs, accounts first, then payments and hours."""

    language: str
    heading: str
    doubles: tuple[DoubleAnswer, ...]


def doubles_answer(found: Sequence[Double], words: Words) -> DoublesAnswer:
    """Return pairs in words."""
    return DoublesAnswer(
        language=words.language,
        heading=wording.heading_text(words, len(found)),
        doubles=tuple(
            DoubleAnswer(
                one,
                wording.side_text(words, one.record, one.account),
                wording.side_text(words, one.into_record, one.into_account),
            )
            for one in found
        ),
    )
