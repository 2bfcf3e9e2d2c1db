"""What `plait worktime` answers, as plain values: of a book, and of a table of work."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np

from plait.analysis.working_time.report import judged
from plait.analysis.working_time.segments import RELATIONSHIPS, Segments, Worker
from plait.analysis.working_time.verdicts import Reading, RuleVerdict, WorktimeReport
from plait.cli.segment_values import BadSegments
from plait.cli.segments import Stretch, people_in
from plait.domain.period import monday_of
from plait.reference.working_time.rules import Pack

Answer = dict[str, Any]

NO_ADVICE = (
    "This is a reading of public sources, not legal advice. Ask the labour inspectorate"
    " or a lawyer before you rely on it."
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What to judge by: a pack without the rules left out, days, and exceptions."""

    pack: Pack
    on: date | None = None
    since: date | None = None
    claimed: Collection[str] = ()
    timezone: str = ""


def report_told(report: WorktimeReport) -> Answer:
    """Return a report as plain values; periods end on the first day outside them."""
    return {
        "rules": report.pack.code,
        "name": report.pack.name,
        "as_of": report.pack.as_of.isoformat(),
        "since": report.since and report.since.isoformat(),
        "on": report.on.isoformat(),
        "is_age_known": report.is_age_known,
        "open_hours": report.open_hours,
        "verdicts": [_verdict(one, one.worst) for one in report.verdicts],
        # The guardrail looks at how it is now, not at the worst of a year.
        "guardrail": _verdict(report.guardrail, report.guardrail.latest),
        "not_covered": list(report.pack.not_covered),
        "no_legal_advice": NO_ADVICE,
    }


def segments_told(path: Path, asked: Asked) -> Answer:
    """Return the verdicts on each person of a table of work."""
    timezone = asked.timezone or asked.pack.timezone
    table = people_in(path, ZoneInfo(timezone))
    return {
        "rules": asked.pack.code,
        "timezone": timezone,
        "ignored_columns": table.ignored,
        "persons": [
            {"person": person, **report_told(_judged(stretches, asked, timezone))}
            for person, stretches in table.people.items()
        ],
    }


def _judged(stretches: list[Stretch], asked: Asked, timezone: str) -> WorktimeReport:
    """Judge one person up to the date, or to the Sunday of their last week."""
    kept = [s for s in stretches if asked.on is None or s.day <= asked.on]
    last = max((s.day for s in stretches), default=date.min)
    return judged(
        _columns(kept),
        Worker(timezone, _born_on(stretches)),
        asked.pack,
        on=asked.on or monday_of(last) + timedelta(days=6),
        since=asked.since,
        claimed=asked.claimed,
    )


def _born_on(stretches: list[Stretch]) -> date | None:
    told = {s.born_on: s.line for s in stretches if s.born_on}
    if len(told) > 1:
        raise BadSegments(
            "One person cannot be born on two days",
            value=" and ".join(f"line {n}: {day}" for day, n in told.items()),
            fix="Correct the column born_on, or the names in the column person.",
        )
    return next(iter(told), None)


def _columns(stretches: list[Stretch]) -> Segments:
    """Return stretches as columns; rows with the same entry count once."""
    place = {s.organisation: 0 for s in stretches}
    place.update({name: number for number, name in enumerate(place)})
    entries = [s.entry or f"line {s.line}" for s in stretches]
    numbers = {entry: number for number, entry in enumerate(dict.fromkeys(entries))}
    instants = [
        [i and i.replace(tzinfo=None) for i in (s.starts_at, s.ends_at)]
        for s in stretches
    ]
    starts, ends = zip(*instants, strict=True) if instants else ((), ())
    return Segments(
        entry=np.array([numbers[entry] for entry in entries], dtype=np.int64),
        organisation=np.array(
            [place[s.organisation] for s in stretches], dtype=np.int64
        ),
        counts_as=np.array(
            [RELATIONSHIPS.index(s.counts_as) for s in stretches], dtype=np.int64
        ),
        day=np.array([s.day for s in stretches], dtype="datetime64[D]"),
        seconds=np.array([s.seconds for s in stretches], dtype=np.int64),
        starts_at=np.array(starts, dtype="datetime64[s]"),
        ends_at=np.array(ends, dtype="datetime64[s]"),
        knows_break=np.array([s.knows_break for s in stretches], dtype=bool),
        is_leave=np.array([s.is_leave for s in stretches], dtype=bool),
        has_opted_out=np.array([s.has_opted_out for s in stretches], dtype=bool),
        organisations=tuple(place),
    )


def _verdict(one: RuleVerdict, reading: Reading | None) -> Answer:
    """Return a verdict with its rule; the figure is of the reading that it rests on."""
    rule = one.rule
    rests_on = _reading(reading) or dict.fromkeys(_READING)
    return {
        "id": rule.id,
        "part_of": rule.part_of,
        "kind": rule.kind,
        "title": rule.title,
        "title_nl": rule.title_nl,
        "verdict": one.verdict.value,
        "because": one.because and one.because.value,
        **rests_on,
        "limit": rests_on["limit"] if reading else rule.how.limit,
        "is_least": rule.how.is_least,
        "unit": rule.how.unit.value,
        "times_over": one.times_over,
        "latest": _reading(one.latest),
        "scope": rule.scope.value,
        "counts": sorted(rule.counts),
        "from_age": rule.from_age,
        "below_age": rule.below_age,
        "valid_from": rule.valid_from and rule.valid_from.isoformat(),
        "valid_to": rule.valid_to and rule.valid_to.isoformat(),
        "source": rule.source,
        "status": rule.status.value,
        "note": rule.note,
        "exception": rule.exception,
    }


_READING = ("figure", "limit", "period", "organisations", "is_provisional")


def _reading(reading: Reading | None) -> Answer | None:
    if reading is None:
        return None
    end = reading.period.end
    told = (
        reading.figure,
        reading.limit,
        {"from": reading.period.start.isoformat(), "to": end and end.isoformat()},
        list(reading.organisations),
        reading.is_provisional,
    )
    return dict(zip(_READING, told, strict=True))
