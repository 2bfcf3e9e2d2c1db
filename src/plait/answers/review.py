"""Where do I stand: one sentence, the figures, and the findings by weight."""

from collections.abc import Iterator
from dataclasses import replace

from plait.answers.context import AnswerContext
from plait.answers.findings import (
    ahead,
    drift,
    expected,
    hours,
    inbox,
    income,
    invoices,
    missing,
    obligations,
    resilience,
    wellbeing,
    working_time,
)
from plait.answers.findings.decided import Decided, decided
from plait.answers.findings.finding import Finding
from plait.answers.findings.groups import is_left_out
from plait.answers.findings.ranking import N_PRESSING
from plait.answers.known_notes import money_notes
from plait.answers.overview.answer import ReviewAnswer
from plait.answers.overview.figures import key_figures
from plait.answers.overview.headline import headline
from plait.answers.overview.hours import hours_overview
from plait.answers.overview.income import income_overview, payers_overview
from plait.domain.errors import PlaitError
from plait.wording.finding_groups import left_out_text


class NoSuchFinding(PlaitError):
    """A key of nothing that a review finds."""


_CHAPTERS = (
    *(hours, drift, working_time, ahead, wellbeing),
    *(income, expected, invoices, resilience, obligations, inbox, missing),
)


def findings_of(context: AnswerContext) -> tuple[Finding, ...]:
    """Return every finding that is not settled, heaviest first."""
    return decided_of(context).open


def decided_of(context: AnswerContext) -> Decided:
    """Return every finding, heaviest first, and what was settled."""
    return decided(context, _all(context))


def _all(context: AnswerContext) -> list[Finding]:
    found = [finding for chapter in _CHAPTERS for finding in chapter.findings(context)]
    return sorted(found, key=lambda finding: -finding.weight)


def finding_keyed(context: AnswerContext, key: str) -> Finding:
    """Return a finding that is so now, settled or not; raise `NoSuchFinding`.

    What is missing for several roles can be settled for one of them alone.
    """
    for finding in (*_all(context), *_of_single_roles(context)):
        if finding.key == key:
            return finding
    raise NoSuchFinding(
        "There is no such finding, or it is no longer so",
        value=key,
        fix="See them with: plait finding list.",
    )


def _of_single_roles(context: AnswerContext) -> Iterator[Finding]:
    single = (
        replace(gap, roles=(role,))
        for gap in context.missing
        if len(gap.roles) > 1
        for role in gap.roles
    )
    yield from missing.findings_of(context, single)


def review_answer(context: AnswerContext) -> ReviewAnswer:
    """Return where the person stands on the date of the portfolio."""
    portfolio, all_of_it = context.portfolio, decided_of(context)
    hidden = portfolio.person.hidden_findings
    found = tuple(f for f in all_of_it.open if not is_left_out(f.kind, hidden))
    n_left_out = len(all_of_it.open) - len(found)
    return ReviewAnswer(
        on=portfolio.on,
        language=context.words.language,
        currency=context.income.currency,
        sentence=headline(context, found),
        is_empty=not portfolio.roles and not portfolio.waiting,
        figures=key_figures(context),
        hours=hours_overview(context),
        income=income_overview(context),
        concentration=payers_overview(context),
        inbox=portfolio.waiting,
        findings=found,
        n_pressing=min(N_PRESSING, len(found)),
        n_settled=len(all_of_it.settled),
        left_out=left_out_text(context.words, n_left_out),
        known=tuple(money_notes(context)),
    )
