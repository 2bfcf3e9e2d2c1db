"""Findings as the page draws them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language

from plait.answers.findings.finding import Evidence, Finding, Series
from plait.domain.selection import Selection
from plait.web.charts import lines
from plait.web.pages.records.records import record_links
from plait.web.pages.steps import Link, link_of
from plait.wording.words import Words, words_for


@dataclass(frozen=True, slots=True)
class DriftView:
    """A small series: hours or money over time, with the level that was agreed."""

    line: lines.Drift
    label: str
    agreed: str
    left: str


@dataclass(frozen=True, slots=True)
class WhyView:
    """What "Why this?" opens."""

    data: str
    method: str
    assumptions: tuple[str, ...]
    source: str
    certainty: str
    records: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding for parts/finding.html."""

    colour: int
    sentence: str
    matters: str
    action: Link | None
    why: WhyView
    drift: DriftView | None
    spark: lines.Sparkline | None
    key: str
    if_settled: str
    if_put_off: str
    came_back: str


def finding_view(finding: Finding) -> FindingView:
    """Return a finding as the page draws it."""
    return FindingView(
        colour=finding.colour,
        sentence=finding.title,
        matters=f"{finding.sentence} {finding.why}".strip(),
        action=link_of(finding.step),
        why=why(finding.evidence),
        drift=_drift(finding.series, finding.title) if finding.series else None,
        spark=_spark(finding.series) if finding.series else None,
        key=finding.key,
        if_settled=finding.if_settled,
        if_put_off=finding.if_put_off,
        came_back=finding.came_back,
    )


def why(evidence: Evidence) -> WhyView:
    """Return the evidence as the disclosure lists it."""
    return WhyView(
        data=evidence.data,
        method=evidence.method,
        assumptions=(evidence.assumptions,),
        source=evidence.source,
        certainty=evidence.certainty,
        records=record_links(evidence.records, words_for(get_language() or "en")),
    )


def worked_out(
    data: str,
    notes: Sequence[str],
    records: Iterable[Selection],
    *,
    method: str,
    words: Words,
) -> WhyView:
    """Return what explains figures of a model; `method` names a page of the docs."""
    return WhyView(
        data=data,
        method="",
        assumptions=tuple(notes),
        source=words.gettext("The method, with an example to redo: %(page)s")
        % {"page": f"docs/explanation/{method}.md"},
        certainty="",
        records=record_links(records, words),
    )


def _spark(series: Series) -> lines.Sparkline | None:
    """Return a plain line for a series that nothing was agreed for."""
    return lines.sparkline(series.values) if series.level is None else None


def _drift(series: Series, label: str) -> DriftView | None:
    if series.level is None:
        return None
    agreed = [series.level] * len(series.values)
    line = lines.drift(series.values, agreed, left_at=series.marked)
    return DriftView(line, label, series.label, "") if line else None
