"""Answers to variants as a page of text."""

import textwrap
from collections.abc import Iterable, Iterator

from rich.table import Table
from rich.text import Text

from plait.answers.take_on.answer import TakeOnAnswer
from plait.answers.take_on.parts import Week
from plait.answers.take_on.variant import VariantAnswer
from plait.cli.render.review import spark
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim
from plait.wording.words import Words

_INDENT = "  "
_STYLES = {"yes": "bold green", "yes if": "bold", "no": "bold red"}


def print_take_on(answer: TakeOnAnswer, words: Words) -> None:
    """Print the variants beside one another, if there are several, then each."""
    if len(answer.variants) > 1:
        console.print()
        console.print(Text(_wrapped(answer.sentence), style="bold"))
        console.print()
        console.print(_beside(words, answer.variants))
    for variant in answer.variants:
        _print_one(words, variant)
    console.print()
    console.print(dim(_wrapped(answer.source)))
    console.print()
    if answer.kept:
        text = words.gettext("It is in your book, with the role %(role)s.")
        console.print(text % {"role": answer.kept})


def _beside(words: Words, variants: tuple[VariantAnswer, ...]) -> Table:
    _ = words.gettext
    table = Table(box=None, pad_edge=False, show_header=True, header_style="bold")
    table.add_column("")
    for one in variants:
        table.add_column(on_one_line(one.name), overflow="fold")
    rows: dict[str, list[str | Text]] = {
        _("Answer"): [_verdict(words, one) for one in variants],
        _("Hours a week"): [_change(words, one) for one in variants],
        _("Weeks too full"): [_too_full(words, one) for one in variants],
        _("Income a month"): [_income(words, one) for one in variants],
        _("Pay per hour"): [_an_hour(words, one) for one in variants],
        _("Limits on working time"): [_count(one.law) for one in variants],
        _("Clashes"): [_count(one.clashes) for one in variants],
    }
    for heading, cells in rows.items():
        table.add_row(dim(heading), *cells)
    return table


def _verdict(words: Words, one: VariantAnswer) -> Text:
    _ = words.gettext
    text = {"yes": _("Yes"), "yes if": _("Yes, if"), "no": _("No")}[one.answer]
    return Text(text, style=_STYLES[one.answer])


def _change(words: Words, one: VariantAnswer) -> str:
    return _signed(words.number(one.usual_change)) if one.weeks else "–"


def _signed(text: str) -> str:
    return text if text.startswith("-") or text == "0" else f"+{text}"


def _too_full(words: Words, one: VariantAnswer) -> str:
    if one.usual_left is None:
        return "–"
    return words.gettext("%(n)d of %(all)d") % {
        "n": one.n_too_full,
        "all": len(one.weeks),
    }


def _income(words: Words, one: VariantAnswer) -> str:
    income = one.income_a_month
    if income.change is None:
        return "?"
    amount = words.money(income.change, income.currency)
    return f"+{amount}" if income.change > 0 else amount


def _an_hour(words: Words, one: VariantAnswer) -> str:
    income = one.income_a_month
    if not income.an_hour:
        return "–"
    return words.money(income.an_hour, income.currency, 2)


def _count(items: tuple[object, ...]) -> str:
    return str(len(items)) if items else "–"


def _print_one(words: Words, one: VariantAnswer) -> None:
    console.print()
    console.print(dim(on_one_line(one.title)))
    console.print(Text(_wrapped(one.sentence), style=_STYLES[one.answer]))
    _print_lines((*one.reason_sentences, one.income_a_month.sentence))
    if one.weeks:
        console.print()
        console.print(_weeks(words, one.weeks))
    for heading, lines in _chapters(words, one):
        if lines:
            console.print()
            console.print(Text(heading, style="bold"))
            _print_lines(lines)


def _chapters(
    words: Words, one: VariantAnswer
) -> Iterator[tuple[str, tuple[str, ...]]]:
    _ = words.gettext
    yield _("Where the hours could come from"), one.ways
    yield _("What it clashes with"), one.clash_sentences
    yield (
        _("Working-time law"),
        tuple(
            f"{law.sentence} ({law.verdict_text}; {law.rule} · {law.source})"
            for law in one.law
        ),
    )
    yield (
        _("Clauses on other work"),
        tuple(
            " ".join(filter(None, (met.sentence, met.worth, met.source)))
            for met in one.clauses
        ),
    )


def _weeks(words: Words, weeks: tuple[Week, ...]) -> Table:
    """Return the weeks as bars on one scale, without and with, and what there is."""
    _ = words.gettext
    series = {
        _("Now"): [week.before for week in weeks],
        _("With it"): [week.after for week in weeks],
        _("Available"): [week.supply for week in weeks if week.supply is not None],
    }
    top = max(max(hours, default=0.0) for hours in series.values())
    grid = Table.grid(padding=(0, 2))
    for heading, hours in series.items():
        if hours:
            bars = spark([*hours, top])[:-1]
            ends = f"{words.number(min(hours))}–{words.number(max(hours))}"
            grid.add_row(_INDENT, dim(heading), bars, dim(ends))
    return grid


def _print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        console.print(_wrapped(line, _INDENT))


def _wrapped(text: str, indent: str = "") -> str:
    return textwrap.fill(
        on_one_line(text),
        max(40, console.width),
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
    )
