"""How answers look in a terminal: calm, aligned, as wide as the window."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from plait.domain.trouble import Problem

console = Console(highlight=False, soft_wrap=False)

_SHOWN_PROBLEMS = 10


def print_problems(path: str, problems: Sequence[Problem]) -> None:
    """Print what could not be taken: place, what, value, and what to do."""
    if not problems:
        return
    console.print(f"\n{path}", style="bold", markup=False)
    for problem in problems[:_SHOWN_PROBLEMS]:
        value = f": {problem.value}" if problem.value else ""
        console.print(
            f"  {problem.where}  {problem.what}{value}. {problem.fix}", markup=False
        )
    more = len(problems) - _SHOWN_PROBLEMS
    if more > 0:
        console.print(f"  … and {more:,} more; --json lists them all.", style="dim")


def dim(text: str) -> Text:
    """Return text set back."""
    return Text(text, style="dim")
