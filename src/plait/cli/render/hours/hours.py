"""Hours accounts as a page of text."""

from rich.table import Table
from rich.text import Text

from plait.answers.hours.hours import HoursAnswer
from plait.answers.hours.hours_rows import HoursBy, HoursRow
from plait.cli.render.hours.in_period import print_hours_in_period
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim, print_notes, table, wrapped
from plait.wording.words import Words


def print_hours(answer: HoursAnswer, words: Words) -> None:
    """Print the table, then what it does not show by itself."""
    if not answer.roles:
        console.print(
            words.gettext("You hold no roles on this day. See: plait role list.")
        )
        return
    console.print()
    if not answer.in_period.period.is_usual:
        print_hours_in_period(answer.in_period, words)
        return
    if len(answer.roles) > 1:
        console.print(wrapped(answer.sentence))
        console.print()
    console.print(dim(on_one_line(answer.heading)))
    console.print()
    is_by_role = answer.by is HoursBy.ROLE
    console.print(_by_role(answer, words) if is_by_role else _by_row(answer, words))
    print_notes(*answer.notes)


def _by_role(answer: HoursAnswer, words: Words) -> Table:
    _ = words.gettext
    rows = table(_("Role"), _("Since"))
    _add_figures(rows, words)
    for role in answer.roles:
        start = role.start.isoformat()
        rows.add_row(Text(on_one_line(role.name)), start, *_figures(role, words))
    if answer.total:
        rows.add_section()
        rows.add_row(_("Together"), "", *_figures(answer.total, words))
    return rows


def _by_row(answer: HoursAnswer, words: Words) -> Table:
    _ = words.gettext
    is_by_week = answer.by is HoursBy.WEEK
    rows = table(_("Week of") if is_by_week else _("Month"))
    _add_figures(rows, words)
    rows.add_column("")
    for row in answer.roles[0].rows if len(answer.roles) == 1 else answer.rows:
        start = row.start.isoformat() if is_by_week else f"{row.start:%Y-%m}"
        rows.add_row(start, *_figures(row, words), dim(row.free.text))
    return rows


def _add_figures(rows: Table, words: Words) -> None:
    _ = words.gettext
    headings = (_("Agreed"), _("Days off"), _("Due"), _("Worked"), _("Balance"))
    for heading in headings:
        rows.add_column(heading, justify="right")


def _figures(row: HoursRow, words: Words) -> tuple[str, ...]:
    free = row.free.total if row.agreed is not None else None
    figures = (row.agreed, free, row.due, row.given)
    return (*(_hours(hours, words) for hours in figures), _balance(row, words))


def _hours(hours: float | None, words: Words) -> str:
    return "–" if hours is None else words.fixed(hours)


def _balance(row: HoursRow, words: Words) -> str:
    """Return hours with their sign; what rounds to nought has none."""
    text = _hours(row.balance, words)
    has_sign = row.balance is None or text.startswith("-") or text == _hours(0, words)
    return text if has_sign else f"+{text}"
