"""A simulated income as a page of text."""

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from plait.answers.simulation import Quantiles, SimulatedStream, SimulationAnswer
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim, table, wrapped
from plait.domain.quiet import HIDDEN, disguise
from plait.wording.chances import percent_text
from plait.wording.words import Words

_BLOCKS = "▁▂▃▄▅▆▇█"
_WIDEST = 48


def print_simulation(answer: SimulationAnswer, words: Words) -> None:
    """Print the fan, the chances, the runway, the streams, and what it rests on."""
    _ = words.gettext
    console.print()
    title = words.ngettext("The next month", "The next %(n)d months", answer.n_months)
    console.print(Text(title % {"n": answer.n_months}, style="bold"))
    if not answer.streams:
        console.print(_("Nothing comes in that could be simulated."))
        return
    console.print(dim(wrapped(answer.basis)))
    console.print()
    console.print(_fan(answer, words))
    for section in answer.details:
        _print_section(section.title, section.sentences)
    console.print()
    console.print(_streams(answer, words))
    _print_section(answer.basis_details.title, answer.basis_details.sentences)
    console.print()


def _print_section(title: str, sentences: Sequence[str]) -> None:
    console.print()
    console.print(Text(title, style="bold"))
    for sentence in sentences:
        console.print(wrapped(on_one_line(sentence)))


def _fan(answer: SimulationAnswer, words: Words) -> Table:
    _ = words.gettext
    rows = table("", right=_("first"))
    rows.add_column("")
    rows.add_column(_("last"), justify="right")
    lines = _lines(answer, words)
    top = max(max(amounts) for _label, amounts, _style in lines)
    for label, amounts, style in lines:
        rows.add_row(
            dim(label),
            _amount(amounts[0], words),
            Text(_spark(amounts, top), style=style),
            _amount(amounts[-1], words),
        )
    return rows


def _lines(
    answer: SimulationAnswer, words: Words
) -> tuple[tuple[str, list[float], str], ...]:
    """Return each line of the fan: what it is, its amounts, and how it looks."""
    _ = words.gettext
    months: list[Quantiles] = [month.quantiles for month in answer.months]
    return (
        (_("19 in 20 are below"), [one.p95 for one in months], ""),
        (_("3 in 4 are below"), [one.p75 for one in months], ""),
        (_("half are below"), [one.p50 for one in months], "bold"),
        (_("1 in 4 is below"), [one.p25 for one in months], ""),
        (_("1 in 20 is below"), [one.p05 for one in months], ""),
    )


def _spark(amounts: list[float], top: float) -> str:
    """Return one block a month, as high as its share of the top; at most 48 blocks."""
    step = -(-len(amounts) // _WIDEST)
    means = [
        sum(amounts[i : i + step]) / len(amounts[i : i + step])
        for i in range(0, len(amounts), step)
    ]
    last = len(_BLOCKS) - 1
    return "".join(
        _BLOCKS[max(0, min(last, round(last * mean / top)))] if top > 0 else _BLOCKS[0]
        for mean in means
    )


def _streams(answer: SimulationAnswer, words: Words) -> Table:
    _ = words.gettext
    rows = table(_("Stream"), right=_("a month"))
    rows.add_column(_("varies"), justify="right")
    rows.add_column(_("ends in a year"), justify="right")
    rows.add_column(_("depends on"))
    for stream in answer.streams:
        rows.add_row(
            on_one_line(stream.title),
            _amount(stream.monthly, words),
            words.percent(stream.varies),
            _ends(stream, words),
            dim(on_one_line(stream.depends_on) or _("nothing shared")),
        )
    rows.add_section()
    if len(answer.streams) > 1:
        one, two = (
            percent_text(words, chance)
            for chance in (answer.loses_one, answer.loses_several)
        )
        rows.add_row(dim(_("at least one")), "", "", one, "")
        rows.add_row(dim(_("two or more")), "", "", two, "")
    return rows


def _ends(stream: SimulatedStream, words: Words) -> str:
    if stream.is_over:
        return words.gettext("is over")
    return percent_text(words, stream.ends_within_a_year.value)


def _amount(value: float, words: Words) -> str:
    """Return an amount whose currency stands above it; hidden in quiet view."""
    return words.number(value, 0) if disguise() is None else HIDDEN
