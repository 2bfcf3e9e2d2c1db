"""plait simulate: the figures of a file and of a book, as JSON and as a page."""

from datetime import date
from decimal import Decimal

import pytest

from plait.book.models import Role
from plait.book.operations.records import add_payment
from plait.domain.money import Money

MODEL = """\
savings = 5000
floor = 1500
months = 12

[[streams]]
name = "One"
monthly = 1000
hazard = { monthly = 0.011 }

[[streams]]
name = "Two"
monthly = 1000
hazard = { monthly = 0.011 }
"""


@pytest.fixture
def model(tmp_path):
    file = tmp_path / "model.toml"
    file.write_text(MODEL)
    return ("simulate", "--model", file)


def test_the_figures_of_a_file_can_be_checked_by_hand(as_json, model):
    answer = as_json(*model)

    # Both run with .7669, one ends within a year with .2177, both with .0155. A month
    # is short of 1,500 as soon as one has ended.
    for found, exact in zip(
        answer["ends_within_a_year"], (0.7669, 0.2177, 0.0155), strict=True
    ):
        assert abs(found["value"] - exact) < 4 * found["error"]
    assert (
        abs(answer["short_ever"]["value"] - 0.2331) < 4 * answer["short_ever"]["error"]
    )
    assert answer["usual_month"] == 2000
    assert len(answer["months"]) == answer["n_months"] == 12
    assert answer["months"][0]["quantiles"]["p50"] == 2000


def test_the_same_seed_gives_the_same_answer_and_another_another(as_json, model):
    first, again, other = (as_json(*model, "--seed", seed) for seed in ("7", "7", "8"))

    assert first == again
    assert first["short_ever"] != other["short_ever"]


def test_months_and_scenarios_can_be_asked_for(as_json, model):
    answer = as_json(*model, "--months", "3", "--scenarios", "50")

    assert (len(answer["months"]), answer["scenarios"]) == (3, 50)
    assert answer["at_risk"]["months"] == 3


def test_the_page_tells_chances_runway_and_what_it_rests_on(plait, model):
    shown = " ".join(plait(*model).output.split())

    assert "Some month of the 12 brings less than 1,500 with a chance of 2" in shown
    assert "Savings of 5,000 and what comes in carry you" in shown
    assert "half are below 2,000 ████████████ 2,000" in shown
    assert "that the model is right is not in it" in shown


def test_a_file_that_is_not_there_is_told_without_a_book(plait, tmp_path):
    answer = plait("simulate", "--model", tmp_path / "none.toml")

    assert answer.exit_code == 2
    assert "not there" in answer.output


def test_a_value_that_cannot_be_names_its_stream(as_json, plait, tmp_path):
    file = tmp_path / "model.toml"
    file.write_text(MODEL.replace("monthly = 1000", "monthly = 1000\nvaries = -1", 1))

    error = as_json("simulate", "--model", file)["error"]

    assert error["value"].startswith("stream One, varies: -1")
    assert plait("simulate", "--model", file).exit_code == 2


def test_a_file_has_no_date_to_look_from(plait, model):
    answer = plait(*model, "--on", "2026-11-20")

    assert answer.exit_code == 2
    assert "A model has no date" in answer.output


def test_so_many_scenarios_that_memory_lacks_are_refused_at_once(plait, model):
    answer = plait(*model, "--months", "600", "--scenarios", "1000000")

    assert answer.exit_code == 2
    assert "cannot be simulated" in answer.output


@pytest.fixture
def book(plait, nora):
    wanted = ["role", "add", "Atlas", "--organisation", "Atlas House"]
    plait(*wanted, "--kind", "contract", "--from", "2024-01-01", "--hours", "20/week")
    role = Role.objects.get(owner=nora, key="atlas")
    for n in range(24):
        year, month = divmod(2024 * 12 + 10 + n, 12)
        add_payment(
            viewer=nora,
            role=role,
            on=date(year, month + 1, 28),
            amount=Money(Decimal(2000), "EUR"),
            payer="Atlas House",
        )
    return plait


def test_a_book_is_simulated_with_what_it_takes_for_granted(book, as_json):
    answer = as_json("simulate", "--on", "2026-11-20", "--scenarios", "500")

    [stream] = answer["streams"]
    assert (stream["role"], stream["monthly"], stream["months_of_data"]) == (
        "Atlas",
        2000,
        12,
    )
    assert "ends as often as all jobs do" in " ".join(stream["assumed"])
    assert stream["sector_rate"]["vintage"] == "May 2026, preliminary"
    assert answer["first_month"] == "2026-12"
    assert [test["coverage"] for test in answer["back_test"]] == [1]


def test_a_book_that_tells_no_floor_says_so(book):
    shown = " ".join(book("simulate", "--on", "2026-11-20").output.split())

    assert "What a month must cost is not told" in shown
    assert "Atlas 2,000 0%" in shown


def test_a_floor_and_savings_can_be_tried(book, as_json, model):
    asked = ("--floor", "2500", "--savings", "1000")
    answer = as_json("simulate", "--on", "2026-11-20", *asked)

    # 2,000 come in and 2,500 go out: 1,000 last two months.
    assert answer["knows_floor"]
    assert answer["short_ever"]["value"] == 1
    assert answer["runway"]["lasts_in"]["50%"] == 2
    assert as_json(*model, *asked)["floor"] == 2500


@pytest.mark.parametrize("floor", ["-1", "nan", "inf"])
def test_a_floor_that_cannot_be_is_refused(plait, model, floor):
    answer = plait(*model, f"--floor={floor}")

    assert answer.exit_code == 2
    assert "model, floor" in answer.output


def test_an_empty_book_has_nothing_to_simulate(plait, nora):
    assert "Nothing comes in" in plait("simulate", "--on", "2026-11-20").output
