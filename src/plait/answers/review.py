"""The review of a date: one sentence, the figures, and the findings by weight."""

from dataclasses import dataclass

from plait.answers.context import AnswerContext, answer_context
from plait.answers.findings import (
    ahead,
    drift,
    expected,
    hours,
    inbox,
    income,
    missing,
    obligations,
    resilience,
    wellbeing,
    working_time,
)
from plait.answers.findings.finding import Finding
from plait.answers.headline import headline
from plait.domain.portfolio import Portfolio
from plait.wording.words import Words

_CHAPTERS = (
    *(hours, drift, working_time, ahead, wellbeing),
    *(income, expected, resilience, obligations, inbox, missing),
)


@dataclass(frozen=True, eq=False)
class Review:
    """What is so on the date, said in one language; `subject` holds every figure."""

    sentence: str
    findings: tuple[Finding, ...]
    context: AnswerContext


def review(portfolio: Portfolio, words: Words) -> Review:
    """Return the review of a portfolio, heaviest findings first."""
    context = answer_context(portfolio, words)
    found = [finding for chapter in _CHAPTERS for finding in chapter.findings(context)]
    found.sort(key=lambda finding: -finding.weight)
    return Review(headline(context, found), tuple(found), context)
