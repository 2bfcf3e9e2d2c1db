"""hledger's timeclock: what is read, what is refused, and hledger's own word."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plait.domain.errors import Problem
from plait.domain.records import TimeLine
from plait.formats.trackers import timeclock
from tests.formats import hledger

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
GOOD = "i 2024-03-04 09:00:00 atlas:board  Chair call\no 2024-03-04 10:30:00\n"


@pytest.fixture
def read(a_file, options):
    def lines(text, **chosen):
        return list(timeclock.read(a_file(text), options._replace(**chosen)))

    return lines


@pytest.mark.parametrize(
    "stop",
    [
        "o 2024-03-04 10:30:00; left early",
        "o 2024-03-04 10:30:00 ; left early",
        "o 2024-03-04 10:30:00+0100; left early",
        "O 2024-03-04 10:30; left early",
        "o 2024-03-04 10:30:00;",
    ],
)
def test_a_remark_may_stand_right_behind_the_time(read, stop):
    [entry] = read(f"i 2024-03-04 09:00:00 atlas:board  Chair call\n{stop}\n")

    assert (entry.seconds, entry.description) == (5400, "Chair call")


def test_a_remark_right_behind_the_start_is_what_it_was_about(read):
    [entry] = read("i 2024-03-04 09:00:00; call\no 2024-03-04 10:30:00\n")

    assert (entry.project, entry.description) == ("", "call")


def test_letters_right_behind_the_time_are_still_refused(read):
    found = read("i 2024-03-04 09:00:00 atlas\no 2024-03-04 10:30:00x\n")

    assert {type(one) for one in found} == {Problem}


def test_a_start_and_its_stop_are_an_entry_in_the_local_zone(read):
    assert read(GOOD) == [
        TimeLine(
            line=1,
            on=date(2024, 3, 4),
            seconds=5400,
            started_at=datetime(2024, 3, 4, 9, tzinfo=AMSTERDAM),
            ended_at=datetime(2024, 3, 4, 10, 30, tzinfo=AMSTERDAM),
            client="atlas",
            project="board",
            description="Chair call",
        )
    ]


@pytest.mark.parametrize(
    "written",
    [
        "2024-03-04 09:00",
        "2024/03/04 09:00:00",
        "2024.3.4 9:00",
        "2024-03-04 09:00+0100",
    ],
)
def test_dates_and_times_may_be_written_in_each_of_hledgers_ways(read, written):
    [entry] = read(f"i {written} atlas\no 2024-03-04 09:45\n")

    assert (entry.on, entry.seconds) == (date(2024, 3, 4), 2700)


@pytest.mark.parametrize(
    ("account", "names"),
    [
        ("atlas", ("", "atlas", "")),
        ("atlas:board", ("atlas", "board", "")),
        ("atlas:project lead:budget:2024", ("atlas", "project lead", "budget:2024")),
        ("", ("", "", "")),
    ],
)
def test_an_account_is_client_project_and_task(read, account, names):
    [entry] = read(f"i 2024-03-04 09:00 {account}\no 2024-03-04 10:00\n")

    assert (entry.client, entry.project, entry.task) == names


@pytest.mark.parametrize(
    ("start", "stop", "text"),
    [
        ("atlas  Chair call ; by phone", "", "Chair call"),
        ("atlas ; by phone", "", "by phone"),
        ("atlas", "finished the minutes", "finished the minutes"),
        ("atlas  Chair call", "finished", "Chair call"),
    ],
)
def test_what_was_done_stands_at_the_start_or_else_at_the_stop(read, start, stop, text):
    [entry] = read(f"i 2024-03-04 09:00 {start}\no 2024-03-04 10:00 {stop}\n")

    assert (entry.project, entry.description) == ("atlas", text)


def test_a_final_stop_counts_as_one(read):
    [entry] = read(GOOD.replace("\no ", "\nO "))

    assert entry.seconds == 5400


def test_remarks_balances_and_required_hours_are_passed_over(read):
    text = (
        "; mine\n# mine\n* 2024\n\nb 2024/03/01 00:00:00 4.5\nh 2024/03/04 8\n" + GOOD
    )

    [entry] = read(text)

    assert entry.line == 7


def test_a_clock_that_is_never_stopped_is_a_problem_and_no_guess(read):
    whole, problem = read(GOOD + "i 2024-03-05 09:00 atlas\n")

    assert whole.seconds == 5400
    assert problem == Problem(
        "line 3",
        "This entry has no end: its timer was still running",
        "2024-03-05 09:00",
        "Stop the timer in the tracker and export again.",
    )


def test_a_stop_belongs_to_the_clock_started_last_if_another_was_forgotten(read):
    text = (
        "i 2024-03-04 09:00 forgotten\n"
        "i 2024-03-04 13:00 atlas\no 2024-03-04 14:00\n"
        "i 2024-03-04 15:00 kolk\no 2024-03-04 16:00\n"
    )

    atlas, kolk, problem = read(text)

    assert [(e.project, e.seconds) for e in (atlas, kolk)] == [
        ("atlas", 3600),
        ("kolk", 3600),
    ]
    assert (problem.where, problem.value) == ("line 1", "2024-03-04 09:00")


def test_a_stop_that_names_its_account_stops_that_clock(read):
    text = (
        "i 2024-03-04 09:00 atlas\ni 2024-03-04 09:30 kolk\n"
        "o 2024-03-04 10:00 atlas\no 2024-03-04 11:00 kolk\n"
    )

    assert [(e.project, e.seconds) for e in read(text)] == [
        ("atlas", 3600),
        ("kolk", 5400),
    ]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("i 2024-03-04 25:00 kolk", "This is not a time of the day"),
        (
            "i 2024-02-30 09:00 kolk",
            "This is not a date in the form that the file uses",
        ),
        ("i 0202-03-04 09:00 x", "This date lies too far back or ahead to be meant"),
        ("i 04-03-2024 09:00 kolk", "This is no line of a timeclock file"),
        ("i yesterday at nine", "This is no line of a timeclock file"),
    ],
)
def test_a_start_that_cannot_be_read_takes_its_stop_along_and_no_other(
    read, line, what
):
    text = f"{line}\no 2024-03-04 12:00\n{GOOD}"

    problem, good = read(text)

    assert (problem.where, problem.what, good.line) == ("line 1", what, 3)


def test_a_stop_that_cannot_be_read_takes_its_start_along_and_no_other(read):
    text = "i 2024-03-04 09:00 kolk\no 2024-03-04 9.3o\n" + GOOD

    problem, good = read(text)

    assert (problem.where, good.line, good.seconds) == ("line 2", 3, 5400)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("o 2024-03-04 10:00\n", "The clock is stopped here, but it was not started"),
        ("expenses:food  5 EUR\n", "This is no line of a timeclock file"),
        (
            "i 2024-03-04 10:00 x\no 2024-03-04 09:00\n",
            "This entry ends before it starts",
        ),
        ("i 2024-03-04 09:\0 x\n", "This line holds characters that are no text"),
    ],
)
def test_a_line_out_of_place_costs_only_itself(read, text, what):
    problem, good = read(text + GOOD)

    assert (problem.what, good.seconds) == (what, 5400)


def test_a_session_over_midnight_is_of_the_day_it_began(read):
    [entry] = read("i 2024-03-04 23:00 kolk\no 2024-03-05 01:00\n")

    assert (entry.on, entry.seconds) == (date(2024, 3, 4), 7200)


def test_the_night_that_the_clock_goes_forward_has_an_hour_less(read):
    # On 31 March 2024 two o'clock is three: 01:00 to 04:00 are two hours.
    [entry] = read("i 2024-03-31 01:00 kolk\no 2024-03-31 04:00\n")

    assert entry.seconds == 7200


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_is_found_out(a_file, options, encoding):
    source = a_file(GOOD.replace("Chair", "Café"), encoding)

    [entry] = timeclock.read(source, options)

    assert timeclock.recognise(source)
    assert entry.description == "Café call"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "; only a remark\n",
        "o 2024-03-04 10:30:00\n",
        "i agree\nentirely\n",
        "2024-03-04 shop\n    expenses  5 EUR\n" * 9 + GOOD,
    ],
)
def test_what_is_no_timeclock_is_not_recognised(a_file, text):
    assert not timeclock.recognise(a_file(text))


def test_a_file_of_starts_alone_does_not_take_for_ever(read):
    # Were each stop to look through every clock, 40,000 of each would be 1.6e9 looks.
    text = "i 2024-03-04 09:00 a\n" * 40_000 + "o 2024-03-04 10:00 b\n" * 40_000

    assert len(read(text)) == 40_000


MOMENTS = st.integers(0, 20 * 24 * 100)  # hundredths of an hour, from 1 January on


@hledger.needed
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
    max_examples=25,
)
@given(
    st.lists(MOMENTS, min_size=2, max_size=24, unique=True).map(sorted),
    st.sampled_from(["-", "/", "."]),
    st.lists(st.sampled_from(["atlas", "atlas:board", "kolk:a b:c"]), min_size=12),
)
def test_hours_by_day_and_account_are_those_that_hledger_counts(
    a_file, options, moments, mark, accounts
):
    # hledger cuts a session at midnight, so only those within a day are compared.
    pairs = zip(moments[::2], moments[1::2], accounts, strict=False)
    within = [(a, b, name) for a, b, name in pairs if a // 2400 == b // 2400]
    form = f"%Y{mark}%m{mark}%d %H:%M:%S"
    begin = datetime(2024, 1, 1)
    source = a_file(
        "".join(
            f"i {begin + timedelta(seconds=36 * a):{form}} {name}  text ; remark\n"
            f"o {begin + timedelta(seconds=36 * b):{form}}\n"
            for a, b, name in within
        )
    )
    source.path.replace(source.path.with_suffix(".timeclock"))
    counted = hledger.totals(source.path.with_suffix(".timeclock"))
    source.path.with_suffix(".timeclock").replace(source.path)

    ours = defaultdict(float)
    for entry in timeclock.read(source, options._replace(timezone=ZoneInfo("UTC"))):
        ours[str(entry.on), hledger.account_of(entry)] += entry.seconds / 3600

    assert {key: round(hours, 2) for key, hours in ours.items()} == pytest.approx(
        counted, abs=0.005
    )
