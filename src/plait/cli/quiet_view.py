"""`plait --quiet-view`: what commands print while names and amounts are hidden.

A command that shows something reads the book with its names hidden, as a quiet page
does. One that changes the book works with the true names and prints only that it is
done. JSON and CSV are taken along whole.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import Enum, auto
from typing import Any

import click

from plait.domain.errors import PlaitError
from plait.domain.quiet import MARK, NamesHidden, wearing


class Unsaid(PlaitError):
    """A command was refused for a reason that quiet view hides."""


class Way(Enum):
    """How a command prints: all, without names and amounts, or only that it is done."""

    ALL = auto()
    HIDDEN = auto()
    SILENT = auto()


# What these print is of Plait and this machine, not of a life.
_OF_THE_MACHINE = frozenset(
    {"init", "serve", "link", "check", "backup", "restore", "export"}
    | {"delete-everything", "reminders feed", "calendars feed", "settings set"}
)
SHOWING = frozenset(
    {"review", "reminders", "reminders due", "finding", "finding list"}
    | {"role", "role list", "role show", "role proposals", "organisation"}
    | {"organisation list", "checkin", "hours", "drift", "capacity", "takeon"}
    | {"time-off", "holidays", "worktime", "income", "invoices", "obligations"}
    | {"concentration", "exposure", "stress", "simulate", "plan", "imports", "mapping"}
    | {"known", "calendars", "calendars titles", "inbox", "rules", "records"}
    | {"payment", "payment show", "recurring", "recurring list", "payer"}
    | {"payer list", "account", "account list", "doubles", "entry", "entry show"}
    | {"history", "settings"}
)
_way: ContextVar[Way] = ContextVar("quiet_view_of_commands", default=Way.ALL)


def option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give `plait` the option, and the setting of the environment that stands for it."""
    return click.option(
        "--quiet-view",
        is_flag=True,
        envvar="PLAIT_QUIET_VIEW",
        help="Hide names and amounts, as in the app. --json and --csv stay whole.",
    )(command)


def is_silent() -> bool:
    """Return whether the command that runs prints only that it is done."""
    return _way.get() is Way.SILENT


def is_on() -> bool:
    """Return whether names and amounts are hidden in what is printed."""
    return _way.get() is not Way.ALL


def text_of(text: str) -> str:
    """Return a text as it is printed now: while names are hidden without amounts."""
    if _way.get() is not Way.HIDDEN:
        return text
    from plait.wording.quiet import without_amounts

    return without_amounts(text).replace(MARK, "")


def carried_out(
    function: Callable[..., Any], options: dict[str, Any], *, is_whole: bool
) -> None:
    """Run a command the way it prints now; `is_whole` for JSON and CSV."""
    way = Way.ALL if is_whole else _way_now()
    if way is Way.HIDDEN:
        with _printing(way):
            _without_names(function, options)
    elif way is Way.SILENT:
        _silently(function, options)
    else:
        function(**options)


def _without_names(function: Callable[..., Any], options: dict[str, Any]) -> None:
    """Run a command with names hidden; with true ones, silently, if it is to write."""
    from plait.cli import run

    viewer = run.viewer()  # which sets up what the book needs
    from plait.book.quiet import disguise_of
    from plait.wording.quiet import nouns_of

    worn = disguise_of(viewer=viewer, nouns=nouns_of(run.words()))
    quiet = {
        name: worn.key(value) if isinstance(value, str) else value
        for name, value in options.items()
    }
    try:
        with wearing(worn):
            function(**quiet)
    except NamesHidden:
        _silently(function, options)


def _silently(function: Callable[..., Any], options: dict[str, Any]) -> None:
    """Run a command that changes something; why it is refused may hold names, too."""
    from plait.cli import run

    try:
        with _printing(Way.SILENT):
            function(**options)
    except PlaitError as error:
        raise Unsaid(
            "This cannot be done", fix="Turn quiet view off to read why."
        ) from error
    run.say(run.words().gettext("Done. Quiet view hides what was changed."))


@contextmanager
def _printing(way: Way) -> Iterator[None]:
    token = _way.set(way)
    try:
        yield
    finally:
        _way.reset(token)


def _way_now() -> Way:
    context = click.get_current_context(silent=True)
    if context is None or not context.find_root().params.get("quiet_view"):
        return Way.ALL
    if context.invoked_subcommand:
        return Way.ALL  # what comes after it prints, not the group
    _program, _, command = context.command_path.partition(" ")
    if command in _OF_THE_MACHINE:
        return Way.ALL
    return Way.HIDDEN if command in SHOWING else Way.SILENT
