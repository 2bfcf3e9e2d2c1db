"""How many months one would last if a part of the income stopped."""

from plait.analysis.income.stress.case import Case, StreamCase
from plait.analysis.income.stress.runway import (
    HORIZON,
    Outcome,
    StressResult,
    outcome_at,
    stress_test,
)

__all__ = [
    "HORIZON",
    "Case",
    "Outcome",
    "StreamCase",
    "StressResult",
    "outcome_at",
    "stress_test",
]
