"""Small things: help, the sample, sizes; the ten-year book within one process; pages."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench import files, life
from bench.measured import Stage, measure
from bench.pages import Visitor, fava_served, plait_served, signed_in
from bench.programs import PEERS, PLAIT, ROOT, WORK, Book
from bench.report import Target, stages, table

_TEN_YEARS = {"bank_csv": 30_000, "hours_csv": 25_000, "calendar_ics": 10_000}
_PAGE_ROUNDS = 15
# What a browser asks for: the page, then the figures that the page loads.
_FAVA_PAGE = ("/bench/income_statement/", "/bench/api/income_statement")


class Commands:
    """Help, the sample brought in and reviewed: how quick small things feel."""

    def __init__(self) -> None:
        self.book = Book("sample")
        home, env = self.book.home, self.book.env
        answer = WORK / "small.txt"
        plait, samples = PLAIT / "plait", ROOT / "samples"
        bring_in = [plait, "import", samples / "portfolio.toml", samples / "files"]

        def begin() -> None:
            shutil.rmtree(home, ignore_errors=True)
            init = [plait, "init", "--name", "Marit van Dalen"]
            told = {**os.environ, **env}
            subprocess.run(init, env=told, stdout=subprocess.DEVNULL, check=True)

        self.help = Stage("plait --help", [plait, "--help"], answer, env)
        self.make = Stage(
            "import the sample", bring_in, answer, env, begin, good=(0, 1)
        )
        review = [plait, "review"]
        self.review = Stage(
            "review of the sample", review, answer, env, lambda: _forget(home)
        )
        self.again = Stage("the same asked again", review, answer, env)

    def measure(self, rounds: int) -> None:
        """Run them in turns."""
        measure([self.make, self.help, self.review, self.again], rounds)

    def targets(self) -> Iterator[Target]:
        """Yield what small commands are to reach."""
        wall = self.help.middle().wall
        yield Target("plait --help", "< 0.2 s", f"{wall:.2f} s", wall < 0.2)
        wall = self.review.middle().wall
        yield Target("plait review on the sample", "< 1 s", f"{wall:.2f} s", wall < 1)
        size = _megabytes(WORK / "plait")
        yield Target("the base install", "< 300 MB", f"{size:.0f} MB", size < 300)

    def lines(self) -> Iterator[str]:
        """Yield the table."""
        yield "### Small things\n"
        yield from stages([self.help, self.make, self.review, self.again])
        made = int((WORK / "plait" / "made-in-ms").read_text()) / 1000
        yield (
            f"The environment was made and filled in {made:.0f} s when it was new;"
            " how long that takes hangs on the network.\n"
        )


class TenYears:
    """The ten-year book, reviewed within one process."""

    def __init__(self) -> None:
        self.book = Book("ten-years")
        self.laps: dict[str, tuple[float, float]] = {}

    def measure(self) -> None:
        """Fill the book, then review it in a new process."""
        book, folder = self.book, WORK / "files-ten-years"
        files.write(folder, **_TEN_YEARS)
        book.begin()
        book.stage("import", "import", folder).run()
        command = [PLAIT / "python", "-m", "bench.inside"]
        env = {**os.environ, **book.env}
        answer = subprocess.run(
            command, cwd=ROOT, env=env, capture_output=True, check=True
        )
        self.laps = json.loads(answer.stdout)

    def targets(self) -> Iterator[Target]:
        """Yield the bound on the review, the picture loaded anew."""
        ms = 1000 * sum(self.laps["warm"])
        what = "review of the ten-year book, read anew, in the process"
        yield Target(what, "< 150 ms", f"{ms:.0f} ms", ms < 150)

    def lines(self) -> Iterator[str]:
        """Yield the table."""
        counts = ", ".join(f"{n:,}" for n in _TEN_YEARS.values())
        yield f"### Ten years within one process ({counts}; {len(life.ROLES)} roles)\n"
        rows = [
            (case, f"{1000 * load:.0f}", f"{1000 * review:.0f}")
            for case, (load, review) in self.laps.items()
        ]
        yield from table(("case", "load, ms", "review, ms"), rows)


class Pages:
    """Plait's first page against fava's income statement, both from a server."""

    def __init__(self, book: Book, ledger: Path) -> None:
        self.book, self.ledger = book, ledger
        self.first = 0.0
        self.plait: list[float] = []
        self.fava: list[float] = []
        self.plait_mb = self.fava_mb = 0.0

    def measure(self) -> None:
        """Ask both in turns, where fava is there."""
        ours = f"/?on={life.REVIEW_ON}"
        with plait_served(self.book) as server:
            visitor = signed_in(self.book, server.port)
            self.first = visitor.get(ours)
            if (PEERS / "fava").exists():
                with fava_served(self.ledger) as other:
                    theirs = Visitor(other.port)
                    theirs.get(*_FAVA_PAGE)
                    for _ in range(_PAGE_ROUNDS):
                        self.plait.append(visitor.get(ours))
                        self.fava.append(theirs.get(*_FAVA_PAGE))
                    self.fava_mb = other.peak_mb()
            else:
                self.plait = [visitor.get(ours) for _ in range(_PAGE_ROUNDS)]
            self.plait_mb = server.peak_mb()

    def targets(self) -> Iterator[Target]:
        """Yield how much faster the page is."""
        if self.fava:
            pairs = zip(self.plait, self.fava, strict=True)
            times = median(theirs / ours for ours, theirs in pairs)
            yield Target(
                "the page, against fava's", "5 × faster", f"{times:.1f} ×", times >= 5
            )

    def lines(self) -> Iterator[str]:
        """Yield the table."""
        yield "### Pages over HTTP, all the bank lines, time entries and events\n"
        rows = [
            ("Plait: today, the first time", f"{1000 * self.first:.0f}", ""),
            (
                "Plait: today",
                f"{1000 * median(self.plait):.0f}",
                f"{self.plait_mb:.0f}",
            ),
        ]
        if self.fava:
            ms = 1000 * median(self.fava)
            rows.append(("fava: income statement", f"{ms:.0f}", f"{self.fava_mb:.0f}"))
        yield from table(("page", "ms", "peak MB"), rows)


def _forget(home: Path) -> None:
    """Throw kept reviews away, so that the next is worked out from the book."""
    for kept in (home / "kept").glob("*"):
        kept.unlink()


def _megabytes(folder: Path) -> float:
    """Return the size of a folder on the disk, links counted once."""
    seen: dict[tuple[int, int], int] = {}
    for path in folder.rglob("*"):
        stat = path.lstat()
        seen[stat.st_dev, stat.st_ino] = stat.st_blocks * 512
    return sum(seen.values()) / 1e6
