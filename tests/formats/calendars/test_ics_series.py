"""What recurs, and what changed of it."""

from datetime import timedelta

import pytest

from tests.formats.ics_samples import event, local, reader, starts, utc


@pytest.fixture
def read(tmp_path):
    return reader(tmp_path)


def test_a_weekly_nine_o_clock_stays_nine_o_clock_when_the_clock_changes(read):
    weekly = event(
        "DTSTART;TZID=Europe/Amsterdam:20260323T090000", "RRULE:FREQ=WEEKLY;COUNT=2"
    )

    lines = read(weekly)

    # The clock changes on 29 March 2026, from an hour to two hours ahead of UTC.
    assert starts(lines) == [utc(2026, 3, 23, 8), utc(2026, 3, 30, 7)]
    assert [line.occurrence for line in lines] == [
        "2026-03-23T08:00:00+00:00",
        "2026-03-30T07:00:00+00:00",
    ]


def test_an_endless_series_is_worked_out_400_days_ahead(read):
    lines = read(event("DTSTART;VALUE=DATE:20260301", "RRULE:FREQ=DAILY"))

    # 1 March 2026 is today; the last of 400 days is 4 April 2027.
    assert len(lines) == 400
    assert lines[-1].occurrence == "2027-04-04"


def test_a_single_event_further_ahead_is_kept(read):
    assert len(read(event("DTSTART:20300302T090000Z"))) == 1


def test_left_out_and_further_dates_count(read):
    series = event(
        "DTSTART;TZID=Europe/Amsterdam:20260302T090000",
        "RRULE:FREQ=WEEKLY;COUNT=3",
        "EXDATE;TZID=Europe/Amsterdam:20260309T090000",
        "RDATE;TZID=Europe/Amsterdam:20260311T140000,20260312T140000",
    )

    assert local(read(series)) == [
        "02 Mar 09:00",
        "11 Mar 14:00",
        "12 Mar 14:00",
        "16 Mar 09:00",
    ]


def test_a_further_date_may_have_its_own_length(read):
    first, second, third = read(
        event(
            "DTSTART:20260302T090000Z",
            "DTEND:20260302T100000Z",
            "RDATE;VALUE=PERIOD:20260303T090000Z/PT3H,20260304T090000Z/20260304T110000Z",
        )
    )

    lengths = [line.ends_at - line.starts_at for line in (first, second, third)]
    assert lengths == [timedelta(hours=1), timedelta(hours=3), timedelta(hours=2)]


def test_a_moved_occurrence_keeps_its_original_start(read):
    series = event("DTSTART:20260302T090000Z", "RRULE:FREQ=WEEKLY;COUNT=2")
    moved = event(
        "RECURRENCE-ID:20260309T090000Z",
        "DTSTART:20260310T130000Z",
        "DTEND:20260310T140000Z",
        "SUMMARY:Moved",
    )

    for parts in ((series, moved), (moved, series)):
        kept, line = sorted(read(*parts), key=lambda x: x.starts_at)
        assert kept.occurrence == "2026-03-02T09:00:00+00:00"
        assert line.occurrence == "2026-03-09T09:00:00+00:00"
        assert (line.starts_at, line.title) == (utc(2026, 3, 10, 13), "Moved")


def test_a_change_outside_its_series_adds_nothing(read):
    series = event(
        "DTSTART;VALUE=DATE:20260302", "RRULE:FREQ=WEEKLY;UNTIL=20260316;INTERVAL=2"
    )
    strays = [
        event(f"RECURRENCE-ID;VALUE=DATE:{day}", f"DTSTART;VALUE=DATE:{day}")
        for day in ("20260309", "20260330")
    ]

    assert local(read(series, *strays)) == ["02 Mar 00:00", "16 Mar 00:00"]


@pytest.mark.parametrize(
    "replaced",
    [
        "RECURRENCE-ID;VALUE=DATE:20260309",
        "RECURRENCE-ID;TZID=Europe/Amsterdam:20260309T090000",
        "RECURRENCE-ID:20260309T080000Z",
        "RECURRENCE-ID:20260309T090000Z",  # an hour off, but once that day
    ],
)
def test_a_change_of_a_day_is_of_that_days_occurrence(read, replaced):
    lines = read(
        event(
            "DTSTART;TZID=Europe/Amsterdam:20260302T090000", "RRULE:FREQ=WEEKLY;COUNT=3"
        ),
        event(replaced, "DTSTART;TZID=Europe/Amsterdam:20260310T140000"),
    )

    assert local(lines) == ["02 Mar 09:00", "10 Mar 14:00", "16 Mar 09:00"]
    assert lines[1].occurrence == "2026-03-09T08:00:00+00:00"


def test_a_day_left_out_of_a_series_with_times_is_that_day(read):
    lines = read(
        event(
            "DTSTART;TZID=Europe/Amsterdam:20260302T090000",
            "RRULE:FREQ=DAILY;COUNT=3",
            "EXDATE;VALUE=DATE:20260303",
        )
    )

    assert local(lines) == ["02 Mar 09:00", "04 Mar 09:00"]


def test_a_change_is_kept_where_the_rule_is_not_understood(read):
    problem, *lines = read(
        event("DTSTART:20260302T090000Z", "RRULE:FREQ=NEVER"),
        event("RECURRENCE-ID:20260309T090000Z", "DTSTART:20260310T130000Z"),
    )

    assert "not understood" in problem.what
    assert starts(lines) == [utc(2026, 3, 2, 9), utc(2026, 3, 10, 13)]


def test_a_cancelled_occurrence_is_left_out(read):
    series = event("DTSTART:20260302T090000Z", "RRULE:FREQ=WEEKLY;COUNT=3")
    gone = event(
        "RECURRENCE-ID:20260309T090000Z",
        "DTSTART:20260309T090000Z",
        "STATUS:CANCELLED",
    )

    assert starts(read(series, gone)) == [utc(2026, 3, 2, 9), utc(2026, 3, 16, 9)]


def test_a_change_of_this_and_all_later_ones_moves_them(read):
    series = event("DTSTART:20260302T090000Z", "RRULE:FREQ=WEEKLY;COUNT=4")
    later = event(
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20260316T090000Z",
        "DTSTART:20260316T110000Z",
    )

    lines = sorted(read(series, later), key=lambda x: x.starts_at)

    assert [line.starts_at.hour for line in lines] == [9, 9, 11, 11]
    assert lines[3].occurrence == "2026-03-23T09:00:00+00:00"


def test_a_change_sent_on_its_own_is_an_occurrence(read):
    (line,) = read(event("RECURRENCE-ID:20260309T090000Z", "DTSTART:20260310T130000Z"))

    assert line.occurrence == "2026-03-09T09:00:00+00:00"


def test_whole_days_repeat_as_whole_days(read):
    lines = read(
        event(
            "DTSTART;VALUE=DATE:20260327",
            "DTEND;VALUE=DATE:20260329",
            "RRULE:FREQ=WEEKLY;COUNT=2",
        )
    )

    assert [line.is_all_day for line in lines] == [True, True]
    assert local(lines) == ["27 Mar 00:00", "03 Apr 00:00"]
    assert lines[1].occurrence == "2026-04-03"


@pytest.mark.parametrize(
    "until", ["20260316", "20260316T090000", "20260316T080000Z", "20260316T235959Z"]
)
def test_a_series_runs_to_the_day_it_is_said_to(read, until):
    lines = read(
        event(
            "DTSTART;TZID=Europe/Amsterdam:20260302T090000",
            f"RRULE:FREQ=WEEKLY;UNTIL={until};BYDAY=MO",
        )
    )

    assert local(lines) == ["02 Mar 09:00", "09 Mar 09:00", "16 Mar 09:00"]


@pytest.mark.parametrize("until", ["20260304", "20260303T230000Z"])
def test_whole_days_run_to_the_local_day(read, until):
    # 23:00 UTC on 3 March is midnight of 4 March in Amsterdam.
    lines = read(
        event("DTSTART;VALUE=DATE:20260302", f"RRULE:FREQ=DAILY;UNTIL={until}")
    )

    assert len(lines) == 3


def test_the_last_friday_of_the_month_is_found(read):
    lines = read(
        event("DTSTART:20260130T090000Z", "RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=3")
    )

    assert [at.day for at in starts(lines)] == [30, 27, 27]


def test_a_birthday_kept_without_a_year_is_worked_out(read):
    lines = read(event("DTSTART;VALUE=DATE:16040229", "RRULE:FREQ=YEARLY"))

    assert lines[-1].occurrence == "2024-02-29"


def test_half_an_hour_in_the_skipped_hour_is_half_an_hour(read):
    # On 29 March 2026 the clock jumps from 2:00 to 3:00, so 2:30 is 3:30.
    lines = read(
        event(
            "DTSTART;TZID=Europe/Amsterdam:20260328T023000",
            "DTEND;TZID=Europe/Amsterdam:20260328T030000",
            "RRULE:FREQ=DAILY;COUNT=2",
        )
    )

    assert local(lines) == ["28 Mar 02:30", "29 Mar 03:30"]
    assert lines[1].ends_at - lines[1].starts_at == timedelta(minutes=30)
