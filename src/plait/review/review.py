"""The review of a date: one sentence, the figures, and the findings by weight."""

from dataclasses import dataclass

from plait.domain.portfolio import Portfolio
from plait.review import (
    ahead,
    drift,
    duties,
    expected,
    hours,
    inbox,
    income,
    missing,
    resilience,
    value,
    worktime,
)
from plait.review.finding import Finding
from plait.review.headline import headline
from plait.review.subject import Subject, subject_of
from plait.review.words import Words

_CHAPTERS = (
    *(hours, drift, worktime, ahead, value),
    *(income, expected, resilience, duties, inbox, missing),
)


@dataclass(frozen=True, eq=False)
class Review:
    """What is so on the date, said in one language; `subject` holds every figure."""

    sentence: str
    findings: tuple[Finding, ...]
    subject: Subject


def review(portfolio: Portfolio, words: Words) -> Review:
    """Return the review of a portfolio, heaviest findings first."""
    subject = subject_of(portfolio, words)
    found = [finding for chapter in _CHAPTERS for finding in chapter.findings(subject)]
    found.sort(key=lambda finding: -finding.weight)
    return Review(headline(subject, found), tuple(found), subject)
