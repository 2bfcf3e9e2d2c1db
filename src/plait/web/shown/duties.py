"""What is due over all streams, by date, and how one stands to each threshold."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from plait.analysis.income.duties.duty import Duty, Stand
from plait.analysis.income.duties.report import Duties
from plait.analysis.income.duties.set_aside import OfStream, PutBy
from plait.reference.duties.rules import Rule, Status
from plait.review.duties_said import (
    also_said,
    amount_said,
    assumed_said,
    country_said,
    late_said,
    not_covered_said,
    streams_said,
    sum_said,
    title_said,
    what_said,
)
from plait.review.duties_stands import StandSaid, stand_said, stands_said
from plait.review.subject import Subject
from plait.review.words import Words

DUE_SHOWN = 4
_GOOD = {Stand.MET, Stand.ON_THE_WAY}


@dataclass(frozen=True, slots=True)
class WhyShown:
    """What a line rests on."""

    id: str
    rule: str
    assumed: str
    source: str
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class DutyShown:
    """One thing that is due."""

    day: str
    iso: str
    what: str
    also: str
    streams: str
    amount: str
    lacks: str
    why: WhyShown


@dataclass(frozen=True, slots=True)
class StandShown:
    """A verdict."""

    said: str
    stand: str
    pill: str
    why: WhyShown


@dataclass(frozen=True, slots=True)
class AsideShown:
    """What to put by of a stream: in the quarter, the year, since the last deadline."""

    name: str
    quarter: str
    year: str
    since: str


@dataclass(frozen=True, slots=True)
class DutiesShown:
    """The list and what stands beside it; every text is whole."""

    heading: str
    due: tuple[DutyShown, ...]
    later: tuple[DutyShown, ...]
    stands: tuple[StandShown, ...]
    rate: str
    deadline: str
    asides: tuple[AsideShown, ...]
    late: tuple[str, ...]
    not_covered: tuple[str, ...]


def duties_shown(subject: Subject) -> DutiesShown | None:
    """Return the duties, None where no rules are known or no role is one's own."""
    found, words = subject.duties, subject.words
    if found is None or not found.own:
        return None
    due = tuple(_duty(subject, found, one) for one in found.due)
    day = found.set_aside.deadline if found.set_aside else None
    rate = found.set_aside.rate if found.set_aside else None
    return DutiesShown(
        heading=_("Rules: %(country)s, as known on %(day)s")
        % {
            "country": country_said(found.pack, words),
            "day": words.day(found.pack.as_of),
        },
        due=due[:DUE_SHOWN],
        later=due[DUE_SHOWN:],
        stands=tuple(_stand(one, words) for one in stands_said(found, words)),
        rate="" if rate is None else words.percent(float(rate)),
        deadline=words.day(day) if day else "",
        asides=_asides(subject, found),
        late=tuple(late_said(subject.portfolio, one, words) for one in found.late),
        not_covered=not_covered_said(found.pack, words),
    )


def _duty(subject: Subject, found: Duties, one: Duty) -> DutyShown:
    words = subject.words
    said = amount_said(one, found.pack, words)
    return DutyShown(
        day=words.day(one.due_on),
        iso=one.due_on.isoformat(),
        what=what_said(one, words),
        also=also_said(one, words),
        streams=streams_said(subject.portfolio, one.roles, words),
        amount="" if one.amount is None else said,
        lacks=said if one.amount is None else "",
        why=_why(one.rule, words),
    )


def _stand(one: StandSaid, words: Words) -> StandShown:
    pill = "warn" if one.asks_for_care else ""
    return StandShown(
        said=one.sentence,
        stand=stand_said(one.stand, words),
        pill="good" if one.stand in _GOOD else pill,
        why=_why(one.rule, words),
    )


def _why(rule: Rule, words: Words) -> WhyShown:
    return WhyShown(
        id=rule.id,
        rule=title_said(rule, words),
        assumed=assumed_said(rule, words),
        source=rule.source,
        is_confirmed=rule.status is Status.LOOKED_UP,
    )


def _asides(subject: Subject, found: Duties) -> tuple[AsideShown, ...]:
    if found.set_aside is None or not found.set_aside.streams:
        return ()
    streams, together = found.set_aside.streams, found.set_aside.together
    rows = [*streams, *([together] if len(streams) > 1 else [])]
    return tuple(_aside(subject, found, one) for one in rows)


def _aside(subject: Subject, found: Duties, one: OfStream) -> AsideShown:
    def told(part: PutBy | None) -> str:
        if part is None:
            return ""
        aside, came = (
            sum_said(amount, found.pack.currency, subject.words)
            for amount in (part.aside, part.came)
        )
        return _("%(aside)s of %(came)s") % {"aside": aside, "came": came}

    return AsideShown(
        name=_("Together") if one.role is None else subject.role(one.role).name,
        quarter=told(one.quarter),
        year=told(one.year),
        since=told(one.since),
    )
