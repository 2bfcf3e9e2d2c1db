"""Where do I stand: one sentence, the figures, and the findings by weight."""

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
from plait.answers.findings.finding import Finding
from plait.answers.findings.ranking import N_PRESSING
from plait.answers.known_notes import money_notes
from plait.answers.overview.answer import ReviewAnswer
from plait.answers.overview.figures import key_figures
from plait.answers.overview.headline import headline
from plait.answers.overview.hours import hours_overview
from plait.answers.overview.income import income_overview, payers_overview

_CHAPTERS = (
    *(hours, drift, working_time, ahead, wellbeing),
    *(income, expected, invoices, resilience, obligations, inbox, missing),
)


def findings_of(context: AnswerContext) -> tuple[Finding, ...]:
    """Return every finding, heaviest first."""
    found = [finding for chapter in _CHAPTERS for finding in chapter.findings(context)]
    return tuple(sorted(found, key=lambda finding: -finding.weight))


def review_answer(context: AnswerContext) -> ReviewAnswer:
    """Return where the person stands on the date of the portfolio."""
    portfolio, found = context.portfolio, findings_of(context)
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
        known=tuple(money_notes(context)),
    )
