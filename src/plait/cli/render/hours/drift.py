"""Drift as a page of text: of the roles of a book, or of a bare series."""

import textwrap
from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from plait.answers.hours.drift import DriftAnswer, RoleDrift
from plait.answers.hours.drift_series import SeriesAnswer
from plait.cli.render.review import spark
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim, table, wrapped
from plait.wording.words import Words

_LISTED_WEEKS = 52
_BESIDE = 44
_INDENT = 2
_NARROWEST = 40


def print_drift(answer: DriftAnswer, words: Words) -> None:
    """Print a line for each role; of a requested one also its weeks and the note."""
    if not answer.roles:
        console.print(words.gettext("You hold no roles on this day."))
        return
    console.print()
    console.print(_roles(answer, words))
    for role in answer.roles:
        if role.weeks:
            _print_weeks(role, words)
        if role.talk:
            _print_note(role.talk, words)
    console.print()


def _roles(answer: DriftAnswer, words: Words) -> Table:
    _ = words.gettext
    rows = table(_("Role"), right=_("Agreed"))
    rows.add_column(_("Drift"))
    rows.add_column(_("Latest weeks"))
    for role in answer.roles:
        rows.add_row(
            on_one_line(role.name),
            "–" if role.agreed is None else words.number(role.agreed),
            Text(role.sentence, style="red" if role.is_noticeable else ""),
            dim(role.naive_text),
        )
    return rows


def _print_weeks(role: RoleDrift, words: Words) -> None:
    console.print()
    hours = [week.hours for week in role.weeks]
    statistic = [week.statistic or 0.0 for week in role.weeks]
    _print_lines(hours, statistic, role.threshold, words)


def _print_note(note: str, words: Words) -> None:
    console.print()
    console.print(
        Text(words.gettext("A note to begin with, yours to change"), style="bold")
    )
    for line in note.splitlines():
        text = textwrap.fill(
            line,
            max(_NARROWEST, console.width - 2 * _INDENT),
            initial_indent=" " * _INDENT,
            subsequent_indent=" " * (_INDENT + 2 * line.startswith("- ")),
            break_on_hyphens=False,
        )
        console.print(text)


def _print_lines(
    hours: Sequence[float], statistic: Sequence[float], threshold: float, words: Words
) -> None:
    """Print hours and statistic as two lines of bars, one above the other."""
    _ = words.gettext
    room = max(12, min(_LISTED_WEEKS, console.width - _BESIDE))
    hours, statistic = hours[-room:], statistic[-room:]
    if not hours:
        return
    grid = Table.grid(padding=(0, 2))
    highest = _("up to %(hours)s") % {"hours": words.fixed(max(hours))}
    grid.add_row(dim(_("Hours")), spark(list(hours)), dim(highest))
    # A statistic that never comes near its threshold should look small.
    scaled = spark([*statistic, threshold])[:-1]
    now = _("now %(value)s; alarm above %(threshold)s") % {
        "value": words.fixed(statistic[-1], 2),
        "threshold": words.fixed(threshold, 2),
    }
    grid.add_row(dim(_("Statistic")), scaled, dim(now))
    console.print(grid)


def print_series(answer: SeriesAnswer, words: Words) -> None:
    """Print what a bare series says."""
    console.print()
    hours = [week.hours for week in answer.weeks]
    statistic = [week.statistic for week in answer.weeks]
    _print_lines(hours, statistic, answer.threshold, words)
    console.print()
    for sentence in answer.sentences:
        console.print(wrapped(sentence))
    console.print()
