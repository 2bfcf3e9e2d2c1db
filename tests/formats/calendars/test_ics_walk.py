"""Rules worked out near today, beside dateutil, which works them out from the start."""

from datetime import UTC, date, datetime

from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from plait.formats.calendars.ics_events import Event
from plait.formats.calendars.ics_rules import rule_from
from plait.formats.calendars.ics_times import Zones
from plait.formats.calendars.ics_walk import Budget, Walk
from plait.formats.values import BadValue
from tests.formats.ics_samples import AMSTERDAM

HORIZON = date(2028, 1, 1)
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def numbers(low, high, most=3):
    one = st.integers(low, high).filter(bool)
    return st.lists(one, min_size=1, max_size=most, unique=True).map(
        lambda found: ",".join(map(str, found))
    )


def maybe(name, values):
    return st.one_of(st.just(""), values.map(lambda value: f";{name}={value}"))


# dateutil joins "every Tuesday" and "the second Friday" by and, the standard by or.
ANY_DAYS = st.lists(st.sampled_from(DAYS), min_size=1, max_size=3, unique=True)
NTH_DAYS = st.lists(
    st.tuples(st.sampled_from([-2, -1, 1, 2, 3, 5]), st.sampled_from(DAYS)).map(
        lambda day: f"{day[0]}{day[1]}"
    ),
    min_size=1,
    max_size=3,
)
BY_DAYS = maybe("BYDAY", ANY_DAYS.map(",".join))
BY_ANY_DAYS = maybe("BYDAY", st.one_of(ANY_DAYS, NTH_DAYS).map(",".join))
ENDS = st.one_of(
    maybe("COUNT", st.integers(1, 60)),
    maybe(
        "UNTIL",
        st.dates(date(2015, 1, 1), date(2030, 1, 1)).map("{:%Y%m%d}T093000".format),
    ),
)
COMMON = (
    maybe("INTERVAL", st.integers(1, 5)),
    maybe("BYMONTH", numbers(1, 12)),
    maybe("WKST", st.sampled_from(DAYS)),
    maybe("BYHOUR", numbers(1, 23)),
    ENDS,
)
MONTH_DAYS = maybe("BYMONTHDAY", numbers(-31, 31))
POSITIONS = maybe("BYSETPOS", numbers(-4, 4))
RULES = st.one_of(
    st.tuples(st.just("FREQ=DAILY"), MONTH_DAYS, BY_DAYS, *COMMON),
    st.tuples(st.just("FREQ=WEEKLY"), BY_DAYS, *COMMON),
    st.tuples(st.just("FREQ=MONTHLY"), MONTH_DAYS, BY_ANY_DAYS, POSITIONS, *COMMON),
    st.tuples(st.just("FREQ=YEARLY"), MONTH_DAYS, BY_ANY_DAYS, POSITIONS, *COMMON),
    st.tuples(
        st.just("FREQ=YEARLY"),
        maybe("BYYEARDAY", numbers(-366, 366, 6)),
        # Of the weeks that two years share, dateutil leaves out days of the second.
        maybe("BYWEEKNO", numbers(2, 51, 4)),
        BY_DAYS,
        *COMMON,
    ),
).map("".join)
STARTS = st.datetimes(datetime(2018, 1, 1), datetime(2027, 12, 1)).map(
    lambda at: at.replace(
        day=min(at.day, 28), hour=9, minute=30, second=0, microsecond=0
    )
)


@settings(max_examples=50, deadline=None)
@given(RULES, STARTS, st.dates(date(2026, 1, 1), date(2027, 6, 1)))
def test_a_rule_gives_what_dateutil_gives(text, start, today):
    aware = start.replace(tzinfo=UTC)
    event = Event(
        1, "u", aware, aware, "", "", is_busy=True, is_cancelled=False, sequence=0
    )
    try:
        rule = rule_from(text, event, Zones(AMSTERDAM, []))
    except BadValue:
        return  # asks for a day that no month has

    found = Walk(rule, start, Budget(10**7)).around(today, HORIZON)

    expected = []
    for at in rrulestr(text, dtstart=start):
        if at.date() >= HORIZON:
            break
        expected.append(at)
    assert found == expected[-4_000:]
