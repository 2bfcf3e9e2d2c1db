"""What the coming months bring if it goes on as it went, and how sure that is."""

from plait.analysis.income.income_ahead import RangeAhead
from plait.analysis.income.simulation.backtest import PROMISED, BackTest
from plait.wording.words import Words


def ahead_text(words: Words, one: RangeAhead, currency: str) -> str:
    """Return the range of so many months."""
    return words.gettext(
        "If it goes on as it went, the next %(n)d months bring in between %(low)s and"
        " %(high)s in eight of ten cases; %(middle)s is expected."
    ) % {
        "n": one.months,
        "low": words.money(one.low, currency),
        "high": words.money(one.high, currency),
        "middle": words.money(one.middle, currency),
    }


def back_test_text(words: Words, test: BackTest, currency: str) -> str:
    """Return how such ranges did on the person's own past."""
    return words.gettext(
        "Tested on your own past: of the last %(n)d forecasts of %(months)d months"
        " (%(apart)d without overlap), %(held)d came out within the range, where"
        " %(promised)s is promised. They were off by %(error)s on average; last year’s"
        " amounts again would have been off by %(naive)s."
    ) % {
        "n": test.n_tests,
        "months": test.months,
        "apart": test.n_apart,
        "held": test.n_held,
        "promised": words.percent(PROMISED),
        "error": words.money(test.error, currency),
        "naive": words.money(test.naive_error, currency),
    }


def ahead_note(words: Words, *, has_ahead: bool) -> str:
    """Return what the range leaves out, or why there is none."""
    _ = words.gettext
    if has_ahead:
        return _(
            "That is learnt from what came in each month. A job or client that has"
            " ended is not continued; what you will take on is not known."
        )
    return _("A range of the months ahead takes twelve months of income at least.")
