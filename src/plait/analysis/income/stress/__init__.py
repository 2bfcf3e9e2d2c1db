"""How many months one would last if a part of the income stopped."""

from plait.analysis.income.stress.case import Case, Hanging
from plait.analysis.income.stress.runway import (
    HORIZON,
    Outcome,
    Stressed,
    stressed,
    would_last,
)

__all__ = [
    "HORIZON",
    "Case",
    "Hanging",
    "Outcome",
    "Stressed",
    "stressed",
    "would_last",
]
