"""plait worktime --segments: a table of work judged without any book."""

import json
from datetime import date, timedelta

import pytest
from click.testing import CliRunner

from plait.answers.hours.working_time import RuleChoice, segments_answer
from plait.cli.main import main
from plait.wording.words import words_for

COLUMNS = "person,organisation,relationship,start,end,break_minutes"
MONDAY = date(2026, 1, 5)


@pytest.fixture
def judge(tmp_path):
    """Judge rows below a heading: `judge("nl", *rows)` gives the whole answer."""

    def judge(rules, *rows, columns=COLUMNS, words=()):
        file = tmp_path / "shifts.csv"
        file.write_text("\n".join([columns, *rows, ""]), "utf-8")
        told = ["worktime", "--segments", str(file), "--rules", rules, "--json", *words]
        answer = CliRunner().invoke(main, told)
        assert answer.exit_code in {0, 2}, answer.output
        return json.loads(answer.stdout)

    return judge


@pytest.fixture
def verdicts(judge):
    """Judge one person's rows and return the verdicts by rule."""

    def verdicts(rules, *rows, **told):
        [person] = judge(rules, *rows, **told)["persons"]
        return {one["id"]: one for one in [*person["verdicts"], person["guardrail"]]}

    return verdicts


def weekly(organisation, hours, relationship="employment", first=8):
    """Return rows of five equal days from so many o'clock for each week's hours."""
    rows = []
    for week, each in enumerate(hours):
        for day in range(5):
            on = MONDAY + timedelta(weeks=week, days=day)
            minutes = round(each * 12)
            end = f"{first + minutes // 60:02}:{minutes % 60:02}"
            start = f"{first:02}:00"
            times = f"{on}T{start},{on}T{end}"
            rows.append(f"p,{organisation},{relationship},{times},0")
    return rows


THREE_STRETCHES = (
    "p,A,employment,2026-11-02T08:00,2026-11-02T16:00,0",
    "p,B,employment,2026-11-02T18:00,2026-11-02T22:00,0",
    "p,A,employment,2026-11-03T08:00,2026-11-03T16:00,0",
)


def test_w1_overtime_below_48_on_average(verdicts):
    found = verdicts("uk", *weekly("A", [52] * 10 + [40] * 7))["UK-1"]

    assert found["verdict"] == "near"
    assert found["figure"] == pytest.approx(800 / 17)
    assert found["period"] == {"start": "2026-01-05", "end": "2026-05-04"}


def test_w3_two_jobs_together(verdicts):
    rows = weekly("A", [30] * 17) + weekly("B", [19] * 17, first=15)

    found = verdicts("uk", *rows)["UK-1"]

    assert (found["verdict"], found["figure"]) == ("over", 49)
    assert found["organisations"] == ["A", "B"]


def test_w4_a_young_worker(verdicts):
    rows = [
        "p,A,employment,2026-11-02T08:00,2026-11-02T12:00,0,2009-06-01",
        "p,B,employment,2026-11-02T13:00,2026-11-02T18:00,0,",
    ]

    found = verdicts("uk", *rows, columns=f"{COLUMNS},born_on")["UK-9a"]

    assert (found["verdict"], found["figure"], found["limit"]) == ("over", 9, 8)


def test_w5_and_w6_dutch_means(verdicts):
    four = verdicts("nl", *weekly("A", [60, 60, 60, 41]))
    kept = verdicts("nl", *weekly("A", [48] * 16))
    broken = verdicts("nl", *weekly("A", [48] * 15 + [48.5]))

    assert (four["NL-3"]["verdict"], four["NL-3"]["figure"]) == ("over", 55.25)
    assert four["NL-2"]["verdict"] == "near"
    assert kept["NL-4"]["verdict"] == "near"
    assert broken["NL-4"]["verdict"] == "over"


def test_w7_everywhere(verdicts):
    nl, de, fr, uk, eu = (
        verdicts(rules, *THREE_STRETCHES) for rules in ("nl", "de", "fr", "uk", "eu")
    )

    assert (nl["NL-1"]["verdict"], nl["NL-1"]["figure"]) == ("near", 12)
    assert (nl["NL-5"]["verdict"], nl["NL-5"]["figure"]) == ("over", 10)
    assert nl["NL-5"]["because"] == "unless the exception is claimed"
    assert [de[rule]["verdict"] for rule in ("DE-2a", "DE-4c")] == ["over", "over"]
    assert [fr[rule]["verdict"] for rule in ("FR-1a", "FR-5a")] == ["over", "over"]
    assert uk["UK-7a"]["verdict"] == "advisory"
    assert eu["EU-1a"]["verdict"] == "open"


def test_w7_with_the_exception_claimed_or_one_employer(verdicts):
    one = [row.replace(",B,", ",A,") for row in THREE_STRETCHES]

    assert verdicts("nl", *THREE_STRETCHES, words=("--claim", "nl-5"))["NL-5"][
        "verdict"
    ] == ("within")
    assert verdicts("eu", *one)["EU-1a"]["verdict"] == "over"


def test_w8_and_w9_german_and_french_means(verdicts):
    six = [
        f"p,A,employment,{MONDAY + timedelta(weeks=w, days=d)},,,8"
        for w in range(24)
        for d in range(6)
    ]
    columns = f"{COLUMNS},hours"
    kept = verdicts("de", *six, columns=columns)["DE-2b"]
    broken = verdicts("de", *six[:-1], six[-1][:-1] + "9", columns=columns)["DE-2b"]
    french = verdicts("fr", *weekly("A", [44] * 10 + [48, 41]))["FR-1c"]

    assert (kept["verdict"], kept["figure"]) == ("near", 48)
    assert broken["verdict"] == "over"
    assert french["figure"] == pytest.approx(529 / 12)


def test_w10_freelance_hours(verdicts):
    rows = weekly("A", [44] * 12) + weekly("Own", [15] * 12, "self-employed", first=18)

    found = verdicts("fr", *rows)

    assert found["FR-1c"]["figure"] == 44
    assert found["HEALTH-1"]["verdict"] == "notice"
    assert found["HEALTH-1"]["figure"] == 59


def test_w12_the_weekly_rest_rolls(verdicts):
    days = [MONDAY + timedelta(days=n) for n in (*range(2, 12), *range(14, 19))]
    rows = [f"p,A,employment,{day}T09:00,{day}T17:00,30" for day in days]

    assert verdicts("nl", *rows)["NL-6"]["verdict"] == "over"


def test_each_verdict_names_its_rule_source_and_date(verdicts):
    found = verdicts("nl", *THREE_STRETCHES)["NL-5"]

    assert found["title"] == "At least 11 hours of rest in a row in each 24 hours"
    assert found["source"].startswith("productieleveringsbedrijven")
    assert found["status"] == "looked up"
    assert found["valid_from"] == "2007-04-01"
    assert found["period"] == {"start": "2026-11-02", "end": "2026-11-04"}


def test_each_person_is_judged_alone(judge):
    rows = [*THREE_STRETCHES, *(row.replace("p,", "q,", 1) for row in THREE_STRETCHES)]
    rows = [row for row in rows if not row.startswith("q,B")]

    found = judge("nl", *rows)["persons"]

    told = {one["person"]: one["verdicts"][0] for one in found}
    assert {name: v["figure"] for name, v in told.items()} == {"p": 12, "q": 8}


def test_zones_in_the_table_go_before_the_packs(verdicts):
    # 22:00 in London is 23:00 in Amsterdam: ten hours until 9:00 there.
    rows = [
        "p,A,employment,2026-11-02T14:00+00:00,2026-11-02T22:00Z,0",
        "p,A,employment,2026-11-03T09:00,2026-11-03T12:00,0",
    ]

    assert verdicts("nl", *rows)["NL-5"]["figure"] == 10


def test_times_without_a_zone_are_those_of_the_pack_or_as_told(verdicts):
    # The night of 29 March 2026 is an hour shorter in Europe, not in New York.
    rows = [
        "p,A,employment,2026-03-28T14:00,2026-03-28T22:00,0",
        "p,A,employment,2026-03-29T09:00,2026-03-29T12:00,0",
    ]

    told = {"words": ("--timezone", "America/New_York")}
    assert verdicts("nl", *rows)["NL-5"]["figure"] == 10
    assert verdicts("nl", *rows, **told)["NL-5"]["figure"] == 11


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-10-25T02:50", "2026-10-25T02:10", 1 / 3),  # clocks go back between
        ("2026-10-25T01:00", "2026-10-25T04:00", 4),
        ("2026-03-29T02:28", "2026-03-29T03:00", 32 / 60),  # 2:28 never came
        ("2026-03-29T01:00", "2026-03-29T04:00", 2),
    ],
)
def test_nights_on_which_clocks_change_are_read(verdicts, start, end, hours):
    found = verdicts("nl", f"p,A,employment,{start},{end},0")["NL-2"]

    assert found["figure"] == pytest.approx(hours)


def test_the_end_of_a_day_is_24_o_clock_too(verdicts):
    rows = ["p,A,employment,2026-11-08T20:00,2026-11-08T24:00,0"]

    assert verdicts("nl", *rows)["NL-2"]["figure"] == 4


def test_a_bare_table_of_days_and_hours_is_enough_for_weeks(verdicts):
    days = [f"A,2026-11-0{day},12.25" for day in range(2, 7)]  # 5 x 12.25 = 61.25

    found = verdicts("nl", *days, columns="organisation,start,hours")

    assert found["NL-2"]["verdict"] == "over"
    assert found["NL-5"]["because"] == "no clock times"


def test_an_empty_break_is_not_told_and_0_is_none(verdicts):
    row = "p,A,employment,2026-11-02T08:00,2026-11-02T16:00,"

    assert verdicts("nl", row)["NL-7"]["because"] == "breaks not recorded"
    assert verdicts("nl", row + "0")["NL-7"]["verdict"] == "over"
    assert verdicts("nl", row + "30")["NL-7"]["verdict"] == "within"


def test_leave_and_opt_out_are_columns(verdicts):
    columns = f"{COLUMNS},leave,opted_out"
    rows = [f"{row},," for row in weekly("A", [60, 60, 60])]
    rows += [
        f"p,A,employment,2026-01-{day}T08:00,2026-01-{day}T16:12,0,yes,"
        for day in range(26, 31)
    ]
    out = [f"{row},,yes" for row in weekly("A", [60] * 17)]

    # 3 x 60 and 5 x 8.2 of leave are 221 hours in four weeks.
    assert verdicts("nl", *rows, columns=columns)["NL-3"]["figure"] == 55.25
    assert verdicts("uk", *out, columns=columns)["UK-1"]["because"] == "opted out"


def test_rows_of_one_entry_count_once(verdicts):
    rows = ["A,2026-11-02,6,x", "B,2026-11-02,6,x", "B,2026-11-03,6,"]

    found = verdicts("nl", *rows, columns="organisation,start,hours,entry")

    assert found["NL-2"]["figure"] == 12


def test_nothing_after_the_date_is_judged(verdicts):
    rows = weekly("A", [40, 61])

    assert verdicts("nl", *rows, words=("--on", "2026-01-11"))["NL-2"]["figure"] == 40


def test_a_date_before_everything_leaves_nothing_to_judge(verdicts):
    found = verdicts("nl", *weekly("A", [40]), words=("--on", "0001-01-01"))

    assert found["NL-2"]["because"] == "no hours"


def test_a_rule_can_be_left_out_alone_or_with_its_parts(verdicts):
    found = verdicts("de", *THREE_STRETCHES, words=("--leave-out", "DE-2a"))
    without = verdicts("de", *THREE_STRETCHES, words=("--leave-out", "de-2"))

    assert "DE-2a" not in found
    assert "DE-2b" in found
    assert not {"DE-2a", "DE-2b", "DE-2c"} & set(without)


def test_columns_that_say_nothing_are_named(judge):
    found = judge(
        "nl", *(f"{row},x" for row in THREE_STRETCHES), columns=f"{COLUMNS},Mood"
    )

    assert found["ignored_columns"] == ["mood"]


def test_semicolons_a_byte_order_mark_and_capitals_are_read(judge, tmp_path):
    rows = "\r\n".join([COLUMNS.title(), *THREE_STRETCHES]).replace(",", ";")
    file = tmp_path / "excel.csv"
    file.write_bytes(b"\xef\xbb\xbf" + rows.encode())

    told = ["worktime", "--segments", str(file), "--rules", "nl", "--json"]
    [person] = json.loads(CliRunner().invoke(main, told).stdout)["persons"]

    assert person["verdicts"][0]["figure"] == 12


GOOD = THREE_STRETCHES[0]


@pytest.mark.parametrize(
    ("row", "what", "value"),
    [
        (
            "p,A,employment,2026-13-02T08:00,2026-11-02T16:00,0",
            "This is not a date with a time of day",
            "line 3: 2026-13-02T08:00",
        ),
        (
            "p,A,employment,yesterday,2026-11-02T16:00,0",
            "This is not a date",
            "line 3: yesterday",
        ),
        (
            "p,A,employment,,2026-11-02T16:00,0",
            "This is not a date",
            "line 3: (empty)",
        ),
        (
            "p,A,employment,0026-11-02T08:00,0026-11-02T16:00,0",
            "This is not a date with a time of day",
            "line 3: 0026-11-02T08:00",
        ),
        (
            "p,A,employment,2026-11-02T16:00,2026-11-02T08:00,0",
            "Work must end after it begins, within seven days",
            "line 3: 2026-11-02T16:00 – 2026-11-02T08:00",
        ),
        (
            "p,A,employment,2026-11-02T08:00,2027-11-02T16:00,0",
            "Work must end after it begins, within seven days",
            "line 3: 2026-11-02T08:00 – 2027-11-02T16:00",
        ),
        (
            "p,A,employment,2026-11-02T08:00,,0",
            "This row has a start but no end",
            "line 3: 2026-11-02T08:00",
        ),
        (
            "p,A,employment,2026-11-02,2026-11-02T16:00,0",
            "A start and an end both need a time of day",
            "line 3: 2026-11-02 – 2026-11-02T16:00",
        ),
        (
            "p,A,employment,2026-11-02,,",
            "A row without times of day needs its hours",
            "line 3: 2026-11-02",
        ),
        (
            "p,A,boss,2026-11-02T08:00,2026-11-02T16:00,0",
            "Working-time law knows no such relationship",
            "line 3: boss",
        ),
        (
            "p,,employment,2026-11-02T08:00,2026-11-02T16:00,0",
            "This row names no organisation",
            "line 3",
        ),
        (
            "p,A,employment,2026-11-02T08:00,2026-11-02T16:00,many",
            "This number cannot be right here",
            "line 3, break_minutes: many",
        ),
        (
            "p,A,employment,2026-11-02T08:00,2026-11-02T16:00,481",
            "This number cannot be right here",
            "line 3, break_minutes: 481",
        ),
        (
            "p,A,employment,2026-11-02T08:00",
            "This line has fewer columns than the heading",
            "line 3: p A employment 2026-11-02T08:00",
        ),
    ],
)
def test_a_bad_row_is_refused_by_line_and_value(judge, row, what, value):
    found = judge("nl", GOOD, row)["error"]

    assert found["what"] == what
    assert found["value"] == value
    assert found["fix"]


@pytest.mark.parametrize(
    ("columns", "row", "what", "value"),
    [
        (
            f"{COLUMNS},leave",
            f"{GOOD},perhaps",
            "This is neither yes nor no",
            "line 2, leave: perhaps",
        ),
        (
            f"{COLUMNS},hours",
            f"{GOOD},8",
            "This row has both hours and times of day",
            "line 2: 8",
        ),
        (
            "organisation,start,hours",
            "A,2026-11-02,25",
            "This number cannot be right here",
            "line 2, hours: 25",
        ),
        (
            f"{COLUMNS},start",
            f"{GOOD},2026-11-02",
            "Two columns have the same name",
            "start",
        ),
        (
            "who,when",
            "A,2026-11-02",
            "The first line does not name the columns organisation and start",
            "shifts.csv",
        ),
    ],
)
def test_a_bad_column_is_refused(judge, columns, row, what, value):
    found = judge("nl", row, columns=columns)["error"]

    assert (found["what"], found["value"]) == (what, value)


def test_a_person_is_born_once(judge):
    rows = [f"{THREE_STRETCHES[0]},2009-06-01", f"{THREE_STRETCHES[1]},2009-06-02"]

    found = judge("uk", *rows, columns=f"{COLUMNS},born_on")["error"]

    assert found["what"] == "One person cannot be born on two days"
    assert found["value"] == "line 2: 2009-06-01 and line 3: 2009-06-02"


def test_a_heading_without_rows_holds_no_work(judge):
    assert judge("nl")["error"]["what"] == "There is no work in this file"


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "This file is empty"),
        (b"\x00\xff\xfe\x81", "The first line does not name the columns"),
        (COLUMNS.encode() + b'\np,"A,employment,2026-11-02T08:00\n', "quotation mark"),
    ],
    ids=["empty", "no text", "a quotation mark left open"],
)
def test_what_is_no_table_is_refused(tmp_path, content, what):
    file = tmp_path / "shifts.csv"
    file.write_bytes(content)

    answer = CliRunner().invoke(
        main, ["worktime", "--segments", str(file), "--rules", "nl"]
    )

    assert answer.exit_code == 2
    assert what in answer.output
    assert "Traceback" not in answer.output


def test_a_file_that_is_not_there_is_refused(tmp_path):
    words = ["worktime", "--segments", str(tmp_path / "none.csv"), "--rules", "nl"]

    assert "This file is not there" in CliRunner().invoke(main, words).output


def test_the_law_has_to_be_named(tmp_path):
    answer = CliRunner().invoke(main, ["worktime", "--segments", str(tmp_path)])

    assert answer.exit_code == 2
    assert "Choose one with --rules; --help lists them." in answer.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--timezone", "Europe/Delft"), "This is not a time zone: Europe/Delft."),
        (("--claim", "NL-1"), "This rule has no exception that can be claimed: NL-1."),
        (
            ("--leave-out", "UK-1"),
            "There is no rule of that name in this pack: UK-1. See them all",
        ),
    ],
)
def test_options_that_name_nothing_are_refused(tmp_path, words, said):
    told = ["worktime", "--segments", str(tmp_path / "x"), "--rules", "nl", *words]

    answer = CliRunner().invoke(main, told)

    assert answer.exit_code == 2
    assert said in answer.output


def test_no_book_is_made_or_asked_for(program, tmp_path):
    file = tmp_path / "shifts.csv"
    file.write_text("\n".join([COLUMNS, *THREE_STRETCHES]))

    answer = program("worktime", "--segments", file, "--rules", "fr", "--json")

    assert (answer.returncode, answer.stderr) == (0, "")
    assert json.loads(answer.stdout)["rules"] == "fr"
    assert not (tmp_path / "home").exists()


def test_a_rule_is_named_in_the_language_asked_for():
    answer = segments_answer({"": []}, words_for("nl"), RuleChoice("nl"))

    [title] = [one.title for one in answer.persons[0].verdicts if one.id == "NL-5"]
    assert title == "Minstens 11 uur rust achter elkaar in elke 24 uur"
