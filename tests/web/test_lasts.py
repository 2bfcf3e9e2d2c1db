"""How long one would last, as bars."""

from plait.review.subject import subject_of
from plait.review.words import words_for
from plait.web.shown.income_page import _stressed
from plait.web.shown.lasts import lasts_shown
from tests.cast import amt
from tests.review.test_resilience import two


def test_what_ends_in_the_fifth_year_stands_above_what_does_not_end():
    # Two months of notice put by 2 x 1900; without the practice 100 lack each month,
    # and 4300 lasts 43 of them.
    life = two(savings=amt("500 EUR"), floor=amt("1100 EUR"))
    subject = subject_of(life.portfolio(), words_for("en"))

    shown = lasts_shown(subject, _stressed(subject, ()))

    told = [one.told for one in shown]
    later = told.index("more than 60 months")
    assert any(one.endswith(" months") and int(one[:2]) > 36 for one in told[:later])
    assert set(told[later:]) == {"more than 60 months"}
