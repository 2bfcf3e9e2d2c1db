"""Writes the commands' own help into docs/reference/commands.md.

What stands between the two marks is written here; the rest of the page by people.
"""

from collections.abc import Iterator
from pathlib import Path

import click

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "commands.md"
BEGIN = "<!-- From here on scripts/references writes: edit the commands instead. -->"
END = "<!-- Up to here. -->"
WIDTH = 88


def every_command(
    command: click.Command, name: str, parent: click.Context | None = None
) -> Iterator[tuple[str, str]]:
    """Yield the name of each command as it is typed, and its help."""
    context = click.Context(
        command,
        info_name=name,
        parent=parent,
        terminal_width=WIDTH,
        max_content_width=WIDTH,
        help_option_names=["-h", "--help"],
    )
    yield context.command_path, command.get_help(context)
    if isinstance(command, click.Group):
        for word in command.list_commands(context):
            inner = command.get_command(context, word)
            if inner is not None and not inner.hidden:
                yield from every_command(inner, word, context)


def _written() -> str:
    """Return the page as it should stand."""
    from plait.cli.main import main as command_line

    above, begin, rest = PAGE.read_text("utf-8").partition(BEGIN)
    _, end, below = rest.partition(END)
    if not (begin and end):
        raise SystemExit(f"{PAGE.name} lacks one of its marks: {BEGIN} {END}")
    parts = (
        f"{'#' * (1 + len(name.split()))} {name}\n\n```text\n{told}\n```\n"
        for name, told in every_command(command_line, "plait")
    )
    return "\n".join([f"{above}{BEGIN}\n", *parts, f"{END}{below}"])


def pages() -> dict[Path, str]:
    """Return the page as it should stand."""
    return {PAGE: _written()}
