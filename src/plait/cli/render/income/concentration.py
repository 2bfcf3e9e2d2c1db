"""Concentration as a page of text."""

from rich.table import Table
from rich.text import Text

from plait.answers.concentration import (
    Breakdown,
    ConcentrationAnswer,
    Group,
    ShareMeasures,
    SharesAnswer,
)
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim, print_notes, table
from plait.wording.words import Words

_BAR = 24


def print_concentration(answer: ConcentrationAnswer, words: Words) -> None:
    """Print a line for each way to count, or the groups of the one asked for."""
    _ = words.gettext
    if not answer.total:
        console.print(
            _("No income is known yet. Add it: plait payment add, or: plait import")
        )
        return
    console.print()
    console.print(dim(answer.basis))
    console.print()
    if len(answer.by) == 1:
        [one] = answer.by
        console.print(_groups(one, words))
        notes = (one.sentence, *answer.notes)
    else:
        console.print(_summary(answer.by, words))
        notes = answer.notes
    print_notes(*notes, answer.together.sentence)


def _summary(breakdowns: tuple[Breakdown, ...], words: Words) -> Table:
    _ = words.gettext
    rows = table("", _("Largest"), right=_("Share"))
    rows.add_column("")
    rows.add_column(_("Equal ones"), justify="right")
    for one in breakdowns:
        if len(one.unknown) == len(one.groups):
            continue
        first = one.groups[0]
        share, equal = words.percent(first.share), words.number(one.measures.effective)
        rows.add_row(one.label, Text(_name(first)), share, bar(first.share), equal)
    return rows


def _groups(one: Breakdown, words: Words) -> Table:
    _ = words.gettext
    rows = table(one.label, right=_("Share"))
    rows.add_column("")
    rows.add_column(_("Roles"))
    for group in one.groups:
        roles = dim(", ".join(group.roles))
        share = words.percent(group.share)
        rows.add_row(Text(_name(group)), share, bar(group.share), roles)
    return rows


def _name(group: Group) -> str:
    return on_one_line(" ".join(filter(None, (group.name, group.title))))


def bar(share: float, width: int = _BAR) -> str:
    """Return a share of 1 as a bar; what is not nothing is to be seen."""
    return "█" * max(round(share * width), 1 if share > 0 else 0)


def print_shares(answer: SharesAnswer, words: Words) -> None:
    """Print what bare shares come to, each measure with its formula."""
    grid = Table.grid(padding=(0, 3))
    for label, value, formula in _measures(answer.measures, words):
        figure = "–" if value is None else words.number(value, 4)
        grid.add_row(label, figure, dim(formula))
    console.print()
    console.print(grid)
    console.print()


def _measures(
    of: ShareMeasures, words: Words
) -> tuple[tuple[str, float | None, str], ...]:
    _ = words.gettext
    return (
        (_("Largest share"), of.largest_share, _("largest of all parts")),
        (_("Herfindahl index"), of.herfindahl, _("sum of the squared shares")),
        (_("Effective number"), of.effective, "1 / Herfindahl"),
        ("Simpson", of.simpson, "1 - Herfindahl"),
        (_("Entropy"), of.entropy, _("sum of -s ln s")),
        (_("Effective number by entropy"), of.effective_by_entropy, "e ^ entropy"),
    )
