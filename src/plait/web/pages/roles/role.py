"""One role: what is so, its figures, its terms, and its latest records."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from plait.answers.roles.role import RoleAnswer, Terms
from plait.domain.money import Money
from plait.domain.selection import RecordKind
from plait.formats.values import shorten
from plait.web.charts import vega
from plait.web.pages.findings import FindingView
from plait.web.pages.hours.role_hours import RoleHoursView, role_hours_view
from plait.web.pages.income.income import MonthView, month_url
from plait.web.pages.records.records import record_url
from plait.web.pages.records.rules import RuleView
from plait.web.pages.roles.role_besides import BesidesView, besides_view
from plait.web.pages.roles.role_figures import FigureView, figures_view
from plait.web.pages.roles.role_findings import findings_view
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class RoleHead:
    """What a role is called, and what it is."""

    key: str
    name: str
    colour: int
    organisation: str
    kind: str
    period: str
    work: str
    wants_hours: bool
    edit_url: str


@dataclass(frozen=True, slots=True)
class AgreementView:
    """Terms as the history lists them."""

    text: Terms
    edit_url: str


@dataclass(frozen=True, slots=True)
class RoleIncomeView:
    """The chart and its table, newest month first in the table.

    `has_pale` is whether some months of the chart lie outside the period; those are
    not in the table.
    """

    spec: dict[str, Any]
    note: str
    has_pale: bool
    months: tuple[MonthView, ...]


@dataclass(frozen=True, slots=True)
class PaymentView:
    """A payment of the role."""

    on: date
    payer: str
    reference: str
    amount: str
    url: str


@dataclass(frozen=True, slots=True)
class EntryView:
    """Time given to the role."""

    on: date
    what: str
    hours: str
    url: str


@dataclass(frozen=True)
class Recent:
    """What a page shows beside the answer: the latest records, and keys of rows."""

    agreement_keys: Mapping[date, int]
    payments: Iterable[Any]
    entries: Iterable[Any]
    rules: list[RuleView]
    events: Iterable[Any]


@dataclass(frozen=True)
class RoleView:
    """All of a role's page."""

    role: RoleHead
    sentence: str
    findings: tuple[FindingView, ...]
    vitals: tuple[FigureView, ...]
    hours: RoleHoursView | None
    income: RoleIncomeView | None
    agreements: tuple[AgreementView, ...]
    agreement_new_url: str
    payments: tuple[PaymentView, ...]
    payments_note: str
    entries: tuple[EntryView, ...]
    entries_note: str
    rules: list[RuleView]
    besides: BesidesView


def role_view(answer: RoleAnswer, recent: Recent, words: Words) -> RoleView:
    """Return the page of a role."""
    key = answer.summary.role
    payments = tuple(_payment(row, words) for row in recent.payments)
    entries = tuple(_entry(row, words) for row in recent.entries)
    return RoleView(
        role=_head(answer),
        sentence=answer.sentence,
        findings=findings_view(answer),
        vitals=figures_view(answer),
        hours=role_hours_view(answer.weeks, words),
        income=_income(answer, words),
        agreements=tuple(
            AgreementView(terms, _terms_url(key, terms, recent.agreement_keys))
            for terms in answer.terms
        ),
        agreement_new_url=reverse("agreement", args=[key]),
        payments=payments,
        payments_note=_of_all(len(payments), answer.n_payments),
        entries=entries,
        entries_note=_of_all(len(entries), answer.n_entries),
        rules=recent.rules,
        besides=besides_view(answer, recent.events, words),
    )


def _head(answer: RoleAnswer) -> RoleHead:
    role = answer.summary
    return RoleHead(
        key=role.role,
        name=role.name,
        colour=role.colour,
        organisation=role.organisation,
        kind=role.kind_text,
        period=role.period,
        work=answer.work,
        wants_hours=answer.wants_hours,
        edit_url=reverse("role_change", args=[role.role]),
    )


def _income(answer: RoleAnswer, words: Words) -> RoleIncomeView | None:
    role, by_month, currency = answer.summary, answer.months, answer.currency
    if not by_month.months:
        return None
    months = [date.fromisoformat(f"{month}-01") for month in by_month.months]
    line = vega.Stream(role.name, role.colour, by_month.amounts)
    rows = [
        MonthView(
            words.month(m),
            (),
            words.money(a, currency) if a else "–",
            month_url(m, role.role) if a else "",
        )
        for m, a, is_within in zip(
            months, by_month.amounts, by_month.within, strict=True
        )
        if is_within
    ]
    return RoleIncomeView(
        spec=vega.income_by_stream(
            months,
            [line],
            currency=currency,
            language=words.language,
            within=by_month.within if any(by_month.within) else (),
        ),
        note=_("As it came in, before costs, in %(currency)s at the rate of the day")
        % {"currency": currency},
        has_pale=not all(by_month.within),
        months=tuple(reversed(rows)),
    )


def _terms_url(key: str, terms: Terms, keys: Mapping[date, int]) -> str:
    return reverse("agreement_change", args=[key, keys.get(terms.starts_on, 0)])


def _payment(row: Any, words: Words) -> PaymentView:  # noqa: ANN401  # a row of the book
    number = Money.from_minor(row.amount_minor, row.currency).number
    amount = words.money(float(number), row.currency, digits=2)
    payer = shorten(row.payer) or _("Without a name")
    url = record_url(RecordKind.PAYMENTS, row.pk)
    return PaymentView(row.booked_on, payer, shorten(row.reference), amount, url)


def _entry(row: Any, words: Words) -> EntryView:  # noqa: ANN401  # a row of the book
    what = row.description or row.task or row.project or row.client
    hours = _("%(hours)s h") % {"hours": words.number(row.seconds / 3600, 2)}
    url = record_url(RecordKind.TIME, row.pk)
    return EntryView(row.on, shorten(what) or _("Without a text"), hours, url)


def _of_all(n: int, n_all: int) -> str:
    """Return how many of all are shown, "" where all are."""
    return _("%(n)d of %(all)d") % {"n": n, "all": n_all} if n < n_all else ""
