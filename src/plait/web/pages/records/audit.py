"""The page of what happened with an account, day by day."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.urls import reverse
from django.utils import timezone

from plait.answers.records.audit import AuditAnswer, AuditLine
from plait.web.templatetags.written import written_day


@dataclass(frozen=True, slots=True)
class AuditLineView:
    """One thing that happened, with its time of the day."""

    number: int
    time: str
    text: str
    is_worth_a_look: bool


@dataclass(frozen=True, slots=True)
class AuditDayView:
    """What happened on a day."""

    title: str
    lines: tuple[AuditLineView, ...]


@dataclass(frozen=True, slots=True)
class AuditView:
    """The whole page; `older` and `newest` are addresses, "" where there is no such."""

    heading: str
    signed: str
    days: tuple[AuditDayView, ...]
    older: str
    newest: str


def audit_view(answer: AuditAnswer, *, has_older: bool, is_first: bool) -> AuditView:
    """Return the page for an answer."""
    here = reverse("audit")
    last = answer.lines[-1].number if answer.lines else 0
    return AuditView(
        heading=answer.heading,
        signed=answer.signed,
        days=tuple(
            AuditDayView(written_day(on, "j F Y"), tuple(map(_line, found)))
            for on, found in groupby(answer.lines, key=_day)
        ),
        older=f"{here}?before={last}" if has_older else "",
        newest="" if is_first else here,
    )


def _day(line: AuditLine) -> date:
    return timezone.localtime(line.at).date()


def _line(line: AuditLine) -> AuditLineView:
    at = written_day(timezone.localtime(line.at), "H:i")
    return AuditLineView(line.number, at, line.text, line.is_worth_a_look)
