"""Tax dates and limits as a part of a page."""

from dataclasses import dataclass
from datetime import date, timedelta

from plait.answers.obligations.values import (
    ObligationsAnswer,
    SetAsideAmount,
    SetAsideOfStream,
    SetAsidePlan,
    TaxDate,
    TaxLimit,
    TaxRule,
)
from plait.domain.selection import RecordKind, RecordState, Selection, Way
from plait.web.pages.records.records import records_url
from plait.wording.words import Words

N_FIRST = 4
_GOOD = {"met", "on the way"}
_LOOKED_UP = "looked up"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WhyView:
    """What a line rests on; `note` says where that was not looked up."""

    id: str
    rule: str
    assumption: str
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class ObligationView:
    """One thing that is due; `note` stands where there is no amount."""

    day: str
    iso: str
    title: str
    alternative: str
    streams: str
    amount: str
    note: str
    why: WhyView


@dataclass(frozen=True, slots=True)
class LimitView:
    """A limit with its status."""

    sentence: str
    label: str
    pill: str
    why: WhyView


@dataclass(frozen=True, slots=True)
class FigureLink:
    """A figure, and the payments that it is of."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class SetAsideView:
    """What to set aside of a stream: in the quarter, the year, since the last deadline."""

    name: str
    quarter: FigureLink
    year: FigureLink
    since: FigureLink


@dataclass(frozen=True, slots=True)
class ObligationsView:
    """The list and what stands beside it; every text is whole."""

    heading: str
    due: tuple[ObligationView, ...]
    later: tuple[ObligationView, ...]
    nothing_due: str
    limits: tuple[LimitView, ...]
    rate: str
    deadline: str
    set_aside: tuple[SetAsideView, ...]
    overdue: tuple[str, ...]
    no_advice: str
    not_covered: tuple[str, ...]


def obligations_view(
    answer: ObligationsAnswer | None, words: Words
) -> ObligationsView | None:
    """Return the soonest dates, the later ones, limits, and what to set aside."""
    if answer is None:
        return None
    due = tuple(_due(one, words) for one in answer.due)
    plan = answer.set_aside
    return ObligationsView(
        heading=answer.basis,
        due=due[:N_FIRST],
        later=due[N_FIRST:],
        nothing_due=answer.nothing_due,
        limits=tuple(_limit(one) for one in answer.limits),
        rate=words.percent(float(plan.rate)) if plan else "",
        deadline=words.day(plan.deadline) if plan and plan.deadline else "",
        set_aside=_set_aside(plan, answer.on) if plan else (),
        overdue=tuple(one.sentence for one in answer.overdue),
        no_advice=answer.no_advice,
        not_covered=answer.not_covered,
    )


def _due(one: TaxDate, words: Words) -> ObligationView:
    is_known = one.amount is not None
    return ObligationView(
        day=words.day(one.due_on),
        iso=one.due_on.isoformat(),
        title=one.title,
        alternative=one.alternative_text,
        streams=one.streams,
        amount=one.amount_text if is_known else "",
        note="" if is_known else one.amount_text,
        why=_why(one.rule),
    )


def _limit(one: TaxLimit) -> LimitView:
    pill = "warn" if one.needs_attention else ""
    return LimitView(
        sentence=one.sentence,
        label=one.label,
        pill="good" if one.status in _GOOD else pill,
        why=_why(one.rule),
    )


def _why(rule: TaxRule) -> WhyView:
    return WhyView(
        id=rule.id,
        rule=rule.title,
        assumption=rule.assumption,
        source=f"{rule.article}; {rule.source}",
        note="" if rule.status == _LOOKED_UP else rule.status_text,
    )


def _set_aside(plan: SetAsidePlan, on: date) -> tuple[SetAsideView, ...]:
    rows = [*plan.streams, *([plan.together] if len(plan.streams) > 1 else [])]
    return tuple(_row(one, plan, on) for one in rows)


def _row(one: SetAsideOfStream, plan: SetAsidePlan, on: date) -> SetAsideView:
    after = plan.deadline + _DAY if plan.deadline else None

    def link(amount: SetAsideAmount | None, start: date | None) -> FigureLink:
        if amount is None:
            return FigureLink("", "")
        came = Selection(
            RecordKind.PAYMENTS,
            role=one.role,
            start=start,
            end=on + _DAY,
            state=RecordState.ASSIGNED,
            way=Way.IN,
        )
        # A list is of one role: the sum of all stands below the others.
        is_opened = one.role and amount.received
        return FigureLink(amount.text, records_url(came) if is_opened else "")

    return SetAsideView(
        name=one.name,
        quarter=link(one.quarter, plan.quarter.start),
        year=link(one.year, plan.year.start),
        since=link(one.since_deadline, after),
    )
