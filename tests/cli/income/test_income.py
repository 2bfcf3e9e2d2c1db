"""plait income: streams with their usual month, costs, swings, and what is missing."""

import pytest

from plait.accounts.models import Person
from plait.book.models import Role
from plait.book.operations.records import add_payment
from plait.domain.roles import RoleKind
from tests.cast import amt, day

ON = ("--on", "2026-11-20")


@pytest.fixture
def practice(nora: Person, role_of) -> Role:
    """A salary on the 24th from January 2025 to September 2026, more in May."""
    held = role_of(nora, "Practice", kind=RoleKind.EMPLOYMENT)
    for number in range(21):
        on = day(f"{2025 + number // 12}-{number % 12 + 1:02}-24")
        came = {"role": held, "on": on, "payer": "De Linde"}
        add_payment(viewer=nora, amount=amt("2900 EUR"), **came)
        if on.month == 5:
            add_payment(viewer=nora, amount=amt("2320 EUR"), **came)
    add_payment(viewer=nora, role=held, on=day("2026-11-19"), amount=amt("-50 EUR"))
    add_payment(viewer=nora, role=held, on=day("2026-10-05"), amount=amt("-75 EUR"))
    return held


@pytest.fixture
def flat(nora: Person, role_of) -> Role:
    """A rent of 780 on the 2nd, all of 2026."""
    held = role_of(nora, "Flat")
    for month in range(1, 12):
        on = day(f"2026-{month:02}-02")
        add_payment(viewer=nora, role=held, on=on, amount=amt("780 EUR"))
    return held


def test_a_stream_is_told_as_it_came_and_spread(as_json, practice):
    told = as_json("income", *ON)

    [stream] = told["streams"]
    assert (told["months"][0], told["months"][-1]) == ("2025-01", "2026-10")
    assert stream["raw"][3:6] == [2900, 5220, 2900]
    # 2,900 and a twelfth of 2,320 in every month up to the last that was paid.
    assert stream["spread"][:21] == [3093.33] * 21
    assert [one["artefact"] for one in stream["artefacts"]] == ["holiday allowance"]
    assert stream["artefacts"][0]["months"] == ["2025-05", "2026-05"]
    assert stream["swing"]["deviation"] < stream["swing_as_it_came"]["deviation"]


def test_a_stream_is_told_gross_and_net_of_its_costs(as_json, practice):
    [stream] = as_json("income", *ON, "--months", "2")["streams"]

    # October had no salary, and 75 went out; November is not over.
    assert stream["raw"] == [2900, 0]
    assert stream["costs"] == [0, 75]
    assert stream["net"] == [2900, -75]
    # Eleven of the last twelve months brought 2,900, May 2,320 more.
    assert (stream["last_year"], stream["last_year_net"]) == (34_220, 34_145)


def test_what_has_not_come_is_told_with_its_paydays(as_json, practice):
    told = as_json("income", *ON)

    [missing] = told["unexpected"]
    assert (missing["kind"], missing["role"]) == ("missing", "practice")
    assert (missing["due_on"], missing["expected"]) == ("2026-10-24", 2900)
    [line] = told["streams"][0]["awaited"]
    assert (line["payer"], line["every"], line["by"]) == ("De Linde", "month", "habit")
    assert [day["came"] for day in line["paydays"][-4:]] == [2900, 0, 0, 0]
    assert line["next_on"] == "2026-11-24"


def test_all_streams_are_put_together_and_one_can_be_asked_for(as_json, practice, flat):
    everything, one = as_json("income", *ON), as_json("income", "flat", *ON)

    assert everything["total"]["raw"][-1] == 780
    assert [stream["role"] for stream in one["streams"]] == ["flat"]
    assert [payer["roles"] for payer in one["payers"]] == [["flat"]]
    assert one["unexpected"] == []
    assert "total" not in one


def test_the_page_has_a_line_for_each_stream_and_says_what_was_spread(
    plait, practice, flat
):
    page = plait("income", *ON).stdout

    assert "Practice" in page
    assert "Together" in page
    assert "€34,220" in page
    assert "Practice: holiday allowance spread over the months it is for." in page
    assert "Practice: missing" in page
    assert "About €2,900 was due around 24 October 2026, 27 days ago. De Linde" in page


def test_the_page_can_be_by_month_or_by_payer(plait, practice, flat):
    by_month = plait("income", "--by", "month", "--months", "3", *ON).stdout
    by_payer = plait("income", "--by", "payer", *ON).stdout

    assert [line.split("  ")[0] for line in by_month.splitlines()[1:5]] == [
        "Month",
        "August 2026",
        "September 2026",
        "October 2026",
    ]
    # 34,220 of 34,220 + 10 x 780 = 42,020 is 81 %.
    assert "81\u202f%" in by_payer
    assert "De Linde" in by_payer
    assert "Flat House" in by_payer  # who has no name is told by the organisation


def test_a_book_without_income_says_what_to_do(nora, plait):
    assert "plait import" in plait("income", *ON).stdout


def test_a_role_that_is_not_there_is_said(nora, plait):
    answer = plait("income", "nowhere", *ON)

    assert answer.exit_code == 2
    assert "nowhere" in answer.stderr
