"""What came in over the period of the page: by role and by payer."""

from dataclasses import dataclass

from django.urls import reverse

from plait.answers.periods.income import IncomeInPeriod, PayerInPeriod, RoleInPeriod
from plait.web.charts.paths import percent
from plait.web.pages.records.records import records_url
from plait.wording.words import Words

MOST_PAYERS = 8
_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class RoleInPeriodView:
    """A role's row; `url` opens what came in, `role_url` its page.

    `costs_url` opens its costs, `before_url` what the change compares with.
    """

    name: str
    css: str
    role_url: str
    url: str
    income: str
    costs: str
    costs_url: str
    change: str
    before_url: str
    has_costs: bool


@dataclass(frozen=True, slots=True)
class PayerInPeriodView:
    """A payer's row, with a bar of what the largest paid."""

    name: str
    css: str
    url: str
    income: str
    bar: str


@dataclass(frozen=True, slots=True)
class IncomeInPeriodView:
    """Both lists; `url` opens what came in over the period, `costs_url` the costs."""

    known: str
    note: str
    before: str
    roles: tuple[RoleInPeriodView, ...]
    has_costs: bool
    together: str
    url: str
    costs: str
    costs_url: str
    payers: tuple[PayerInPeriodView, ...]
    further: tuple[PayerInPeriodView, ...]


def income_in_period_view(answer: IncomeInPeriod, words: Words) -> IncomeInPeriodView:
    """Return the lists; both are empty where nothing came in or went out."""
    largest = max((one.income for one in answer.payers), default=0.0)
    payers = tuple(
        _payer(one, largest, answer.currency, words) for one in answer.payers
    )
    return IncomeInPeriodView(
        known=answer.known,
        note=answer.change_text if answer.change is None else "",
        before=answer.before_text,
        roles=tuple(_role(one, answer, words) for one in answer.roles),
        has_costs=any(one.costs for one in answer.roles),
        together=_money(answer.income, answer.currency, words),
        url=records_url(answer.records) if answer.income else "",
        costs=_money(answer.costs, answer.currency, words),
        costs_url=records_url(answer.records_out) if answer.costs else "",
        payers=payers[:MOST_PAYERS],
        further=payers[MOST_PAYERS:],
    )


def _role(one: RoleInPeriod, answer: IncomeInPeriod, words: Words) -> RoleInPeriodView:
    currency = answer.currency
    return RoleInPeriodView(
        name=one.name,
        css=f"strand-{one.colour}",
        role_url=reverse("role", args=[one.role]),
        url=records_url(one.records) if one.income else "",
        income=_money(one.income, currency, words),
        costs=_money(one.costs, currency, words),
        costs_url=records_url(one.records_out) if one.costs else "",
        before_url=records_url(one.records_before) if one.records_before else "",
        change=_change(one, answer, words),
        has_costs=bool(one.costs),
    )


def _change(one: RoleInPeriod, answer: IncomeInPeriod, words: Words) -> str:
    """Return the change with its sign; in words where other days are compared."""
    if one.change is None or not (one.income or one.change):
        return ""
    if one.before_text != answer.before_text:
        return one.change_text
    if not round(one.change):
        return words.money(0, answer.currency)
    sign = "+" if one.change > 0 else "\u2212"
    return f"{sign}{words.money(abs(one.change), answer.currency)}"


def _payer(
    one: PayerInPeriod, largest: float, currency: str, words: Words
) -> PayerInPeriodView:
    return PayerInPeriodView(
        name=one.payer or _NOTHING,
        css=f"strand-{one.colour}",
        url=records_url(one.records),
        income=_money(one.income, currency, words),
        bar=percent(one.income, largest or 1.0),
    )


def _money(amount: float, currency: str, words: Words) -> str:
    return words.money(amount, currency) if amount else _NOTHING
