"""One stream of a book: its terms, its payers, and what it depends on."""

from dataclasses import dataclass, replace

from plait.analysis.income.concentration.parts import Parts
from plait.analysis.income.model import StreamModel
from plait.analysis.income.stress import terms
from plait.analysis.income.stress.case import StreamCase
from plait.analysis.income.stress.sick_pay import kept
from plait.domain.portfolio import Portfolio
from plait.domain.roles import PayBasis, Role, RoleKind
from plait.domain.rules import plain
from plait.reference.rates import Rates

# A venture that takes less than this many hours a week runs on without its owner.
RUNS_BY_ITSELF = 1

Names = dict[str, str]


@dataclass(frozen=True, slots=True)
class CaseSources:
    """What is looked at for each stream; `names` learns how plain names are written."""

    portfolio: Portfolio
    parts: Parts
    rates: Rates
    names: Names


def stream_case(book: CaseSources, role: int, model: StreamModel) -> StreamCase:
    """Return the stream of a role (an index) with what can befall it.

    Its weak month is yet to be found and stands at the mean. Where no paid invoice
    tells how late money comes, what is invoiced comes after the usual delay.
    """
    portfolio, names = book.portfolio, book.names
    held = portfolio.roles[role]
    salary, earned = is_salary(portfolio, held), is_earned(portfolio, held)
    is_invoiced = earned and not salary and model.monthly > 0
    late = terms.delay(portfolio, role) if is_invoiced else 0.0
    return StreamCase(
        stream=replace(model, late=late),
        weak=model.monthly,
        key=held.key,
        role=role,
        payers=_payers(book.parts, role, names),
        sector=_noted(held.organisation.sector, names),
        skills=tuple(_noted(skill, names) for skill in held.skills),
        causes=tuple(
            _noted(cause.name, names)
            for cause in portfolio.causes
            if role in cause.roles
        ),
        is_salary=salary,
        is_earned=earned,
        kept=kept(portfolio, model.monthly, book.rates) if salary else (),
        due=_due(book, role, net_share=1.0 if salary else _net_share(portfolio)),
    )


def _due(book: CaseSources, role: int, *, net_share: float) -> tuple[float, ...] | None:
    """Return what unpaid invoices bring by month, after what is put by for tax."""
    due = terms.due(book.portfolio, role, book.rates)
    return None if due is None else tuple(net_share * amount for amount in due)


def is_salary(portfolio: Portfolio, role: Role) -> bool:
    """Return whether an employer pays the role."""
    agreed = role.agreement_on(portfolio.on)
    paid = agreed is not None and agreed.pay_basis is PayBasis.SALARY
    return paid or role.kind is RoleKind.EMPLOYMENT


def is_earned(portfolio: Portfolio, role: Role) -> bool:
    """Return whether its income stops where the person cannot work; rent does not."""
    agreed = role.agreement_on(portfolio.on)
    hours = agreed.hours_per_week if agreed else None
    by_itself = hours is not None and hours < RUNS_BY_ITSELF
    return not (role.kind is RoleKind.VENTURE and by_itself)


def _net_share(portfolio: Portfolio) -> float:
    """Return the share of an income that is not put by for tax."""
    aside = portfolio.person.set_aside
    return 1.0 if aside is None else 1 - float(aside)


def _payers(parts: Parts, role: int, names: Names) -> tuple[tuple[str, float], ...]:
    mine = [part for part in parts.parts if part.role == role]
    total = sum(part.net for part in mine)
    for part in mine:
        names.setdefault(part.payer, part.name)
    if total <= 0:
        return ()
    return tuple((part.payer, part.net / total) for part in mine)


def _noted(name: str, names: Names) -> str:
    """Return the plain form of a name, and remember how it is written."""
    key = plain(name)
    if key:
        names.setdefault(key, name)
    return key
