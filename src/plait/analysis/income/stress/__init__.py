"""How many months one would last if a part of the income stopped."""

from plait.analysis.income.stress.case import Case, StreamCase
from plait.analysis.income.stress.paths import N_PATHS
from plait.analysis.income.stress.runway import (
    HORIZON,
    Outcome,
    StressResult,
    stress_test,
)

__all__ = [
    "HORIZON",
    "N_PATHS",
    "Case",
    "Outcome",
    "StreamCase",
    "StressResult",
    "stress_test",
]
