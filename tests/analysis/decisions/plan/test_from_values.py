"""The model of a plan from plain values, as a file tells them."""

import tomllib

import pytest

from plait.analysis.decisions.plan.from_values import plan_from_values
from plait.analysis.decisions.plan.options import NotAnOption, Together
from plait.analysis.income.model_from_values import WrongModel
from plait.domain.errors import PlaitError

FILE = """
floor = 3000

[[streams]]
name = "Practice"
monthly = 2950
hours = 24
notice = 2

[[streams]]
name = "Board"
monthly = 300
hours = 4

[[streams]]
name = "Pension"
monthly = 400

[[options]]
name = "Practice"
least = 16
most = 32
step = 8
value = 0.5

[[options]]
name = "Workshops"
amounts = [4, 8]
monthly = 900
hazard = 0.25
starts_in = 2
grows = 3
excludes = ["Board"]

[limits]
capacity = 40
roles = 3

[[limits.together]]
options = ["Practice", "Workshops"]
least = 20

[limits.weights]
risk = 2
"""


def told(text=FILE):
    file = tomllib.loads(text)
    options, limits = file.pop("options", []), file.pop("limits", {})
    return plan_from_values(file, options, limits)


def test_an_option_named_as_a_stream_is_that_role_as_it_stands():
    practice = told().options[0]

    assert (practice.present, practice.stays) == (24, 2)
    assert practice.pieces()[:, 0].tolist() == [0, 16, 24, 32]


def test_another_option_brings_its_own_stream_at_its_most_hours():
    model = told()

    workshops = model.options[1]
    assert (workshops.least, workshops.most, workshops.present) == (4, 8, 0)
    stream = model.income.streams[-1]
    assert (stream.name, stream.monthly, stream.hours) == ("Workshops", 900, 8)
    assert stream.hazard.mean == 0.25


def test_limits_name_options_and_roles_that_stay_as_they_are():
    limits = told().limits

    # Board is no option, so it stays; it stands behind Practice and Workshops.
    assert limits.apart == ((1, 2),)
    assert limits.together == (Together((0, 1), least=20),)
    assert (limits.capacity, limits.roles) == (40, 3)
    assert told().weights.risk == 2


def test_a_star_excludes_all_the_others():
    model = told(FILE.replace('["Board"]', '["*"]'))

    assert model.limits.apart == ((0, 1), (1, 2))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("starts_in = 2", "start_in = 2", "options Workshops, start_in"),
        ("capacity = 40", "capcity = 40", "limits, capcity"),
        ("capacity = 40", "capacity = 400", "capacity: 400"),
        ('["Board"]', '["Bored"]', "options Workshops, excludes: Bored"),
        ('["Board"]', '"Board"', "excludes: 'Board'"),
        ('["Practice", "Workshops"]', '["Practise"]', "limits.together: Practise"),
        ("least = 20", "lest = 20", "limits.together, lest"),
        ("risk = 2", "risky = 2", "limits.weights, risky"),
        ("risk = 2", "risk = -1", "risk: -1"),
        ("amounts = [4, 8]", 'amounts = ["4"]', "options Workshops, amounts: '4'"),
        ("amounts = [4, 8]", "step = 4", "options Workshops, least"),
        ("monthly = 900", "", "options Workshops, monthly"),
        ("least = 16", "least = 40", "option Practice, least: 40 (from 0 to 32)"),
        ("value = 0.5", "hazard = 0.5", "options Practice, hazard"),
        ("value = 0.5", "can_leave = 0", "options Practice, can_leave: 0"),
        ('name = "Workshops"', 'name = "Practice"', "options Practice"),
        ('name = "Workshops"', "", "options ?"),
        ('name = "Workshops"', 'name = ["W"]', "name: ['W']"),
    ],
)
def test_what_cannot_be_is_refused_with_its_section_field_and_value(old, new, said):
    assert old in FILE

    with pytest.raises(PlaitError) as refused:
        told(FILE.replace(old, new))

    assert said in refused.value.value
    assert refused.value.fix


def test_hours_of_an_option_that_are_not_told_are_missed():
    with pytest.raises(WrongModel, match="This field is required"):
        told('[[options]]\nname = "A"\nmonthly = 5')


def test_an_unknown_weight_table_and_list_are_refused():
    with pytest.raises(WrongModel, match="another kind"):
        plan_from_values({}, [], {"weights": 3})
    with pytest.raises(WrongModel, match="another kind"):
        plan_from_values({}, [], {"together": {"options": []}})


def test_too_fine_a_step_is_refused():
    with pytest.raises(NotAnOption, match="too many"):
        told(FILE.replace("step = 8", "step = 0.001"))
