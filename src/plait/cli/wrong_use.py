"""What a mistyped command or option is answered: what is near, in the book's language."""

from collections.abc import Iterable
from difflib import get_close_matches

import click
from click.exceptions import NoSuchCommand

from plait.cli import run
from plait.domain.schemas.schema import gettext_noop as _


class Mistyped(click.UsageError):
    """A word that is no command, or no option of it; the message is the whole answer."""

    def show(self, file: object = None) -> None:  # noqa: ARG002  # click's signature
        """Print the answer without the line of usage, which says less."""
        run.say(self.format_message(), err=True)


def in_plain_words(error: click.UsageError) -> click.UsageError:
    """Return a mistyped word's own error; any other stays as it is."""
    if isinstance(error, Mistyped):
        return error
    if isinstance(error, NoSuchCommand):
        text, name = _("There is no command “%(name)s”."), error.command_name
    elif isinstance(error, click.NoSuchOption):
        text, name = _("There is no option “%(name)s”."), error.option_name
    else:
        return error
    _read_language()
    near = get_close_matches(name, _there_are(error.ctx, name), n=2)
    return Mistyped(_answer(text, name, near, error.ctx), error.ctx)


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


def _answer(text: str, name: str, near: list[str], ctx: click.Context | None) -> str:
    words = run.words()
    parts = [words.gettext(text) % {"name": name}]
    if near:
        quoted = words.gettext(" or ").join(f"“{one}”" for one in near)
        parts.append(words.gettext("Did you mean %(names)s?") % {"names": quoted})
    path = ctx.command_path if ctx else "plait"
    parts.append(words.gettext("See what there is: %(help)s") % {"help": f"{path} -h"})
    return " ".join(parts)


def _read_language() -> None:
    """Answer in the language of the book, if there is one that can be read."""
    try:
        run.set_up()
        from plait.server.book_check import language

        run.speak(language())
    except Exception:  # noqa: BLE001  # a broken book must not hide a mistyped word
        run.speak("en")
