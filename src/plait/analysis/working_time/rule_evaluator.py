"""Judges one person's segments by all rules of a pack, each sort of work once."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from plait.analysis.working_time.judge import Outcome, judge
from plait.analysis.working_time.readings import Because
from plait.analysis.working_time.segments import RELATIONSHIPS, Segments, Worker
from plait.analysis.working_time.span import Span
from plait.analysis.working_time.verdicts import RuleVerdict, Verdict
from plait.analysis.working_time.work import Work, work_of
from plait.domain.columns import Bools
from plait.reference.working_time.rules import Across, Pack, Rule, Scope

_ACROSS = {Across.ADVISORY: Verdict.ADVISORY, Across.OPEN: Verdict.OPEN}
# What leaves one employer unjudged though hours were looked at, weighs more than
# what another one's hours show; weeks that are too few do not.
_UNSURE = {Because.NO_CLOCK, Because.SOME_CLOCK, Because.NO_BREAKS}


@dataclass(eq=False)
class RuleEvaluator:
    """One person's segments, in order, and the work of each rule once it is needed."""

    segments: Segments
    span: Span
    worker: Worker
    on: date
    claimed: Collection[str] = ()
    _works: dict[object, tuple[Work, ...]] = field(default_factory=dict)

    def verdict(self, rule: Rule, pack: Pack) -> RuleVerdict:
        """Return the verdict of a rule of the pack."""
        if rule.is_info_only:
            return RuleVerdict(rule, Verdict.INFORMATION)
        if not rule.is_in_force_on(self.on):
            return _not_covered(rule, Because.NOT_IN_FORCE)
        counted = self._counted(rule)
        if not counted.any():
            return _not_covered(rule, Because.NOT_COUNTED)
        if not (counted & self._of_age(rule)).any():
            return _not_covered(rule, Because.AGE)
        if rule.scope is Scope.PER_PERSON:
            return _verdict(rule, self._judged(rule, pack, each=False)[0])
        return self._across(rule, pack)

    def _across(self, rule: Rule, pack: Pack) -> RuleVerdict:
        """Return the worst employer's verdict, or that only all together break it."""
        alone = self._judged(rule, pack, each=True)
        times = sum(one.times_over for one in alone)
        worst = max(alone, key=_weight)
        is_alone = len(alone) == 1 or rule.across is Across.NOT_ADDED
        if worst.verdict is Verdict.OVER or is_alone:
            return _verdict(rule, worst, times)
        together = self._judged(rule, pack, each=False)[0]
        if together.verdict is Verdict.OVER:
            return _verdict(rule, together, verdict=_ACROSS[rule.across])
        return _verdict(rule, worst, times)

    def _judged(self, rule: Rule, pack: Pack, *, each: bool) -> list[Outcome]:
        is_claimed = rule.id in self.claimed
        works = self._work(rule, pack, each=each)
        return [judge(rule, work, is_claimed=is_claimed) for work in works]

    def _work(self, rule: Rule, pack: Pack, *, each: bool) -> tuple[Work, ...]:
        """Return what counts under a rule: of all together, or of each organisation."""
        # Rules that count the same work share it: shifts are put together once.
        key = (rule.counts, rule.from_age, rule.below_age, each)
        if key not in self._works:
            rows = self._counted(rule, with_leave=True) & self._of_age(rule)
            mine = self.segments.chosen(rows)
            parts = _employers(mine) if each else [mine]
            hours = pack.shift_ends_after
            made = tuple(work_of(part, self.span, hours) for part in parts)
            self._works[key] = made
        return self._works[key]

    def _counted(self, rule: Rule, *, with_leave: bool = False) -> Bools:
        """Return which segments have a relationship that the rule counts."""
        counts = [relationship in rule.counts for relationship in RELATIONSHIPS]
        # Hours without a role count where it does not matter what they are.
        table = np.array([*counts, all(counts)])
        found: Bools = table[self.segments.counts_as]
        return found if with_leave else found & ~self.segments.is_leave

    def _of_age(self, rule: Rule) -> Bools:
        """Return which segments fall on days on which the rule holds for the person."""
        days = self.segments.day
        if self.worker.born_on is None:
            return np.full(len(days), rule.below_age is None)
        begun = self.worker.birthday(rule.from_age)
        holds: Bools = days >= np.datetime64(begun, "D")
        if rule.below_age is not None:
            holds &= days < np.datetime64(self.worker.birthday(rule.below_age), "D")
        return holds


def _employers(segments: Segments) -> list[Segments]:
    """Return each organisation's segments; leave alone makes no employer."""
    return [part for part in segments.by_organisation() if not part.is_leave.all()]


def _weight(outcome: Outcome) -> tuple[int, float]:
    """Return how much an employer's outcome weighs among the others'."""
    if outcome.verdict is Verdict.NOT_COVERED:
        return (3 if outcome.because in _UNSURE else 0), outcome.share
    order = {Verdict.WITHIN: 1, Verdict.NEAR: 2, Verdict.OVER: 4}
    return order[outcome.verdict], outcome.share


def _verdict(
    rule: Rule,
    outcome: Outcome,
    times_over: int | None = None,
    *,
    verdict: Verdict | None = None,
) -> RuleVerdict:
    return RuleVerdict(
        rule=rule,
        verdict=outcome.verdict if verdict is None else verdict,
        worst=outcome.reading(outcome.worst),
        latest=outcome.reading(outcome.latest),
        times_over=outcome.times_over if times_over is None else times_over,
        because=outcome.because,
    )


def _not_covered(rule: Rule, because: Because) -> RuleVerdict:
    return RuleVerdict(rule, Verdict.NOT_COVERED, because=because)
