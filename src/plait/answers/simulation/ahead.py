"""What the coming months come to, with how such ranges did in the past beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plait.analysis.income.income_ahead import RangeAhead
from plait.analysis.income.simulation.backtest import BackTest
from plait.wording.income import ahead as wording
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class AheadAnswer:
    """What so many months come to if it goes on as it went.

    In eight of ten cases that is from `low` to `high`; `middle` is expected.
    """

    months: int
    low: float
    middle: float
    high: float
    sentence: str


@dataclass(frozen=True, slots=True)
class BackTestAnswer:
    """How forecasts of the sum of so many months did on the person's own past.

    Of `n_tests` ranges `n_held` held what came, the share `coverage`; `error` and
    `naive_error` are mean absolute errors, of the middle and of last year again.
    """

    months: int
    n_tests: int
    n_apart: int
    n_held: int
    coverage: float
    error: float
    naive_error: float
    sentence: str


def ahead_answer(words: Words, one: RangeAhead, currency: str) -> AheadAnswer:
    """Return a range as part of an answer."""
    return AheadAnswer(
        months=one.months,
        low=one.low,
        middle=one.middle,
        high=one.high,
        sentence=wording.ahead_text(words, one, currency),
    )


def back_test_answer(words: Words, test: BackTest, currency: str) -> BackTestAnswer:
    """Return a test of ranges as part of an answer."""
    sentence = wording.back_test_text(words, test, currency)
    return BackTestAnswer(**test._asdict(), sentence=sentence)


def ahead_sentences(
    words: Words,
    ahead: Sequence[RangeAhead],
    tests: Sequence[BackTest],
    currency: str,
) -> Iterator[str]:
    """Yield each range, and beside it how such ranges did in the past."""
    by_months = {one.months: one for one in tests}
    for one in ahead:
        yield wording.ahead_text(words, one, currency)
        if one.months in by_months:
            yield wording.back_test_text(words, by_months[one.months], currency)
    yield wording.ahead_note(words, has_ahead=bool(ahead))
