"""Invented hours and income of somebody with six roles; the same on every run."""

import random
from datetime import date, timedelta
from decimal import Decimal

TODAY = date(2026, 11, 21)
LAST_MONDAY = date(2026, 11, 16)
WEEKS = [LAST_MONDAY - timedelta(weeks=51 - i) for i in range(52)]
MONTHS = [date(2025 + (11 + i) // 12, (11 + i) % 12 + 1, 1) for i in range(12)]

# name, strand, agreed hours a week, noise, income a month
ROLES = [
    ("Practice manager", 1, 24.0, 1.5, 3350),
    ("Training days", 2, 4.0, 3.0, 1450),
    ("Atlas project", 3, 6.0, 1.0, 900),
    ("Charity board", 4, 2.0, 1.2, 0),
    ("Study", 5, 4.0, 1.5, 0),
    ("Mentoring", 6, 1.5, 0.7, 0),
]


def hours_of(name: str, agreed: float, noise: float) -> list[float]:
    """Return a year of weeks: two holidays, and one role that creeps."""
    rng = random.Random(name)  # noqa: S311  # invented figures, the same every time
    return [
        round(max(0.0, _level(name, agreed, i) + rng.gauss(0, noise)) * _there(i), 1)
        for i in range(52)
    ]


def _level(name: str, agreed: float, week: int) -> float:
    if name == "Atlas project":
        return 0.0 if week < 14 else agreed + max(0, week - 38) * 0.45
    if name == "Training days":
        return agreed * (1.4 if week % 13 < 7 else 0.5)
    return agreed


def _there(week: int) -> float:
    """Return the share worked: none in summer, little at the turn of the year."""
    return {4: 0.25, 5: 0.1, 31: 0.35, 32: 0.0, 33: 0.05, 34: 0.5}.get(week, 1.0)


def income_of(name: str, mean: int) -> list[Decimal]:
    """Return twelve months of income around the mean; a salary does not vary."""
    rng = random.Random(name)  # noqa: S311  # invented figures, the same every time
    if name == "Practice manager":
        return [Decimal(mean)] * 12
    return [Decimal(round(mean * rng.uniform(0.35, 1.6))) for _ in range(12)]
