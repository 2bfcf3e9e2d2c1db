"""What happened with my account, and what did those do who look after the server?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from plait.domain.audit import Act, AuditRecord
from plait.wording.records import audit as wording
from plait.wording.words import Words

_WORTH_A_LOOK = frozenset({Act.NEW_DEVICE, Act.SIGN_IN_REFUSED, Act.NOT_ME})


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One thing that happened; `text` says all of it."""

    number: int
    at: datetime
    act: Act
    text: str
    is_worth_a_look: bool


@dataclass(frozen=True, slots=True)
class AuditAnswer:
    """What happened, the latest first; `signed` says how far the server signed it.

    `signed_number` and `signed_on` are None where it did not yet.
    """

    language: str
    heading: str
    signed: str
    signed_number: int | None
    signed_on: date | None
    lines: tuple[AuditLine, ...]


def audit_answer(
    records: Sequence[AuditRecord],
    words: Words,
    *,
    signed: tuple[int, date] | None = None,
) -> AuditAnswer:
    """Return what happened with an account; `signed` is the last signed number."""
    number, day = signed or (None, None)
    return AuditAnswer(
        language=words.language,
        heading=wording.heading_text(words, len(records)),
        signed=wording.signed_text(words, number, words.day(day))
        if number is not None and day is not None
        else "",
        signed_number=number,
        signed_on=day,
        lines=_lines(records, words),
    )


def acts_answer(records: Sequence[AuditRecord], words: Words) -> AuditAnswer:
    """Return what stewards did; nothing of it is signed by itself."""
    return AuditAnswer(
        language=words.language,
        heading=wording.acts_heading_text(words, len(records)),
        signed="",
        signed_number=None,
        signed_on=None,
        lines=_lines(records, words),
    )


def _lines(records: Sequence[AuditRecord], words: Words) -> tuple[AuditLine, ...]:
    return tuple(
        AuditLine(
            number=one.number,
            at=one.at,
            act=one.act,
            text=wording.act_text(words, one),
            is_worth_a_look=one.act in _WORTH_A_LOOK,
        )
        for one in records
    )
