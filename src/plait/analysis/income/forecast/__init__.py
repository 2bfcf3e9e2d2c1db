"""What the coming months bring if it goes on as it went: a range, from months alone."""

from plait.analysis.income.forecast.ahead import (
    HORIZONS,
    MONTHS_NEEDED,
    PROMISED,
    Ahead,
    ahead,
)

__all__ = ["HORIZONS", "MONTHS_NEEDED", "PROMISED", "Ahead", "ahead"]
