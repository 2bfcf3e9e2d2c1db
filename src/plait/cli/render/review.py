"""The review as a page of text, from the same plain values as `--json`."""

import textwrap
from datetime import date
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from plait.cli.render.terminal import console, dim
from plait.wording.payers import payers_text
from plait.wording.words import Words, words_for

_BARS = "▁▂▃▄▅▆▇█"
_SHOWN_MONTHS = 12
_INDENT = 2

Told = dict[str, Any]


def print_review(answer: Told) -> None:
    """Print the sentence, the figures, the findings."""
    words = words_for(answer["language"])
    console.print()
    console.print(dim(words.day(date.fromisoformat(answer["on"]))))
    console.print(Text(_set(answer["sentence"], console.width), style="bold"))
    for part in (_roles(answer, words), _totals(answer, words)):
        if part.row_count:
            console.print()
            console.print(part)
    _findings(answer["findings"], words)
    console.print()


def _roles(answer: Told, words: Words) -> Table:
    _ = words.gettext
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column(_("Role"))
    for heading in (_("Agreed"), _("Actual"), _("A month")):
        table.add_column(heading, justify="right")
    table.add_column(_("Last twelve months"))
    streams = {stream["role"]: stream for stream in answer["income"]["streams"]}
    for role in answer["hours"]["roles"]:
        stream = streams.get(role["role"])
        table.add_row(
            Text(role["name"]),
            _hours(words, role["agreed"]),
            Text(
                _hours(words, role["actual"]),
                style="red" if role["verdict"] == "over" else "",
            ),
            *_income(stream, words, answer["currency"]),
        )
    return table


def _hours(words: Words, hours: float | None) -> str:
    if hours is None:
        return "–"
    return words.gettext("%(hours)s h") % {"hours": words.number(hours)}


def _income(stream: Told | None, words: Words, currency: str) -> tuple[str, str]:
    if stream is None or not stream["last_year"]:
        return "–", ""
    money = words.money(stream["last_year"] / 12, currency)
    return money, spark(stream["monthly"][-_SHOWN_MONTHS:])


def spark(values: list[float]) -> str:
    """Return a series as a line of bars, highest for the largest value."""
    top = max(values, default=0) or 1
    return "".join(_BARS[min(7, int(8 * max(v, 0) / top))] for v in values)


def _totals(answer: Told, words: Words) -> Table:
    _ = words.gettext
    table = Table.grid(padding=(0, 3))
    hours, payers = answer["hours"], answer["concentration"]
    if hours["actual"] is not None:
        beside = _("%(agreed)s agreed") % {"agreed": words.number(hours["agreed"])}
        if hours["capacity"] is not None:
            beside = _("of %(capacity)s; %(agreed)s agreed") % {
                "capacity": words.number(hours["capacity"]),
                "agreed": words.number(hours["agreed"]),
            }
        actual = words.number(hours["actual"])
        table.add_row(dim(_("Hours a week")), actual, dim(beside))
    if payers["shares"]:
        money = words.money(answer["income"]["usual_month"], answer["currency"])
        table.add_row(dim(_("Income a month")), money, dim(_("the usual month")))
        equal = payers_text(words, len(payers["names"]), payers["effective"])
        share = words.percent(payers["shares"][0])
        beside = f"{payers['names'][0]}; {equal}"
        table.add_row(dim(_("Largest payer")), share, dim(beside))
    return table


def _findings(findings: list[Told], words: Words) -> None:
    if not findings:
        return
    console.print()
    console.print(Text(words.gettext("What needs you"), style="bold"))
    for finding in findings:
        console.print(Padding(_finding(finding), (1, 0, 0, _INDENT)))


def _finding(finding: Told) -> RenderableType:
    width = console.width - _INDENT
    title = _set(finding["title"], width)
    lines: list[RenderableType] = [Text(title, style="bold")]
    if finding["sentence"]:
        lines.append(Text(_set(finding["sentence"], width)))
    lines.append(dim(_set(finding["why"], width)))
    lines.append(Text(f"→ {finding['step']['label']}"))
    return Group(*lines)


def _set(sentence: str, width: int) -> str:
    """Return a sentence in lines; rich would part a sign from its amount."""
    return textwrap.fill(sentence, width, break_on_hyphens=False)
