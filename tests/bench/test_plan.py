"""The plan part of the bench: the same question to all, and what is told of it."""

import numpy as np
import pytest

from bench.plan.in_process import RISKS, free, invested, lumpy
from bench.plan.model import Asked
from bench.plan.plan import Plans
from plait.analysis.decisions.plan.planner import Planner


def test_a_question_is_read_as_it_was_written(tmp_path):
    asked = Asked.made(5, 40)
    asked.write(tmp_path / "plan.npz")

    read = Asked.read(tmp_path / "plan.npz")

    assert (read.per_hour == asked.per_hour).all()
    assert read.capacity == 10


def test_lumpy_hours_are_those_of_the_programme_of_the_others():
    # held x least + 4 x steps, and no steps unless it is held.
    asked = Asked.made(4, 20)

    for option, least, most in zip(
        lumpy(asked, 1.0).options, asked.least, asked.most, strict=True
    ):
        amounts = option.pieces()[:, 0].tolist()
        assert amounts == [0.0, *np.arange(least, most + 1, 4)]


def test_all_of_an_investment_counts_as_shortfall():
    question = invested(Asked.made(20, 500), 1.0)

    assert question.scenarios.per_hour.max() < question.floor
    assert sum(Planner(question).best().outcome.hours) == pytest.approx(1)


def test_free_hours_are_never_worse_than_lumpy_ones():
    asked = Asked.made(6, 100)

    best = [Planner(ask(asked, 2.0)).best().outcome.score for ask in (free, lumpy)]

    assert best[0] >= best[1]


@pytest.fixture
def measured(tmp_path):
    found = Plans(tmp_path)
    names = [
        f"{kind} {risk}" for kind in ("lumpy", "free", "invested") for risk in RISKS
    ]
    grown = [
        f"{size} / {p}" for size in ("options", "4 x scenarios") for p in (4, 2, 1)
    ]
    found.ours = {name: [[0.01, 2.0], [0.03, 2.0]] for name in (*names, *grown)}
    found.theirs = {name: [[0.4, 2.0 - 1e-5, "HIGHS"]] for name in names}
    return found


def test_targets_are_of_the_slowest_and_the_farthest_apart(measured):
    measured.theirs["free 2.0"] = [[0.04, 2.0, "CLARABEL"]]

    told = {
        (t.what.rpartition(",")[0], t.measured): t.is_reached
        for t in measured.targets()
    }

    # 0.04 s against a median of 0.02 s is twice as fast; 1e-5 of 2 is 5e-6 apart.
    of = "the plan of 20 options and 5,000 scenarios"
    assert told[(f"{of}, any hours", "2 × at least")] is False
    assert told[(f"{of}, hours by four, or none", "20 × at least")] is True
    assert [t.measured for t in measured.targets()].count("5e-06") == 3


def test_without_the_others_nothing_is_promised(measured):
    measured.theirs = {}

    assert list(measured.targets()) == []
    assert "–" in "".join(measured.lines())


def test_the_lines_say_which_solver_the_other_chose(measured):
    assert "cvxpy (HIGHS)" in "\n".join(measured.lines())
