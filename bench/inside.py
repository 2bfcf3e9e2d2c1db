"""The review within one process: loading the picture and reviewing it, as JSON.

    PLAIT_HOME=FOLDER python -m bench.inside

Cold is the first of a new process, libraries read in before. Warm is another day's
picture, read from the book anew; remembered is the same picture asked for again.
"""

import json
import time
from datetime import date, timedelta
from statistics import median
from typing import Any

from bench.life import REVIEW_ON
from plait.cli import run

_TIMES = 9


def main() -> None:
    """Print seconds to load and to review, by case."""
    viewer = run.viewer()
    cold = _once(viewer, REVIEW_ON)
    again = [_once(viewer, REVIEW_ON - timedelta(day)) for day in range(1, _TIMES + 1)]
    same = [_once(viewer, REVIEW_ON - timedelta(_TIMES)) for _ in range(_TIMES)]
    told = {"cold": cold, "warm": _middle(again), "remembered": _middle(same)}
    print(json.dumps(told))


def _once(viewer: Any, on: date) -> tuple[float, float]:  # noqa: ANN401  # Django's model, set up by then
    from plait.answers.context import answer_context
    from plait.answers.review import review_answer
    from plait.answers.to_json import to_json
    from plait.book.queries import load_portfolio
    from plait.wording.words import words_for

    began = time.perf_counter()
    portfolio = load_portfolio(viewer=viewer, on=on)
    loaded = time.perf_counter()
    to_json(review_answer(answer_context(portfolio, words_for("en"))))
    return loaded - began, time.perf_counter() - loaded


def _middle(laps: list[tuple[float, float]]) -> tuple[float, ...]:
    return tuple(median(lap) for lap in zip(*laps, strict=True))


if __name__ == "__main__":
    main()
