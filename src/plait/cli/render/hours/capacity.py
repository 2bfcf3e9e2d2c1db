"""The weeks ahead as a page of text."""

from zoneinfo import ZoneInfo

from rich.table import Table
from rich.text import Text

from plait.answers.hours.capacity import CapacityAnswer, CapacityWeek, ClashAhead
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim, print_notes, table, wrapped
from plait.wording.words import Words

_BAR = 9  # so that a line fits into 80 columns, in Dutch too
_LISTED_CLASHES = 20


def print_capacity(answer: CapacityAnswer, words: Words) -> None:
    """Print the weeks, what clashes in them, and how far they can be believed."""
    _ = words.gettext
    console.print()
    console.print(_weeks(answer, words))
    line = _("The line in each bar marks the hours you have available.")
    print_notes(line if answer.has_capacity else "", *answer.notes)
    _print_clashes(answer, words)
    console.print()
    console.print(Text(_("How sure this is"), style="bold"))
    for sentence in answer.record:
        console.print(wrapped(sentence))
    console.print()


def _weeks(answer: CapacityAnswer, words: Words) -> Table:
    _ = words.gettext
    rows = table(_("Week of"))
    for heading in (_("Available"), _("Expected"), _("Range"), _("Left")):
        rows.add_column(heading, justify="right")
    rows.add_column("")
    rows.add_column(_("Too full"))
    top = max(max(_ends(week)) for week in answer.weeks) or 1
    for week in answer.weeks:
        style = "red" if week.is_overfull else ""
        rows.add_row(
            week.monday.isoformat(),
            _hours(week.supply, words),
            Text(_hours(week.load, words), style=style),
            dim(_range(week, words)),
            _hours(week.free, words),
            Text(_bar(week, top), style=style),
            week.chance_text or "–",
        )
    return rows


def _ends(week: CapacityWeek) -> tuple[float, float, float]:
    return week.supply or 0.0, week.load, week.high or 0.0


def _bar(week: CapacityWeek, top: float) -> str:
    """Return the hours expected, light up to the range's end, a line at the supply."""
    supply, load, high = (round(_BAR * end / top) for end in _ends(week))
    cells = ["█"] * load + ["░"] * (high - load) + [" "] * (_BAR - max(load, high))
    if week.supply is not None:
        cells[min(supply, _BAR - 1)] = "│"
    return "".join(cells)


def _range(week: CapacityWeek, words: Words) -> str:
    if week.low is None or week.high is None:
        return "–"
    return words.gettext("%(low)s to %(high)s") % {
        "low": words.number(week.low, 0),
        "high": words.number(week.high, 0),
    }


def _hours(hours: float | None, words: Words) -> str:
    return "–" if hours is None else words.fixed(hours)


def _print_clashes(answer: CapacityAnswer, words: Words) -> None:
    _ = words.gettext
    console.print(Text(_("Clashes"), style="bold"))
    if not answer.clashes:
        console.print(_("None known."))
    for one in answer.clashes[:_LISTED_CLASHES]:
        console.print(_when(one, answer.timezone, words))
        console.print(dim(f"  {on_one_line(one.sentence)}"))
    n_more = len(answer.clashes) - _LISTED_CLASHES
    if n_more > 0:
        console.print(
            dim(_("… and %(n)d more; --json lists them all.") % {"n": n_more})
        )


def _when(one: ClashAhead, timezone: str, words: Words) -> str:
    """Return when it is where the person lives, for how long, and how often."""
    zone = ZoneInfo(timezone)
    start, end, last = (
        instant.astimezone(zone)
        for instant in (one.starts_at, one.ends_at, one.last_at)
    )
    text = f"{start:%Y-%m-%d %H:%M}–{end:%H:%M}, {words.number(one.minutes, 0)} min"
    if one.count == 1:
        return text
    again = words.gettext("%(n)d times until %(day)s")
    return f"{text}, {again % {'n': one.count, 'day': f'{last:%Y-%m-%d}'}}"
