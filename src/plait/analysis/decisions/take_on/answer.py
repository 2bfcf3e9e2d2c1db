"""Yes, yes if, or no: one variant with everything that speaks for and against it.

No: an agreement that forbids other work; a limit on working hours that it would pass;
or weeks that are more likely than not overfull for most of the time, by more hours
than could be found elsewhere (those beyond what was agreed, and those of roles that
the map of value says to leave). Yes if: a consent to ask for, weeks that need room to
be made, a clash of two roles, notice to keep, hours to give that are not known.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from plait.analysis.decisions.take_on.clauses import (
    ClauseMet,
    clauses_met,
    notice_ends_on,
)
from plait.analysis.decisions.take_on.freed_hours import (
    FreedHours,
    fits_from,
    freed_hours,
)
from plait.analysis.decisions.take_on.law import LawChange, law_changes
from plait.analysis.decisions.take_on.meetings import Meeting, meetings
from plait.analysis.decisions.take_on.pay import Earning, earning
from plait.analysis.decisions.take_on.present import Present
from plait.analysis.decisions.take_on.variant import Variant
from plait.analysis.decisions.take_on.weeks import WeekAfter, weeks_after
from plait.analysis.hours.balance import LEAST_HOURS
from plait.analysis.hours.capacity.capacity import WEEKS_AHEAD
from plait.analysis.working_time.verdicts import Verdict
from plait.domain.portfolio import Portfolio
from plait.domain.proposals.proposal import Move
from plait.domain.roles import Clause

_MOST = 0.5
_WEEK_DAYS = 7


class Answer(StrEnum):
    """What it comes to."""

    YES = "yes"
    YES_IF = "yes if"
    NO = "no"


class Reason(StrEnum):
    """What speaks against it, or what it depends on."""

    FORBIDDEN = "forbidden"
    LAW = "law"
    NO_ROOM = "no-room"
    CONSENT = "consent"
    MAKE_ROOM = "make-room"
    NEAR_LAW = "near-law"
    HEALTH = "health"
    CLASHES = "clashes"
    NOTICE = "notice"
    UNKNOWN = "unknown"
    TOO_FAR = "too-far"


_NO = {Reason.FORBIDDEN, Reason.LAW, Reason.NO_ROOM}


@dataclass(frozen=True, slots=True)
class TakeOn:
    """The answer to one variant, and what it rests on.

    `weeks` are the twelve from its start on, fewer where they cannot be seen; `short`
    is the mean of the hours a week that do not fit in them, `n_tight` in how many the
    load is likelier to exceed what there is to give than not.
    """

    variant: Variant
    answer: Answer
    reasons: tuple[Reason, ...]
    weeks: tuple[WeekAfter, ...]
    n_tight: int
    n_tight_before: int
    short: float
    meetings: tuple[Meeting, ...]
    clauses: tuple[ClauseMet, ...]
    law: tuple[LawChange, ...]
    earning: Earning
    freed_hours: tuple[FreedHours, ...]
    fits_from: date | None
    notice_ends_on: date | None

    @property
    def usual_change(self) -> float:
        """By how many hours a usual week changes: the median; 0 without weeks."""
        return _median([week.after - week.before for week in self.weeks])

    @property
    def usual_left(self) -> float | None:
        """Hours left in a usual week with the variant, None where not known."""
        known = [w.supply - w.after for w in self.weeks if w.supply is not None]
        return _median(known) if known else None


def _median(values: list[float]) -> float:
    """Return the middle value, the upper of two."""
    return sorted(values)[len(values) // 2] if values else 0.0


def take_on(now: Present, variant: Variant) -> TakeOn:
    """Answer one variant against how things stand."""
    ahead = now.capacity_until(variant.start)
    weeks = tuple(
        week
        for week in weeks_after(now.portfolio, variant, ahead)
        if (week.monday - variant.start).days > -_WEEK_DAYS
    )[:WEEKS_AHEAD]
    found = TakeOn(
        variant=variant,
        answer=Answer.YES,
        reasons=(),
        weeks=weeks,
        n_tight=sum(week.is_tight for week in weeks),
        n_tight_before=sum(week.was_tight for week in weeks),
        short=sum(week.short for week in weeks) / len(weeks) if weeks else 0.0,
        meetings=meetings(now.portfolio, variant),
        clauses=clauses_met(now.portfolio, variant),
        law=law_changes(now.portfolio, variant, now.pack) if now.pack else (),
        earning=earning(now.portfolio, variant, now.income, now.rates),
        freed_hours=freed_hours(now.balance, now.value, variant.role),
        fits_from=fits_from(weeks),
        notice_ends_on=_notice_ends_on(now.portfolio, variant),
    )
    return _judged(found)


def _notice_ends_on(portfolio: Portfolio, variant: Variant) -> date | None:
    if variant.move is not Move.LEAVE or variant.role is None:
        return None
    return notice_ends_on(portfolio, variant.role)


def _judged(found: TakeOn) -> TakeOn:
    reasons = tuple(_reasons(found))
    answer = Answer.YES_IF if reasons else Answer.YES
    if _NO & set(reasons):
        answer = Answer.NO
    return replace(found, answer=answer, reasons=reasons)


def _reasons(found: TakeOn) -> Iterator[Reason]:
    clauses = {met.clause for met in found.clauses}
    if Clause.EXCLUSIVE in clauses:
        yield Reason.FORBIDDEN
    if any(change.is_over for change in found.law):
        yield Reason.LAW
    yield from _of_room(found)
    if Clause.CONSENT in clauses:
        yield Reason.CONSENT
    if any(not change.is_over and not change.is_health for change in found.law):
        yield Reason.NEAR_LAW
    if any(change.verdict is Verdict.NOTICE for change in found.law):
        yield Reason.HEALTH
    if found.meetings:
        yield Reason.CLASHES
    if found.notice_ends_on is not None and found.variant.start < found.notice_ends_on:
        yield Reason.NOTICE


def _of_room(found: TakeOn) -> Iterator[Reason]:
    if not found.weeks:
        if found.variant.move is not Move.LEAVE:
            yield Reason.TOO_FAR
        return
    if all(week.after <= week.before for week in found.weeks):
        return
    if all(week.supply is None for week in found.weeks):
        yield Reason.UNKNOWN
        return
    if found.n_tight <= found.n_tight_before and not _adds_to_tight(found):
        return
    spare = sum(one.hours for one in found.freed_hours if one.is_at_hand)
    is_mostly_tight = found.n_tight > _MOST * len(found.weeks)
    yield (
        Reason.NO_ROOM if is_mostly_tight and spare < found.short else Reason.MAKE_ROOM
    )


def _adds_to_tight(found: TakeOn) -> bool:
    """Return whether weeks that are tight already would have still more to hold."""
    return any(
        week.is_tight and week.after > week.before + LEAST_HOURS for week in found.weeks
    )
