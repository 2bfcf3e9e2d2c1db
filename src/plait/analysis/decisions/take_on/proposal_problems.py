"""Everything that a proposal cannot be, each problem with the field it is about."""

from collections.abc import Iterator

from plait.analysis.decisions.take_on.proposal_defaults import (
    first_day,
    hours_of,
    role_of,
)
from plait.domain.errors import Problem
from plait.domain.portfolio import Portfolio
from plait.domain.proposals.other_terms import terms_problems
from plait.domain.proposals.proposal import Move, Proposal
from plait.domain.roles import Per
from plait.domain.schemas.role import LONGEST_NAME


def problems_of(portfolio: Portfolio, proposal: Proposal) -> Iterator[Problem]:
    """Yield what is missing, what contradicts itself or the book, and what is idle."""
    yield from _idle(proposal)
    if proposal.move is Move.TAKE_ON:
        yield from _of_new(proposal)
    else:
        yield from _of_held(portfolio, proposal)
    if proposal.per is Per.TOTAL and proposal.hours and proposal.end is None:
        yield Problem(
            "ends_on",
            "Hours in total need a last day",
            "",
            "Say until when, so that they can be spread over weeks.",
        )


def _idle(proposal: Proposal) -> Iterator[Problem]:
    """Yield what was said and means nothing for this move."""
    idle: list[str] = []
    if proposal.move is not Move.TAKE_ON:
        idle += ["name", "organisation"]
    if proposal.move is Move.LEAVE:
        idle += ["kind", "end", *terms_problems(proposal)]
    for name in idle:
        if getattr(proposal, name) not in {None, ""}:
            yield Problem(
                name,
                "This does not go with leaving or changing a role",
                name,
                "Leave it out.",
            )


def _of_new(proposal: Proposal) -> Iterator[Problem]:
    if not proposal.name.strip():
        yield Problem(
            "name",
            "A new role needs a name",
            "",
            "Say what it is, in a word or two.",
        )
    for name in ("name", "organisation"):
        text: str = getattr(proposal, name)
        if len(text) > LONGEST_NAME:
            yield Problem(
                name,
                "This name is longer than 200 letters",
                f"{text[:40]}…",
                "Write a shorter one.",
            )
    if hours_of(proposal) is None:
        yield Problem(
            "hours",
            "The hours it takes are missing",
            "",
            "Say how many, such as 6 a week; a guess will do.",
        )


def _of_held(portfolio: Portfolio, proposal: Proposal) -> Iterator[Problem]:
    role = role_of(portfolio, proposal.role)
    if role is None:
        yield Problem(
            "role",
            "There is no such role in your book"
            if proposal.role
            else "No role is chosen",
            proposal.role,
            "Choose one of your roles.",
        )
        return
    start = first_day(portfolio, proposal)
    is_too_early = proposal.move is Move.LEAVE and start <= role.period.start
    if is_too_early or not role.is_held_on(start):
        yield Problem(
            "starts_on",
            "You do not hold this role on that day",
            f"{role.name}, {start}",
            "Choose another day.",
        )
