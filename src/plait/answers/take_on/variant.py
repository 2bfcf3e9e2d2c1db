"""One variant with its answer: figures, and what is said of them."""

from dataclasses import dataclass
from datetime import date

from plait.analysis.decisions.take_on.answer import Answer, Reason, TakeOn
from plait.analysis.decisions.take_on.present import Present
from plait.answers.context import AnswerContext
from plait.answers.findings.finding import Evidence
from plait.answers.take_on.evidence import evidence_of
from plait.answers.take_on.parts import (
    ClashOfDays,
    ClauseAnswer,
    IncomeChange,
    RoleHours,
    RuleChange,
    Terms,
    Week,
    clashes_of,
    clauses_of,
    income_of,
    key_of,
    rule_of,
    terms_of,
    week_of,
)
from plait.domain.proposals.proposal import Move
from plait.domain.roles import RoleKind
from plait.wording.take_on import parts, reasons, verdict


@dataclass(frozen=True, slots=True)
class VariantAnswer:
    """The answer to one variant.

    `title` names it, `sentence` is the answer, `reason_sentences` are the reasons
    that no clause and no rule says. `weeks` are the twelve from its start on, fewer
    where they cannot be forecast; `usual_change` and `usual_left` are hours of the
    usual one. `ways` say where the hours could come from, if they have to.
    """

    move: Move
    name: str
    role: str | None
    kind: RoleKind | None
    organisation: str | None
    starts_on: date
    terms: Terms | None
    title: str
    answer: Answer
    sentence: str
    reasons: tuple[Reason, ...]
    reason_sentences: tuple[str, ...]
    weeks: tuple[Week, ...]
    usual_change: float
    usual_left: float | None
    n_too_full: int
    n_too_full_before: int
    short_a_week: float
    fits_from: date | None
    notice_ends_on: date | None
    income_a_month: IncomeChange
    law: tuple[RuleChange, ...]
    clauses: tuple[ClauseAnswer, ...]
    clashes: tuple[ClashOfDays, ...]
    clash_sentences: tuple[str, ...]
    freed_hours: tuple[RoleHours, ...]
    ways: tuple[str, ...]
    evidence: Evidence


def variant_answer(
    context: AnswerContext, now: Present, found: TakeOn
) -> VariantAnswer:
    """Return the answer with its sentences."""
    portfolio, words, variant = context.portfolio, context.words, found.variant
    is_new = variant.role is None
    return VariantAnswer(
        move=variant.move,
        name=variant.name,
        role=key_of(context, variant.role),
        kind=variant.kind if is_new else None,
        organisation=variant.organisation.name or None,
        starts_on=variant.start,
        terms=terms_of(variant.terms) if variant.terms else None,
        title=parts.title_text(words, variant),
        answer=found.answer,
        sentence=verdict.verdict_text(words, found),
        reasons=found.reasons,
        reason_sentences=tuple(reasons.reasons_text(words, portfolio, found)),
        weeks=tuple(map(week_of, found.weeks)),
        usual_change=found.usual_change,
        usual_left=found.usual_left,
        n_too_full=found.n_tight,
        n_too_full_before=found.n_tight_before,
        short_a_week=found.short,
        fits_from=found.fits_from,
        notice_ends_on=found.notice_ends_on,
        income_a_month=income_of(context, found),
        law=tuple(rule_of(context, change) for change in found.law),
        clauses=clauses_of(context, found),
        clashes=clashes_of(context, found),
        clash_sentences=tuple(parts.clashes_text(words, portfolio, found.meetings)),
        freed_hours=tuple(
            RoleHours(portfolio.roles[one.role].key, one.hours, one.way)
            for one in found.freed_hours
        ),
        ways=tuple(parts.ways_text(words, portfolio, found)),
        evidence=evidence_of(context, now, found),
    )
