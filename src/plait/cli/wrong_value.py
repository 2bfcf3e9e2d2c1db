"""What a value of a command line is answered that its option cannot take."""

import re
from collections.abc import Iterable

import click

from plait.wording.words import Words

Answer = tuple[str, str, str]  # what is wrong, the value, what to do; all translated

# Click keeps no value with its errors: it stands first in their sentence, in quotes
# where it is a text.
_VALUE = re.compile(
    r"""(?:[A-Z][a-z]+ )?(?P<q>['"]|)(?P<value>.*)(?P=q) (?:is|does)\b"""
)
_DAY = "%Y-%m-%d"


def of_missing(error: click.MissingParameter, words: Words) -> Answer:
    """Return what is said where an option or argument must be given."""
    kind = error.param.type if error.param else None
    fix = choices_text(kind.choices, words) if isinstance(kind, click.Choice) else ""
    return words.gettext("Something is missing"), name_of(error.param), fix


def of_value(error: click.BadParameter, words: Words) -> Answer:
    """Return what is said of a value that its option or argument cannot take."""
    found = _VALUE.match(error.message)
    value = found["value"] if found else error.message
    kind = error.param.type if error.param else None
    what, fix = _what_and_fix(kind, value, error.message, words)
    option = error.param if isinstance(error.param, click.Option) else None
    return what, f"{name_of(option)} {value}".strip(), fix


def name_of(param: click.Parameter | None) -> str:
    """Return how an option or argument is written: --kind, ROLE."""
    if param is None:
        return ""
    if isinstance(param, click.Argument):
        return (param.name or "").upper().replace("_", "-")
    return max(param.opts, key=len)


def choices_text(choices: Iterable[object], words: Words) -> str:
    """Return what there is to choose from, as a sentence."""
    listed = ", ".join(map(str, choices))
    return words.gettext("Choose from: %(choices)s.") % {"choices": listed}


def _what_and_fix(
    kind: object, value: str, message: str, words: Words
) -> tuple[str, str]:
    what, fix = words.gettext("This cannot be used here"), ""
    match kind:
        case click.Choice():
            what, fix = (
                words.gettext("This cannot be chosen"),
                choices_text(kind.choices, words),
            )
        case click.DateTime():
            what, fix = _moment(kind, words)
        case click.Path() if "does not exist" in message:
            what = words.gettext("There is no such file")
            fix = words.gettext("Check its name and its folder.")
        case click.IntRange() | click.FloatRange() if _is_number(value):
            what, fix = (
                words.gettext("This is too small or too large"),
                _between(kind, words),
            )
        case click.types.FloatParamType():
            what = words.gettext("This is not a number")
            fix = words.gettext("Write it in digits, such as 12.5.")
        case click.types.IntParamType():
            what = words.gettext("This is not a whole number")
            fix = words.gettext("Write it in digits, such as 12.")
    return what, fix


def _moment(kind: click.DateTime, words: Words) -> tuple[str, str]:
    if kind.formats[0] == _DAY:
        return words.gettext("This is not a date"), words.gettext(
            "Write it as 2026-11-21."
        )
    if len(kind.formats) == 1:
        return words.gettext("This is not a time"), words.gettext("Write it as 17:30.")
    return words.gettext("This is not a time"), words.gettext(
        "Write it as 17:30 or 2026-11-21 17:30."
    )


def _between(kind: click.IntRange | click.FloatRange, words: Words) -> str:
    ends = {"least": f"{kind.min or 0:g}", "most": f"{kind.max or 0:g}"}
    if kind.max is None:
        return words.gettext("The least is %(least)s.") % ends
    if kind.min is None:
        return words.gettext("The most is %(most)s.") % ends
    return words.gettext("Write a number from %(least)s to %(most)s.") % ends


def _is_number(value: str) -> bool:
    try:
        float(value)
    except ValueError:
        return False
    return True
