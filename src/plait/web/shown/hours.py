"""The hours page: agreed and given by role, and what the review says of hours."""

from dataclasses import dataclass

from plait.review.review import Review


@dataclass(frozen=True)
class HoursShown:
    """Everything on the page."""

    sentence: str


def hours_shown(review: Review) -> HoursShown:
    """Return the page of a review."""
    return HoursShown(sentence=review.sentence)
