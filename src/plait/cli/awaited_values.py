"""What was awaited of a line, and what went otherwise, as plain values."""

import math
from dataclasses import asdict
from typing import Any

from plait.analysis.income.expected import Awaited, Unexpected
from plait.answers.context import AnswerContext
from plait.wording.expected import expected_text

Told = dict[str, Any]


def awaited_values(line: Awaited) -> Told:
    """Return the paydays of up to three years, and when the next is due."""
    rows = zip(
        line.due.tolist(),
        line.agreed.tolist(),
        line.expected.tolist(),
        line.came.tolist(),
        line.late.tolist(),
        strict=True,
    )
    return {
        "payer": line.payer,
        "every": line.every.value,
        "by": line.by.value,
        "currency": line.currency,
        "waited_for_days": line.tolerance,
        "n_seen": line.n_seen,
        "next_on": line.next_on and line.next_on.isoformat(),
        "paydays": [
            {
                "due_on": due.isoformat(),
                "agreed": _known(agreed),
                "expected": _known(expected),
                "came": round(came, 2),
                "late": _known(late),
            }
            for due, agreed, expected, came, late in rows
        ],
    }


def unexpected_values(context: AnswerContext, one: Unexpected) -> Told:
    """Return what went otherwise, with its figures and its sentence."""
    told = asdict(one) | {
        "kind": one.kind.value,
        "by": one.by.value,
        "role": context.role(one.role).key,
        "name": context.role(one.role).name,
        "since": one.since.isoformat(),
        "due_on": one.due_on.isoformat(),
        "said": expected_text(one, context.words),
    }
    told["payments"] = [
        {"on": paid.on.isoformat(), "amount": paid.amount} for paid in one.payments
    ]
    return told


def _known(value: float) -> float | None:
    return None if math.isnan(value) else round(value, 2)
