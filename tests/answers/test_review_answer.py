"""The review as one answer: its values, for pages and for scripts."""

import json

import pytest

from plait.answers.overview.answer import ReviewAnswer
from plait.answers.to_json import from_record, to_record
from tests.answers.cases import SITUATIONS, full, reviewed
from tests.cast import Life

situations = pytest.mark.parametrize("life", SITUATIONS.values(), ids=SITUATIONS)


def told(life: Life) -> dict:
    return to_record(reviewed(life))


@situations
def test_every_review_can_be_written_as_json_and_read_again(life):
    answer = told(life())

    assert json.loads(json.dumps(answer, allow_nan=False)) == json.loads(
        json.dumps(answer)
    )
    assert set(answer) == {
        "on",
        "language",
        "currency",
        "sentence",
        "is_empty",
        "figures",
        "hours",
        "income",
        "concentration",
        "inbox",
        "findings",
        "n_pressing",
        "n_settled",
        "known",
        "left_out",
    }


@situations
def test_a_review_that_was_kept_is_read_back_the_same(life):
    answer = reviewed(life())

    assert from_record(to_record(answer), ReviewAnswer) == answer


def series(name: str, colour: int, hours: list[float]) -> dict:
    return {"role": name.lower(), "name": name, "colour": colour, "hours": hours}


def test_it_holds_the_hours_of_every_role_held():
    answer = told(full())["hours"]

    assert (answer["actual"], answer["capacity"]) == (pytest.approx(47.2), 40)
    assert answer["free"] == pytest.approx(-7.2)
    assert answer["roles"][1] == {
        "role": "atlas",
        "name": "Atlas",
        "colour": 2,
        "agreed": 8,
        "actual": 13,
        "over": 5,
        "n_weeks": 4,
        "weeks_of_data": 60,
        "weeks_needed": 8,
        "verdict": "over",
    }


def test_it_holds_every_week_and_day_that_is_drawn():
    life = Life(on="2026-11-20").role("Practice").role("Board").role("Idle")
    life.gives_weekly("Practice", 24, weeks=60)
    life.gives("", 1.5, "2026-11-13").gives("Practice", 8, "2026-11-17", also=["Board"])

    hours = told(life)["hours"]

    weeks, this_week = hours["weeks"], hours["this_week"]
    assert len(weeks["mondays"]) == 52
    assert weeks["mondays"][-1] == "2026-11-09"
    assert weeks["roles"] == [series("Practice", 1, [24] * 52)]
    assert weeks["load"] == [24] * 51 + [25.5]
    assert weeks["open"] == [0] * 51 + [1.5]
    assert this_week == {
        "monday": "2026-11-16",
        "text": "8 hours so far",
        "open": [0] * 7,
        "load": [0, 8, 0, 0, 0, 0, 0],
        "roles": [
            series("Practice", 1, [0, 8, 0, 0, 0, 0, 0]),
            series("Board", 2, [0, 8, 0, 0, 0, 0, 0]),
        ],
    }


def test_it_holds_every_stream_by_month():
    life = Life().role("Practice").is_paid_monthly("Practice", "2950.25 EUR", months=2)
    life.is_paid_on("Practice", "-30 EUR", "2026-10-02")

    income = told(life)["income"]

    assert income["months"] == ["2026-09", "2026-10"]
    assert income["total"] == [2950.25, 2950.25]
    assert income["streams"] == [
        {
            "role": "practice",
            "name": "Practice",
            "colour": 1,
            "monthly": [2950.25, 2950.25],
            "costs": [0, 30],
            "last_year": 5900.5,
            "a_month": 2950.25,  # over the two months known
            "trend": "too short",
            "last_half": 2950.25,
            "half_before": 0,
            "usual_gap": 1,
            "months_since": 0,
            "last_on": "2026-10-31",
        }
    ]


def test_it_holds_the_shares_of_all_payers():
    answer = told(full())["concentration"]

    assert answer["names"][0] == "De Linde"
    assert sum(answer["shares"]) == pytest.approx(1)
    assert answer["n_months"] == 12


def test_it_holds_what_waits():
    answer = told(full())["inbox"]

    assert answer[0] == {
        "field": "payer",
        "value": "Gemeente",
        "n_records": 4,
        "minor": 131_000,
        "currency": "EUR",
        "seconds": 0,
        "first_on": None,
        "last_on": None,
        "account": "",
    }


def test_a_finding_holds_its_words_numbers_step_and_evidence():
    over = next(f for f in told(full())["findings"] if f["kind"] == "role-over")

    assert over["title"] == "Atlas has outgrown its agreement"
    assert over["role"] == "atlas"
    assert over["step"] == {
        "label": "Draft a note to discuss it",
        "place": "talk",
        "key": "atlas",
    }
    assert set(over["evidence"]) == {
        "data",
        "method",
        "assumptions",
        "certainty",
        "source",
        "records",
    }
    assert {"name": "over", "value": 5} in over["numbers"]
    assert over["key"] == "role-over:atlas"
    assert over["evidence"]["records"][0]["kind"] == "time"
    assert "picture" not in over


def test_five_findings_lead_and_the_rest_follows_in_their_order():
    answer = reviewed(full())

    assert answer.n_pressing == len(answer.pressing) == 5
    assert answer.pressing + answer.less_pressing == answer.findings
    assert min(f.weight for f in answer.pressing) >= answer.less_pressing[0].weight
