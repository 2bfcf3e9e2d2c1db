"""Can I take this on, change it, or do without it? Up to four variants side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from plait.analysis.decisions.take_on.answer import take_on
from plait.analysis.decisions.take_on.from_proposal import (
    BadProposal,
    role_change,
    variant_of,
)
from plait.analysis.decisions.take_on.present import Present
from plait.analysis.decisions.take_on.variant import Variant
from plait.answers.context import AnswerContext
from plait.answers.take_on.evidence import source_text
from plait.answers.take_on.variant import VariantAnswer, variant_answer
from plait.domain.errors import PlaitError, Problem
from plait.domain.portfolio import Portfolio
from plait.domain.proposals.proposal import Proposal, RoleChange
from plait.reference.rates import published_rates
from plait.reference.working_time.packs import NoPack, code_for, pack
from plait.reference.working_time.rules import Pack
from plait.wording.take_on.verdict import several_text

MOST_VARIANTS = 4


class TooManyVariants(PlaitError):
    """More to compare than can be taken in at once."""


@dataclass(frozen=True, slots=True)
class TakeOnAnswer:
    """The answers to variants, each set against how things stand.

    `sentence` is that of the one variant, or how many of several are possible.
    `rules` is the code of the law on working time, None where none is known; `kept`
    the key of the role that was put into the book.
    """

    on: date
    language: str
    rules: str | None
    sentence: str
    variants: tuple[VariantAnswer, ...]
    source: str
    kept: str | None = None


def take_on_answer(
    context: AnswerContext, proposals: Sequence[Proposal], rules: str = ""
) -> TakeOnAnswer:
    """Return the answers; raise `BadProposal` for what cannot be.

    `rules` is the code of a pack; without it, it is the person's country's, if known.
    """
    if len(proposals) > MOST_VARIANTS:
        raise TooManyVariants(
            "These are more than can be compared at once",
            value=str(len(proposals)),
            fix="Compare up to four.",
        )
    variants = [variant_of(context.portfolio, one) for one in proposals]
    return variants_answer(context, variants, rules)


def variants_answer(
    context: AnswerContext, variants: Sequence[Variant], rules: str = ""
) -> TakeOnAnswer:
    """Return the answers to variants that are made already."""
    now = _present(context, variants, rules)
    found = [take_on(now, variant) for variant in variants]
    answers = tuple(variant_answer(context, now, one) for one in found)
    several = several_text(context.words, [one.answer for one in found])
    return TakeOnAnswer(
        on=context.portfolio.on,
        language=context.words.language,
        rules=now.pack.code if now.pack else None,
        sentence=several or answers[0].sentence,
        variants=answers,
        source=source_text(context, now),
    )


def proposal_problems(portfolio: Portfolio, proposal: Proposal) -> tuple[Problem, ...]:
    """Return everything that a proposal cannot be, by field; none if it can."""
    try:
        variant_of(portfolio, proposal)
    except BadProposal as error:
        return error.problems
    return ()


def change_of(portfolio: Portfolio, proposal: Proposal) -> RoleChange:
    """Return what a proposal does to a role once it is carried out."""
    return role_change(portfolio, variant_of(portfolio, proposal))


def _present(
    context: AnswerContext, variants: Iterable[Variant], rules: str
) -> Present:
    """Return how things stand before any of the variants."""
    portfolio = context.portfolio
    pays = [role.agreement_on(portfolio.on) for role in portfolio.roles]
    pays += [variant.terms for variant in variants]
    paid_in = {terms.pay.currency for terms in pays if terms and terms.pay}
    home = portfolio.person.currency
    return Present(
        portfolio=portfolio,
        weeks=context.weeks,
        balance=context.balance,
        income=context.income,
        value=context.value,
        rates=published_rates({*paid_in, home}),
        pack=pack(rules) if rules else _pack_of(portfolio.person.country),
    )


def _pack_of(country: str) -> Pack | None:
    try:
        return pack(code_for(country))
    except NoPack:
        return None
