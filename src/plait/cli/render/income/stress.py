"""How long the money lasts, as a page of text."""

from datetime import date

from rich.table import Table
from rich.text import Text

from plait.answers.stress import Runway, StressAnswer
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim, print_notes, table, wrapped
from plait.domain.period import add_months, month_of
from plait.wording.words import Words

_BAR = 8
_BAR_MONTHS = 24
_MOST_ROWS = 18


def print_stress(answer: StressAnswer, words: Words) -> None:
    """Print a line for each scenario; of one asked for also its months."""
    _ = words.gettext
    if not answer.income.streams:
        console.print(
            _("No income is known yet. Add it: plait payment add, or: plait import")
        )
        return
    console.print()
    if answer.sentence:
        console.print(wrapped(on_one_line(answer.sentence)))
    console.print(dim(wrapped(answer.basis)))
    console.print()
    console.print(_scenarios(answer, words))
    last = answer.scenarios[-1] if answer.scenarios else answer.present
    if last.one_in_ten.income:
        console.print()
        for sentence in (
            last.one_in_ten.sentence,
            last.median.sentence,
            last.chances,
        ):
            console.print(wrapped(sentence))
        console.print()
        console.print(_months(answer, last.one_in_ten, words))
    print_notes(*answer.notes)


def _scenarios(answer: StressAnswer, words: Words) -> Table:
    _ = words.gettext
    rows = table(_("What if"), right=_("1 in 10"), name_width=16)
    rows.add_column("", no_wrap=True)
    rows.add_column(_("Middle"), justify="right", no_wrap=True)
    rows.add_column(_("Runs out in"), no_wrap=True)
    rows.add_column(_("In a year"), justify="right", no_wrap=True)
    rows.add_column(_("In two"), justify="right", no_wrap=True)
    for one in (answer.present, *answer.scenarios):
        rows.add_row(
            Text(on_one_line(one.title)),
            _count(one.one_in_ten, answer.months_at_most),
            _bar(one.one_in_ten.months),
            dim(_count(one.median, answer.months_at_most)),
            one.one_in_ten.runs_out or "–",
            words.percent(one.within_year),
            words.percent(one.within_two_years),
        )
    return rows


def _bar(months: int | None) -> Text:
    """Return a bar that is full from two years on, red below one."""
    size = _BAR_MONTHS if months is None else min(months, _BAR_MONTHS)
    blocks = "█" * max(round(size / _BAR_MONTHS * _BAR), 1 if size else 0)
    return Text(blocks, style="red" if size < _BAR_MONTHS / 2 else "")


def _count(runway: Runway, most: int) -> str:
    return f"{most}+" if runway.months is None else str(runway.months)


def _months(answer: StressAnswer, bad: Runway, words: Words) -> Table:
    """Return the first months of the scenario asked for, up to the first short one."""
    _ = words.gettext
    rows = table(_("Month"), right=_("Comes in"))
    rows.add_column(_("Savings left"), justify="right")
    first = add_months(month_of(answer.on), 1)
    n_rows = _MOST_ROWS if bad.months is None else bad.months + 1
    months = zip(bad.income, bad.balance, strict=True)
    for number, (income, balance) in enumerate([*months][:n_rows]):
        rows.add_row(
            _month(first, number),
            words.money(income, answer.currency),
            Text(
                words.money(balance, answer.currency),
                style="red" if balance < 0 else "",
            ),
        )
    return rows


def _month(first: date, number: int) -> str:
    return f"{add_months(first, number):%Y-%m}"
