"""The income part of the bench: what is drawn alone is what the simulation draws."""

import json

import numpy as np

from bench.income.drawing_alone import asked_by, draw
from bench.income.in_process import MONTHS, ROLES, _grown
from bench.income.income import Income
from bench.income.model import model
from bench.income.plain_loop import simulated
from plait.analysis.income.simulation.expected import expected_months


def test_every_month_of_every_role_is_drawn_once():
    # Sixteen bits a month, and two a role for its chance of ending and its level.
    asked = asked_by(model(4, 12), 400)

    words = sum(given[2] for name, given, _ in asked if name == "integers")
    assert words == (4 * 12 * 400 + 2 * 4 * 400) / 4
    draw(asked)


def test_the_plain_loop_has_the_mean_of_the_closed_form():
    of = model(6, 24)
    income = simulated(of, 4000, np.random.default_rng(3))

    error = income.std(axis=1) / 4000**0.5
    assert (np.abs(income.mean(axis=1) - expected_months(of)) < 4 * error).all()


def test_each_size_is_halved_and_quartered_by_itself():
    sizes = [(len(of.streams), of.months, n) for _, of, n in _grown(100)]

    assert sizes == [
        (ROLES, MONTHS, 50),
        (ROLES // 2, MONTHS, 100),
        (ROLES, MONTHS // 2, 100),
        (ROLES, MONTHS, 25),
        (ROLES // 4, MONTHS, 100),
        (ROLES, MONTHS // 4, 100),
    ]


def measured(**laps):
    told = {"simulated": [1, 2], "drawn alone": [0.5, 0.5], "drawn by NumPy": [4, 4]}
    told |= {"written plainly": [20, 20]} | {
        n.replace("_", " "): v for n, v in laps.items()
    }
    for size in ("scenarios", "roles", "months"):
        told |= {f"{size} / 4": [0.4, 0.4], f"{size} / 2": [0.75, 0.75]}
    part = Income()
    found = {"scenarios": 100_000, "peak_mb": 200.4, "laps": told}
    part.read(json.dumps(found).encode())
    return part


def test_the_targets_are_medians_of_ratios_round_by_round():
    # 1 / .5 = 2 and 2 / .5 = 4: 3 on the middle; 20 / 1 and 20 / 2: 15.
    drawn, plain, memory = measured().targets()

    assert (drawn.measured, drawn.is_reached) == ("3.0 ×", False)
    assert (plain.measured, plain.is_reached) == ("15.0 ×", True)
    assert (memory.measured, memory.is_reached) == ("200 MB", True)


def test_growth_is_a_power_of_the_last_doubling():
    # 0.75 s at a half, 1.5 s at the whole: twice the work, twice the time.
    lines = list(measured().lines())

    [line] = [line for line in lines if line.startswith("| roles")]
    assert line.split("|")[-2].strip() == "1.00"
