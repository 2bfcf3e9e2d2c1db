"""One role: what is so, its figures, its terms, and what lately came of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from django.urls import reverse
from django.utils.translation import gettext as _

from plait.domain.money import Money
from plait.domain.roles import Agreement, Role, RoleKind
from plait.formats.values import shorten
from plait.reference.occupations.titles import occupation_of
from plait.review.review import Review
from plait.review.subject import Subject
from plait.web.charts import vega
from plait.web.shown import agreed_days, streams, terms
from plait.web.shown.findings import FindingShown
from plait.web.shown.inbox import RuleShown
from plait.web.shown.income import MONTHS_SHOWN, MonthShown
from plait.web.shown.role_hours import RoleHoursShown, role_hours_shown
from plait.web.shown.role_said import said_of
from plait.web.shown.role_vitals import RoleVital, vitals_shown


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
class AgreementShown:
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
class RoleIncomeShown:
    """The chart and its table, newest month first in the table."""

    spec: dict[str, Any]
    note: str
    months: tuple[MonthShown, ...]


@dataclass(frozen=True, slots=True)
class PaymentShown:
    """A payment of the role."""

    on: date
    payer: str
    reference: str
    amount: str


@dataclass(frozen=True, slots=True)
class EntryShown:
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
    rules: list[RuleShown]


@dataclass(frozen=True)
class RoleShown:
    """All of a role's page."""

    role: RoleHead
    sentence: str
    findings: tuple[FindingShown, ...]
    vitals: tuple[RoleVital, ...]
    hours: RoleHoursShown | None
    income: RoleIncomeShown | None
    agreements: tuple[AgreementShown, ...]
    agreement_new_url: str
    payments: tuple[PaymentShown, ...]
    payments_note: str
    entries: tuple[EntryShown, ...]
    entries_note: str
    rules: list[RuleShown]


def role_shown(review: Review, key: str, recent: Recent) -> RoleShown:
    """Return the page of the role of that key."""
    subject = review.subject
    index = next(i for i, r in enumerate(subject.portfolio.roles) if r.key == key)
    role = subject.role(index)
    said = said_of(review, index)
    payments = tuple(_payment(subject, row) for row in recent.payments)
    entries = tuple(_entry(subject, row) for row in recent.entries)
    n_payments = int((subject.portfolio.payments.role == index).sum())
    n_entries = len(subject.portfolio.hours.of_role(index)[0])
    return RoleShown(
        role=_head(subject, role),
        sentence=said.sentence,
        findings=said.findings,
        vitals=vitals_shown(subject, index),
        hours=role_hours_shown(subject, index),
        income=_income(subject, index),
        agreements=tuple(_agreements(subject, role, recent.agreement_keys)),
        agreement_new_url=reverse("agreement", args=[key]),
        payments=payments,
        payments_note=_of_all(len(payments), n_payments),
        entries=entries,
        entries_note=_of_all(len(entries), n_entries),
        rules=recent.rules,
    )


def _head(subject: Subject, role: Role) -> RoleHead:
    is_past = terms.has_ended(role, subject.portfolio.on)
    return RoleHead(
        name=role.name,
        colour=role.colour,
        organisation=role.organisation.name,
        kind=terms.kind_told(role),
        period=terms.months_told(role.period, subject.portfolio.on, subject.words),
        work=_work(subject, role),
        wants_hours=not is_past and role.kind is not RoleKind.OPPORTUNITY,
        edit_url=reverse("role_change", args=[role.key]),
    )


def _work(subject: Subject, role: Role) -> str:
    """Return occupation, sector, place and skills, as far as they are told."""
    known = occupation_of(role.occupation)
    title = known.title(subject.words.language) if known else role.occupation
    told = (title, role.organisation.sector, role.place, ", ".join(role.skills))
    return " · ".join(filter(None, told))


def _income(subject: Subject, index: int) -> RoleIncomeShown | None:
    stream, words = streams.stream_of(subject, index), subject.words
    if stream is None or not stream.monthly.any():
        return None
    paid = np.flatnonzero(stream.monthly)
    currency, role = subject.income.currency, subject.role(index)
    ended = terms.has_ended(role, subject.portfolio.on)
    end = int(paid[-1]) + 1 if ended else len(stream.monthly)
    chosen = slice(max(int(paid[0]), end - MONTHS_SHOWN), end)
    months = subject.income.months[chosen].astype("datetime64[D]").tolist()
    amounts = stream.monthly[chosen].tolist()
    line = vega.Stream(role.name, role.colour, amounts)
    rows = [
        MonthShown(words.month(m), (), words.money(a, currency) if a else "–")
        for m, a in zip(months, amounts, strict=True)
    ]
    return RoleIncomeShown(
        spec=vega.income_by_stream(
            months, [line], currency=currency, language=words.language
        ),
        note=_("As it came in, before costs, in %(currency)s at the rate of the day")
        % {"currency": currency},
        months=tuple(reversed(rows)),
    )


def _agreements(
    subject: Subject, role: Role, keys: Mapping[date, int]
) -> Iterable[AgreementShown]:
    for held in reversed(role.agreements):
        pk = keys.get(held.period.start, 0)
        yield _agreement(
            subject, held, reverse("agreement_change", args=[role.key, pk])
        )


def _agreement(subject: Subject, held: Agreement, edit_url: str) -> AgreementShown:
    return AgreementShown(
        period=terms.days_told(held.period, subject.words),
        hours=terms.hours_told(held, subject.words),
        week=agreed_days.week_told(held, subject.words),
        opt_out=agreed_days.opt_out_told(held),
        pay=terms.pay_told(held, subject.words),
        notice=terms.notice_told(held),
        clause=terms.clause_told(held),
        is_current=subject.portfolio.on in held.period,
        edit_url=edit_url,
    )


def _payment(subject: Subject, row: Any) -> PaymentShown:  # noqa: ANN401  # a row of the book
    amount = Money.from_minor(row.amount_minor, row.currency)
    told = subject.words.money(float(amount.number), row.currency, digits=2)
    payer = shorten(row.payer) or _("Without a name")
    return PaymentShown(row.booked_on, payer, shorten(row.reference), told)


def _entry(subject: Subject, row: Any) -> EntryShown:  # noqa: ANN401  # a row of the book
    what = row.description or row.task or row.project or row.client
    hours = _("%(hours)s h") % {"hours": subject.words.number(row.seconds / 3600, 2)}
    return EntryShown(row.on, shorten(what) or _("Without a text"), hours)


def _of_all(n: int, n_all: int) -> str:
    """Return how many of all are shown, "" where all are."""
    return _("%(n)d of %(all)d") % {"n": n, "all": n_all} if n < n_all else ""
