"""One converter for every answer, and a schema that what it writes keeps to."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

import numpy as np
import pytest
from jsonschema import Draft202012Validator

from plait.answers.concentration import concentration_answer
from plait.answers.context import answer_context
from plait.answers.registry import ANSWERS
from plait.answers.to_json import schema_of, to_json, to_record
from plait.wording.words import words_for
from tests.cast import Life


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Small:
    on: date
    paid: Decimal
    share: float
    colour: Colour
    names: tuple[str, ...] = ()


def test_each_value_has_one_spelling():
    answer = Small(date(2026, 11, 21), Decimal("12.50"), 0.1, Colour.RED, ("a", "b"))

    assert json.loads(to_json(answer)) == {
        "on": "2026-11-21",
        "paid": "12.50",
        "share": 0.1,
        "colour": "red",
        "names": ["a", "b"],
    }


def test_what_is_no_number_is_null():
    assert (
        to_record(Small(date(2026, 1, 1), Decimal(0), float("nan"), Colour.RED))[
            "share"
        ]
        is None
    )


def test_an_array_is_refused():
    with pytest.raises(TypeError):
        to_json(np.array([1.0]))


def test_every_answer_has_a_schema_that_is_one():
    schema = schema_of(ANSWERS)

    Draft202012Validator.check_schema(schema)
    assert set(schema["properties"]) == set(ANSWERS)


def test_an_answer_keeps_to_its_schema():
    life = Life("2026-11-21").role("Atlas").is_paid_on("Atlas", "900 EUR", "2026-10-01")
    answer = concentration_answer(answer_context(life.portfolio(), words_for("en")))

    schema = schema_of(ANSWERS)
    shape = {"$defs": schema["$defs"], **schema["properties"]["concentration"]}
    Draft202012Validator(shape).validate(json.loads(to_json(answer)))
