"""How few an income depends on, and whether its streams rise and fall together."""

from plait.analysis.income.concentration.co_movement import (
    CoMovement,
    NoCoMovement,
    Why,
    co_movement,
    diversification_ratio,
)
from plait.analysis.income.concentration.grouped import By, Grouped, grouped
from plait.analysis.income.concentration.payers import roles_paid_for
from plait.analysis.income.concentration.shares import (
    MONTHS_NEEDED,
    Concentration,
    NegativeStream,
    concentration,
)

__all__ = [
    "MONTHS_NEEDED",
    "By",
    "CoMovement",
    "Concentration",
    "Grouped",
    "NegativeStream",
    "NoCoMovement",
    "Why",
    "co_movement",
    "concentration",
    "diversification_ratio",
    "grouped",
    "roles_paid_for",
]
