"""Answers to variants as a page of text, from the same plain values as `--json`."""

import textwrap
from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from plait.cli.render.review import spark
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim
from plait.wording.words import Words, words_for

_INDENT = "  "
_STYLES = {"yes": "bold green", "yes if": "bold", "no": "bold red"}

Told = dict[str, Any]


def print_takeon(answer: Told) -> None:
    """Print the variants beside one another, if there are several, then each."""
    words, variants = words_for(answer["language"]), answer["variants"]
    if len(variants) > 1:
        console.print()
        console.print(_beside(words, variants))
    for told in variants:
        _print_one(words, told)
    console.print()
    console.print(dim(_set(variants[0]["said"]["evidence"]["source"])))
    console.print()


def _beside(words: Words, variants: list[Told]) -> Table:
    _ = words.gettext
    table = Table(box=None, pad_edge=False, show_header=True, header_style="bold")
    table.add_column("")
    for told in variants:
        table.add_column(on_one_line(told["name"]), overflow="fold")
    rows: dict[str, list[str | Text]] = {
        _("Answer"): [_answer(words, told) for told in variants],
        _("Hours a week"): [_change(words, told) for told in variants],
        _("Weeks too full"): [_full(words, told) for told in variants],
        _("Income a month"): [_income(words, told) for told in variants],
        _("An hour brings"): [_an_hour(words, told) for told in variants],
        _("Law"): [_n(told["law"]) for told in variants],
        _("Clashes"): [_n(told["clashes"]) for told in variants],
    }
    for heading, cells in rows.items():
        table.add_row(dim(heading), *cells)
    return table


def _answer(words: Words, told: Told) -> Text:
    _ = words.gettext
    said = {"yes": _("Yes"), "yes if": _("Yes, if"), "no": _("No")}[told["answer"]]
    return Text(said, style=_STYLES[told["answer"]])


def _change(words: Words, told: Told) -> str:
    changes = sorted(week["after"] - week["before"] for week in told["weeks"])
    if not changes:
        return "–"
    return _signed(words.number(changes[len(changes) // 2]))


def _signed(shown: str) -> str:
    return shown if shown.startswith("-") or shown == "0" else f"+{shown}"


def _full(words: Words, told: Told) -> str:
    if not told["weeks"] or told["weeks"][0]["supply"] is None:
        return "–"
    return words.gettext("%(n)d of %(all)d") % {
        "n": told["n_too_full"],
        "all": len(told["weeks"]),
    }


def _income(words: Words, told: Told) -> str:
    income = told["income_a_month"]
    if income["change"] is None:
        return "?"
    shown = words.money(income["change"], income["currency"])
    return f"+{shown}" if income["change"] > 0 else shown


def _an_hour(words: Words, told: Told) -> str:
    income = told["income_a_month"]
    if not income["an_hour"]:
        return "–"
    return words.money(income["an_hour"], income["currency"], 2)


def _n(found: list[Told]) -> str:
    return str(len(found)) if found else "–"


def _print_one(words: Words, told: Told) -> None:
    said = told["said"]
    console.print()
    console.print(dim(on_one_line(said["asked"])))
    style = _STYLES[told["answer"]]
    console.print(Text(_set(said["sentence"]), style=style))
    apart = [one["sentence"] for one in (*said["clauses"], *said["laws"])]
    reasons = [r for r in said["reasons"] if not any(a.startswith(r) for a in apart)]
    for line in (*reasons, said["income"]):
        console.print(_set(line, _INDENT))
    if told["weeks"]:
        console.print()
        console.print(_weeks(words, told["weeks"]))
    for heading, lines in _chapters(words, said):
        console.print()
        console.print(Text(heading, style="bold"))
        for line in lines:
            console.print(_set(line, _INDENT))


def _chapters(words: Words, said: Told) -> Iterator[tuple[str, list[str]]]:
    _ = words.gettext
    laws = [
        f"{law['sentence']} ({law['verdict']}; {law['source']})" for law in said["laws"]
    ]
    clauses = [
        " ".join(filter(None, (one["sentence"], one["worth"], one["source"])))
        for one in said["clauses"]
    ]
    for heading, lines in (
        (_("What would have to give"), list(said["ways"])),
        (_("What it clashes with"), list(said["meetings"])),
        (_("Working-time law"), laws),
        (_("Clauses"), clauses),
    ):
        if lines:
            yield heading, lines


def _weeks(words: Words, weeks: list[Told]) -> Table:
    """Return the weeks as bars on one scale, without and with, and what to give."""
    _ = words.gettext
    top = max(max(w["before"], w["after"], w["supply"] or 0.0) for w in weeks)
    grid = Table.grid(padding=(0, 2))
    for name, heading in (("before", _("Now")), ("after", _("With it"))):
        values = [week[name] for week in weeks]
        bars = spark([*values, top])[:-1]
        ends = f"{words.number(min(values))}–{words.number(max(values))}"
        grid.add_row(_INDENT, dim(heading), bars, dim(ends))
    supply = [week["supply"] for week in weeks if week["supply"] is not None]
    if supply:
        bars = spark([*supply, top])[:-1]
        ends = f"{words.number(min(supply))}–{words.number(max(supply))}"
        grid.add_row(_INDENT, dim(_("To give")), bars, dim(ends))
    return grid


def _set(text: str, indent: str = "") -> str:
    return textwrap.fill(
        on_one_line(text),
        max(40, console.width),
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
    )
