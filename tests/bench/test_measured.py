import sys

import pytest

from bench import report
from bench.measured import Failed, Run, Stage, measure, ratio


def stage(tmp_path, *code, **told) -> Stage:
    return Stage("it", [sys.executable, "-c", *code], tmp_path / "answer.txt", **told)


def of_walls(*walls):
    return Stage("it", [], None, runs=[Run(wall, 1, 0, 0) for wall in walls])


def test_a_command_tells_its_time_its_memory_and_its_answer(tmp_path):
    run = stage(tmp_path, "x = b'x' * 1_000_000_000; print('done')").run()

    # An interpreter and 1,000 MB that were written to: more than the tests' own
    # process holds, because a new process counts its parent's size as a peak.
    assert 1_000 < run.peak_mb < 1_100
    assert run.wall > 0
    assert (tmp_path / "answer.txt").read_text() == "done\n"


def test_a_command_that_fails_is_named_with_what_it_said(tmp_path):
    failing = stage(tmp_path, "raise SystemExit('no such file')")

    with pytest.raises(Failed, match="it ended with 1: no such file"):
        failing.run()


def test_stages_run_in_turns_and_the_first_round_does_not_count(tmp_path):
    told = []
    one = stage(tmp_path, "", before=lambda: told.append("one"))
    other = stage(tmp_path, "", before=lambda: told.append("other"), most=1)

    measure([one, other], rounds=2)

    assert told == ["one", "other", "one", "other", "one"]
    assert (len(one.runs), len(other.runs)) == (2, 1)


def test_a_ratio_is_the_middle_one_of_all_rounds():
    ours, also_ours = of_walls(1, 1, 1), of_walls(1, 1, 3)
    theirs = of_walls(4, 6, 40)

    # 4 / 2, 6 / 2 and 40 / 4 are 2, 3 and 10; a second of processor each, 1 / 2.
    assert ratio([ours, also_ours], [theirs]) == (3, 0.5)


def test_a_quarter_of_the_lines_in_a_quarter_of_the_time_is_a_power_of_one():
    assert report.exponent([0.5, 1.0, 4.0], [1, 4, 16]) == 1


def test_figures_take_the_place_of_the_ones_before(tmp_path):
    page = tmp_path / "speed.md"
    page.write_text(f"# Speed\n\n{report.BEGIN}\nold\n{report.END}\n\nAfter.\n")

    report.write(page, ["| new |"])

    assert page.read_text() == (
        f"# Speed\n\n{report.BEGIN}\n\n| new |\n\n{report.END}\n\nAfter.\n"
    )
