"""Roles that take more hours than agreed, as options that go back to what was agreed.

Such a role stands in a plan twice, and only one of the two is held: as it is, and with
the hours agreed. Going back costs nothing where the pay is for what was agreed, and
its part of the pay where the hours beyond that are paid as well.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plait.analysis.decisions.plan.amounts import Assumed
from plait.analysis.decisions.plan.inputs import (
    PlanInputs,
    SourcedOption,
    terms_of,
)
from plait.analysis.decisions.plan.options import Together
from plait.analysis.series.agreed_pay import at_home
from plait.domain.roles import PayBasis

_BY_THE_HOUR = {PayBasis.HOURLY, PayBasis.DAILY}
_BACK = " (agreed)"


def has_drifted(one: SourcedOption) -> bool:
    """Return whether a role takes more hours than agreed, week after week."""
    return Assumed.LOAD in one.of.assumed and one.option.load > 1


def agreed_again(one: SourcedOption, known: PlanInputs) -> SourcedOption:
    """Return a role that drifted as it was agreed."""
    option = replace(
        one.option,
        name=one.option.name + _BACK,
        instead_of=one.option.name,
        pays=_still_paid(one, known),
        present=0.0,
        load=1.0,
        can_leave=True,
    )
    assumed = (*one.of.assumed, Assumed.BACK)
    return SourcedOption(option, one.stream, replace(one.of, assumed=assumed))


def stay_together(held: Sequence[SourcedOption], first: int) -> Iterator[Together]:
    """Yield that a role which cannot be left is held one way or the other.

    `first` is where those that go back begin among all options, in their order.
    """
    back = first
    for place, one in enumerate(held):
        if has_drifted(one):
            if not one.option.can_leave:
                yield Together((place, back), least=one.option.least)
            back += 1


def _still_paid(one: SourcedOption, known: PlanInputs) -> float:
    """Return which share of its income a role keeps with the hours agreed.

    By the hour or day, income beyond what the agreed hours come to is for the others.
    """
    portfolio, brings = known.portfolio, one.stream.monthly
    terms = terms_of(portfolio, portfolio.roles[one.of.role])
    if terms is None or terms.pay_basis not in _BY_THE_HOUR or brings <= 0:
        return 1.0
    agreed = at_home(terms, portfolio.person.currency, known.rates, portfolio.on)
    aside = float(portfolio.person.set_aside or 0)
    worth = (agreed or 0.0) * (1 - aside)
    return min(1.0, max(1 / one.option.load, worth / brings))
