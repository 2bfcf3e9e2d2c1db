"""Local time and UTC, for whole columns: a zone's changes as two short arrays.

Everything is in whole seconds since 1970. A clock time that comes twice is taken as
the first, one that never comes as if the clock had not been changed: as Python does
it by default.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

Seconds = NDArray[np.int64]

_WEEK = 7 * 24 * 3600
# Zones know nothing of earlier years, and no law of later ones.
_FIRST_YEAR, _LAST_YEAR = 1900, 2200


@dataclass(frozen=True, eq=False)
class LocalTime:
    """A zone over some years: `offsets[i]` holds up to the change `changes[i]`."""

    changes: Seconds
    offsets: Seconds

    def local(self, utc: Seconds) -> Seconds:
        """Return what the clock showed, in seconds as if it were UTC."""
        return utc + self.offsets[np.searchsorted(self.changes, utc, side="right")]

    def utc(self, local: Seconds) -> Seconds:
        """Return when the clock showed that."""
        later = np.maximum(self.offsets[:-1], self.offsets[1:])
        place = np.searchsorted(self.changes + later, local, side="right")
        return local - self.offsets[place]


@lru_cache(maxsize=32)
def local_time(timezone: str, first_year: int, last_year: int) -> LocalTime:
    """Return the zone's changes in those years and the ones beside them."""
    zone = ZoneInfo(timezone)
    begin, end = (
        int(datetime(_known(year), 1, 1, tzinfo=UTC).timestamp())
        for year in (first_year - 1, last_year + 2)
    )
    changes, offsets = [], [_offset(zone, begin)]
    for start in range(begin, end, _WEEK):
        after = _offset(zone, start + _WEEK)
        if after != offsets[-1]:
            changes.append(_change(zone, start, start + _WEEK))
            offsets.append(after)
    return LocalTime(np.array(changes, dtype=np.int64), np.array(offsets))


def _known(year: int) -> int:
    return min(max(year, _FIRST_YEAR), _LAST_YEAR)


def _change(zone: ZoneInfo, before: int, after: int) -> int:
    """Return the first second with the later offset; halves the stretch each time."""
    old = _offset(zone, before)
    while after - before > 1:
        middle = (before + after) // 2
        if _offset(zone, middle) == old:
            before = middle
        else:
            after = middle
    return after


def _offset(zone: ZoneInfo, second: int) -> int:
    offset = datetime.fromtimestamp(second, zone).utcoffset()
    return 0 if offset is None else int(offset.total_seconds())
