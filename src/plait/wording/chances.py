"""Chances as percents, small ones too, and how far chance may have moved them."""

from plait.analysis.income.simulation.estimate import Estimate
from plait.wording.words import Words

_LEAST = 0.001  # less is written as less than this, never as nothing


def estimate_text(words: Words, one: Estimate) -> str:
    """Return a chance with twice its error, which holds it nearly always."""
    error = 2 * one.error
    range_text = _least(words) if error < _LEAST / 2 else _decimal(words, error)
    return f"{percent_text(words, one.value)} (± {range_text})"


def percent_text(words: Words, share: float) -> str:
    """Return a share as percents; one that is not quite nothing or all is not hidden."""
    if share in {0, 1}:
        return words.percent(share)
    if share < _LEAST:
        return _least(words)
    if share > 1 - _LEAST:
        most = {"share": _decimal(words, 1 - _LEAST)}
        return words.gettext("more than %(share)s") % most
    if 0.1 <= share <= 0.9:
        return words.percent(share)
    return _decimal(words, share)


def _least(words: Words) -> str:
    least = {"share": _decimal(words, _LEAST)}
    return words.gettext("less than %(share)s") % least


def _decimal(words: Words, share: float) -> str:
    """Return percents with a decimal, the sign set as in whole ones."""
    return words.percent(0).replace("0", words.number(100 * share, 1))
