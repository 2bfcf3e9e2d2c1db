"""Today's page: the sentence, three vitals, the braid, the week and the income."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from plait.answers.context import answer_context
from plait.answers.income.streams import StreamsAnswer, streams_answer
from plait.answers.overview.answer import (
    HoursOverview,
    KeyFigure,
    PayersOverview,
    ReviewAnswer,
    lately,
)
from plait.answers.review import review_answer
from plait.domain.portfolio import Portfolio
from plait.domain.selection import RecordKind, RecordState, Selection
from plait.web.charts import bars, braid, lines
from plait.web.pages.findings import FindingView, finding_view
from plait.web.pages.income.income import IncomeView, income_view
from plait.web.pages.records.records import records_url
from plait.web.pages.roles.terms_link import terms_url
from plait.web.pages.start.first_steps import AgreedYearView, agreed_year_view
from plait.web.templatetags.written import floatformat
from plait.wording import review as wording
from plait.wording.words import Words, words_for

_YEAR = 12
_WEEK = timedelta(weeks=1)
_LATELY = 4
# A sentence of more signs is set smaller, so that the first finding is in view.
_LONG = 90


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
    url: str = ""


class _Strand(NamedTuple):
    """A strand with the key of its role, "" for none, and its page."""

    hours: braid.Hours
    key: str
    url: str


@dataclass(frozen=True, slots=True)
class StrandView:
    """A role in the braid's legend."""

    name: str
    css: str
    url: str
    usual: str
    usual_url: str


@dataclass(frozen=True, slots=True)
class WeekRow:
    """A week of the braid's table; `at` counts it, a cell is name, text and address."""

    at: int
    on: date
    cells: tuple[tuple[str, str, str], ...]
    total: str
    url: str


@dataclass(frozen=True, slots=True)
class BraidView:
    """The braid with its words, and its table."""

    shape: braid.Braid
    label: str
    strands: tuple[StrandView, ...]
    weeks: tuple[WeekRow, ...]
    capacity: str
    when: str


@dataclass(frozen=True)
class TodayView:
    """All of today's page."""

    on: date
    sentence: str
    is_long: bool
    findings: tuple[FindingView, ...]
    others: tuple[FindingView, ...]
    others_text: str
    n_settled: int
    left_out: str
    vitals: tuple[Vital, ...]
    braid: BraidView | None
    agreed_year: AgreedYearView | None
    days: tuple[bars.Day, ...]
    week_note: str
    week_url: str
    income: IncomeView | None
    is_empty: bool


@lru_cache(maxsize=8)
def today_of(portfolio: Portfolio, language: str) -> TodayView:
    """Return today's page for a portfolio, remembered as the portfolio itself is.

    The same language must be active: the page's own words are in it too.
    """
    context = answer_context(portfolio, words_for(language))
    return today_view(review_answer(context), streams_answer(context), context.words)


def today_view(answer: ReviewAnswer, income: StreamsAnswer, words: Words) -> TodayView:
    """Return the page for a review, with the income that its chart shows."""
    hours = answer.hours
    has_hours = any(hours.this_week.load) or hours.actual is not None
    return TodayView(
        on=answer.on,
        sentence=answer.sentence,
        is_long=len(answer.sentence) > _LONG,
        findings=tuple(map(finding_view, answer.pressing)),
        others=tuple(map(finding_view, answer.less_pressing)),
        others_text=wording.less_pressing_text(words, len(answer.less_pressing)),
        n_settled=answer.n_settled,
        left_out=answer.left_out,
        vitals=tuple(_vital(one, answer) for one in answer.figures),
        braid=_braid(hours, words) if hours.weeks.mondays else None,
        agreed_year=agreed_year_view(hours, words),
        days=_days(answer) if has_hours else (),
        week_note=hours.this_week.text,
        week_url=records_url(
            Selection(
                RecordKind.TIME,
                start=hours.this_week.monday,
                end=hours.this_week.monday + _WEEK,
            )
        ),
        # Money of this month alone draws no month yet.
        income=income_view(income, words)
        if any(any(one.raw) for one in income.streams)
        else None,
        is_empty=answer.is_empty,
    )


def _vital(one: KeyFigure, answer: ReviewAnswer) -> Vital:
    hours, year = answer.hours, answer.income.total[-_YEAR:]
    url = records_url(one.records[0]) if one.records else _behind(one, answer)
    vital = Vital(one.title, one.value, one.unit, one.note, url=url)
    given = hours.agreed if hours.actual is None else hours.actual
    if one.name == "hours" and given and hours.capacity:
        return replace(vital, meter=bars.meter(given, hours.capacity))
    if one.name == "income" and any(year):
        return replace(vital, spark=lines.sparkline(year))
    if one.name == "payers":
        return replace(vital, shares=_shares(answer.concentration))
    return vital


def _behind(one: KeyFigure, answer: ReviewAnswer) -> str:
    """Return what is behind a figure of a new book, "" where nothing is yet."""
    if one.name == "hours":
        return reverse("roles") if answer.hours.agreed else ""
    if any(stream.last_on for stream in answer.income.streams):
        return records_url(Selection(RecordKind.PAYMENTS))
    return ""


def _shares(payers: PayersOverview) -> tuple[bars.Part, ...]:
    parts = zip(payers.names, payers.colours, payers.shares, strict=True)
    return bars.share_bar([bars.Slice(*part) for part in parts])


def _braid(hours: HoursOverview, words: Words) -> BraidView:
    mondays, capacity = hours.weeks.mondays, hours.capacity
    strands = _strands(hours)
    shape = braid.braid(mondays, [one.hours for one in strands], capacity=capacity)
    lately_from = mondays[-_LATELY:][0]
    text = _("room for %(hours)s hours") % {"hours": words.number(capacity or 0.0)}
    return BraidView(
        shape=shape,
        label=_("Hours per role over the last %(n)d weeks") % {"n": len(mondays)},
        strands=tuple(
            StrandView(
                name=one.hours.name,
                css=f"strand-{one.hours.colour}",
                url=one.url,
                usual=_usual(one.hours, words),
                usual_url=_opened(one, lately_from, mondays[-1] + _WEEK),
            )
            for one in strands
        ),
        weeks=tuple(
            _week_row(at, week, strands) for at, week in enumerate(shape.weeks)
        ),
        capacity=text if capacity else "",
        when=_("Hours a week, average of the last four"),
    )


def _usual(one: braid.Hours, words: Words) -> str:
    text = _("%(hours)s h agreed") if one.is_agreed else _("%(hours)s h")
    return text % {"hours": words.number(lately(tuple(one.per_week)))}


def _week_row(at: int, week: braid.Week, strands: list[_Strand]) -> WeekRow:
    end = week.on + _WEEK
    return WeekRow(
        at=at,
        on=week.on,
        cells=tuple(
            (name, _hours(hours), _opened(one, week.on, end) if hours else "")
            for one, (name, hours) in zip(strands, week.hours, strict=True)
        ),
        total=_hours(week.total),
        url=records_url(Selection(RecordKind.TIME, start=week.on, end=end))
        if week.total
        else "",
    )


def _hours(hours: float) -> str:
    """Return hours as each cell of the table writes them: a page has 500 such cells."""
    return f"{floatformat(hours, 1)} {_('h')}"


def _opened(one: _Strand, start: date, end: date) -> str:
    """Return the hours of a strand over some days; the terms where none are logged."""
    if one.hours.is_agreed:
        return terms_url(one.key)
    state = None if one.key else RecordState.WAITING
    return records_url(
        Selection(RecordKind.TIME, one.key, start=start, end=end, state=state)
    )


def _strands(hours: HoursOverview) -> list[_Strand]:
    """Return each role's hours, what came last on top.

    So what crosses the line of the hours there are is what came last.
    """
    weeks, agreed = hours.weeks, {one.role for one in hours.unlogged}
    began = {one.role: place for place, one in enumerate(hours.roles)}
    series = sorted(
        (*weeks.roles, *hours.unlogged), key=lambda one: -began.get(one.role, -1)
    )
    strands = [
        _Strand(
            braid.Hours(one.name, one.colour, one.hours, one.role in agreed),
            one.role,
            reverse("role", args=[one.role]),
        )
        for one in series
    ]
    if any(weeks.open):
        waiting = braid.Hours(_("Not sorted yet"), 0, weeks.open)
        strands.append(_Strand(waiting, "", reverse("inbox")))
    return strands


def _days(answer: ReviewAnswer) -> tuple[bars.Day, ...]:
    week, days = answer.hours.this_week, []
    for place, waiting in enumerate(week.open):
        slices = [
            bars.Slice(one.name, one.colour, one.hours[place]) for one in week.roles
        ]
        slices.append(bars.Slice(_("Not sorted yet"), 0, waiting))
        days.append((week.monday + timedelta(days=place), slices))
    return bars.day_bars(days, today=answer.on)
