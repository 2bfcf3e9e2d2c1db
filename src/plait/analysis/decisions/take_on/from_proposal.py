"""A proposal, as a form or a command makes it, into the variant that is answered."""

from dataclasses import replace
from datetime import date

from plait.analysis.decisions.take_on.proposal_defaults import (
    USUAL_KIND,
    first_day,
    hours_of,
    index_of_role,
)
from plait.analysis.decisions.take_on.proposal_problems import problems_of
from plait.analysis.decisions.take_on.variant import Variant
from plait.domain.errors import PlaitError, Problem
from plait.domain.period import Period
from plait.domain.portfolio import Portfolio
from plait.domain.proposals.other_terms import other_terms, terms_problems
from plait.domain.proposals.proposal import Move, Proposal, RoleChange
from plait.domain.roles import Agreement, Organisation, Per, RoleKind, usual_counting
from plait.domain.schemas.terms_limits import problems_of_terms


class BadProposal(PlaitError):
    """Something proposed that cannot be; `problems` are all there is against it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        first = problems[0]
        super().__init__(first.what, value=first.value, fix=first.fix)
        self.problems = problems


def variant_of(portfolio: Portfolio, proposal: Proposal) -> Variant:
    """Return the variant that a proposal describes; raise `BadProposal`."""
    problems = tuple(problems_of(portfolio, proposal))
    if problems:
        raise BadProposal(problems)
    variant = _variant(portfolio, proposal)
    if variant.terms is not None:
        problems = tuple(problems_of_terms(variant.terms))
    if problems:
        raise BadProposal(problems)
    return variant


def role_change(portfolio: Portfolio, variant: Variant) -> RoleChange:
    """Return what carrying a variant out would do to a role."""
    key = "" if variant.role is None else portfolio.roles[variant.role].key
    return RoleChange(
        move=variant.move,
        start=variant.start,
        kind=variant.kind,
        role=key,
        name=variant.name,
        organisation=variant.organisation.name,
        terms=variant.terms,
    )


def _variant(portfolio: Portfolio, proposal: Proposal) -> Variant:
    start = first_day(portfolio, proposal)
    kind = proposal.kind or USUAL_KIND
    if proposal.move is Move.TAKE_ON:
        return Variant(
            move=Move.TAKE_ON,
            name=proposal.name,
            start=start,
            terms=_new_terms(proposal, start, kind),
            kind=kind,
            organisation=Organisation(proposal.organisation or proposal.name),
        )
    index = index_of_role(portfolio, proposal.role)
    role = portfolio.roles[index]
    terms = None
    if proposal.move is Move.CHANGE:
        terms = other_terms(role.agreement_on(start), proposal, start)
    return Variant(proposal.move, role.name, start, role=index, terms=terms, kind=kind)


def _new_terms(proposal: Proposal, start: date, kind: RoleKind) -> Agreement:
    """Return the terms of a new role; agreed days tell the hours if nobody does."""
    usual = Agreement(Period(start, proposal.end), counts_as=usual_counting(kind))
    terms = replace(usual, **terms_problems(proposal))
    if proposal.hours is None:
        terms = replace(terms, hours=hours_of(proposal), per=Per.WEEK)
    return terms
