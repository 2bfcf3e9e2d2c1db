"""plait plan: which mix of hours would be better."""

import pytest

from plait.book.operations.records import add_payment
from plait.book.operations.roles import agree
from tests.cast import amt, day, terms

MODEL = """\
floor = 2500

[[streams]]
name = "Practice"
monthly = 2400
hours = 24
hazard = 0.05

[[streams]]
name = "Board"
monthly = 0
hours = 2

[[options]]
name = "Practice"
least = 16
most = 32
step = 8

[[options]]
name = "Workshops"
amounts = [4, 8]
monthly = 1200
hazard = 0.4

[limits]
capacity = 34
"""


@pytest.fixture
def model(tmp_path):
    file = tmp_path / "model.toml"
    file.write_text(MODEL)
    return ("plan", "--model", file, "--scenarios", "400")


def test_the_richest_of_a_file_can_be_checked_by_hand(as_json, model):
    answer = as_json(*model)

    # 34 hours: the board's 2 stay, 8 of workshops and 24 of the practice, or 32 of it
    # alone. Workshops bring 150 an hour and mostly end within the two years (mean
    # share .6); the practice 100, mean share .95.
    richest = answer["plans"][answer["named"]["richest"]]
    assert richest["hours"] == {"Practice": 32.0, "Workshops": 0.0, "Board": 2.0}
    assert richest["income"] == pytest.approx(3200 * 0.95, rel=0.02)
    assert richest["status"] == "best"


def test_plans_are_checked_on_other_scenarios_beside_the_naive_rules(as_json, model):
    answer = as_json(*model)

    names = [check["name"] for check in answer["check"]]
    assert names == [
        "safest",
        "balanced",
        "richest",
        "present mix",
        "equal hours",
        "best rate first",
    ]
    assert answer["seed_of_check"] == 2


def test_the_same_seed_gives_the_same_plans(as_json, model):
    assert as_json(*model) == as_json(*model)
    assert as_json(*model) != as_json(*model, "--seed", "5")


def test_more_hours_and_another_risk_can_be_asked_for(as_json, model):
    answer = as_json(*model, "--capacity", "42", "--risk", "3")

    assert answer["capacity"] == 42
    assert answer["weights"]["risk"] == 3
    assert answer["plans"][-1]["hours"]["Workshops"] == 8


def test_wishes_that_contradict_each_other_are_named(plait, as_json, model):
    model[2].write_text(MODEL.replace("least = 16", "least = 16\ncan_leave = false"))

    answer = as_json(*model, "--capacity", "17")

    assert answer["answer"] == "impossible"
    assert [one["kind"] for one in answer["conflict"]] == ["capacity", "least", "least"]
    page = " ".join(plait(*model, "--capacity", "17").output.split())
    assert "Practice has to be held, with 16 hours at least." in page
    assert "Together they need 18 hours, of 17 to give." in page


def test_the_page_shows_the_plans_beside_the_mix_there_is(plait, model):
    page = " ".join(plait(*model).output.split())

    assert "Which mix of hours would be better" in page
    assert "Workshops (not held)" in page
    assert "The balanced plan changes Workshops (not held) 0 to 8." in page
    assert "On scenarios it was not chosen on" in page


def test_a_model_has_no_date(plait, model):
    told = plait(*model, "--on", "2026-11-20")

    assert told.exit_code == 2
    assert "A model has no date to look from" in told.output


def test_a_misspelled_field_is_refused_by_its_place(plait, model):
    model[2].write_text(MODEL.replace("step = 8", "stap = 8"))

    told = plait(*model)

    assert told.exit_code == 2
    assert "options Practice, stap" in told.output


def test_a_book_without_roles_says_what_is_missing(plait, nora):
    told = plait("plan", "--on", "2026-11-20")

    assert told.exit_code == 2
    assert "A plan needs at least one option" in told.output


@pytest.fixture
def two_roles(nora, role_of):
    for name, agreed in (
        ("Practice", terms("24/week", pay="2400 EUR/salary", notice_days=60)),
        ("Atlas", terms("8/week", pay="85 EUR/hour")),
    ):
        role = role_of(nora, name)
        agree(viewer=nora, role=role, terms=agreed)
        for month in range(1, 13):
            add_payment(
                viewer=nora,
                role=role,
                on=day(f"{2026 if month < 11 else 2025}-{month:02}-28"),
                amount=amt("2400 EUR"),
            )
    return nora


def test_a_book_is_planned_with_what_it_takes_for_granted(two_roles, plait, as_json):
    asked = ("plan", "--scenarios", "300", "--on", "2026-11-20", "--capacity", "36")

    answer = as_json(*asked)

    assert [option["role"] for option in answer["options"]] == ["Practice", "Atlas"]
    assert answer["plans"][-1]["hours"]["atlas"] == 12
    page = " ".join(plait(*asked).output.split())
    assert "Practice: keeps its hours, gives up as much as half of them" in page
    assert "What a month must cost is not told: what usually comes in now" in page
