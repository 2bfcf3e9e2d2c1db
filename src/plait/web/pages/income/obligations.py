"""What is due over all streams, by date, and how one stands to each threshold."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from plait.analysis.obligations.obligation import Obligation, Stand
from plait.analysis.obligations.report import Obligations
from plait.analysis.obligations.set_aside import OfStream, PutBy
from plait.answers.context import AnswerContext
from plait.reference.obligations.rules import Rule, Status
from plait.wording.obligation_status import StandText, stand_text, stands_text
from plait.wording.obligations import (
    also_text,
    amount_text,
    assumed_text,
    country_text,
    late_text,
    not_covered_text,
    streams_text,
    sum_text,
    title_text,
    what_text,
)
from plait.wording.words import Words

DUE_SHOWN = 4
_GOOD = {Stand.MET, Stand.ON_THE_WAY}


@dataclass(frozen=True, slots=True)
class WhyView:
    """What a line rests on."""

    id: str
    rule: str
    assumed: str
    source: str
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class ObligationView:
    """One thing that is due."""

    day: str
    iso: str
    what: str
    also: str
    streams: str
    amount: str
    lacks: str
    why: WhyView


@dataclass(frozen=True, slots=True)
class StandView:
    """A verdict."""

    said: str
    stand: str
    pill: str
    why: WhyView


@dataclass(frozen=True, slots=True)
class AsideView:
    """What to put by of a stream: in the quarter, the year, since the last deadline."""

    name: str
    quarter: str
    year: str
    since: str


@dataclass(frozen=True, slots=True)
class ObligationsView:
    """The list and what stands beside it; every text is whole."""

    heading: str
    due: tuple[ObligationView, ...]
    later: tuple[ObligationView, ...]
    stands: tuple[StandView, ...]
    rate: str
    deadline: str
    asides: tuple[AsideView, ...]
    late: tuple[str, ...]
    not_covered: tuple[str, ...]


def obligations_view(context: AnswerContext) -> ObligationsView | None:
    """Return the duties, None where no rules are known or no role is one's own."""
    found, words = context.obligations, context.words
    if found is None or not found.own:
        return None
    due = tuple(_duty(context, found, one) for one in found.due)
    day = found.set_aside.deadline if found.set_aside else None
    rate = found.set_aside.rate if found.set_aside else None
    return ObligationsView(
        heading=_("Rules: %(country)s, as known on %(day)s")
        % {
            "country": country_text(found.pack, words),
            "day": words.day(found.pack.as_of),
        },
        due=due[:DUE_SHOWN],
        later=due[DUE_SHOWN:],
        stands=tuple(_stand(one, words) for one in stands_text(found, words)),
        rate="" if rate is None else words.percent(float(rate)),
        deadline=words.day(day) if day else "",
        asides=_asides(context, found),
        late=tuple(late_text(context.portfolio, one, words) for one in found.late),
        not_covered=not_covered_text(found.pack, words),
    )


def _duty(
    context: AnswerContext, found: Obligations, one: Obligation
) -> ObligationView:
    words = context.words
    said = amount_text(one, found.pack, words)
    return ObligationView(
        day=words.day(one.due_on),
        iso=one.due_on.isoformat(),
        what=what_text(one, words),
        also=also_text(one, words),
        streams=streams_text(context.portfolio, one.roles, words),
        amount="" if one.amount is None else said,
        lacks=said if one.amount is None else "",
        why=_why(one.rule, words),
    )


def _stand(one: StandText, words: Words) -> StandView:
    pill = "warn" if one.asks_for_care else ""
    return StandView(
        said=one.sentence,
        stand=stand_text(one.stand, words),
        pill="good" if one.stand in _GOOD else pill,
        why=_why(one.rule, words),
    )


def _why(rule: Rule, words: Words) -> WhyView:
    return WhyView(
        id=rule.id,
        rule=title_text(rule, words),
        assumed=assumed_text(rule, words),
        source=rule.source,
        is_confirmed=rule.status is Status.LOOKED_UP,
    )


def _asides(context: AnswerContext, found: Obligations) -> tuple[AsideView, ...]:
    if found.set_aside is None or not found.set_aside.streams:
        return ()
    streams, together = found.set_aside.streams, found.set_aside.together
    rows = [*streams, *([together] if len(streams) > 1 else [])]
    return tuple(_aside(context, found, one) for one in rows)


def _aside(context: AnswerContext, found: Obligations, one: OfStream) -> AsideView:
    def told(part: PutBy | None) -> str:
        if part is None:
            return ""
        aside, came = (
            sum_text(amount, found.pack.currency, context.words)
            for amount in (part.aside, part.came)
        )
        return _("%(aside)s of %(came)s") % {"aside": aside, "came": came}

    return AsideView(
        name=_("Together") if one.role is None else context.role(one.role).name,
        quarter=told(one.quarter),
        year=told(one.year),
        since=told(one.since),
    )
