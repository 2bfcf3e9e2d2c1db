"""Write the commands' own help into docs/reference/commands.md, or check it.

With it the page of findings, whose words change as often.

    .venv/bin/python scripts/reference.py [--check]

What stands between the two marks is written here; the rest of the page by people.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import click

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "commands.md"
BEGIN = "<!-- From here on scripts/reference.py writes: edit the commands instead. -->"
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


def written() -> str:
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


def differs() -> bool:
    """Return whether the page says anything else than the commands do."""
    return written() != PAGE.read_text("utf-8")


def main() -> int:
    """Write the page, or say whether it is as it should be."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true")
    if not parser.parse_args().check:
        PAGE.write_text(written(), encoding="utf-8")
        import findings_reference

        return findings_reference.main()
    if differs():
        print(f"{PAGE.name} is not what the commands say: run scripts/reference.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
