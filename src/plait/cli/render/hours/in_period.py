"""What was worked over a period as text: a sentence, and a row for each role."""

from rich.text import Text

from plait.answers.periods.hours import HoursInPeriod
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim, table, wrapped
from plait.wording.words import Words

_NO_FIGURE = "–"


def print_hours_in_period(answer: HoursInPeriod, words: Words) -> None:
    """Print the sentence, then hours worked and due by role."""
    _ = words.gettext
    console.print(wrapped(on_one_line(f"{answer.sentence} {answer.known}".strip())))
    console.print()
    rows = table(_("Role"))
    rows.add_column(_("Worked"), justify="right")
    rows.add_column(_("Due"), justify="right")
    rows.add_column(_("Difference"))
    for one in answer.roles:
        due = _NO_FIGURE if one.due is None else words.fixed(one.due)
        name = Text(on_one_line(one.name))
        rows.add_row(name, words.fixed(one.hours), due, dim(one.change_text))
    console.print(rows)
