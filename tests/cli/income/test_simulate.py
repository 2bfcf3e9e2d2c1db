"""plait simulate: the figures of a file and of a book, as JSON and as a page."""

from datetime import date
from decimal import Decimal

import pytest

from plait.accounts.operations import change_person
from plait.book.models import Role
from plait.book.operations.by_hand import add_payment
from plait.domain.money import Money
from tests.tell_tales import english_in

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


def test_the_page_shows_chances_runway_and_what_it_rests_on(plait, model):
    page = " ".join(plait(*model).output.split())

    chance = (
        "The chance that at least one of the 12 months brings in less than 1,500: 2"
    )
    assert chance in page
    assert "Savings of 5,000 and what comes in last all 12 months" in page
    assert "half are below 2,000 ████████████ 2,000" in page
    assert "it cannot show that the model is right" in page
    assert "20,000 simulated futures" in page


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
    assert "ends as often as your own clients did" in " ".join(stream["assumed"])
    assert stream["sector_rate"] is None
    assert answer["first_month"] == "2026-12"
    assert [test["coverage"] for test in answer["back_test"]] == [1]


def test_a_book_without_a_floor_says_so(book):
    page = " ".join(book("simulate", "--on", "2026-11-20").output.split())

    assert "The least a month costs is not known" in page
    assert "Atlas 2,000 0 %" in page


def test_a_floor_and_savings_can_be_tried(book, as_json, model):
    asked = ("--floor", "2500", "--savings", "1000")
    answer = as_json("simulate", "--on", "2026-11-20", *asked)

    # 2,000 come in and 2,500 go out: 1,000 last two months.
    assert answer["knows_floor"]
    assert answer["short_ever"]["value"] == 1
    assert answer["runway"]["at_least"][0] == {"share": 0.5, "months": 2}
    assert as_json(*model, *asked)["floor"] == 2500


@pytest.mark.parametrize("floor", ["-1", "nan", "inf"])
def test_a_floor_that_cannot_be_is_refused(plait, model, floor):
    answer = plait(*model, f"--floor={floor}")

    assert answer.exit_code == 2
    assert "model, floor" in answer.output


def test_an_empty_book_has_nothing_to_simulate(plait, nora):
    assert "Nothing comes in" in plait("simulate", "--on", "2026-11-20").output


def test_the_chance_of_losing_a_stream_is_the_sum_of_all_ways_to(as_json, model):
    answer = as_json(*model)

    by_count = [one["value"] for one in answer["ends_within_a_year"]]
    assert answer["loses_one"] == pytest.approx(sum(by_count[1:]))
    assert answer["loses_several"] == pytest.approx(by_count[2])


def test_a_cost_that_ends_is_no_stream_that_is_lost(as_json, tmp_path):
    course = "\n[[streams]]\nname = 'Course'\nmonthly = -100\nends_in = 3\n"
    file = tmp_path / "model.toml"
    file.write_text(MODEL + course)

    answer = as_json("simulate", "--model", file)

    assert answer["loses_one"] < 0.3  # 1 - .7669, as without the course
    assert answer["streams"][2]["ends_within_a_year"]["value"] == 1


def test_the_page_speaks_the_language_of_its_person(book, nora):
    change_person(viewer=nora, language="nl")

    page = book("simulate", "--on", "2026-11-20", "--floor", "2500").output

    assert "20.000 doorgerekende scenario’s" in " ".join(page.split())
    assert english_in(page.replace("Bureau of Labor Statistics", "")) == []
