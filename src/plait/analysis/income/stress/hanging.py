"""One stream of a book: its terms, its payers, and what it hangs on."""

from plait.analysis.income.concentration.parts import Parts
from plait.analysis.income.lately import lately
from plait.analysis.income.model import NEVER, Hazard, StreamModel
from plait.analysis.income.streams import Stream
from plait.analysis.income.stress import terms
from plait.analysis.income.stress.case import Hanging
from plait.domain.portfolio import Portfolio
from plait.domain.roles import PayBasis, Role, RoleKind
from plait.domain.rules import plain
from plait.reference.rates import Rates
from plait.reference.stress import continued_pay

# A venture that takes less than this many hours a week runs on without its owner.
RUNS_BY_ITSELF = 1

Names = dict[str, str]


def hanging(
    portfolio: Portfolio, stream: Stream, parts: Parts, rates: Rates, names: Names
) -> Hanging:
    """Return a role's stream with what can befall it; `names` learns plain names.

    Its weak month is yet to be found and stands at the mean.
    """
    role = portfolio.roles[stream.role]
    salary, earned = is_salary(portfolio, role), is_earned(portfolio, role)
    kept = 1.0 if salary else _kept(portfolio)
    law = continued_pay(portfolio.person.country) if salary else None
    told = _model(portfolio, stream, kept, is_invoiced=earned and not salary)
    due = terms.due(portfolio, stream.role, rates)
    return Hanging(
        stream=told,
        weak=told.monthly,
        key=role.key,
        role=stream.role,
        payers=_payers(parts, stream.role, names),
        sector=_noted(role.organisation.sector, names),
        skills=tuple(_noted(skill, names) for skill in role.skills),
        causes=tuple(
            _noted(cause.name, names)
            for cause in portfolio.causes
            if stream.role in cause.roles
        ),
        is_salary=salary,
        is_earned=earned,
        continued=float(law.share) if law else 0.0,
        due=None if due is None else tuple(kept * amount for amount in due),
    )


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


def _kept(portfolio: Portfolio) -> float:
    """Return the share of an income that is not put by for tax."""
    aside = portfolio.person.set_aside
    return 1.0 if aside is None else 1 - float(aside)


def _model(
    portfolio: Portfolio, stream: Stream, kept: float, *, is_invoiced: bool
) -> StreamModel:
    role, told = portfolio.roles[stream.role], lately(stream)
    return StreamModel(
        name=role.key,
        monthly=(told.income - told.costs) * kept,
        ends_in=terms.ends_in(role, portfolio.on),
        notice=terms.notice(role, portfolio.on),
        hazard=_hazard(portfolio, stream.role),
        late=terms.delay(portfolio, stream.role) if is_invoiced else 0.0,
    )


def _hazard(portfolio: Portfolio, role: int) -> Hazard:
    for belief in portfolio.beliefs:
        if belief.role == role:
            return Hazard.believed(float(belief.chance), float(belief.years))
    return NEVER


def _payers(parts: Parts, role: int, names: Names) -> tuple[tuple[str, float], ...]:
    mine = [part for part in parts.parts if part.role == role]
    total = sum(part.net for part in mine)
    for part in mine:
        names.setdefault(part.payer, part.shown)
    if total <= 0:
        return ()
    return tuple((part.payer, part.net / total) for part in mine)


def _noted(name: str, names: Names) -> str:
    """Return the plain form of a name, and remember how it is written."""
    key = plain(name)
    if key:
        names.setdefault(key, name)
    return key
