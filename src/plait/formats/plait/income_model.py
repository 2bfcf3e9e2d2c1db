"""An income model as a TOML file: streams, causes, options and limits.

Only the file itself is looked at here: that it is TOML, and that each section is of
the right shape. What the fields mean, and which values they may have, is known where
models are made. docs/reference/income-model.md documents every field.
"""

import tomllib
from collections.abc import Mapping
from typing import Any, NamedTuple

from plait.formats.source import Source, Unreadable

# Ten roles take two kilobytes.
_LARGEST_BYTES = 5_000_000
_LISTS = ("streams", "causes", "options")

Values = Mapping[str, Any]


class ModelFile(NamedTuple):
    """What a file holds: the model's own fields, options of a plan, and its limits."""

    model: Values
    options: tuple[Values, ...]
    limits: Values


def read(source: Source) -> ModelFile:
    """Return the sections of a model file; raise `Unreadable` with the place and value."""
    document = _document(source)
    for name in _LISTS:
        if not _is_list_of_tables(document.get(name, [])):
            raise Unreadable(
                "A section of this model is not a list of tables",
                value=f"{source.name}: {name}",
                fix="Begin each with its name in double brackets, such as [[streams]].",
            )
    limits = document.get("limits", {})
    if not isinstance(limits, dict):
        raise Unreadable(
            "The limits of this model are not a table",
            value=f"{source.name}: limits",
            fix="Begin them with [limits], one a line below.",
        )
    model = {n: v for n, v in document.items() if n not in {"options", "limits"}}
    return ModelFile(model, tuple(document.get("options", [])), limits)


def _document(source: Source) -> dict[str, Any]:
    if source.size > _LARGEST_BYTES:
        raise Unreadable(
            "This file is too large for an income model",
            value=f"{source.name}, {source.size / 1e6:,.0f} MB",
            fix="Leave out what is no stream, cause, option or limit.",
        )
    try:
        with source.text() as file:
            return tomllib.loads(file.read().replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise Unreadable(
            "This file is no TOML that can be read",
            value=f"{source.name}: {error}",
            fix="Look at that line; texts stand in quotes, and decimals take a point.",
        ) from error
    except (UnicodeError, RecursionError) as error:
        raise Unreadable(
            "This file holds no text that can be read",
            value=source.name,
            fix="Save it as plain text in UTF-8.",
        ) from error


def _is_list_of_tables(section: object) -> bool:
    return isinstance(section, list) and all(isinstance(one, dict) for one in section)
