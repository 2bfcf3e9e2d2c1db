"""plait drift: of the book's roles, and of a bare series of weeks."""

import json
from datetime import date, timedelta

import pytest

from plait.accounts.operations import change_person
from plait.book.models import Role
from plait.book.operations.records import add_time
from tests.cli.conftest import ROOT
from tests.tell_tales import english_in

ON = ("--on", "2026-11-20")
WORKED = ["16", "17", "15", "16", "18", "18", "19", "18", "17", "19", "18", "20"]
AGAINST = ("--agreed", "16", "--spread", "2")


@pytest.fixture
def series(tmp_path):
    """Write a table of weeks and return the words that name it."""

    def series(text, encoding="utf-8"):
        file = tmp_path / "weeks.csv"
        file.write_bytes(text.encode(encoding))
        return "--series", str(file)

    return series


@pytest.fixture
def worked(series):
    return series("\n".join(["hours", *WORKED, ""]))


@pytest.mark.parametrize(("threshold", "week"), [("3", 7), ("6", 12)])
def test_the_worked_series_alarms_in_its_week(as_json, worked, threshold, week):
    answer = as_json("drift", *worked, *AGAINST, "--threshold", threshold)

    assert answer["alarm"] == week
    assert (answer["since"], answer["until"], answer["over"]) == (5, None, 2.375)
    assert answer["verdict"] == "drifting"
    # The mean of the weeks 5 to 8: (18 + 18 + 19 + 18) / 4 = 18.25, over 17.6.
    assert answer["naive_alarm"] == 8


def test_its_weeks_have_the_statistic_worked_out_by_hand(as_json, worked):
    answer = as_json("drift", *worked, *AGAINST, "--threshold", "4")

    statistic = [round(week["statistic"], 2) for week in answer["weeks"]]
    # docs/explanation/method-drift.md works them out.
    assert statistic[:7] == [0.38, 0.81, 0.44, 0.54, 1.32, 1.94, 3.08]
    assert statistic[7:] == [3.58, 3.45, 4.56, 5.03, 6.75]
    answer["weeks"][6]["statistic"] = round(answer["weeks"][6]["statistic"], 2)
    assert answer["weeks"][6] == {
        "week": 7,
        "label": None,
        "hours": 19,
        "agreed": 16,
        "expected": 16,
        "spread": 2,
        "z": 1.5,
        "statistic": 3.08,
        "set_aside": False,
    }


@pytest.mark.parametrize(
    ("promise", "threshold"), [((), 5.561), (("--promise", "1y"), 3.951)]
)
def test_without_a_threshold_a_promise_gives_it(as_json, worked, promise, threshold):
    answer = as_json("drift", *worked, *AGAINST, *promise)

    assert round(answer["threshold"], 3) == threshold


def test_without_a_spread_it_is_learned(as_json, worked):
    answer = as_json("drift", *worked, "--agreed", "16")

    assert answer["spread"] is None
    # 20 % of 16 hours, times the root of 1.2 / .8.
    assert answer["weeks"][0]["spread"] == pytest.approx(3.919, abs=5e-4)
    assert answer["alarm"] is None


def test_a_calm_series_has_no_alarm(as_json, series):
    answer = as_json("drift", *series("hours\n" + "16\n15\n17\n" * 8), *AGAINST)

    assert (answer["alarm"], answer["since"], answer["over"]) == (None, None, None)
    assert (answer["verdict"], answer["naive_alarm"]) == ("steady", None)


def test_leave_has_a_column_of_its_own(as_json, series):
    with_leave = ["week,hours,leave"]
    with_leave += [f"W{n},{hours},no" for n, hours in enumerate(WORKED, start=1)]
    with_leave.insert(7, "off,0,yes")
    answer = as_json(
        "drift", *series("\n".join(with_leave)), *AGAINST, "--threshold", "4"
    )

    assert answer["alarm"] == 11
    off = answer["weeks"][6]
    assert (off["label"], off["z"], off["set_aside"]) == ("off", None, True)
    assert off["statistic"] == answer["weeks"][5]["statistic"]


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffWeek;Hours\r\n1;16,5\r\n2;17,25\r\n",
        "hours\n16,5\n17,25\n",
        'hours,week\n"16,5",1\n"17,25",2\n',
        "HOURS\tleave\n16.5\t0\n17.25\t\n",
        "\n hours \n16.5\n17.25\n\n\n",
    ],
)
def test_tables_are_read_as_people_write_them(as_json, series, text):
    answer = as_json("drift", *series(text), *AGAINST)

    assert [week["hours"] for week in answer["weeks"]] == [16.5, 17.25]


def test_other_encodings_are_read_too(as_json, series):
    answer = as_json("drift", *series("hours,week\n16,één\n", "cp1252"), *AGAINST)
    assert answer["weeks"][0]["label"] == "één"

    answer = as_json("drift", *series("hours\n16\n", "utf-16"), *AGAINST)
    assert answer["weeks"][0]["hours"] == 16


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "This file is empty"),
        ("hours\n", "There are no weeks in this file"),
        ("hour\n16\n", "There is no column called hours in the first line"),
        ("16\n17\n", "There is no column called hours in the first line"),
        ("hours\n16\nmany\n17\n", "These hours are not a number: line 3: many."),
        ("hours,week\n16,1\n,2\n", "These hours are not a number: line 3: (empty)."),
        ("hours\n16\n\n17\n", "this line is empty: line 3."),
        ("hours\n-2\n", "no fewer than 0 and no more than 168 hours: line 2: -2."),
        ("hours\n1e9\n", "These hours are not a number: line 2: 1e9."),
        ("hours\nnan\n", "These hours are not a number: line 2: nan."),
        ("hours\n169\n", "no more than 168 hours: line 2: 169."),
        ("hours,leave\n16,maybe\n", "whether the week had leave: line 2: maybe."),
        ("hours,leave\n16\n", "fewer columns than the heading: line 2: 16."),
        ('hours,week\n16,"open\n17,2\n', "line 2"),
    ],
)
def test_a_table_that_is_no_series_is_refused_with_its_line(
    plait, series, text, sentence
):
    answer = plait("drift", *series(text), *AGAINST)

    assert answer.exit_code == 2
    assert sentence in answer.stderr


def test_a_file_that_is_not_there_is_named(plait, tmp_path):
    answer = plait("drift", "--series", tmp_path / "none.csv", "--agreed", "16")

    assert answer.exit_code == 2
    assert "This file is not there any more: none.csv." in answer.stderr


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "It is not known how many hours a week were agreed"),
        (("--agreed", "0"), "This has to be more than 0: --agreed 0."),
        (("--agreed", "nan"), "This has to be more than 0: --agreed nan."),
        (("--agreed", "16", "--spread", "-1"), "more than 0: --spread -1."),
        (("--agreed", "16", *ON), "A series has neither a role nor a date"),
        (("atlas", "--agreed", "16"), "A series has neither a role nor a date: atlas."),
        (
            ("--agreed", "16", "--promise", "1y", "--threshold", "3"),
            "A promise gives its own threshold: --promise 1y --threshold 3.",
        ),
    ],
)
def test_options_that_make_no_sense_together_are_refused(
    plait, worked, words, sentence
):
    answer = plait("drift", *worked, *words)

    assert answer.exit_code == 2
    assert sentence in answer.stderr


def test_a_series_needs_no_book_and_makes_none(program, environment, tmp_path):
    file = tmp_path / "weeks.csv"
    file.write_text("\n".join(["hours", *WORKED]))

    answer = program("drift", "--series", file, *AGAINST, "--threshold", "4", "--json")

    assert answer.returncode == 0, answer.stderr
    assert json.loads(answer.stdout)["alarm"] == 10
    assert not (tmp_path / "home").exists()


def test_its_page_is_in_words(plait, worked):
    page = plait("drift", *worked, *AGAINST, "--threshold", "4").output

    assert "Alarm in week 10: 2.4 hours a week more than agreed since week 5." in page
    assert (
        "is more than a tenth over the agreed hours for the first time in week 8."
        in page
    )
    assert "now 6.75; alarm above 4.00" in page


# Of the book.


@pytest.fixture
def book(plait, nora):
    """Atlas, agreed at 16 hours, takes 22 since ten weeks; the board is as agreed."""
    for name, hours in (("Atlas", "16/week"), ("Board", "6/week")):
        wanted = ["role", "add", name, "--organisation", f"{name} House"]
        pay = ["--pay", "85/hour"] if name == "Atlas" else ["--unpaid"]
        terms = ["--hours", hours, "--kind", "contract", "--from", "2024-01-01"]
        plait(*wanted, *terms, *pay)
    gives(nora, "board", [6, 7, 5, 6] * 6)
    gives(
        nora, "atlas", [16, 17, 15, 16] * 3 + [21, 22, 23, 22, 22, 22, 21, 23, 22, 22]
    )
    return plait


def gives(viewer, key, weeks):
    """Give hours on Fridays, the last that of 13 November 2026."""
    role = Role.objects.get(owner=viewer, key=key)
    for back, hours in enumerate(reversed(weeks)):
        friday = date(2026, 11, 13) - timedelta(weeks=back)
        add_time(viewer=viewer, role=role, on=friday, seconds=hours * 3600)


def test_every_role_has_a_line(book):
    page = book("drift", *ON).output

    assert "6 hours a week more than agreed, since the week of 7 September 2026." in (
        page
    )
    assert "It keeps to what was agreed." in page
    assert "A note to begin with" not in page


def test_a_requested_role_comes_with_its_line_and_its_note(book):
    page = book("drift", "atlas", *ON).output

    assert "Hours" in page
    assert "alarm above 5.56" in page
    assert "Dear all at Atlas House," in page
    assert page.rstrip().endswith("Nora")


def test_json_has_the_figures_of_every_role(book, as_json):
    answer = as_json("drift", *ON)

    atlas, board = sorted(answer["roles"], key=lambda role: role["role"])
    assert answer["weeks_between_false_alarms"] == 260
    assert (atlas["verdict"], atlas["naive"]) == ("drifting", "over")
    assert (atlas["since"], atlas["until"]) == ("2026-09-07", None)
    assert (atlas["over"], atlas["given"], atlas["agreed"]) == (6, 22, 16)
    assert atlas["over_low"] < 6 < atlas["over_high"]
    # 6 x 85 x 52.1775 / 12
    assert atlas["worth_a_month"] == pytest.approx(2217.54, abs=5e-3)
    assert atlas["currency"] == "EUR"
    assert (board["verdict"], board["since"]) == ("steady", None)
    assert (atlas["weeks"], atlas["talk"]) == ([], None)


def test_json_of_one_role_has_its_weeks_and_the_note(book, as_json):
    [atlas] = as_json("drift", "Atlas", *ON)["roles"]

    assert len(atlas["weeks"]) == 22
    last = atlas["weeks"][-1]
    assert (last["week"], last["hours"], last["set_aside"]) == ("2026-11-09", 22, False)
    assert last["statistic"] == atlas["statistic"]
    assert "we put 22 hours a week into the agreement" in atlas["talk"]


def test_a_promise_of_ten_years_is_slower_to_speak(book, as_json):
    [usual] = as_json("drift", "atlas", *ON)["roles"]
    [slower] = as_json("drift", "atlas", *ON, "--promise", "10y")["roles"]

    assert slower["threshold"] > usual["threshold"]
    assert slower["alarm_on"] >= usual["alarm_on"]


def test_a_role_that_is_not_there_is_named(book):
    answer = book("drift", "nobody")

    assert answer.exit_code == 2
    assert "There is no role of that name: nobody." in answer.stderr


def test_a_role_that_is_not_held_on_the_day_has_no_line(book):
    assert (
        "You hold no roles on this day." in book("drift", "--on", "2020-01-01").output
    )


def test_numbers_of_a_series_are_not_for_the_book(book):
    answer = book("drift", "--threshold", "3")

    assert answer.exit_code == 2
    assert "This goes with a series of weeks only: --threshold." in answer.stderr


def test_the_page_speaks_the_language_of_its_person(book, nora):
    change_person(viewer=nora, language="nl")

    page = book("drift", "atlas", *ON).output

    assert "6 uur per week meer dan afgesproken, sinds de week van" in page
    assert "alarm boven 5,56" in page
    assert english_in(page) == []


def test_the_page_and_the_command_say_the_same_of_a_role(book, as_json, nora, client):
    client.force_login(nora)

    atlas = next(r for r in as_json("drift", *ON)["roles"] if r["role"] == "atlas")
    page = client.get("/hours/?on=2026-11-20").content.decode()

    for text in ("sentence", "over_text", "since_text", "worth_text"):
        assert atlas[text] in page


@pytest.mark.slow
def test_in_the_sample_it_is_atlas_that_drifts_and_nothing_else(program):
    program("init", "--name", "Marit van Dalen")
    samples = ROOT / "samples"
    program("import", samples / "portfolio.toml", samples / "files")

    answer = json.loads(program("drift", *ON, "--json").stdout)

    assert [r["role"] for r in answer["roles"] if r["verdict"] == "drifting"] == [
        "atlas"
    ]
