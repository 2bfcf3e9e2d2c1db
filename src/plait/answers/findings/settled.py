"""Which findings a person settled or put off, and which of those came back.

Pure: the figures at settling against those of now. A finding that goes and comes again
stays settled for as long as it is no worse than when it was settled.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from plait.answers.findings.finding import Finding
from plait.answers.findings.identity import IDENTITIES, group_of, things_of
from plait.answers.findings.kinds import Kind
from plait.answers.findings.numbers import Number, Value
from plait.answers.findings.returns import PUT_OFF_PART, RETURNS, Return
from plait.domain.portfolio import Portfolio
from plait.domain.settled_findings import SettledAs, SettledFinding


@dataclass(frozen=True, slots=True)
class Held:
    """A finding with what was decided on it; `passed` are the steps it has passed."""

    finding: Finding
    settled: SettledFinding
    passed: tuple[Return, ...]

    @property
    def has_returned(self) -> bool:
        """Whether it is said again."""
        return bool(self.passed)


def held(finding: Finding, settled: Iterable[SettledFinding]) -> Held | None:
    """Return what was decided on a finding, None where nothing was."""
    mine = [one for one in settled if _is_of(finding, one)]
    if not mine or not _covers(finding, mine):
        return None
    same = [one for one in mine if one.key == finding.key]
    decided = max(same or mine, key=lambda one: one.on)
    part = PUT_OFF_PART if decided.settled_as is SettledAs.PUT_OFF else 1.0
    passed = tuple(
        one
        for one in RETURNS.get(finding.kind, ())
        if one.is_passed(decided.number(one.name), finding.number(one.name), part)
    )
    return Held(finding, decided, passed)


def _is_of(finding: Finding, one: SettledFinding) -> bool:
    """Return whether a decision may hold for a finding: of the same kind and thing."""
    if one.kind != finding.kind.value:
        return False
    if not things_of(finding.kind, _named(finding)):
        return one.key == finding.key
    given = tuple(Number(name, value) for name, value in one.numbers)
    there = group_of(finding.kind, one.role, given)
    return there == group_of(finding.kind, finding.role, finding.numbers)


def _covers(finding: Finding, mine: list[SettledFinding]) -> bool:
    """Return whether every single thing that a finding is about was decided on."""
    covered = [things_of(finding.kind, dict(one.numbers)) for one in mine]
    return things_of(finding.kind, _named(finding)) <= frozenset().union(*covered)


def _named(finding: Finding) -> dict[str, Value]:
    return {one.name: one.value for one in finding.numbers}


def settled_things(portfolio: Portfolio, kind: Kind) -> frozenset[str]:
    """Return every single thing that was decided on in findings of a kind.

    For kinds whose findings leave out what is done: tax dates and clashes.
    """
    mine = (one for one in portfolio.settled_findings if one.kind == kind.value)
    return frozenset().union(*(things_of(kind, dict(one.numbers)) for one in mine))


def decision(
    finding: Finding, *, settled_as: SettledAs, reason: str, on: date
) -> SettledFinding:
    """Return what is kept of a finding that is settled or put off."""
    identity = IDENTITIES[finding.kind]
    names = {*identity.key, identity.things}
    names |= {one.name for one in RETURNS.get(finding.kind, ())}
    return SettledFinding(
        key=finding.key,
        kind=finding.kind.value,
        settled_as=settled_as,
        reason=reason,
        on=on,
        title=finding.title,
        role=finding.role,
        numbers=tuple(
            (one.name, one.value) for one in finding.numbers if one.name in names
        ),
    )
