"""How long the money lasts, where it is known what a month has to cost."""

from collections.abc import Sequence

from plait.answers.context import AnswerContext
from plait.answers.stress.answer import StressAnswer, stress_answer
from plait.domain.scenarios import Scenario


def stress_of(
    context: AnswerContext, own: Sequence[Scenario] = ()
) -> StressAnswer | None:
    """Return what each loss would mean, the person's own scenarios (`own`) as well.

    None where it is not known what a month has to cost.
    """
    if context.portfolio.person.floor is None:
        return None
    return stress_answer(context, own)
