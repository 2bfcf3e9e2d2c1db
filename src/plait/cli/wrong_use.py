"""What a command line that is wrong is answered: in the book's language, with a way out."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

import click
from click.exceptions import NoSuchCommand

from plait.cli import run
from plait.cli.render.sanitise import on_one_line
from plait.cli.wrong_value import Answer, of_missing, of_value
from plait.domain.errors import PlaitError
from plait.wording.records.problems import problem_text
from plait.wording.words import Words

_EXTRA = re.compile(r"Got unexpected extra arguments? \((?P<words>.*)\)")


class WrongUse(click.UsageError):
    """A command line that cannot be carried out; the message is the whole answer."""

    def show(self, file: object = None) -> None:  # noqa: ARG002  # click's signature
        """Print the answer without the line of usage, which says less."""
        run.say(on_one_line(self.format_message()), err=True)


def in_plain_words(
    error: click.UsageError | PlaitError, ctx: click.Context
) -> click.UsageError:
    """Return what is wrong with a command line, the value, and what to do."""
    if isinstance(error, WrongUse | click.exceptions.NoArgsIsHelpError):
        return error
    _read_language()
    words = run.words()
    if isinstance(error, PlaitError):  # a type of ours refused a value
        text = problem_text(words, error.what, error.value, error.fix)
        return WrongUse(text, ctx)
    what, value, fix = _answer(error, words)
    path = error.ctx.command_path if error.ctx else _path(ctx)
    see = words.gettext("See what there is: %(help)s") % {"help": f"{path} -h"}
    named = f": {value}" if value else ""
    parts = (f"{what}{named}".removesuffix(".") + ".", fix, see)
    return WrongUse(" ".join(filter(None, parts)), error.ctx)


def _answer(error: click.UsageError, words: Words) -> Answer:
    """Return what is wrong, the value, and what to do."""
    what, value, fix = words.gettext(error.message), "", ""
    match error:
        case NoSuchCommand(command_name=name):
            what = words.gettext("There is no command “%(name)s”.") % {"name": name}
            fix = _near(name, error.ctx, words)
        case click.NoSuchOption(option_name=name):
            what = words.gettext("There is no option “%(name)s”.") % {"name": name}
            fix = _near(name, error.ctx, words)
        case click.MissingParameter():
            what, value, fix = of_missing(error, words)
        case click.BadParameter():
            what, value, fix = of_value(error, words)
        case click.BadOptionUsage(option_name=name) if "take a value" in error.message:
            what, value = words.gettext("This option takes no value"), name
        case click.BadOptionUsage(option_name=name):
            what, value = words.gettext("This option needs a value"), name
        case _ if error.message == "Missing command.":
            what, value = words.gettext("Something is missing"), "COMMAND"
        case _ if extra := _EXTRA.match(error.message):
            what, value = words.gettext("This is too much"), extra["words"]
            fix = words.gettext("Put quotes around a text of several words.")
    return what, value, fix


def _path(ctx: click.Context) -> str:
    """Return the command that was meant, where click does not say it."""
    return f"{ctx.command_path} {ctx.invoked_subcommand or ''}".strip()


def _near(name: str, ctx: click.Context | None, words: Words) -> str:
    near = get_close_matches(name, _there_are(ctx, name), n=2)
    if not near:
        return ""
    quoted = words.gettext(" or ").join(f"“{one}”" for one in near)
    return words.gettext("Did you mean %(names)s?") % {"names": quoted}


def _there_are(ctx: click.Context | None, name: str) -> Iterable[str]:
    """Return the words that could stand there."""
    command = ctx.command if ctx else None
    if ctx is None or command is None:
        return ()
    if isinstance(command, click.Group) and not name.startswith("-"):
        return command.list_commands(ctx)
    options = command.get_params(ctx)
    return [
        flag for option in options for flag in (*option.opts, *option.secondary_opts)
    ]


def _read_language() -> None:
    """Answer in the language of the book, if there is one that can be read."""
    try:
        run.set_up()
        from plait.server.book_check import language

        run.speak(language())
    except Exception:  # noqa: BLE001  # a broken book must not hide what was mistyped
        run.speak("en")
