"""How few an income depends on, and whether its streams rise and fall together."""

from plait.analysis.income.concentration.grouped import By, Grouped, grouped
from plait.analysis.income.concentration.payers import roles_paid_for
from plait.analysis.income.concentration.shares import (
    MONTHS_NEEDED,
    Concentration,
    NegativeStream,
    concentration,
)
from plait.analysis.income.concentration.together import (
    Apart,
    Together,
    Why,
    diversification_ratio,
    together,
)

__all__ = [
    "MONTHS_NEEDED",
    "Apart",
    "By",
    "Concentration",
    "Grouped",
    "NegativeStream",
    "Together",
    "Why",
    "concentration",
    "diversification_ratio",
    "grouped",
    "roles_paid_for",
    "together",
]
