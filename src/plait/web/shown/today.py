"""Today's page: the sentence, three vitals, the braid, the week and the income."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from django.urls import reverse
from django.utils.translation import gettext as _

from plait.analysis.hours.weeks import (
    days_of_week,
    load_of_week,
    open_days_of_week,
)
from plait.domain.period import monday_of
from plait.domain.portfolio import Portfolio
from plait.domain.rules import plain
from plait.review.payers_said import payers_said
from plait.review.review import Review, review
from plait.review.subject import Subject
from plait.review.words import words_for
from plait.web.charts import bars, braid, lines
from plait.web.shown.findings import FindingShown, shown
from plait.web.shown.income import IncomeShown, income_shown

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
class StrandShown:
    """A role in the braid's legend."""

    name: str
    css: str
    url: str
    usual: str


@dataclass(frozen=True, slots=True)
class BraidShown:
    """The braid with its words."""

    shape: braid.Braid
    label: str
    strands: tuple[StrandShown, ...]
    capacity: str
    when: str


@dataclass(frozen=True)
class TodayShown:
    """All of today's page."""

    on: date
    sentence: str
    findings: tuple[FindingShown, ...]
    vitals: tuple[Vital, ...]
    braid: BraidShown | None
    days: tuple[bars.Day, ...]
    week_note: str
    income: IncomeShown | None
    is_empty: bool


@lru_cache(maxsize=8)
def today_of(picture: Portfolio, language: str) -> TodayShown:
    """Return today's page for a picture, remembered as the picture itself is.

    The same language must be active: the page's own words are in it too.
    """
    return _shown(review(picture, words_for(language)))


def _shown(found: Review) -> TodayShown:
    subject = found.subject
    on = subject.portfolio.on
    return TodayShown(
        on=on,
        sentence=found.sentence,
        findings=tuple(shown(finding) for finding in found.findings),
        vitals=tuple(_vitals(subject)),
        braid=_braid(subject) if len(subject.weeks) else None,
        days=_days(subject) if len(subject.portfolio.hours) else (),
        week_note=_week_note(subject),
        income=income_shown(subject) if subject.income.streams else None,
        is_empty=not subject.portfolio.roles and not subject.portfolio.waiting,
    )


def _vitals(subject: Subject) -> list[Vital]:
    return [_hours(subject), _income(subject), _payers(subject)]


def _hours(subject: Subject) -> Vital:
    found, number = subject.balance, subject.words.number
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


def _income(subject: Subject) -> Vital:
    income, money = subject.income, subject.words.money
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
        figure=money(income.usual_month, income.currency),
        unit="",
        note=span,
        spark=lines.sparkline(year),
    )


def _payers(subject: Subject) -> Vital:
    payers, words = subject.payers, subject.words
    if payers.largest is None:
        return Vital(_("Largest payer"), "–", "", _("No income is known yet"))
    name, share = payers.largest
    slices = [
        bars.Slice(who, _colour_of(subject, who), part)
        for who, part in zip(payers.names, payers.shares, strict=True)
    ]
    others = payers_said(words, len(payers.names), payers.effective)
    return Vital(
        title=_("From your largest payer"),
        figure=words.percent(share),
        unit=_("of your income"),
        note=f"{name} · {others}",
        shares=bars.share_bar(slices),
    )


def _colour_of(subject: Subject, payer: str) -> int:
    """Return the strand of the role that a payer pays for, 0 where none is known."""
    role = subject.paid_for.get(plain(payer))
    return 0 if role is None else subject.role(role).colour


def _braid(subject: Subject) -> BraidShown:
    weeks = subject.weeks
    mondays = [monday.astype(object) for monday in weeks.mondays[-WEEKS_SHOWN:]]
    strands = _strands(subject)
    capacity = subject.portfolio.person.capacity
    number = subject.words.number
    return BraidShown(
        shape=braid.braid(
            mondays,
            [hours for hours, _url in strands],
            capacity=float(capacity) if capacity else None,
        ),
        label=_("Hours per role over the last %(n)d weeks") % {"n": len(mondays)},
        strands=tuple(
            StrandShown(
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


def _strands(subject: Subject) -> list[tuple[braid.Hours, str]]:
    """Return each role's hours, most first, then what has no role; and where it leads."""
    roles = subject.portfolio.roles
    recent = subject.weeks.by_role[-WEEKS_SHOWN:]
    worked = [i for i in range(len(roles)) if recent[:, i].any()]
    worked.sort(key=lambda i: -recent[:, i].sum())
    strands = [
        (
            braid.Hours(roles[i].name, roles[i].colour, recent[:, i].tolist()),
            reverse("role", args=[roles[i].key]),
        )
        for i in worked
    ]
    unsorted = subject.weeks.open[-WEEKS_SHOWN:]
    if unsorted.any():
        hours = braid.Hours(_("Not sorted yet"), 0, unsorted.tolist())
        strands.append((hours, reverse("inbox")))
    return strands


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _days(subject: Subject) -> tuple[bars.Day, ...]:
    portfolio = subject.portfolio
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


def _week_note(subject: Subject) -> str:
    load = load_of_week(subject.portfolio, subject.portfolio.on)
    return _("%(hours)s hours so far") % {
        "hours": subject.words.number(float(load.sum()))
    }
