"""One role: what is so, its figures, its terms, and what lately came of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from plait.answers.context import AnswerContext
from plait.answers.income.role_income import role_income
from plait.answers.review import Review
from plait.domain.money import Money
from plait.domain.roles import Agreement, Role, RoleKind
from plait.formats.values import shorten
from plait.reference.occupations.titles import occupation_of
from plait.web.charts import vega
from plait.web.pages.findings import FindingView
from plait.web.pages.hours import agreed_days
from plait.web.pages.hours.role_hours import RoleHoursView, role_hours_view
from plait.web.pages.income.income import MonthView
from plait.web.pages.records.inbox import RuleView
from plait.web.pages.roles import terms
from plait.web.pages.roles.role_text import said_of
from plait.web.pages.roles.role_vitals import RoleVital, vitals_view


@dataclass(frozen=True, slots=True)
class RoleHead:
    """What a role is called and where it stands."""

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

    period: str
    hours: str
    week: str
    opt_out: str
    pay: str
    notice: str
    clause: str
    is_current: bool
    edit_url: str


@dataclass(frozen=True, slots=True)
class RoleIncomeView:
    """The chart and its table, newest month first in the table."""

    spec: dict[str, Any]
    note: str
    months: tuple[MonthView, ...]


@dataclass(frozen=True, slots=True)
class PaymentView:
    """A payment of the role."""

    on: date
    payer: str
    reference: str
    amount: str


@dataclass(frozen=True, slots=True)
class EntryView:
    """Time given to the role."""

    on: date
    what: str
    hours: str


@dataclass(frozen=True)
class Recent:
    """What a page needs beside the review: the latest records, and keys of rows."""

    agreement_keys: Mapping[date, int]
    payments: Iterable[Any]
    entries: Iterable[Any]
    rules: list[RuleView]


@dataclass(frozen=True)
class RoleView:
    """All of a role's page."""

    role: RoleHead
    sentence: str
    findings: tuple[FindingView, ...]
    vitals: tuple[RoleVital, ...]
    hours: RoleHoursView | None
    income: RoleIncomeView | None
    agreements: tuple[AgreementView, ...]
    agreement_new_url: str
    payments: tuple[PaymentView, ...]
    payments_note: str
    entries: tuple[EntryView, ...]
    entries_note: str
    rules: list[RuleView]


def role_view(review: Review, key: str, recent: Recent) -> RoleView:
    """Return the page of the role of that key."""
    context = review.context
    index = next(i for i, r in enumerate(context.portfolio.roles) if r.key == key)
    role = context.role(index)
    said = said_of(review, index)
    payments = tuple(_payment(context, row) for row in recent.payments)
    entries = tuple(_entry(context, row) for row in recent.entries)
    n_payments = int((context.portfolio.payments.role == index).sum())
    n_entries = len(context.portfolio.hours.of_role(index)[0])
    return RoleView(
        role=_head(context, role),
        sentence=said.sentence,
        findings=said.findings,
        vitals=vitals_view(context, index),
        hours=role_hours_view(context, index),
        income=_income(context, index),
        agreements=tuple(_agreements(context, role, recent.agreement_keys)),
        agreement_new_url=reverse("agreement", args=[key]),
        payments=payments,
        payments_note=_of_all(len(payments), n_payments),
        entries=entries,
        entries_note=_of_all(len(entries), n_entries),
        rules=recent.rules,
    )


def _head(context: AnswerContext, role: Role) -> RoleHead:
    is_past = terms.has_ended(role, context.portfolio.on)
    return RoleHead(
        name=role.name,
        colour=role.colour,
        organisation=role.organisation.name,
        kind=terms.kind_told(role),
        period=terms.months_told(role.period, context.portfolio.on, context.words),
        work=_work(context, role),
        wants_hours=not is_past and role.kind is not RoleKind.OPPORTUNITY,
        edit_url=reverse("role_change", args=[role.key]),
    )


def _work(context: AnswerContext, role: Role) -> str:
    """Return occupation, sector, place and skills, as far as they are told."""
    known = occupation_of(role.occupation)
    title = known.title(context.words.language) if known else role.occupation
    told = (title, role.organisation.sector, role.place, ", ".join(role.skills))
    return " · ".join(filter(None, told))


def _income(context: AnswerContext, index: int) -> RoleIncomeView | None:
    income, words = role_income(context, index), context.words
    if not income.has_income:
        return None
    currency, role = context.income.currency, context.role(index)
    months = [date.fromisoformat(f"{month}-01") for month in income.months]
    line = vega.Stream(role.name, role.colour, income.monthly)
    rows = [
        MonthView(words.month(m), (), words.money(a, currency) if a else "–")
        for m, a in zip(months, income.monthly, strict=True)
    ]
    return RoleIncomeView(
        spec=vega.income_by_stream(
            months, [line], currency=currency, language=words.language
        ),
        note=_("As it came in, before costs, in %(currency)s at the rate of the day")
        % {"currency": currency},
        months=tuple(reversed(rows)),
    )


def _agreements(
    context: AnswerContext, role: Role, keys: Mapping[date, int]
) -> Iterable[AgreementView]:
    for held in reversed(role.agreements):
        pk = keys.get(held.period.start, 0)
        yield _agreement(
            context, held, reverse("agreement_change", args=[role.key, pk])
        )


def _agreement(context: AnswerContext, held: Agreement, edit_url: str) -> AgreementView:
    return AgreementView(
        period=terms.days_told(held.period, context.words),
        hours=terms.hours_told(held, context.words),
        week=agreed_days.week_told(held, context.words),
        opt_out=agreed_days.opt_out_told(held),
        pay=terms.pay_told(held, context.words),
        notice=terms.notice_told(held),
        clause=terms.clause_told(held),
        is_current=context.portfolio.on in held.period,
        edit_url=edit_url,
    )


def _payment(context: AnswerContext, row: Any) -> PaymentView:  # noqa: ANN401  # a row of the book
    amount = Money.from_minor(row.amount_minor, row.currency)
    told = context.words.money(float(amount.number), row.currency, digits=2)
    payer = shorten(row.payer) or _("Without a name")
    return PaymentView(row.booked_on, payer, shorten(row.reference), told)


def _entry(context: AnswerContext, row: Any) -> EntryView:  # noqa: ANN401  # a row of the book
    what = row.description or row.task or row.project or row.client
    hours = _("%(hours)s h") % {"hours": context.words.number(row.seconds / 3600, 2)}
    return EntryView(row.on, shorten(what) or _("Without a text"), hours)


def _of_all(n: int, n_all: int) -> str:
    """Return how many of all are shown, "" where all are."""
    return _("%(n)d of %(all)d") % {"n": n, "all": n_all} if n < n_all else ""
