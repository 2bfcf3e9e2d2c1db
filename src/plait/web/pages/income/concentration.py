"""On how few an income depends, as one bar each."""

from dataclasses import dataclass

from plait.answers.concentration import Breakdown, ConcentrationAnswer
from plait.web.charts import bars
from plait.web.pages.findings import WhyView, worked_out
from plait.web.pages.records.records import records_url
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class ConcentrationView:
    """One way to look at it: its bar, in words, and the rows of its table.

    A row is a name, a share, and where its payments are listed.
    """

    title: str
    parts: tuple[bars.Part, ...]
    sentence: str
    rows: tuple[tuple[str, str, str], ...]


def concentration_view(
    answer: ConcentrationAnswer, words: Words
) -> tuple[ConcentrationView, ...]:
    """Return a bar for each breakdown that says something; payers always do."""
    return tuple(
        _view(one, words)
        for one in answer.by
        if one.groups and (one.by == "payer" or one.is_informative)
    )


def concentration_why(answer: ConcentrationAnswer, words: Words) -> WhyView:
    """Return what the shares are of, and where these payments are listed."""
    return worked_out(
        answer.basis,
        answer.notes,
        answer.records,
        method="method-concentration",
        words=words,
    )


def _view(one: Breakdown, words: Words) -> ConcentrationView:
    slices = [bars.Slice(g.title or g.name, g.colour, g.share) for g in one.groups]
    rows = tuple(
        (
            g.title or g.name,
            words.percent(g.share),
            records_url(g.records) if g.records else "",
        )
        for g in one.groups
    )
    return ConcentrationView(one.label, bars.share_bar(slices), one.sentence, rows)
