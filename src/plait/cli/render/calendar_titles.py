"""What is kept of the events of each calendar, as lines and as plain values."""

from typing import TYPE_CHECKING, Any

from plait.cli import run
from plait.cli.render.sanitise import on_one_line

if TYPE_CHECKING:
    from plait.accounts.models import Person


def print_titles(viewer: "Person", *, as_json: bool) -> None:
    """Print the calendars, followed and from files, with whether titles are kept."""
    rows = _calendars(viewer)
    if as_json:
        run.print_json(rows)
        return
    from plait.cli.render.terminal import console, table

    _ = run.words().gettext
    if not rows:
        console.print(_("There are no calendars in this book."))
        return
    lines = table(_("Number"), _("Calendar"), _("Kept of its events"))
    for row in rows:
        kept = _("Times, titles, places") if row["keeps_titles"] else _("Times")
        number = "–" if row["calendar"] is None else str(row["calendar"])
        lines.add_row(number, on_one_line(row["name"]) or "–", kept)
    console.print(lines)


def print_blanked(calendar: str, n: int, *, keeps: bool, as_json: bool) -> None:
    """Print what a choice came to."""
    if as_json:
        run.print_json({"calendar": calendar, "keeps_titles": keeps, "blanked": n})
        return
    words = run.words()
    if keeps:
        run.say(
            words.gettext(
                "Titles and places are kept from its next refresh or import on."
            )
        )
        return
    sentence = words.ngettext(
        "Only times are kept; the title and place of %(n)s event are gone.",
        "Only times are kept; titles and places of %(n)s events are gone.",
        n,
    )
    run.say(sentence % {"n": words.number(n, 0)})


def _calendars(viewer: "Person") -> list[dict[str, Any]]:
    from plait.book.queries import calendar_sources
    from plait.book.queries.calendar_titles import calendars_of_files

    followed = [
        {"calendar": one.pk, "name": one.name, "keeps_titles": one.keeps_titles}
        for one in calendar_sources(viewer=viewer)
    ]
    of_files = [
        {"calendar": None, "name": one.name, "keeps_titles": one.keeps_titles}
        for one in calendars_of_files(viewer=viewer)
    ]
    return followed + of_files
