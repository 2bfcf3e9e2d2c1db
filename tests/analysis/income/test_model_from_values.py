"""An income model out of plain values, and what is refused of them."""

import math

import pytest

from plait.analysis.income.model import CauseModel, Hazard, Impossible, StreamModel
from plait.analysis.income.model_from_values import WrongModel, model_from_values
from plait.domain.errors import PlaitError

ALL = {
    "name": "Workshops",
    "monthly": 700,
    "varies": 0.6,
    "hours": 8,
    "ends_in": 11,
    "renewed": 0.5,
    "notice": 1,
    "hazard": {"chance": 0.25, "years": 4},
    "wait": 2,
    "replaced": 0.8,
    "ramp": 3,
    "late": 1.5,
    "causes": ["ministry"],
    "unpaid": 900,
    "unsure": 0.1,
}


def told(**values):
    return model_from_values({"streams": [{"name": "x", "monthly": 1000} | values]})


def test_every_field_of_a_stream_is_read():
    model = model_from_values(
        {"streams": [ALL], "causes": [{"name": "ministry", "chance": 0.1}]}
    )

    values = ALL | {"hazard": Hazard(1, 3), "causes": ("ministry",)}
    assert model.streams == (StreamModel(**values),)
    assert model.causes == (CauseModel("ministry", 0.1),)


def test_what_is_left_out_is_as_the_fields_say():
    assert told().streams == (StreamModel("x", 1000),)
    assert told().months == 24


@pytest.mark.parametrize(
    ("hazard", "meant"),
    [
        (0.12, Hazard(0.12)),
        (1, Hazard(1.0)),
        ({"chance": 0.12}, Hazard(0.12)),
        ({"chance": 0.25, "years": 4}, Hazard(1, 3)),
        ({"chance": 0.12, "years": math.inf}, Hazard(0.12)),
        ({"a": 2, "b": 8}, Hazard(2, 8)),
        ({"monthly": 0.5}, Hazard(1 - 0.5**12)),
    ],
)
def test_a_hazard_can_be_written_in_four_ways(hazard, meant):
    assert told(hazard=hazard).streams[0].hazard == meant


def test_a_wait_of_never_is_no_replacement():
    assert told(wait="never").streams[0].wait is None


@pytest.mark.parametrize(
    ("values", "place"),
    [
        ({"monthly": "1000"}, "streams x, monthly: '1000'"),
        ({"monthly": True}, "streams x, monthly: True"),
        ({"notice": 1.5}, "streams x, notice: 1.5"),
        ({"ends_in": "June"}, "streams x, ends_in: 'June'"),
        ({"causes": "ministry"}, "streams x, causes: 'ministry'"),
        ({"causes": [3]}, "streams x, causes: 3"),
        ({"hazard": {"years": 3}}, "streams x, hazard: {'years': 3}"),
        ({"hazard": {"chance": "high"}}, "streams x, hazard.chance: 'high'"),
        ({"hazzard": 0.1}, "streams x, hazzard"),
        ({"name": ""}, "streams , name: ''"),
    ],
)
def test_a_value_of_the_wrong_kind_is_named_with_its_place(values, place):
    with pytest.raises(WrongModel) as refused:
        told(**values)

    assert refused.value.value == place
    assert refused.value.fix


@pytest.mark.parametrize(
    "hazard",
    [
        1.2,
        -0.1,
        math.nan,
        {"chance": 2, "years": 3},
        {"chance": 0.1, "years": 0},
        {"chance": 0.1, "years": -2},
        {"a": 0, "b": 1},
        {"a": 1e300, "b": 1e300},
        {"monthly": 1.5},
    ],
)
def test_a_hazard_that_cannot_be_is_named_with_its_place(hazard):
    with pytest.raises(Impossible, match="streams x, hazard"):
        told(hazard=hazard)


@pytest.mark.parametrize(
    "values",
    [
        {"monthly": math.nan},
        {"monthly": 10**400},
        {"notice": 10**400},
        {"varies": -math.inf},
    ],
)
def test_numbers_that_are_none_are_refused(values):
    with pytest.raises(PlaitError, match="x, "):
        told(**values)


def test_a_stream_without_its_income_is_refused():
    with pytest.raises(WrongModel, match="streams Practice, monthly"):
        model_from_values({"streams": [{"name": "Practice"}]})


def test_a_stream_without_a_name_is_refused():
    with pytest.raises(WrongModel, match=r"streams \?, name"):
        model_from_values({"streams": [{"monthly": 3}]})


@pytest.mark.parametrize("streams", [3, "x", [3], {"name": "x"}])
def test_streams_that_are_no_list_of_tables_are_refused(streams):
    with pytest.raises(WrongModel, match="model, streams"):
        model_from_values({"streams": streams})


@pytest.mark.parametrize("currency", ["euro", "XYZ", 3, ""])
def test_a_currency_that_is_none_is_refused(currency):
    with pytest.raises(WrongModel, match="model, currency"):
        model_from_values({"currency": currency})
