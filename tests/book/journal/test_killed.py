"""Changes, their undoing and merges that are killed: the book is whole before or after.

The programs here are real ones, on a book of their own (`book.imports.test_killed`).
"""

import random
import time

import pytest

from tests.book.imports.test_killed import KILL, Programs, programs  # noqa: F401  # the same fixture
from tests.book.statements import Paid, camt

# What is done, and done back where it was done in spite of the kill.
CHANGES = [
    (("role", "merge", "old", "new"), ("undo",)),
    (("undo", "--change", "{last}"), ("redo", "--change", "{last}")),
    (("role", "key", "old", "older"), ("undo",)),
]


class Killed:
    """Kills one command after another, and says how the book then is."""

    def __init__(self, programs: Programs, statement) -> None:  # noqa: F811  # the fixture's value
        self.programs = programs
        for name in ("old", "new"):
            words = ("--organisation", f"{name} house", "--kind", "contract")
            self.run("role", "add", name, *words, "--from", "2020-01-01")
        self.run("import", statement)
        self.run("assign", "payer", "Atlas", "old")
        self.last = str(
            max(n for (n,) in programs.ask("SELECT number FROM book_change"))
        )

    def run(self, *words) -> float:
        """Run a command to its end; return how long it took."""
        begun = time.monotonic()
        code, said = self.programs.run(*words)
        assert code == 0, said
        return time.monotonic() - begun

    def kill(self, change, back, part: float) -> bool:
        """Return whether it was done before the kill; it is all or nothing."""
        words, back = (
            [w.format(last=self.last) for w in one] for one in (change, back)
        )
        before = self.programs.records()
        lasts = self.run(*words)
        after = self.programs.records()
        assert after != before
        self.run(*back)
        assert self.programs.records() == before
        started = self.programs.start(*words)
        time.sleep(lasts * part)
        started.send_signal(KILL)
        started.communicate(timeout=60)
        self.programs.wait_for_the_server()
        found = self.programs.records()
        assert found in (before, after)
        if found == after:
            self.run(*back)
            assert self.programs.records() == before
        return found == after


@pytest.fixture
def killed(programs, tmp_path) -> Killed:  # noqa: F811  # the fixture
    statement = tmp_path / "statement.xml"
    days = [day % 28 + 1 for day in range(200)]
    paid = [Paid(day, f"{n}.00", payer="Atlas") for n, day in enumerate(days, 1)]
    statement.write_text(camt(paid))
    return Killed(programs, statement)


def test_a_killed_change_is_whole_or_not_at_all(killed):
    for (change, back), part in zip(CHANGES, (0.7, 0.8, 0.9), strict=True):
        killed.kill(change, back, part)


@pytest.mark.slow
def test_killed_at_sixty_moments_nothing_is_lost(killed):
    chance = random.Random(20261120)  # noqa: S311  # moments, not secrets

    done = [
        killed.kill(change, back, chance.uniform(0.5, 1.0))
        for _ in range(20)
        for change, back in CHANGES
    ]

    assert not all(done)
