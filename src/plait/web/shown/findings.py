"""Findings as the page draws them."""

from dataclasses import dataclass

from plait.review.finding import Evidence, Finding, Picture
from plait.web.charts import lines
from plait.web.shown.steps import Link, link_of


@dataclass(frozen=True, slots=True)
class DriftShown:
    """A small picture: hours or money over time, with the level that was agreed."""

    line: lines.Drift
    label: str
    agreed: str
    left: str


@dataclass(frozen=True, slots=True)
class WhyShown:
    """What "Why this?" opens."""

    data: str
    method: str
    assumptions: tuple[str, ...]
    source: str
    certainty: str


@dataclass(frozen=True, slots=True)
class FindingShown:
    """A finding for parts/finding.html."""

    colour: int
    sentence: str
    matters: str
    action: Link | None
    why: WhyShown
    drift: DriftShown | None
    spark: lines.Sparkline | None


def shown(finding: Finding) -> FindingShown:
    """Return a finding as the page draws it."""
    return FindingShown(
        colour=finding.colour,
        sentence=finding.title,
        matters=f"{finding.sentence} {finding.why}".strip(),
        action=link_of(finding.step),
        why=why(finding.evidence),
        drift=_drift(finding.picture, finding.title) if finding.picture else None,
        spark=_spark(finding.picture) if finding.picture else None,
    )


def why(evidence: Evidence) -> WhyShown:
    """Return the evidence as the disclosure lists it."""
    return WhyShown(
        data=evidence.data,
        method=evidence.method,
        assumptions=(evidence.assumptions,),
        source=evidence.source,
        certainty=evidence.certainty,
    )


def _spark(picture: Picture) -> lines.Sparkline | None:
    """Return a plain line for a series that nothing was agreed for."""
    return lines.sparkline(picture.values) if picture.level is None else None


def _drift(picture: Picture, label: str) -> DriftShown | None:
    if picture.level is None:
        return None
    agreed = [picture.level] * len(picture.values)
    line = lines.drift(picture.values, agreed, left_at=picture.marked)
    return DriftShown(line, label, picture.label, "") if line else None
