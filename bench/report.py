"""What was measured, as a page that reads the same in a terminal and in docs/."""

import math
import os
import platform
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from bench.measured import Stage

BEGIN = "<!-- measured by make bench: begin -->"
END = "<!-- measured by make bench: end -->"


class Target(NamedTuple):
    """What is to be reached, what was measured, and whether that is enough."""

    what: str
    to_reach: str
    measured: str
    is_reached: bool


def targets(found: Iterable[Target]) -> Iterator[str]:
    """Yield a table of targets; what falls short is said in capitals."""
    rows = [
        (t.what, t.to_reach, t.measured, "yes" if t.is_reached else "**NO**")
        for t in found
    ]
    yield from table(("what", "to reach", "measured", "reached"), rows)


def stages(found: Iterable[Stage]) -> Iterator[str]:
    """Yield a table of stages: medians over their rounds, the range of the clock."""
    rows = []
    for stage in found:
        walls = [run.wall for run in stage.runs]
        middle = stage.middle()
        rows.append(
            (
                stage.name,
                f"{middle.wall:.2f}",
                f"{min(walls):.2f}–{max(walls):.2f}",
                f"{middle.user:.2f} + {middle.system:.2f}",
                f"{middle.peak_mb:.0f}",
                str(len(walls)),
            )
        )
    heading = ("command", "seconds", "range", "user + system", "peak MB", "runs")
    yield from table(heading, rows)


def growth(by_size: dict[int, Sequence[Stage]]) -> Iterator[str]:
    """Yield seconds by size, and the power that the last step grew with.

    A power of 1 is as fast as the data, 2 its square: log(t2 / t1) / log(n2 / n1).
    """
    sizes = sorted(by_size)
    rows = []
    for same in zip(*(by_size[size] for size in sizes), strict=True):
        walls = [stage.middle().wall for stage in same]
        shown = [f"{wall:.2f}" for wall in walls]
        peak = f"{same[-1].middle().peak_mb / same[0].middle().peak_mb:.1f} ×"
        rows.append((same[-1].name, *shown, f"{exponent(walls, sizes):.2f}", peak))
    heading = ("command", *(f"{n:,} lines" for n in sizes), "power", "memory")
    yield from table(heading, rows)


def exponent(walls: Sequence[float], sizes: Sequence[int]) -> float:
    """Return the power of growth from the last size but one to the last."""
    return math.log(walls[-1] / walls[-2]) / math.log(sizes[-1] / sizes[-2])


def table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a Markdown table, its columns aligned."""
    held = [tuple(heading), *map(tuple, rows)]
    widths = [max(map(len, column)) for column in zip(*held, strict=True)]
    for number, row in enumerate(held):
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"| {' | '.join(cells)} |"
        if not number:
            yield f"|{'|'.join('-' * (width + 2) for width in widths)}|"
    yield ""


def machine(programs: Sequence[str]) -> str:
    """Return the sentence that says when and on what this was measured."""
    return (
        f"Measured on {date.today()}: {platform.system()} on {platform.machine()},"  # noqa: DTZ011  # the day where it runs
        f" {os.cpu_count()} cores, Python {platform.python_version()};"
        f" {', '.join(filter(None, programs))}."
    )


def write(page: Path, lines: Sequence[str]) -> None:
    """Put the lines between the marks of the page, in place of what was there."""
    before, rest = page.read_text("utf-8").split(BEGIN)
    _, after = rest.split(END)
    held = "\n".join(lines).strip()
    page.write_text(f"{before}{BEGIN}\n\n{held}\n\n{END}{after}", "utf-8")
