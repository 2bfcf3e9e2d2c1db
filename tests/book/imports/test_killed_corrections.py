"""Sixty kills around corrections and their undoing: all of a change, or none of it."""

import random
import time
from pathlib import Path

import pytest

from tests.book.imports.test_killed import KILL, Programs, programs  # noqa: F401  # a fixture

N_ENTRIES = 2_000
N_KILLS = 60
HEADING = (
    "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,"
    "End date,End time,Duration,Tags\n"
)


def export(path: Path, project: str, hours: int) -> Path:
    """A tracker's export of ten years, two entries a working day."""
    rows = (
        f"Nora,n@example.org,A,{project},,work {n},No,{on},{at}:00:00,{on},"
        f"{at + hours}:00:00,0{hours}:00:00,\n"
        for n in range(N_ENTRIES)
        for on, at in [
            (
                f"{2016 + n // 400}-{n // 34 % 12 + 1:02}-{n // 2 % 17 + 1:02}",
                9 + n % 2 * 4,
            )
        ]
    )
    path.write_text(HEADING + "".join(rows))
    return path


def held(programs: Programs) -> list[tuple[str, int, int]]:  # noqa: F811  # the fixture's name
    return programs.ask(
        "SELECT project, count(*), sum(seconds) FROM book_timeentry GROUP BY project"
    )


@pytest.mark.slow
def test_at_sixty_moments_a_correction_is_whole_or_not_there(programs, tmp_path):  # noqa: F811  # the fixture's name
    first = export(tmp_path / "first.csv", "Coaching", 3)
    corrected = export(tmp_path / "corrected.csv", "Training", 2)
    assert programs.run("import", first)[0] == 0
    before = held(programs)
    begun = time.monotonic()
    assert programs.run("import", corrected)[0] == 0
    lasts = time.monotonic() - begun
    after = held(programs)
    assert before != after
    chance = random.Random(20261130)  # noqa: S311  # moments, not secrets
    now = after
    for _ in range(N_KILLS):
        command = (
            ("undo", str(programs.last_batch()))
            if now == after
            else ("import", corrected)
        )
        started = programs.start(*command)
        time.sleep(lasts * chance.uniform(0.2, 1.1))
        started.send_signal(KILL)
        started.communicate(timeout=60)
        programs.wait_for_the_server()
        now = held(programs)
        assert now in (before, after)
    assert programs.run("check")[0] == 0
