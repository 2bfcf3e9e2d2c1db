"""One figure has one value, whichever answer tells it."""

import pytest

from tests.answers import cases
from tests.answers.every_kind import LIVES
from tests.answers.figures import Answers, differences

MADE_UP = {kind.value: life for kind, life in LIVES.items()} | {
    name: getattr(cases, name)
    for name in ("empty", "roles_only", "three_weeks", "calm", "full")
}


@pytest.mark.parametrize("name", MADE_UP)
def test_no_two_answers_differ_in_a_figure(name):
    answers = Answers(MADE_UP[name]().portfolio())

    assert list(differences(answers)) == []
