"""What was expected and what came: payments that went otherwise, in the last year."""

from dataclasses import dataclass

from django.urls import reverse

from plait.answers.income.awaited import UnexpectedPayment
from plait.answers.income.income import IncomeAnswer
from plait.wording.words import Words

MOST_LISTED = 6
_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class UnexpectedView:
    """One payment that is missing, short, doubled or late."""

    name: str
    css: str
    url: str
    kind: str
    month: str
    agreed: str
    came: str
    text: str


@dataclass(frozen=True, slots=True)
class ExpectedView:
    """The list, newest first; what is watched, what comes next, and how it swings."""

    rows: tuple[UnexpectedView, ...]
    older: tuple[UnexpectedView, ...]
    watched: str
    next: str
    swings: str


def expected_view(answer: IncomeAnswer, words: Words) -> ExpectedView | None:
    """Return what went otherwise; None where no payer has a rhythm to judge by."""
    if not answer.watched.n and not answer.unexpected:
        return None
    rows = tuple(_row(one, words) for one in answer.unexpected)
    return ExpectedView(
        rows=rows[:MOST_LISTED],
        older=rows[MOST_LISTED:],
        watched=answer.watched.text,
        next=answer.watched.next_text,
        swings=answer.swing_text,
    )


def _row(one: UnexpectedPayment, words: Words) -> UnexpectedView:
    # Where nothing was agreed, or it is agreed gross, what usually comes says more.
    agreed = one.agreed if one.is_agreed else None
    return UnexpectedView(
        name=one.name,
        css=f"strand-{one.colour}",
        url=reverse("role", args=[one.role]),
        kind=one.kind_text,
        month=words.month(one.due_on),
        agreed=_NOTHING if agreed is None else words.money(agreed, one.currency),
        came=words.money(one.came, one.currency) if one.came else _NOTHING,
        text=one.text,
    )
