"""Today's page: the sentence, three vitals, the braid, the week and the income."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from django.urls import reverse
from django.utils.translation import gettext as _

from plait.analysis.series.weeks import days_of_week, load_of_week, open_days_of_week
from plait.answers.context import AnswerContext
from plait.answers.income.streams import streams_answer
from plait.answers.review import Review, review
from plait.domain.period import monday_of
from plait.domain.portfolio import Portfolio
from plait.domain.rules import plain
from plait.web.charts import bars, braid, lines
from plait.web.pages.findings import FindingView, shown
from plait.web.pages.income.income import IncomeView, income_view
from plait.wording.payers import payers_text
from plait.wording.words import words_for

WEEKS_SHOWN = 52
_MONTHS_SHOWN = 12
_USUAL_WEEKS = 4


@dataclass(frozen=True, slots=True)
class Vital:
    """One of the three figures on top, with its unit, comparison and picture."""

    title: str
    figure: str
    unit: str
    note: str
    meter: bars.Meter | None = None
    spark: lines.Sparkline | None = None
    shares: tuple[bars.Part, ...] = ()


@dataclass(frozen=True, slots=True)
class StrandView:
    """A role in the braid's legend."""

    name: str
    css: str
    url: str
    usual: str


@dataclass(frozen=True, slots=True)
class BraidView:
    """The braid with its words."""

    shape: braid.Braid
    label: str
    strands: tuple[StrandView, ...]
    capacity: str
    when: str


@dataclass(frozen=True)
class TodayView:
    """All of today's page."""

    on: date
    sentence: str
    findings: tuple[FindingView, ...]
    vitals: tuple[Vital, ...]
    braid: BraidView | None
    days: tuple[bars.Day, ...]
    week_note: str
    income: IncomeView | None
    is_empty: bool


@lru_cache(maxsize=8)
def today_of(portfolio: Portfolio, language: str) -> TodayView:
    """Return today's page for a picture, remembered as the picture itself is.

    The same language must be active: the page's own words are in it too.
    """
    return _shown(review(portfolio, words_for(language)))


def _shown(found: Review) -> TodayView:
    context = found.context
    on = context.portfolio.on
    return TodayView(
        on=on,
        sentence=found.sentence,
        findings=tuple(shown(finding) for finding in found.findings),
        vitals=tuple(_vitals(context)),
        braid=_braid(context) if len(context.weeks) else None,
        days=_days(context) if len(context.portfolio.hours) else (),
        week_note=_week_note(context),
        income=income_view(streams_answer(context), context.words),
        is_empty=not context.portfolio.roles and not context.portfolio.waiting,
    )


def _vitals(context: AnswerContext) -> list[Vital]:
    return [_hours(context), _income(context), _payers(context)]


def _hours(context: AnswerContext) -> Vital:
    found, number = context.balance, context.words.number
    if found.actual is None:
        note = _("%(agreed)s agreed over all roles; no hours are known yet")
        return Vital(
            _("Hours a week"), "–", "", note % {"agreed": number(found.agreed)}
        )
    agreed = _("%(agreed)s agreed over %(n)d roles · mean of %(weeks)d weeks") % {
        "agreed": number(found.agreed),
        "n": len(found.roles),
        "weeks": found.n_weeks,
    }
    of = found.capacity
    return Vital(
        title=_("Hours a week"),
        figure=number(found.actual),
        unit=_("of %(capacity)s") % {"capacity": number(of)} if of else _("hours"),
        note=agreed,
        meter=bars.meter(found.actual, of or found.agreed) if of else None,
    )


def _income(context: AnswerContext) -> Vital:
    income, money = context.income, context.words.money
    year = income.total[-_MONTHS_SHOWN:].tolist()
    if not any(year):
        return Vital(_("Income a month"), "–", "", _("No income is known yet"))
    span = _("between %(low)s and %(high)s in the last %(n)d months") % {
        "low": money(min(year), income.currency),
        "high": money(max(year), income.currency),
        "n": len(year),
    }
    return Vital(
        title=_("Income in a usual month"),
        figure=money(context.artefacts.usual_month, income.currency),
        unit="",
        note=span,
        spark=lines.sparkline(year),
    )


def _payers(context: AnswerContext) -> Vital:
    payers, words = context.payers, context.words
    if payers.largest is None:
        return Vital(_("Largest payer"), "–", "", _("No income is known yet"))
    name, share = payers.largest
    slices = [
        bars.Slice(who, _colour_of(context, who), part)
        for who, part in zip(payers.names, payers.shares, strict=True)
    ]
    others = payers_text(words, len(payers.names), payers.effective)
    return Vital(
        title=_("From your largest payer"),
        figure=words.percent(share),
        unit=_("of your income, after costs"),
        note=f"{name} · {others}",
        shares=bars.share_bar(slices),
    )


def _colour_of(context: AnswerContext, payer: str) -> int:
    """Return the strand of the role that a payer pays for, 0 where none is known."""
    role = context.paid_for.get(plain(payer))
    return 0 if role is None else context.role(role).colour


def _braid(context: AnswerContext) -> BraidView:
    weeks = context.weeks
    mondays = [monday.astype(object) for monday in weeks.mondays[-WEEKS_SHOWN:]]
    strands = _strands(context)
    capacity = context.portfolio.person.capacity
    number = context.words.number
    return BraidView(
        shape=braid.braid(
            mondays,
            [hours for hours, _url in strands],
            capacity=float(capacity) if capacity else None,
        ),
        label=_("Hours per role over the last %(n)d weeks") % {"n": len(mondays)},
        strands=tuple(
            StrandView(
                name=hours.name,
                css=f"strand-{hours.colour}",
                url=url,
                usual=_("%(hours)s h")
                % {"hours": number(_mean(hours.per_week[-_USUAL_WEEKS:]))},
            )
            for hours, url in strands
        ),
        capacity=_("%(hours)s hours to give") % {"hours": number(float(capacity))}
        if capacity
        else "",
        when=_("Hours a week, mean of the last four"),
    )


def _strands(context: AnswerContext) -> list[tuple[braid.Hours, str]]:
    """Return each role's hours, most first, then what has no role; and where it leads."""
    roles = context.portfolio.roles
    recent = context.weeks.by_role[-WEEKS_SHOWN:]
    worked = [i for i in range(len(roles)) if recent[:, i].any()]
    worked.sort(key=lambda i: -recent[:, i].sum())
    strands = [
        (
            braid.Hours(roles[i].name, roles[i].colour, recent[:, i].tolist()),
            reverse("role", args=[roles[i].key]),
        )
        for i in worked
    ]
    unsorted = context.weeks.open[-WEEKS_SHOWN:]
    if unsorted.any():
        hours = braid.Hours(_("Not sorted yet"), 0, unsorted.tolist())
        strands.append((hours, reverse("inbox")))
    return strands


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _days(context: AnswerContext) -> tuple[bars.Day, ...]:
    portfolio = context.portfolio
    monday = monday_of(portfolio.on)
    unsorted = open_days_of_week(portfolio, portfolio.on)
    days = []
    for place, row in enumerate(days_of_week(portfolio, portfolio.on)):
        slices = [
            bars.Slice(role.name, role.colour, float(hours))
            for role, hours in zip(portfolio.roles, row, strict=True)
        ]
        slices.append(bars.Slice(_("Not sorted yet"), 0, float(unsorted[place])))
        days.append((monday + timedelta(days=place), slices))
    return bars.day_bars(days, today=portfolio.on)


def _week_note(context: AnswerContext) -> str:
    load = load_of_week(context.portfolio, context.portfolio.on)
    return _("%(hours)s hours so far") % {
        "hours": context.words.number(float(load.sum()))
    }
