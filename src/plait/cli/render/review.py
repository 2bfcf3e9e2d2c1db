"""The review as a page of text."""

import textwrap
from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from plait.answers.findings.finding import Finding
from plait.answers.overview.answer import ReviewAnswer, StreamOverview
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim, print_notes, table
from plait.wording import review as wording
from plait.wording.words import Words

_BARS = "▁▂▃▄▅▆▇█"
_YEAR = 12
_INDENT = 2
_NOTHING = "–"


def print_review(
    answer: ReviewAnswer, words: Words, *, shows_all: bool = False
) -> None:
    """Print the sentence, the figures, and the findings that matter most or all."""
    console.print()
    console.print(dim(words.day(answer.on)))
    console.print(Text(_filled(answer.sentence, console.width), style="bold"))
    for part in (_roles(answer, words), _figures(answer)):
        if part.row_count:
            console.print()
            console.print(part)
    if answer.known:
        print_notes(*map(on_one_line, answer.known))
    _print_findings(answer.findings if shows_all else answer.pressing, words)
    if answer.left_out:
        print_notes(answer.left_out)
    if answer.less_pressing and not shows_all:
        more = wording.less_pressing_text(words, len(answer.less_pressing))
        console.print()
        console.print(dim(f"{more}: plait review --all"))
    console.print()


def _roles(answer: ReviewAnswer, words: Words) -> Table:
    _ = words.gettext
    rows = table(_("Role"))
    for heading in (_("Agreed"), _("Actual"), _("A month")):
        rows.add_column(heading, justify="right")
    rows.add_column(_("Last twelve months"))
    streams = {stream.role: stream for stream in answer.income.streams}
    for role in answer.hours.roles:
        style = "red" if role.verdict == "over" else ""
        rows.add_row(
            Text(role.name),
            _hours(words, role.agreed),
            Text(_hours(words, role.actual), style=style),
            *_income(streams.get(role.role), words, answer.currency),
        )
    return rows


def _hours(words: Words, hours: float | None) -> str:
    if hours is None:
        return _NOTHING
    return words.gettext("%(hours)s h") % {"hours": words.number(hours)}


def _income(
    stream: StreamOverview | None, words: Words, currency: str
) -> tuple[str, str]:
    if stream is None or not stream.a_month:
        return _NOTHING, ""
    money = words.money(stream.a_month, currency)
    return money, spark(stream.monthly[-_YEAR:])


def spark(values: Sequence[float]) -> str:
    """Return a series as a line of bars, highest for the largest value."""
    top = max(values, default=0) or 1
    return "".join(_BARS[min(7, int(8 * max(v, 0) / top))] for v in values)


def _figures(answer: ReviewAnswer) -> Table:
    """Return the figures that are known; what is not, the findings say."""
    grid = Table.grid(padding=(0, 3))
    for one in answer.figures:
        if one.value != _NOTHING:
            value = " ".join(filter(None, (one.value, one.unit)))
            grid.add_row(dim(one.title), value, dim(one.note))
    return grid


def _print_findings(findings: Sequence[Finding], words: Words) -> None:
    if not findings:
        return
    console.print()
    console.print(Text(words.gettext("What needs you"), style="bold"))
    for finding in findings:
        console.print(Padding(_finding(finding), (1, 0, 0, _INDENT)))


def _finding(finding: Finding) -> RenderableType:
    width = console.width - _INDENT
    lines: list[RenderableType] = [Text(_filled(finding.title, width), style="bold")]
    if finding.sentence:
        lines.append(Text(_filled(finding.sentence, width)))
    lines.append(dim(_filled(finding.why, width)))
    lines.append(Text(f"→ {finding.step.label}"))
    return Group(*lines)


def _filled(sentence: str, width: int) -> str:
    """Return a sentence in lines; rich would part a sign from its amount."""
    return textwrap.fill(sentence, width, break_on_hyphens=False)
