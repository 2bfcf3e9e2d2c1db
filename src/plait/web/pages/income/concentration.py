"""On how few an income depends, as one bar each."""

from dataclasses import dataclass

from plait.answers.concentration import Breakdown, ConcentrationAnswer
from plait.web.charts import bars
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class ConcentrationView:
    """One way to look at it: its bar, in words, and the shares for the table."""

    title: str
    parts: tuple[bars.Part, ...]
    sentence: str
    rows: tuple[tuple[str, str], ...]


def concentration_view(
    answer: ConcentrationAnswer, words: Words
) -> tuple[ConcentrationView, ...]:
    """Return a bar for each breakdown that says something; payers always do."""
    return tuple(
        _view(one, words)
        for one in answer.by
        if one.groups and (one.by == "payer" or one.is_informative)
    )


def _view(one: Breakdown, words: Words) -> ConcentrationView:
    slices = [bars.Slice(g.title or g.name, g.colour, g.share) for g in one.groups]
    rows = tuple((g.title or g.name, words.percent(g.share)) for g in one.groups)
    return ConcentrationView(one.label, bars.share_bar(slices), one.sentence, rows)
