"""plait income: streams with their usual month, costs, swings, and what is missing."""

import pytest

from plait.accounts.models import Person
from plait.accounts.operations import change_person
from plait.book.models import Role
from plait.book.operations.by_hand import add_payment
from plait.domain.roles import RoleKind
from tests.cast import amt, day
from tests.tell_tales import english_in

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


def test_a_stream_is_given_as_it_came_and_spread(as_json, practice):
    answer = as_json("income", *ON)

    [stream] = answer["streams"]
    assert (answer["months"][0], answer["months"][-1]) == ("2025-01", "2026-10")
    assert stream["raw"][3:6] == [2900, 5220, 2900]
    # 2,900 and a twelfth of 2,320 in every month up to the last that was paid.
    assert stream["spread"][:21] == [3093.33] * 21
    assert [one["artefact"] for one in stream["artefacts"]] == ["holiday allowance"]
    assert stream["artefacts"][0]["months"] == ["2025-05", "2026-05"]
    assert stream["swing"]["deviation"] < stream["swing_as_it_came"]["deviation"]


def test_a_stream_is_given_before_and_after_its_costs(as_json, practice):
    [stream] = as_json("income", *ON, "--months", "2")["streams"]

    # October had no salary, and 75 went out; November is not over.
    assert stream["raw"] == [2900, 0]
    assert stream["costs"] == [0, 75]
    assert stream["net"] == [2900, -75]
    # Eleven of the last twelve months brought 2,900, May 2,320 more.
    assert (stream["last_year"], stream["last_year_net"]) == (34_220, 34_145)


def test_what_has_not_come_in_is_given_with_its_paydays(as_json, practice):
    answer = as_json("income", *ON)

    [missing] = answer["unexpected"]
    assert (missing["kind"], missing["role"]) == ("missing", "practice")
    assert (missing["due_on"], missing["expected"]) == ("2026-10-24", 2900)
    [line] = answer["streams"][0]["awaited"]
    assert (line["payer"], line["every"], line["by"]) == ("De Linde", "month", "habit")
    assert [day["came"] for day in line["paydays"][-4:]] == [2900, 0, 0, 0]
    assert line["next_on"] == "2026-11-24"


def test_all_streams_are_put_together_and_one_can_be_asked_for(as_json, practice, flat):
    everything, one = as_json("income", *ON), as_json("income", "flat", *ON)

    assert everything["total"]["raw"][-1] == 780
    assert [stream["role"] for stream in one["streams"]] == ["flat"]
    assert [payer["roles"] for payer in one["payers"]] == [["flat"]]
    assert one["unexpected"] == []
    assert one["total"] is None
    assert one["sentence"] == (
        "Flat brought in €7,800 over the last 12 whole months, and €780 in a usual one."
    )


def test_the_page_has_a_row_for_each_stream_and_names_what_was_spread(
    plait, practice, flat
):
    page = plait("income", *ON).stdout

    assert "Practice" in page
    assert "Together" in page
    assert "€34,220" in page
    assert (
        "Practice: holiday allowance, spread over the months the money is for." in page
    )
    assert "Practice (De Linde): missing" in page
    assert "About €2,900 was due around 24 October 2026, 27 days ago." in page


def test_the_page_can_be_by_month_or_by_payer(plait, practice, flat):
    by_month = plait("income", "--by", "month", "--months", "3", *ON).stdout
    by_payer = plait("income", "--by", "payer", *ON).stdout

    rows = [line.split("  ")[0] for line in by_month.splitlines()]
    assert rows[rows.index("Month") :][:4] == [
        "Month",
        "August 2026",
        "September 2026",
        "October 2026",
    ]
    # After costs of 75: 34,145 of 34,145 + 10 x 780 = 41,945 is 81 %.
    assert "81\u202f%" in by_payer
    assert "De Linde" in by_payer
    assert "Flat House" in by_payer  # who has no name is given the organisation's


def test_a_book_without_income_says_what_to_do(nora, plait):
    assert "plait import" in plait("income", *ON).stdout


def test_a_role_that_is_not_there_is_an_error(nora, plait):
    answer = plait("income", "nowhere", *ON)

    assert answer.exit_code == 2
    assert "nowhere" in answer.stderr


def test_shares_of_payers_are_those_of_concentration(as_json, practice, flat):
    payers = as_json("income", *ON)["payers"]
    [by_payer] = as_json("concentration", "--by", "payer", *ON)["by"]

    groups = [(one["name"], one["share"]) for one in by_payer["groups"]]
    assert [(one["payer"], one["share"]) for one in payers] == groups
    assert [one["last_year_net"] for one in payers] == [34_145, 7_800]


def test_a_stream_has_its_trend_in_words(as_json, flat):
    [stream] = as_json("income", *ON)["streams"]

    # Ten months are too few for a trend.
    assert (stream["trend"], stream["trend_text"]) == ("too short", "")


def test_a_payment_expected_before_today_is_not_the_next(as_json, practice, flat):
    watched = as_json("income", *ON)["watched"]

    assert (watched["n"], watched["next_on"]) == (2, "2026-11-24")
    assert watched["next_text"] == "Expected next: Practice, around 24 November 2026."


@pytest.mark.parametrize("by", ["role", "month", "payer"])
def test_the_page_speaks_the_language_of_its_person(practice, flat, plait, by):
    change_person(viewer=Person.objects.get(), language="nl")

    page = plait("income", "--by", by, *ON).stdout

    assert "kwam er" in page
    assert english_in(page) == []
