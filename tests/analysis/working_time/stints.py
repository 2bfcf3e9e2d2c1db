"""Segments told in a few words, without any portfolio.

stints = Stints("Europe/Amsterdam").works("A", "2026-11-02 08:00", "16:00")
stints.judged("nl").of("NL-5").verdict
"""

from datetime import date, datetime, time, timedelta
from typing import Self
from zoneinfo import ZoneInfo

import numpy as np

from plait.analysis.working_time.report import judged
from plait.analysis.working_time.segments import RELATIONSHIPS, Segments, Worker
from plait.analysis.working_time.verdicts import Verdict, WorktimeReport
from plait.domain.period import monday_of
from plait.domain.roles import CountsAs
from plait.reference.working_time.packs import pack

UTC = ZoneInfo("UTC")
MONDAY = date(2026, 1, 5)


class Stints:
    """One person's work, told stretch by stretch."""

    def __init__(
        self, timezone: str = "Europe/Amsterdam", born_on: str | None = None
    ) -> None:
        self.zone = ZoneInfo(timezone)
        born = date.fromisoformat(born_on) if born_on else None
        self.worker = Worker(timezone, born)
        self.rows: list[dict] = []

    def _add(
        self, organisation: str, day: date, seconds: float, **told: object
    ) -> Self:
        usual = {
            "entry": len(self.rows),
            "organisation": organisation,
            "counts_as": "employment",
            "day": day,
            "seconds": round(seconds),
            "starts_at": None,
            "ends_at": None,
            "knows_break": True,
            "is_leave": False,
            "has_opted_out": False,
        }
        self.rows.append(usual | told)
        return self

    def works(
        self,
        organisation: str,
        start: str,
        end: str,
        minutes: float = 0,
        **told: object,
    ) -> Self:
        """Work from a local time to another; a time alone is the next one after it."""
        begins = datetime.fromisoformat(start).replace(tzinfo=self.zone)
        if len(end) == 5:
            ends = datetime.combine(begins.date(), time.fromisoformat(end), self.zone)
            ends += timedelta(days=ends.time() <= begins.time())
        else:
            ends = datetime.fromisoformat(end).replace(tzinfo=self.zone)
        lasts = ends.astimezone(UTC) - begins.astimezone(UTC)
        seconds = lasts.total_seconds() - minutes * 60
        times = {"starts_at": begins.astimezone(UTC), "ends_at": ends.astimezone(UTC)}
        return self._add(organisation, begins.date(), seconds, **times | told)

    def gives(
        self, organisation: str, day: str | date, hours: float, **told: object
    ) -> Self:
        """Work so many hours on a day, at nobody knows what times."""
        on = date.fromisoformat(day) if isinstance(day, str) else day
        return self._add(organisation, on, hours * 3600, **told)

    def weeks(
        self,
        organisation: str,
        hours: list[float],
        *,
        since: date = MONDAY,
        days: int = 5,
        **told: object,
    ) -> Self:
        """Give each week's hours on its first days, in equal parts."""
        for number, each in enumerate(hours):
            for day in range(days):
                on = since + timedelta(weeks=number, days=day)
                self.gives(organisation, on, each / days, **told)
        return self

    def is_away(self, organisation: str, day: str | date, hours: float = 8) -> Self:
        """Have leave on a day on which so many hours were due."""
        return self.gives(organisation, day, hours, is_leave=True)

    def segments(self) -> Segments:
        rows = self.rows
        names = sorted({row["organisation"] for row in rows})
        return Segments(
            entry=np.array([row["entry"] for row in rows], dtype=np.int64),
            organisation=np.array(
                [names.index(r["organisation"]) for r in rows], dtype=np.int64
            ),
            counts_as=np.array(
                [RELATIONSHIPS.index(CountsAs(r["counts_as"])) for r in rows],
                dtype=np.int64,
            ),
            day=np.array([row["day"] for row in rows], dtype="datetime64[D]"),
            seconds=np.array([row["seconds"] for row in rows], dtype=np.int64),
            starts_at=_instants(row["starts_at"] for row in rows),
            ends_at=_instants(row["ends_at"] for row in rows),
            knows_break=np.array([row["knows_break"] for row in rows], dtype=bool),
            is_leave=np.array([row["is_leave"] for row in rows], dtype=bool),
            has_opted_out=np.array([row["has_opted_out"] for row in rows], dtype=bool),
            organisations=tuple(names),
        )

    def judged(self, code: str, *, on: str | None = None, **told) -> WorktimeReport:
        """Judge all of it, up to the Sunday of the last week or to the date."""
        last = max((row["day"] for row in self.rows), default=MONDAY)
        sunday = monday_of(last) + timedelta(days=6)
        until = date.fromisoformat(on) if on else sunday
        return judged(self.segments(), self.worker, pack(code), on=until, **told)

    def verdicts(self, code: str, **told) -> dict[str, Verdict]:
        return {v.rule.id: v.verdict for v in self.judged(code, **told).verdicts}


def _instants(instants) -> np.ndarray:
    told = [i.replace(tzinfo=None) if i else "NaT" for i in instants]
    return np.array(told, dtype="datetime64[s]")
