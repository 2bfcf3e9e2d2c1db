"""A week of a bare series, which belongs to no role and no book."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SeriesWeek:
    """The hours of a week; `label` is what its owner calls it, "" for nothing."""

    hours: float
    is_leave: bool = False
    label: str = ""
