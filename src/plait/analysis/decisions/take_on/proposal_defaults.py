"""What a proposal means where it says nothing: its first day, its hours, its kind."""

from datetime import date
from decimal import Decimal

from plait.analysis.decisions.take_on.clauses import notice_ends_on
from plait.domain.portfolio import Portfolio
from plait.domain.proposals.proposal import Move, Proposal, usual_start
from plait.domain.roles import Role, RoleKind

USUAL_KIND = RoleKind.CONTRACT


def hours_of(proposal: Proposal) -> Decimal | None:
    """Return the hours, of the agreed days of a week where nobody says them."""
    if proposal.hours is not None or not proposal.blocks:
        return proposal.hours
    return Decimal(sum(block.seconds for block in proposal.blocks)) / 3600


def first_day(portfolio: Portfolio, proposal: Proposal) -> date:
    """Return the first day; leaving begins when notice given today has ended."""
    if proposal.start is not None:
        return proposal.start
    usual = usual_start(portfolio.on)
    if proposal.move is not Move.LEAVE:
        return usual
    return notice_ends_on(portfolio, index_of_role(portfolio, proposal.role)) or usual


def role_of(portfolio: Portfolio, key: str) -> Role | None:
    """Return the role with that key, None if there is none."""
    return next((role for role in portfolio.roles if role.key == key), None)


def index_of_role(portfolio: Portfolio, key: str) -> int:
    """Return the index of the role with that key, which is there."""
    return [role.key for role in portfolio.roles].index(key)
