"""The plans and the simple rules in futures that none of them has seen."""

from dataclasses import dataclass

from plait.answers.plan.values import PlanAnswer, PlanCheck
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class CheckRowView:
    """A mix in futures not seen before; `score` is what the plans are chosen by."""

    name: str
    is_plan: bool
    income: str
    short: str
    months: str
    score: str


@dataclass(frozen=True, slots=True)
class CheckView:
    """The rows, those that did best first, and what they say."""

    sentence: str
    left_out: str
    rows: tuple[CheckRowView, ...]


def check_view(answer: PlanAnswer, words: Words) -> CheckView:
    """Return how the plans and the rules did."""
    return CheckView(
        sentence=answer.check_sentence,
        left_out=answer.check_left_out,
        rows=tuple(_row(one, answer.currency, words) for one in answer.checks),
    )


def _row(one: PlanCheck, currency: str, words: Words) -> CheckRowView:
    return CheckRowView(
        name=one.label[:1].upper() + one.label[1:],
        is_plan=one.is_plan,
        income=words.money(one.unseen.income, currency),
        short=words.money(one.unseen.short, currency),
        months=words.number(one.unseen.months.n_short),
        score=words.money(one.unseen.score, currency),
    )
