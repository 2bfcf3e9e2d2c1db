"""The opportunities of a book as candidates of a plan, and what clauses say of them.

An exclusive clause, of a role held or of the offer, shuts the two out of each other;
roles that are held together now stay so, whatever their clauses say. A clause of
consent shuts nothing out; it is named.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from plait.analysis.decisions.plan.amounts import Amounts, Assumed
from plait.analysis.decisions.plan.inputs import (
    OptionSource,
    PlanInputs,
    SourcedOption,
    option_of,
    terms_of,
)
from plait.analysis.decisions.plan.options import MOST_HOURS
from plait.analysis.income.model import StreamModel
from plait.analysis.income.model_causes import HEALTH
from plait.analysis.income.stream_model import stream_of
from plait.analysis.income.stress import terms as role_terms
from plait.analysis.series.agreed_pay import at_home
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Agreement, Clause, RoleKind

_DAYS_A_MONTH = 30


def opportunities(portfolio: Portfolio) -> tuple[int, ...]:
    """Return the opportunities (indices) that have not passed."""
    return tuple(
        index
        for index, role in enumerate(portfolio.roles)
        if role.kind is RoleKind.OPPORTUNITY
        and (role.period.end is None or role.period.end > portfolio.on)
    )


def offers(known: PlanInputs) -> Iterator[SourcedOption]:
    """Yield the opportunities whose hours and pay are known."""
    asking = tuple(_asking_consent(known.portfolio))
    for index in opportunities(known.portfolio):
        role = known.portfolio.roles[index]
        terms = terms_of(known.portfolio, role)
        if terms is None or not terms.hours_per_week:
            continue
        hours = min(MOST_HOURS, float(terms.hours_per_week))
        stream = _stream(known, index, terms)
        if stream is None:
            continue
        own = (index,) if terms.clause is Clause.CONSENT else ()
        option = replace(
            option_of(role.key, Amounts((hours,), True, Assumed.OFFER)),
            needs_consent=bool((*asking, *own)),
            starts_in=_months_to(known, terms),
        )
        of = OptionSource(index, (Assumed.OFFER,), (*asking, *own))
        yield SourcedOption(option, replace(stream, hours=hours), of)


def apart(
    portfolio: Portfolio, roles: Sequence[int], n_present: int
) -> Iterator[tuple[int, int]]:
    """Yield the pairs (places in `roles`, candidates last) that a clause shuts out."""
    shuts = [_clause(portfolio, index) is Clause.EXCLUSIVE for index in roles]
    for second in range(n_present, len(roles)):
        for first in range(second):
            if shuts[first] or shuts[second]:
                yield first, second


def _stream(known: PlanInputs, index: int, terms: Agreement) -> StreamModel | None:
    """Return what an opportunity would bring; None where its pay is not known."""
    portfolio, role = known.portfolio, known.portfolio.roles[index]
    worth = at_home(terms, portfolio.person.currency, known.rates, portfolio.on)
    if worth is None:
        return None
    begins = max(portfolio.on, terms.period.start)
    then = replace(portfolio, on=begins)
    found = stream_of(then, index, None, known.rates) if worth else None
    if found is None:
        return StreamModel(role.key, monthly=0.0)
    return replace(
        found.model,
        ends_in=role_terms.ends_in(role, portfolio.on),
        causes=tuple(_causes(known, index)),
    )


def _causes(known: PlanInputs, index: int) -> list[str]:
    """Return what it depends on: its own causes, and the person's health."""
    in_model = {cause.name for cause in known.income.model.causes}
    named = {one.name for one in known.portfolio.causes if index in one.roles}
    return sorted(in_model & (named | {HEALTH}))


def _months_to(known: PlanInputs, terms: Agreement) -> int:
    days = (terms.period.start - known.portfolio.on).days
    months = known.income.model.months
    return int(np.clip(round(days / _DAYS_A_MONTH), 0, months))


def _asking_consent(portfolio: Portfolio) -> Iterator[int]:
    for index, role in portfolio.roles_held():
        is_offer = role.kind is RoleKind.OPPORTUNITY
        if not is_offer and _clause(portfolio, index) is Clause.CONSENT:
            yield index


def _clause(portfolio: Portfolio, index: int) -> Clause:
    terms = terms_of(portfolio, portfolio.roles[index])
    return terms.clause if terms else Clause.NONE
