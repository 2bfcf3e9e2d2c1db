"""plait import: import files."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from zoneinfo import ZoneInfo

import click

from plait.cli import run
from plait.cli.commands.options.corrections import role_or_none
from plait.cli.commands.options.terms import NotUnderstood
from plait.cli.render.sanitise import on_one_line

if TYPE_CHECKING:
    from plait.book.imports.report import FileReport, ImportReport
    from plait.formats.reading.spool import OnProgress
    from plait.wording.words import Words


@click.command(epilog="Example: plait import statement.xml hours.csv --dry-run")
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, readable=False, path_type=Path),
)
@click.option("--role", help="Everything in these files belongs to this role.")
@click.option("--mapping", help="Read an unknown table by this mapping.")
@click.option(
    "--dates",
    type=click.Choice(["day-first", "month-first"]),
    help="How to read 03/04/2025.",
)
@click.option(
    "--currency",
    default="",
    help="Of amounts in files that do not say it, such as GBP.",
)
@click.option("--person", default="", help="Whose hours, in a team's export.")
@click.option(
    "--titles/--no-titles",
    default=None,
    help="Keep titles and places of calendar events; without, as said of each calendar.",
)
@click.option(
    "--positions",
    type=click.Choice(["all", "current", "none"]),
    default="current",
    show_default=True,
    help="Which positions of a CV become roles.",
)
@click.option("--dry-run", is_flag=True, help="Show what would come in; save nothing.")
@run.as_command
def command(files: tuple[Path, ...], *, as_json: bool, **given: Any) -> None:
    """Import bank statements, hours, calendars and CVs.

    Every format is recognised by its content. A folder stands for its files.
    """
    viewer = run.viewer()
    from plait.book.imports.batches import import_files
    from plait.book.imports.position_choice import PositionChoice, Positions
    from plait.book.queries import mapping_named
    from plait.book.queries.accounts import account_currencies
    from plait.formats.source import Options, Source

    paths = _all(files)
    role = role_or_none(viewer, given["role"])
    mapping = given["mapping"]
    options = Options(
        today=run.today(viewer),
        timezone=ZoneInfo(viewer.timezone),
        is_day_first=_day_first(given["dates"]),
        person=given["person"],
        currency=_currency(given["currency"]),
        known_currencies=account_currencies(viewer=viewer),
        mapping=mapping_named(viewer=viewer, name=mapping).columns if mapping else None,
    )
    with _progress(with_bar=not as_json and sys.stderr.isatty()) as progress:
        report = import_files(
            viewer=viewer,
            sources=[Source(path.name, path) for path in paths],
            options=options,
            now=run.now(),
            role=role,
            keep=not given["dry_run"],
            titles=given["titles"],
            positions=PositionChoice(Positions(given["positions"]), options.today),
            progress=progress,
        )
    if as_json:
        run.print_json(_as_json(report, paths))
    else:
        _show(report, dry_run=given["dry_run"])
    if any(one.problems for one in report.files):
        sys.exit(run.PROBLEMS)


def _all(paths: tuple[Path, ...]) -> list[Path]:
    """Return the files, a folder standing for those inside it that are not hidden.

    Of an export the files that were kept with payments are among them.
    """
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.iterdir()) if path.is_dir() else []
        inside += _attached(path)
        files = [p for p in inside if p.is_file() and not p.name.startswith(".")]
        found += files or [path]
    return found


def _attached(folder: Path) -> list[Path]:
    """Return the files of an export's own folder of files; a link is not followed."""
    inside = folder / "files"
    if not (folder / "attachments.json").is_file() or inside.is_symlink():
        return []
    return sorted(inside.iterdir()) if inside.is_dir() else []


def _currency(code: str) -> str:
    """Return a currency in capitals; "" where none was named."""
    from plait.formats.values import BadValue, currency_code

    try:
        return currency_code(code) if code else ""
    except BadValue as error:
        raise NotUnderstood(error.what, value=error.value, fix=error.fix) from error


def _day_first(order: str | None) -> bool | None:
    return None if order is None else order == "day-first"


@contextmanager
def _progress(*, with_bar: bool) -> Iterator["OnProgress | None"]:
    """Show on a terminal how far a long import is."""
    if not with_bar:
        yield None
        return
    with _Bar() as bar:
        yield bar.show


class _Bar:
    """A bar for each file."""

    def __init__(self) -> None:
        from rich.progress import BarColumn, Progress, TextColumn

        from plait.cli.render.terminal import calm_console

        self._bar = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TextColumn("{task.percentage:>3.0f} %  {task.fields[lines]}"),
            console=calm_console(stderr=True),
            transient=True,
        )
        self._tasks: dict[str, Any] = {}

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def _lines(self, n: int) -> str:
        words = run.words()
        text = words.ngettext("%(n)s line", "%(n)s lines", n)
        return text % {"n": words.number(n, 0)}

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def show(self, name: str, fraction: float, lines: int) -> None:
        """Move the bar of a file on."""
        if name not in self._tasks:
            self._tasks[name] = self._bar.add_task(
                on_one_line(name), total=1.0, lines=""
            )
        self._bar.update(
            self._tasks[name], completed=fraction, lines=self._lines(lines)
        )


def _typed(one: "FileReport", paths: list[Path]) -> str:
    """Return a file's path as it was typed, with what stands within an archive."""
    outer, *inner = one.path.split(" › ", 1)  # noqa: RUF001  # as archives name members
    typed = [str(path) for path in paths if path.name == outer]
    return " › ".join([typed[0] if len(typed) == 1 else outer, *inner])  # noqa: RUF001  # the same


def _as_json(report: "ImportReport", paths: list[Path]) -> dict[str, Any]:
    return {
        "batch": report.batch,
        "files": [
            {
                "path": _typed(one, paths),
                "format": one.format,
                "read": one.n_read,
                "new": one.n_new,
                "changed": one.n_changed,
                "known": one.n_known,
                "without_titles": one.untitled,
                "problems": [problem._asdict() for problem in one.problems],
            }
            for one in report.files
        ],
        "positions": [
            {
                "name": one.name,
                "organisation": one.organisation,
                "start": one.started_on.isoformat(),
                "end": one.ended_on.isoformat() if one.ended_on else None,
                "taken": one.is_taken,
            }
            for one in report.positions
        ],
    }


def _show(report: "ImportReport", *, dry_run: bool) -> None:
    from plait.cli.render.positions import show_positions
    from plait.cli.render.terminal import console, print_problems, table
    from plait.wording.roles.positions import left_out_text

    words = run.words()
    _ = words.gettext
    rows = table(_("File"), _("Read as"))
    for heading in (_("Read"), _("New"), _("Corrected"), _("Known"), _("Problems")):
        rows.add_column(heading, justify="right")
    for one in report.files:
        counts = (
            *(one.n_read, one.n_new, one.n_changed, one.n_known),
            len(one.problems),
        )
        rows.add_row(
            on_one_line(one.path),
            _(one.label) if one.label else "–",
            *(words.number(n, 0) if n else "–" for n in counts),
        )
    console.print(rows)
    for one in report.files:
        print_problems(one.path, one.problems, words)
    if dry_run:
        _show_first(report, words)
        show_positions(report.positions, words)
    if n_left := sum(not one.is_taken for one in report.positions):
        console.print(f"\n{left_out_text(words, n_left)}")
    if names := sorted({name for one in report.files for name in one.untitled}):
        console.print(f"\n{_untitled_text(words, names)}")
    console.print(f"\n{_ending(report, words, dry_run=dry_run)}")


def _show_first(report: "ImportReport", words: "Words") -> None:
    """Print the first lines of each file as they would come in."""
    from plait.cli.render.terminal import console, table
    from plait.wording.records.first_lines import first_line

    _ = words.gettext
    for one in report.files:
        if not one.first:
            continue
        console.print(f"\n{on_one_line(one.path)}", markup=False)
        rows = table(_("Day"))
        rows.add_column(_("Amount or hours"), justify="right")
        for heading in (_("Who"), _("What for"), _("Account")):
            rows.add_column(heading)
        for line in one.first:
            texts = first_line(words, line)
            cells = (texts.day, texts.figure, texts.who, texts.text, texts.account)
            rows.add_row(*(on_one_line(cell) or "–" for cell in cells))
        console.print(rows)


def _untitled_text(words: "Words", names: list[str]) -> str:
    text = words.gettext(
        "Of the events of %(calendars)s only the times are kept: titles may be private"
        " to others. To keep titles and places too, import with --titles."
    )
    return text % {"calendars": on_one_line(", ".join(names))}


def _ending(report: "ImportReport", words: "Words", *, dry_run: bool) -> str:
    _ = words.gettext
    n_new = sum(one.n_new for one in report.files)
    n_changed = sum(one.n_changed for one in report.files)
    new = words.ngettext("%(n)s new line", "%(n)s new lines", n_new)
    lines = new % {"n": words.number(n_new, 0)}
    if n_changed:
        changed = words.ngettext("%(n)s corrected", "%(n)s corrected", n_changed)
        lines = f"{lines}, {changed % {'n': words.number(n_changed, 0)}}"
    values = {"new": lines, "number": report.batch}
    if dry_run:
        return _("Preview only, nothing is saved: %(new)s.") % values
    if report.batch is None:
        return _("Nothing came in.")
    return _("Import %(number)d: %(new)s. Undo it with: plait undo %(number)d") % values
