"""How answers look in a terminal: calm, aligned, as wide as the window."""

import textwrap
from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType
from rich.measure import Measurement
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from plait.cli import quiet_view
from plait.cli.render.narrow import as_list
from plait.cli.render.sanitise import on_one_line, sanitised
from plait.domain.errors import Problem
from plait.wording.records.problems import problem_text, where_text
from plait.wording.words import Words

_ANY_WIDTH = 1000


class CalmConsole(Console):
    """A console that takes text as it stands and lets none of it command."""

    def print(self, *objects: Any, **options: Any) -> None:  # rich's signature
        """Print; a table whose words a narrow window would cut becomes a list."""
        super().print(*map(self._fitting, objects), **options)

    def _fitting(self, one: Any) -> Any:  # whatever can be printed
        if not isinstance(one, Table):
            return one
        wide = self.options.update(max_width=_ANY_WIDTH)
        least = Measurement.get(self, wide, one).minimum
        return as_list(one) if least > self.width else one

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterable[Segment]:
        """Render without what others may have written to command the terminal."""
        if quiet_view.is_silent():
            return
        for segment in super().render(renderable, options):
            if segment.control:
                yield segment
            else:
                text = sanitised(quiet_view.text_of(segment.text))
                yield Segment(text, segment.style)


def calm_console(*, stderr: bool = False) -> CalmConsole:
    """Return a console that reads no markup and no emoji into anybody's text."""
    return CalmConsole(
        highlight=False, soft_wrap=False, markup=False, emoji=False, stderr=stderr
    )


console = calm_console()

_LISTED_PROBLEMS = 10


def print_problems(path: str, problems: Sequence[Problem], words: Words) -> None:
    """Print what could not be taken: place, what, value, and what to do."""
    if not problems:
        return
    console.print(f"\n{on_one_line(path)}", style="bold")
    for problem in problems[:_LISTED_PROBLEMS]:
        # Of a file as a whole the name stands above already.
        where, value = (
            "" if text == path else on_one_line(text)
            for text in (problem.where, problem.value)
        )
        sentence = problem_text(words, problem.what, value, problem.fix)
        start = f"{where_text(words, where)}  " if where else ""
        console.print(f"  {start}{sentence}")
    more = len(problems) - _LISTED_PROBLEMS
    if more > 0:
        left = words.gettext("… and %(n)s more; --json lists them all.")
        console.print(f"  {left % {'n': words.number(more, 0)}}", style="dim")


def dim(text: str) -> Text:
    """Return text set back."""
    return Text(text, style="dim")


def wrapped(text: str) -> str:
    """Return text over as many lines as the window asks, no word broken at a hyphen."""
    return textwrap.fill(text, console.width, break_on_hyphens=False)


def table(*headings: str, right: str = "", name_width: int | None = None) -> Table:
    """Return an empty table without lines; `right` heads a column of figures.

    In a narrow window the first column keeps `name_width` letters, so that names
    wrap at words.
    """
    empty = Table(*headings, box=None, pad_edge=False, header_style="dim")
    if name_width:
        empty.columns[0].min_width = name_width
    if right:
        empty.add_column(right, justify="right")
    return empty


def print_notes(*notes: str) -> None:
    """Print whole sentences set back, each a paragraph, between two empty lines."""
    console.print()
    for note in notes:
        if note:
            console.print(dim(wrapped(note)))
    console.print()
