"""Payments that are not counted as they came, and those that may be no income."""

from dataclasses import dataclass

from django.urls import reverse

from plait.answers.income.taken import TakenAnswer, TakenPayment


@dataclass(frozen=True, slots=True)
class TakenRow:
    """One payment in a line, how it is known, and where it is changed."""

    text: str
    why: str
    url: str


@dataclass(frozen=True, slots=True)
class TakenView:
    """What was taken for no income, and what is asked about."""

    text: str
    taken: tuple[TakenRow, ...]
    asked: tuple[TakenRow, ...]


def taken_view(answer: TakenAnswer) -> TakenView | None:
    """Return the payments, None where all are counted as they came."""
    if not answer.taken and not answer.asked:
        return None
    return TakenView(
        text=answer.text,
        taken=tuple(map(_row, answer.taken)),
        asked=tuple(map(_row, answer.asked)),
    )


def _row(one: TakenPayment) -> TakenRow:
    return TakenRow(one.text, one.why, reverse("payment", args=[one.number]))
