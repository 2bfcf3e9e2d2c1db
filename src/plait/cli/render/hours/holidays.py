"""Public holidays as a page of text."""

from rich.table import Table

from plait.answers.hours.holidays import HolidaysAnswer, OrganisationHolidays
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, print_notes
from plait.wording.words import Words


def print_holidays(answer: HolidaysAnswer, words: Words) -> None:
    """Print the days of the year for each calendar of holidays, then the changes."""
    for house in answer.organisations:
        if house.days:
            console.print()
            console.print(_table(house, answer.year, words))
    changes = (f"{on_one_line(one.text)}." for one in answer.changes)
    print_notes(*changes, *answer.notes)


def _table(house: OrganisationHolidays, year: int, words: Words) -> Table:
    name = house.organisation or words.gettext("Everywhere")
    title = f"{name}, {house.country}, {year}" if house.country else f"{name}, {year}"
    table = Table(box=None, pad_edge=False, header_style="dim", show_header=True)
    table.add_column(on_one_line(title))
    table.add_column("")
    for one in house.days:
        table.add_row(words.weekday(one.on), on_one_line(one.text))
    return table
