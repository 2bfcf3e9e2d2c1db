"""How every command runs: Django set up, the viewer found, errors in their language."""

import functools
import gc
import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NoReturn
from zoneinfo import ZoneInfo

import click

from plait.cli import csv_option, quiet_view
from plait.cli.render.sanitise import COMMANDS, on_one_line, sanitised
from plait.cli.render.widths import fitted
from plait.domain.errors import PlaitError
from plait.domain.writing import USUAL, write_as

if TYPE_CHECKING:
    from plait.accounts.models import Person
    from plait.answers.context import AnswerContext
    from plait.answers.tables.table import Table
    from plait.wording.words import Words

DONE, PROBLEMS, WRONG_USE = 0, 1, 2
_FIRST_YEAR, _LAST_YEAR = 1900, 2199

# Control characters, and what bytes become that are not text in the user's encoding.
_NO_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")

Answer = dict[str, Any] | list[Any]

# Whoever reads what a command prints; English until it is known who that is.
_language: ContextVar[str] = ContextVar("language", default="en")


class NoText(PlaitError):
    """An option holds bytes that are no text, or control characters."""


class BookShut(PlaitError):
    """The data folder or the database in it cannot be used just now."""


class DayTooFar(PlaitError):
    """A day to look from that nobody lives to see."""


def as_command(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--json`, and turn our failures into a sentence and exit 2."""

    @functools.wraps(function)
    def run(*args: Any, as_json: bool, **options: Any) -> None:
        _plain_output()
        _language.set("en")
        write_as(USUAL)
        try:
            _refuse_no_text(options)
            command = functools.partial(function, *args, as_json=as_json)
            is_whole = as_json or bool(options.get("as_csv"))
            quiet_view.carried_out(command, options, is_whole=is_whole)
        except PlaitError as error:
            _fail(error, as_json=as_json)
        except Exception as error:
            shut = _damaged(error) or _of_the_database(error)
            if shut is None:
                raise
            _fail(shut, as_json=as_json)

    return click.option(
        "--json", "as_json", is_flag=True, help="Print the answer as JSON."
    )(run)


def _refuse_no_text(options: dict[str, Any]) -> None:
    """Refuse bytes of the command line that are no text; no table holds them."""
    for value in _values(options):
        if isinstance(value, str) and _NO_TEXT.search(value):
            raise NoText(
                "This contains characters that cannot be stored",
                value=ascii(value),
                fix="Type it again, without control characters.",
            )


def _values(options: Any) -> Iterator[Any]:
    """Yield every value of options, also of several words or several sets."""
    for value in options.values() if isinstance(options, dict) else options:
        if isinstance(value, dict | list | tuple):
            yield from _values(value)
        else:
            yield value


def _fail(error: PlaitError, *, as_json: bool) -> NoReturn:
    from plait.wording.records.problems import fix_text, problem_text

    if as_json and not csv_option.is_chosen():
        what, fix = words().gettext(error.what), fix_text(words(), error.fix)
        print_json({"error": {"what": what, "value": error.value, "fix": fix}})
    else:
        sentence = problem_text(words(), error.what, error.value, error.fix)
        say(on_one_line(sentence), err=True)
    sys.exit(WRONG_USE)


def _damaged(error: Exception) -> PlaitError | None:
    """Return what is wrong with a damaged book, in its reader's language."""
    from django.db import Error
    from django.db.migrations.exceptions import InconsistentMigrationHistory

    if not isinstance(error, Error | InconsistentMigrationHistory) or _is_locked(error):
        return None
    from plait.server.book_check import damage_behind, language

    found = damage_behind(error)
    if found:
        _language.set(language())
    return found


def _is_locked(error: Exception) -> bool:
    return "locked" in str(error).partition("\n")[0]


def _of_the_database(error: Exception) -> BookShut | None:
    """Return why a book cannot be opened or changed just now."""
    from django.db import DatabaseError, OperationalError

    # SQLite has no finer error for a file that is no database; those that are
    # finer and not operational are faults of ours.
    if not isinstance(error, OperationalError) and type(error) is not DatabaseError:
        return None
    message = str(error).partition("\n")[0]
    if _is_locked(error):
        return BookShut(
            "Something else is changing this book",
            value=message,
            fix="Try again when it has finished.",
        )
    return BookShut(
        "The book cannot be opened",
        value=message,
        fix="Check that its folder can be written to and its disk has room.",
    )


def _plain_output() -> None:
    """Write UTF-8 wherever the output goes; a pipe on Windows would not."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def set_up() -> None:
    """Set Django up and bring the database to the newest form."""
    # Nearly all that a command reads in stays to its end. Python would look through
    # it for garbage after each 700 objects, which is a twentieth of a review.
    gc.set_threshold(200_000, 10, 10)
    # NumPy starts a thread for each core, to multiply matrices that nobody has here.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "plait.server.settings")
    try:
        django.setup()
    except OSError as error:
        from plait.server.environment import home

        raise BookShut(
            "The data folder cannot be used",
            value=f"{home()}: {error.strerror}",
            fix="Set PLAIT_HOME to a folder that you may write to.",
        ) from error


def begin_to_serve() -> None:
    """Look at a server's settings, raise the first fault; log as they say to the end."""
    from django.conf import settings

    if settings.SERVER:
        from plait.server.checks import faults

        for fault in faults():
            raise fault

    if settings.LOG_KIND == "json":
        from plait.server.json_lines import log_what_ends_the_program

        log_what_ends_the_program()


def prepare_database() -> None:
    """Bring the tables to the form this version needs; refuse a newer Plait's book."""
    from plait.book.closed import match_kind
    from plait.book.updating import bring_up_to_date

    kept = bring_up_to_date(now())
    match_kind()
    if kept:
        say(
            "Your book was brought to the form of this version of Plait."
            f" As it was before, it is kept in {kept}.",
            err=True,
        )
    from django.conf import settings

    if settings.SERVER:
        from plait.accounts.leaving.after_restore import leave_again

        # A backup may have been put back in which they still are.
        leave_again(now=now())


def viewer() -> "Person":
    """Return whose book it is: PLAIT_PERSON's, or the only one there is."""
    set_up()
    from plait.accounts.queries import NobodyHere, only_person, person_named

    prepare_database()
    name = os.environ.get("PLAIT_PERSON", "")
    person = person_named(sign_in_name=name) if name else only_person()
    if person is None:
        raise NobodyHere(
            "Nobody signs in with this name",
            value=name,
            fix="Set PLAIT_PERSON to a sign-in name of this book.",
        )
    from plait.book.queries.load import writing_of

    _language.set(person.language)
    write_as(writing_of(person))
    return person


def speak(language: str) -> None:
    """Answer in this language until it is known whose book it is."""
    _language.set(language)


def words() -> "Words":
    """Return the words of the viewer's language; English before one is known."""
    from plait.wording.words import words_for

    return words_for(_language.get())


def now() -> datetime:
    """Return the clock's time; the one place a command reads it."""
    return datetime.now(ZoneInfo("UTC"))


def today(person: "Person") -> date:
    """Return the date where the person lives."""
    return person.local_time(now()).date()


def context_on(
    on: datetime | None = None, person: "Person | None" = None
) -> "AnswerContext":
    """Return the viewer's portfolio on a day, today if none, for answers to rest on."""
    person = person or viewer()
    from plait.answers.context import answer_context
    from plait.book.queries import load_portfolio

    portfolio = load_portfolio(viewer=person, on=day_of(on, person))
    return answer_context(portfolio, words())


def day_of(on: datetime | None, person: "Person") -> date:
    """Return the day to look from, today if none was named."""
    day = on.date() if on else today(person)
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise DayTooFar(
            "Plait looks from a day between the years 1900 and 2199",
            value=day.isoformat(),
            fix="Check the year.",
        )
    return day


def print_answer(answer: object, table: "Table | None" = None) -> None:
    """Print an answer as JSON; what could command a terminal is escaped.

    With --csv it is a table: the one given, else the answer's own.
    """
    if csv_option.is_chosen():
        from plait.answers.tables.every import table_of
        from plait.wording.words import words_for

        spoken = words_for(getattr(answer, "language", _language.get()))
        csv_option.print_table(table or table_of(answer, spoken))
        return
    from plait.answers.to_json import to_json

    _print_for_scripts(to_json(answer))


def print_json(answer: Answer, table: "Table | None" = None) -> None:
    """Print plain values as JSON, with --csv the table that they are."""
    if table is not None and csv_option.is_chosen():
        csv_option.print_table(table)
        return
    _print_for_scripts(json.dumps(answer, ensure_ascii=False, indent=2, default=str))


def _print_for_scripts(text: str) -> None:
    click.echo(COMMANDS.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def say(text: str, *, err: bool = False) -> None:
    """Print a sentence for people; names in it do not command the terminal.

    In a terminal it is as wide as the window; in a pipe a sentence stays one line.
    """
    if quiet_view.is_silent() and not err:
        return
    text = fitted(quiet_view.text_of(text), sys.stderr if err else sys.stdout)
    click.echo(sanitised(text), err=err)


def day_option(name: str, text: str) -> Callable[..., Any]:
    """Return an option that takes a date written 2026-11-21."""
    return click.option(name, type=click.DateTime(["%Y-%m-%d"]), help=text)
