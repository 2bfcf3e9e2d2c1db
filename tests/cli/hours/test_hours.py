"""plait hours: accounts of all roles or of one, by role, week or month."""

from datetime import UTC, date, datetime, timedelta

import pytest

from plait.accounts.operations import change_person
from plait.book.models import Role
from plait.book.operations.availability import add_absence
from plait.book.operations.records import add_time
from plait.domain.availability import AbsenceKind
from plait.domain.period import Period
from tests.tell_tales import english_in

# Sunday 15 November 2026: two whole weeks after Atlas began.
ON = ("--on", "2026-11-15")


def gives(viewer, key, on, hours):
    role = Role.objects.get(owner=viewer, key=key)
    add_time(viewer=viewer, role=role, on=date.fromisoformat(on), seconds=hours * 3600)


@pytest.fixture
def book(plait, nora):
    """Atlas at 14 hours a week since Monday 2 November, a board without hours."""
    atlas = ["role", "add", "Atlas", "--organisation", "Atlas House"]
    plait(*atlas, "--kind", "contract", "--from", "2026-11-02", "--hours", "14/week")
    board = ["role", "add", "Board", "--organisation", "Board House"]
    plait(*board, "--kind", "board", "--from", "2026-01-01")
    gives(nora, "atlas", "2026-11-03", 16)
    gives(nora, "atlas", "2026-11-10", 11)
    gives(nora, "board", "2026-11-12", 2)
    return plait


def test_each_role_has_its_account(book, as_json):
    board, atlas = as_json("hours", *ON)["roles"]

    # Two weeks of 14 against 16 + 11.
    assert atlas["agreed"] == pytest.approx(28)
    assert atlas["given"] == 27
    assert atlas["balance"] == pytest.approx(-1)
    # A period ends on the first day that is out of it.
    assert (atlas["start"], atlas["end"]) == ("2026-11-02", "2026-11-16")
    assert (board["given"], board["due"], board["balance"]) == (2, None, None)


def test_days_off_stand_by_their_reason(book, nora, as_json):
    leave = Period(date(2026, 11, 9), date(2026, 11, 10))
    add_absence(viewer=nora, kind=AbsenceKind.LEAVE, period=leave)

    atlas = as_json("hours", "atlas", *ON)["roles"][0]

    # A fifth of 14 hours.
    assert atlas["free"]["leave"] == pytest.approx(2.8)
    assert atlas["free"]["holiday"] == atlas["free"]["other"] == 0
    assert atlas["free"]["text"] == "leave"
    assert atlas["due"] == pytest.approx(25.2)


def test_weeks_run_up_to_the_balance(book, as_json):
    answer = as_json("hours", "atlas", "--by", "week", *ON)

    rows = answer["roles"][0]["rows"]

    assert [row["start"] for row in rows] == ["2026-11-02", "2026-11-09"]
    assert [row["balance"] for row in rows] == [pytest.approx(2), pytest.approx(-1)]


def test_the_months_of_all_roles_are_their_sums(book, nora, as_json):
    book("agree", "board", "--hours", "7/week", "--from", "2026-11-09")

    (november,) = as_json("hours", "--by", "month", *ON)["rows"]

    # Atlas since the 2nd, the board since the 9th: 28 + 7 due, 27 + 2 given.
    assert (november["start"], november["end"]) == ("2026-11-02", "2026-11-16")
    assert november["due"] == pytest.approx(35)
    assert november["given"] == 29
    assert november["balance"] == pytest.approx(-6)


def test_a_balance_begins_on_any_day(book, as_json):
    answer = as_json("hours", "atlas", "--since", "2026-11-09", *ON)

    assert answer["since"] == "2026-11-09"
    assert answer["roles"][0]["balance"] == pytest.approx(11 - 14)


def test_no_account_begins_before_its_role(book, as_json):
    answer = as_json("hours", "atlas", "--since", "1950-01-01", *ON)

    assert answer["roles"][0]["start"] == "2026-11-02"


def test_the_notes_give_what_the_table_does_not_show(book):
    page = book("hours", *ON).output

    assert "All roles, up to 15 November 2026" in page
    figures = " ".join(page.split())
    assert "Atlas 2026-11-02 28.0 0.0 28.0 27.0 -1.0" in figures
    assert "from when its present hours were agreed" in page
    assert "Board: no hours are agreed, so none are due." in page


def test_hours_are_not_due_after_the_last_day_they_are_known(book, as_json):
    words = ("hours", "--on", "2026-11-25")

    assert "known until 12 November 2026" in " ".join(book(*words).output.split())
    # From the 2nd to the 12th are eleven days of 2 hours.
    assert as_json(*words)["roles"][1]["due"] == pytest.approx(22)


def test_hours_given_before_any_were_agreed_stand_apart(book, nora):
    gives(nora, "board", "2026-11-14", 3)
    book("agree", "board", "--hours", "7/week", "--from", "2026-11-14")

    page = book("hours", "board", "--since", "2026-11-09", *ON).output

    assert "Board: 2 hours worked while none were agreed" in page


def test_what_is_left_of_a_total_is_noted(book):
    book("agree", "board", "--hours", "10/total", "--from", "2026-11-01")

    assert "Board: 8 hours left of the agreed total." in book("hours", *ON).output


def test_employment_in_a_country_that_is_not_set_says_so(book):
    wanted = ["role", "add", "Practice", "--organisation", "Practice House"]
    book(*wanted, "--kind", "employment", "--from", "2026-01-01", "--hours", "24/week")

    assert "Public holidays are not counted" in book("hours", *ON).output


def test_a_role_that_is_not_there_is_named(book):
    answer = book("hours", "atlantis", *ON)

    assert answer.exit_code == 2
    assert "There is no role of that name: atlantis." in answer.output


@pytest.mark.parametrize(
    ("span", "sentence"),
    [
        (("--since", "2026-11-16", *ON), "would end before it begins"),
        (("--on", "9999-12-31"), "between the years 1900 and 2199"),
        (("--since", "0001-01-01", *ON), "between the years 1900 and 2199"),
    ],
)
def test_a_span_that_cannot_be_is_refused(book, span, sentence):
    answer = book("hours", *span)

    assert answer.exit_code == 2
    assert sentence in answer.output


def test_without_roles_it_says_where_to_look(plait, nora):
    assert "You hold no roles on this day" in plait("hours", *ON).output


def test_what_was_worked_before_the_first_logged_hours_is_not_owed(book, as_json):
    wanted = ["role", "add", "Practice", "--organisation", "Practice House"]
    book(*wanted, "--kind", "contract", "--from", "2026-01-01", "--hours", "7/week")

    practice = as_json("hours", "practice", *ON)["roles"][0]

    # The first hours of any role are of the week of 2 November: two weeks of 7.
    assert (practice["start"], practice["balance"]) == ("2026-11-02", -14)


def test_the_sentence_above_is_that_of_the_hours_page(book, as_json):
    answer = as_json("hours", *ON)

    assert answer["sentence"] in book("hours", *ON).output
    assert answer["sentence"].startswith("Too few weeks yet")


def test_the_page_speaks_the_language_of_its_person(book, nora):
    change_person(viewer=nora, language="nl")
    leave = Period(date(2026, 11, 9), date(2026, 11, 10))
    add_absence(viewer=nora, kind=AbsenceKind.LEAVE, period=leave)
    book("agree", "board", "--hours", "10/total", "--from", "2026-11-10")

    for by in ("role", "week", "month"):
        page = book("hours", "--by", by, *ON).output

        assert "Alle rollen, tot en met 15 november 2026" in page
        assert english_in(page) == []


@pytest.fixture
def around(book, nora):
    """A role to come and one that is over, each with hours beside its dates."""
    later = [
        "role",
        "add",
        "Later",
        "--organisation",
        "Later House",
        "--hours",
        "6/week",
    ]
    book(*later, "--kind", "contract", "--from", "2026-11-30")
    over = ["role", "add", "Over", "--organisation", "Over House", "--hours", "6/week"]
    book(*over, "--kind", "contract", "--from", "2026-01-01", "--to", "2026-11-01")
    gives(nora, "later", "2026-11-10", 3)
    gives(nora, "over", "2026-11-11", 4)
    return book


@pytest.mark.parametrize("since", [[], ["--since", "2026-11-02"]])
def test_hours_beside_the_dates_of_a_role_are_in_the_sum(around, as_json, since):
    answer = as_json("hours", *ON, *since)

    given = {role["role"]: role["given"] for role in answer["roles"]}
    outside = {role["role"]: role["outside"] for role in answer["roles"]}
    assert given == {"atlas": 27, "board": 2, "later": 3, "over": 4}
    assert outside == {"atlas": 0, "board": 0, "later": 3, "over": 4}
    assert answer["total"]["given"] == 36


@pytest.mark.parametrize("by", ["week", "month"])
def test_the_rows_of_a_time_hold_them_too(around, as_json, by):
    answer = as_json("hours", *ON, "--by", by)

    assert sum(row["given"] for row in answer["rows"]) == 36


def test_they_are_named_with_the_dates_of_the_role(around):
    page = " ".join(around("hours", *ON).output.split())

    assert (
        "Later, which begins on 30 November 2026: 3 hours worked outside these dates;"
        " they are not in the balance."
    ) in page
    assert "Over, which runs from 1 January 2026 to 31 October 2026: 4 hours" in page


def test_hours_at_one_time_are_taken_from_ones_own_time_once(book, nora, as_json):
    for key, hours, at in (("atlas", 3, 9), ("board", 4, 11)):
        role = Role.objects.get(owner=nora, key=key)
        starts = datetime(2026, 11, 13, at, tzinfo=UTC)
        add_time(
            viewer=nora,
            role=role,
            on=starts.date(),
            seconds=hours * 3600,
            starts_at=starts,
            ends_at=starts + timedelta(hours=hours),
        )

    total = as_json("hours", *ON)["total"]

    # 16 + 11 + 2 before, then 9-12 and 11-15: 7 hours of the roles, 6 of the clock.
    assert (total["given"], total["filled"]) == (36, pytest.approx(35))
    assert "these 36 hours took 35 hours of your time" in " ".join(
        book("hours", *ON).output.split()
    )


def test_an_account_begins_with_the_balance_that_a_role_has(book, as_json):
    book("role", "change", "atlas", "--balance", "-4", "--balance-from", "2026-11-09")

    [atlas] = as_json("hours", "atlas", *ON)["roles"]

    # 11 hours of the second week, 14 due, and 4 behind before.
    assert (atlas["start"], atlas["opening"]) == ("2026-11-09", -4)
    assert atlas["balance"] == pytest.approx(-7)
    page = " ".join(book("hours", "atlas", *ON).output.split())
    assert "Atlas began on 9 November 2026 with 4 hours still to be worked." in page


def test_a_balance_without_its_day_is_refused(book):
    answer = book("role", "change", "atlas", "--balance", "5")

    assert answer.exit_code == 2
    assert "An opening balance needs its hours and its day" in answer.stderr


def test_a_balance_is_taken_away_again(book, as_json):
    book("role", "change", "atlas", "--balance", "5", "--balance-from", "2026-11-02")
    book("role", "change", "atlas", "--balance", "none", "--balance-from", "none")

    assert as_json("hours", "atlas", *ON)["roles"][0]["opening"] is None
