"""Exposure as a page of text."""

from rich.table import Table

from plait.answers.income.exposure import ExposedRole, ExposureAnswer
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, print_notes, table
from plait.wording.words import Words


def print_exposure(answer: ExposureAnswer, words: Words) -> None:
    """Print the mixes, the roles, and what the figures are not."""
    known = [one for one in answer.roles if one.exposure]
    console.print()
    if known:
        console.print(_table(answer, known, words))
    notes = (answer.not_loss, *answer.notes, answer.source_text)
    print_notes(*map(on_one_line, notes))


def _table(answer: ExposureAnswer, known: list[ExposedRole], words: Words) -> Table:
    _ = words.gettext
    rows = table("", _("Occupation"), _("Exposure, 0 to 1"))
    mixes = ((_("By hours"), answer.by_hours), (_("By income"), answer.by_income))
    for name, mix in mixes:
        if mix:
            rows.add_row(name, "", mix.text)
    for one in known:
        occupation = f"{one.occupation} ({one.isco08})"
        rows.add_row(on_one_line(one.name), occupation, one.text)
    return rows
