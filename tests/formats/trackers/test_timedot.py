"""hledger's timedot: what is read, what is refused, and hledger's own word."""

from collections import defaultdict
from datetime import date
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plait.domain.errors import Problem
from plait.domain.records import TimeLine
from plait.formats.trackers import timedot
from tests.formats import hledger

GOOD = "2024-03-04\natlas:board  .... ..  ; Chair call\n"


@pytest.fixture
def read(a_file, options):
    def lines(text, **chosen):
        return list(timedot.read(a_file(text), options._replace(**chosen)))

    return lines


def test_each_dot_is_a_quarter_of_an_hour(read):
    # Six dots: 6 x 15 minutes.
    assert read(GOOD) == [
        TimeLine(
            line=2,
            on=date(2024, 3, 4),
            seconds=5400,
            client="atlas",
            project="board",
            description="Chair call",
        )
    ]


@pytest.mark.parametrize(
    ("amount", "seconds"),
    [
        (".", 900),
        (".... .... .", 8100),
        ("2", 7200),
        ("1.5", 5400),
        ("1,5", 5400),
        (".5", 1800),
        ("2h", 7200),
        ("90m", 5400),
        ("90 m", 5400),
        ("5400s", 5400),
        ("0.5d", 12 * 3600),
        ("0.1w", 60480),
        # hledger's manual: a month is 30 days, a year 365.
        ("0.01mo", 25920),
        ("0.001y", 31536),
        ("1d", 86400),
    ],
)
def test_an_amount_is_dots_hours_or_a_number_with_its_unit(read, amount, seconds):
    [entry] = read(f"2024-03-04\natlas  {amount}\n")

    assert entry.seconds == seconds


def test_letters_are_quarter_hours_kept_apart_by_tag(read):
    entries = read("2024-03-04\natlas  ccecces\n")

    assert [(e.tags, e.seconds) for e in entries] == [
        ("c", 4 * 900),
        ("e", 2 * 900),
        ("s", 900),
    ]


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2024-03-04", ""),
        ("2024/3/4 Monday", ""),
        ("2024.03.04 * Planning day", "Planning day"),
        ("2024-03-04 Mon ! Planning day ; remark", "Planning day"),
        ("2024-03-04 Sunday roast", "roast"),
        ("* 2024-03-04 Mon", ""),
        ("*** 2024-03-04", ""),
        ("2024-03-04  ; at home", "at home"),
    ],
)
def test_a_day_may_carry_a_weekday_a_mark_and_a_text(read, day, text):
    [entry] = read(f"{day}\natlas  ....\n")

    assert (entry.on, entry.description) == (date(2024, 3, 4), text)


def test_an_outline_is_read_through_its_stars(read):
    text = (
        "* Log\n** 2024-03-04\n*** atlas  2\n** Thoughts\n"
        "** 2024-03-05\n*** kolk:design  ....\n"
    )

    assert [(e.on.day, e.project, e.seconds) for e in read(text)] == [
        (4, "atlas", 7200),
        (5, "design", 3600),
    ]


def test_remarks_notes_and_accounts_without_time_are_left_out(read):
    text = "# mine\n; mine\n\n2024-03-04\n# no\natlas\natlas  ; nothing yet\nkolk  0\n"

    assert read(text) == []


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("atlas ....", "Two spaces must stand between the account and its time"),
        ("atlas 1.5h", "Two spaces must stand between the account and its time"),
        ("atlas  0:30", "This is not an amount of time"),
        ("atlas  -1", "This is not an amount of time"),
        ("atlas  .... a", "This is not an amount of time"),
        ("atlas  10 EUR", "This is not an amount of time"),
        ("atlas  2d", "This entry is longer than a day"),
        ("atlas  999999999y", "This entry is longer than a day"),
        ("atl\0as  1", "This line holds characters that are no text"),
    ],
)
def test_a_line_that_cannot_be_read_costs_only_itself(read, line, what):
    before, problem, after = read(f"{GOOD}{line}\nkolk  1\n")

    assert (problem.where, problem.what) == ("line 3", what)
    assert (before.project, after.project) == ("board", "kolk")


@pytest.mark.parametrize(
    ("day", "what"),
    [
        ("2024-02-30", "This is not a date in the form that the file uses"),
        ("0202-03-04", "This date lies too far back or ahead to be meant"),
        (
            "3/4",
            "The year is missing in this date; the lines below it were left out",
        ),
    ],
)
def test_below_a_day_that_cannot_be_read_nothing_is_taken_for_another_day(
    read, day, what
):
    first, problem, last = read(f"{GOOD}{day}\nkolk  1\n2024-03-06\nkolk  2\n")

    assert (first.on.day, problem.what, last.on.day) == (4, what, 6)


def test_a_day_that_is_indented_is_a_day(read):
    text = GOOD + "  2024-03-05\n  kolk  1\n"

    assert [entry.on.day for entry in read(text)] == [4, 5]


def test_time_before_the_first_day_is_a_problem(read):
    problem, _ = read("atlas  1\n" + GOOD)

    assert problem == Problem(
        "line 1",
        "This line stands before the first day",
        "atlas 1",
        "Write the day on a line above it.",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_is_found_out(a_file, options, encoding):
    source = a_file(GOOD.replace("Chair", "Café"), encoding)

    [entry] = timedot.read(source, options)

    assert timedot.recognise(source)
    assert entry.description == "Café call"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024-03-04\n",
        "# remark\n\n",
        "Dear diary\n2024-03-04\natlas  ....\n",
        # A journal of money: days with indented accounts below them.
        "2024-03-04 * Shop\n    expenses:food  10\n    assets:cash\n",
        "2024-03-04 * Shop\n    expenses:food  10 EUR\n    assets:cash\n",
        "2024-03-04,5.00,Shop\n",
        "2024-03-04 09:00:00  INFO  started\n2024-03-04 09:00:01  INFO  stopped\n",
    ],
)
def test_what_is_no_timedot_is_not_recognised(a_file, text):
    assert not timedot.recognise(a_file(text))


@pytest.mark.parametrize("letters", ["x", "*", ". ", "* ", "mon ", "1 . "])
def test_a_line_longer_than_anyone_writes_is_reported_at_once(read, letters):
    text = GOOD + letters * 60_000 + "\n" + GOOD

    begun = process_time()
    first, problem, last = read(text)

    assert process_time() - begun < 1
    assert problem.where == "line 3"
    assert problem.what == "This line is too long to be of a log kept by hand"
    assert (first.line, last.line) == (2, 5)


def test_many_lines_of_the_longest_kind_are_refused_in_good_time(read):
    # Each is as long as a line may be and made of what patterns stumble over.
    line = "a" + " . ." * 490 + "x\n"

    begun = process_time()
    found = read(GOOD + line * 200)

    assert process_time() - begun < 2
    assert len(found) <= 201


def test_a_word_within_the_days_text_is_no_weekday(read):
    [entry] = read("2024-03-04 Mon * budget on mon tour\natlas  4\n")

    assert entry.description == "budget on mon tour"


AMOUNTS = st.one_of(
    st.lists(st.integers(1, 4), min_size=1, max_size=6).map(
        lambda groups: " ".join("." * n for n in groups)
    ),
    st.integers(1, 600).map(lambda n: f"{n / 25:g}"),
    st.integers(1, 240).map(lambda n: f"{3 * n}m"),
    st.integers(1, 2400).map(lambda n: f"{36 * n}s"),
    st.integers(1, 12).map(lambda n: f"{n}h"),
    st.sampled_from(["0.25d", "1d", "0.05w"]),
)
DAYS = st.sampled_from(
    ["2024-01-05", "2024/1/6 Saturday", "2024.1.7 * Planning", "* 2024-01-08 Mon"]
)
ITEMS = st.tuples(
    st.sampled_from(["", "  ", "*** "]),
    st.sampled_from(["atlas", "atlas:board", "kolk:design work:site"]),
    AMOUNTS,
    st.sampled_from(["", "  ; remark"]),
).map(lambda parts: f"{parts[0]}{parts[1]}  {parts[2]}{parts[3]}\n")


@hledger.needed
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
    max_examples=40,
)
@given(st.lists(st.tuples(DAYS, st.lists(ITEMS, max_size=5)), min_size=1, max_size=5))
def test_hours_by_day_and_account_are_those_that_hledger_counts(a_file, options, days):
    text = "".join(f"{day}\n{''.join(items)}\n" for day, items in days)
    source = a_file("# mine\n" + text)
    path = source.path.with_suffix(".timedot")
    path.write_bytes(source.path.read_bytes())

    ours = defaultdict(float)
    for entry in timedot.read(source, options):
        ours[str(entry.on), hledger.account_of(entry)] += entry.seconds / 3600

    # Each amount drawn is a whole number of the hundredths that hledger prints.
    assert ours == pytest.approx(hledger.totals(path), abs=0.005)
