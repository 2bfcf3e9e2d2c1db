from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from plait.domain.records import TimeLine
from plait.formats.source import Unreadable
from plait.formats.trackers import clockify

OLD = (
    '"Project","Client","Description","Task","User","Group","Email","Tags","Billable",'
    '"Start Date","Start Time","End Date","End Time","Duration (h)",'
    '"Duration (decimal)","Billable Rate (USD)","Billable Amount (USD)"\n'
)
OF_2024 = (
    '"Project","Client","Description","Activity","User","Group","Email","Tags","Type",'
    '"Billable","Invoiced","Invoice ID","Start Date","Start Time","End Date",'
    '"End Time","Duration (h)","Duration (decimal)","Billable Rate (EUR)",'
    '"Billable Amount (EUR)","Date of creation"\n'
)
SHORT = "Project,Start Date,Start Time,End Date,End Time\n"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def on(*days):
    """Rows of half an hour on each day, as the file writes the day."""
    return SHORT + "".join(f"Site,{day},09:00,{day},09:30\n" for day in days)


@pytest.fixture
def read(a_file, options):
    def lines(text, **chosen):
        return list(clockify.read(a_file(text), options._replace(**chosen)))

    return lines


def test_the_old_report_is_read_with_a_12_hour_clock(read):
    text = OLD + (
        '"Site","Kolk BV","Form","Build","Ana Reyes","","ana@a.example","deep,web",'
        '"Yes","03/14/2024","11:45 AM","03/14/2024","12:15:30 PM","00:30:30","0.51",'
        '"80.00","40.67"\n'
    )

    assert read(text) == [
        TimeLine(
            line=2,
            on=date(2024, 3, 14),
            seconds=1830,
            started_at=datetime(2024, 3, 14, 11, 45, tzinfo=AMSTERDAM),
            ended_at=datetime(2024, 3, 14, 12, 15, 30, tzinfo=AMSTERDAM),
            client="Kolk BV",
            project="Site",
            task="Build",
            description="Form",
            tags="deep, web",
            is_billable=True,
            person="Ana Reyes",
        )
    ]


def test_the_report_of_2024_calls_a_task_an_activity_and_tells_breaks_apart(read):
    row = (
        '"Site","Kolk","Form","Build","Ana","","a@a.example","","{}","No","No","",'
        '"25/03/2024","13:00:00","25/03/2024","14:00:00","01:00:00","1.00","0.00",'
        '"0.00","25/03/2024"\n'
    )
    kinds = ("Regular", "BREAK", "Holiday", "Time Off")

    [entry] = read(OF_2024 + "".join(row.format(kind) for kind in kinds))

    assert (entry.line, entry.task, entry.is_billable) == (2, "Build", False)


def test_columns_stand_in_any_order_and_the_client_may_be_missing(read):
    text = (
        "End Time,Project,End Date,Start Time,Start Date,User\n"
        "10:00,Site,2024-03-04,09:00,2024-03-04,Ana\n"
    )

    [entry] = read(text)

    assert (entry.seconds, entry.client, entry.project) == (3600, "", "Site")


@pytest.mark.parametrize(
    ("days", "read_as"),
    [
        (("03/04/2024", "25/04/2024"), [(4, 3), (4, 25)]),
        (("03/04/2024", "04/25/2024"), [(3, 4), (4, 25)]),
        (("03.04.2024", "25.04.2024"), [(4, 3), (4, 25)]),
        (("03-04-2024", "04-25-2024"), [(3, 4), (4, 25)]),
        (("2024-04-03", "2024/04/25"), [(4, 3), (4, 25)]),
        (("03/04/24", "25/04/24"), [(4, 3), (4, 25)]),
        (("05/05/2024", "06/06/2024"), [(5, 5), (6, 6)]),
    ],
)
def test_one_date_that_fits_a_single_order_settles_the_whole_column(
    read, days, read_as
):
    assert [(entry.on.month, entry.on.day) for entry in read(on(*days))] == read_as


def test_the_end_dates_help_to_settle_the_order(read):
    text = SHORT + "Site,12/10/2024,23:30,13/10/2024,00:30\n"

    [entry] = read(text)

    assert (entry.on, entry.seconds) == (date(2024, 10, 12), 3600)


def test_dates_that_can_be_read_two_ways_are_asked_about(read):
    with pytest.raises(Unreadable) as refused:
        read(on("05/05/2024", "03/04/2024", "04/04/2024"))

    assert str(refused.value) == (
        "The dates in this file can be read two ways: 03/04/2024."
        " Say which with --dates day-first or --dates month-first."
    )


@pytest.mark.parametrize(
    ("is_day_first", "expected"), [(True, date(2024, 4, 3)), (False, date(2024, 3, 4))]
)
def test_what_the_person_says_settles_the_order(read, is_day_first, expected):
    [entry] = read(on("03/04/2024"), is_day_first=is_day_first)

    assert entry.on == expected


def test_the_column_outweighs_what_the_person_says(read):
    entries = read(on("03/04/2024", "25/04/2024"), is_day_first=False)

    assert [entry.on.month for entry in entries] == [4, 4]


def test_dates_in_both_orders_are_not_taken_at_their_word(read):
    with pytest.raises(Unreadable, match="two orders: 13/04/2024, 04/25/2024"):
        read(on("03/04/2024", "13/04/2024", "04/25/2024"))


@pytest.mark.parametrize(
    ("clock", "decimal", "seconds"),
    [
        ("00:30:20", "0.51", 1820),  # to the second: as stated
        ("0:30", "0.50", 1830),  # to the minute: from 09:00:00 to 09:30:30
        ("", "0,51", 1830),  # 0.51 h = 1836 s, within a minute of the times
        ("", "0.25", 900),  # a pause: 0.25 h = 900 s
        ("", "", 1830),
    ],
)
def test_the_times_count_unless_the_duration_says_more(read, clock, decimal, seconds):
    text = (
        "Project,Start Date,Start Time,End Date,End Time,"
        "Duration (h),Duration (decimal)\n"
        f'Site,2024-03-04,09:00:00,2024-03-04,09:30:30,{clock},"{decimal}"\n'
    )

    [entry] = read(text)

    assert entry.seconds == seconds


def test_without_a_duration_the_change_of_the_clock_is_counted(read):
    # 31 March 2024: from 02:00 straight to 03:00, so 01:00 to 04:00 is two hours;
    # 27 October 2024: 02:00 to 03:00 comes twice, so 01:00 to 04:00 is four.
    text = SHORT + (
        "Site,2024-03-31,01:00,2024-03-31,04:00\nSite,2024-10-27,01:00,2024-10-27,04:00\n"
    )

    assert [entry.seconds for entry in read(text)] == [2 * 3600, 4 * 3600]


@pytest.mark.parametrize("clock", ["13:00 PM", "0:30 AM", "25:61", "9", "", "9:5"])
def test_what_is_no_time_of_day_is_reported(read, clock):
    text = SHORT + f"Site,2024-03-04,{clock},2024-03-04,23:59\n"

    [problem] = read(text)

    assert problem.what == "This is not a time of the day"


@pytest.mark.parametrize(
    "heading",
    [
        "Project,Client,Status,Visibility,Tasks,Tracked (h),Estimated (h),Note\n",
        "Project,Description,Time (h),Time (decimal),Amount (USD)\n",
    ],
)
def test_an_export_of_totals_is_recognised_and_refused(a_file, options, heading):
    source = a_file(heading)

    assert clockify.recognise(source)
    with pytest.raises(Unreadable, match=r"totals and no single entries.*Detailed"):
        list(clockify.read(source, options))


def test_a_team_export_asks_whose_hours_are_meant(read):
    text = SHORT.replace("Project", "User,Project") + (
        "Ana,Site,2024-03-04,09:00,2024-03-04,09:30\n"
        "Bo,Site,2024-03-04,09:00,2024-03-04,09:30\n"
    )

    with pytest.raises(Unreadable, match="several people: Ana, Bo"):
        read(text)
