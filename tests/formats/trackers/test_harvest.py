from datetime import date

import pytest

from plait.domain.records import TimeLine
from plait.formats.source import Unreadable
from plait.formats.trackers import harvest

HEADING = (
    "Date,Client,Project,Project Code,Task,Notes,Hours,Billable?,Invoiced?,Approved?,"
    "First Name,Last Name,Roles,Employee?,Billable Rate,Billable Amount,Cost Rate,"
    "Cost Amount,Currency,External Reference URL\n"
)


def row(hours, day="2024-03-04", amount='"100,0"', first="Ana"):
    return (
        f'{day},Kolk,Site,K1,Build,Form,"{hours}",Yes,No,No,{first},Reyes,'
        f'"Design, Lead",Yes,"85,0",{amount},"0,0","0,0",Euro - EUR,\n'
    )


@pytest.fixture
def read(a_file, options):
    def lines(text, **chosen):
        return list(harvest.read(a_file(text), options._replace(**chosen)))

    return lines


def test_a_row_becomes_an_entry_without_clock_times(read):
    assert read(HEADING + row("1,5")) == [
        TimeLine(
            line=2,
            on=date(2024, 3, 4),
            seconds=5400,
            client="Kolk",
            project="Site",
            task="Build",
            description="Form",
            is_billable=True,
            person="Ana Reyes",
        )
    ]


@pytest.mark.parametrize(
    ("hours", "amount", "seconds"),
    [
        ("20,0", '"2.000,0"', 72_000),
        ("0,01", '"1,0"', 36),  # 0.01 x 3600
        ("1,255", '"1,0"', 4518),  # the rate tells: 1.255 x 3600
        ("2", '"1,0"', 7200),
        ("0:45", '"1,0"', 2700),
    ],
)
def test_hours_are_read_with_the_decimal_mark_of_all_numbers(
    read, hours, amount, seconds
):
    [entry] = read(HEADING + row(hours, amount=amount))

    assert entry.seconds == seconds


def test_a_decimal_point_is_seen_by_the_amounts(read):
    text = HEADING + row("1.250", amount='"1,234.50"').replace('"85,0"', "85.0")

    [entry] = read(text.replace('"0,0"', "0.0"))

    assert entry.seconds == 4500


def test_hours_alone_that_could_be_thousands_are_decimals(read):
    # Nobody works 1,250 hours on a day.
    short = "Date,Client,Project,Task,Hours,First Name,Last Name\n"

    [entry] = read(short + '2024-03-04,Kolk,Site,Build,"1,250",Ana,Reyes\n')

    assert entry.seconds == 4500


def test_numbers_written_in_two_ways_are_not_guessed(read):
    with pytest.raises(Unreadable, match=r"written in two ways: .*1\.5"):
        read(HEADING + row("1,5") + row("1.5"))


@pytest.mark.parametrize("day", ["25/03/2024", "03/25/2024", "2024-03-25"])
def test_dates_are_read_in_the_order_of_the_column(read, day):
    [entry] = read(HEADING + row("1,0", day))

    assert entry.on == date(2024, 3, 25)


def test_dates_that_can_be_read_two_ways_are_asked_about(read):
    with pytest.raises(Unreadable, match="can be read two ways: 03/04/2024"):
        read(HEADING + row("1,0", "03/04/2024"))


@pytest.mark.parametrize("hours", ["25,0", "1e5", "-1,0", "lots", "999999999999,0"])
def test_what_cannot_be_the_hours_of_a_day_is_reported(read, hours):
    good, problem = read(HEADING + row("1,0") + row(hours))

    assert (good.line, problem.where) == (2, "line 3")


@pytest.mark.parametrize("hours", ["0,0", ""])
def test_a_row_without_hours_is_left_out(read, hours):
    assert read(HEADING + row(hours)) == []


def test_only_the_rows_of_the_chosen_person_are_kept(read):
    text = HEADING + row("1,0") + row("2,0", first="Bo")

    [entry] = read(text, person="bo reyes")

    assert entry.seconds == 7200


def test_the_export_of_projects_is_recognised_and_refused(a_file, options):
    source = a_file(
        "Client,Project,Project Code,Start Date,End Date,Project Notes,Total Hours,"
        "Billable Hours,Billable Amount,Budget By,Budget\n"
    )

    assert harvest.recognise(source)
    with pytest.raises(Unreadable, match="totals of projects and no single entries"):
        list(harvest.read(source, options))
