"""How long the money lasts, as bars."""

from plait.answers.context import answer_context
from plait.answers.stress import stress_answer
from plait.web.pages.income.runway import runway_view
from plait.wording.words import words_for
from tests.answers.findings.test_resilience import two
from tests.cast import amt


def test_what_ends_in_the_fifth_year_stands_above_what_does_not_end():
    # Two months of notice put by 2 x 1900; without the practice 100 lack each month,
    # and 4300 lasts 43 of them.
    life = two(savings=amt("500 EUR"), floor=amt("1100 EUR"))
    context = answer_context(life.portfolio(), words_for("en"))

    views = runway_view(stress_answer(context))

    texts = [one.runway for one in views]
    later = texts.index("more than 60 months")
    assert any(one.endswith(" months") and int(one[:2]) > 36 for one in texts[:later])
    assert set(texts[later:]) == {"more than 60 months"}
