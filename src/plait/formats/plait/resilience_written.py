"""Writing what a Plait book file tells of causes, fallbacks, invoices and savings."""

from decimal import Decimal
from typing import Any

from plait.domain.book_records import (
    BeliefRecord,
    CauseRecord,
    FallbackRecord,
    InvoiceRecord,
    PersonRecord,
    ScenarioRecord,
    Told,
)
from plait.domain.money import Money
from plait.formats.plait.scenarios import scenario_entry

Table = dict[str, Any]


def of_person(told: PersonRecord) -> Table:
    """Return what there is to live on, and what a month costs; amounts as text."""
    amounts = {"savings": told.savings_minor, "floor": told.floor_minor}
    shown = {
        name: str(Money.from_minor(minor, told.currency).number)
        for name, minor in amounts.items()
        if minor is not None
    }
    aside = told.set_aside
    return shown | ({} if aside is None else {"set_aside": aside / 1000})


def entry(told: Told) -> tuple[str, Table]:
    """Return the section of an entry, and the entry."""
    match told:
        case CauseRecord():
            chance = {} if told.chance is None else {"chance": _number(told.chance)}
            return "causes", {"name": told.name, "roles": list(told.roles)} | chance
        case BeliefRecord():
            numbers = {"chance": _number(told.chance), "years": _number(told.years)}
            return "beliefs", {"role": told.role} | numbers
        case FallbackRecord():
            return "fallbacks", _fallback(told)
        case InvoiceRecord():
            return "invoices", _invoice(told)
        case ScenarioRecord():
            return "scenarios", scenario_entry(told.scenario)
    raise TypeError(told)


def _fallback(told: FallbackRecord) -> Table:
    rest = {"helper": told.helper, "step": told.step}
    by = {"step_by": told.step_by.isoformat()} if told.step_by else {}
    return {
        "role": told.role,
        "what": told.what,
        "weeks": told.weeks,
        "share": _number(told.share),
        **{name: text for name, text in rest.items() if text},
        **by,
    }


def _invoice(told: InvoiceRecord) -> Table:
    return {
        "role": told.role,
        **({"number": told.number} if told.number else {}),
        "issued": told.issued_on.isoformat(),
        "due": told.due_on.isoformat(),
        **({"paid": told.paid_on.isoformat()} if told.paid_on else {}),
        "amount": str(told.amount.number),
        "currency": told.amount.currency,
    }


def _number(value: Decimal) -> int | float:
    return int(value) if value == int(value) else float(value)
