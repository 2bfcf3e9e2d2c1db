"""Scenarios of a stress test as a person writes them."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.domain.scenarios import Blow, Effect, Kind, Over, Scenario
from plait.formats.plait import scenarios
from plait.formats.source import Unreadable

ALL = """
[[scenarios]]
name = "The province stops"
lose = [{ cause = "Primary-care budget", after = 2 }, { payer = "Wijk", months = 3 }]
cut = [{ sector = "publishing", by = 0.5, months = 12 }, { all = true, by = 0.1 }]
delay = [{ invoiced = true, days = 60 }]

[[scenarios]]
name = "Two roles"
lose = [{ role = "atlas" }, { skill = "Excel" }]
"""


@pytest.fixture
def read(a_file):
    """Read a text, or bytes, as a file of scenarios."""
    return lambda text: scenarios.read(a_file(text))


def test_every_field_is_read(read):
    province, roles = read(ALL)

    assert province == Scenario(
        Kind.OWN,
        "The province stops",
        (
            Effect(Blow.LOSE, Over.CAUSE, "Primary-care budget", after=2),
            Effect(Blow.LOSE, Over.PAYER, "Wijk", months=3),
            Effect(
                Blow.CUT, Over.SECTOR, "publishing", share=Decimal("0.5"), months=12
            ),
            Effect(Blow.CUT, Over.ALL, share=Decimal("0.1")),
            Effect(Blow.DELAY, Over.INVOICED, days=60),
        ),
    )
    assert [effect.over for effect in roles.effects] == [Over.ROLE, Over.SKILL]


def test_json_tells_the_same(read):
    told = {
        "scenarios": [{"name": "One", "cut": {"all": True, "by": 0.2, "months": 6}}]
    }

    [one] = read(json.dumps(told))

    assert one.effects == (Effect(Blow.CUT, Over.ALL, share=Decimal("0.2"), months=6),)


ONE = '[[scenarios]]\nname = "One"\n'
TOO_LARGE = "# " + "x" * 1_000_001


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "This file does not list scenarios, one to a hundred"),
        ("[[other]]\n", "This file does not list scenarios, one to a hundred"),
        ("scenarios = 3", "This file does not list scenarios, one to a hundred"),
        ("scenarios = [3]", "A scenario is a table of fields: scenarios 1: 3."),
        ("[]", "This file has a mistake and cannot be read on"),
        ("{}", "This file does not list scenarios, one to a hundred"),
        ("[[scenarios]]\nname = ", "This file has a mistake and cannot be read on"),
        ('{"scenarios": ', "This file has a mistake and cannot be read on"),
        (ONE, "A scenario needs something that happens, at most fifty things: "),
        ("[[scenarios]]\nlose = [{ all = true }]", "A field that is needed is missing"),
        (ONE + "loose = []", "Plait does not know this field: scenarios 1: loose."),
        (ONE + "lose = 3", "What happens is a list of tables: scenarios 1: lose = 3."),
        (ONE + "lose = [{}]", "This has to say what it happens to, one thing"),
        (
            ONE + 'lose = [{ role = "a", payer = "b" }]',
            "This has to say what it happens to, one thing",
        ),
        (ONE + "lose = [{ all = true, by = 0.2 }]", "Plait does not know this field"),
        (ONE + "lose = [{ all = false }]", "What is not to happen is left out"),
        (ONE + "lose = [{ all = 1 }]", "This field does not hold what it should"),
        (ONE + "cut = [{ all = true }]", "A field that is needed is missing"),
        (ONE + "cut = [{ all = true, by = 0 }]", "A cut by nothing is no cut"),
        (ONE + "cut = [{ all = true, by = 20 }]", "This field does not hold what"),
        (ONE + "cut = [{ all = true, by = nan }]", "This field does not hold what"),
        (ONE + "delay = [{ all = true, days = -1 }]", "This field does not hold what"),
        (ONE + "lose = [{ all = true, months = 0 }]", "This field does not hold what"),
        (ONE + "lose = [{ all = true, after = 1.5 }]", "This field does not hold what"),
        (TOO_LARGE, "This file is too large for scenarios"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(read, text, said):
    with pytest.raises(Unreadable) as trouble:
        read(text)

    assert str(trouble.value).startswith(said)


def test_bytes_that_are_no_text_are_refused(read):
    with pytest.raises(Unreadable):
        read(b"\x00\x01\x02\xff" * 100)


effects = st.builds(
    lambda blow, over, name, after, months: Effect(
        blow,
        over,
        name if over in {Over.ROLE, Over.PAYER, Over.SECTOR} else "",
        share=Decimal("0.25") if blow is Blow.CUT else Decimal(1),
        days=45 if blow is Blow.DELAY else 0,
        after=after,
        months=months,
    ),
    st.sampled_from([Blow.LOSE, Blow.CUT, Blow.DELAY]),
    st.sampled_from([Over.ROLE, Over.PAYER, Over.SECTOR, Over.ALL, Over.EARNED]),
    st.text("abc é", min_size=1, max_size=9),
    st.integers(0, 600),
    st.none() | st.integers(1, 600),
)


@given(st.lists(effects, min_size=1, max_size=5))
def test_what_is_told_is_read_back_the_same(told):
    ordered = sorted(told, key=lambda e: ["lose", "cut", "delay"].index(e.blow))
    scenario = Scenario(Kind.OWN, "Mine", tuple(ordered))

    again = json.loads(json.dumps(scenarios.scenario_entry(scenario)))

    assert scenarios.scenario_from(again) == scenario
