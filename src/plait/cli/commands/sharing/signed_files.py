"""plait share file, bring-in, letter, ended, mail: files and links of what is shown."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import click

from plait.cli import run
from plait.domain.errors import PlaitError

_NUMBER = click.argument("number", type=click.UUID)
_TO = click.argument("to", type=click.Path(path_type=Path, dir_okay=False))


class FileThere(PlaitError):
    """A file would take the place of one that is there."""


def add_to(group: click.Group) -> None:
    """Let `plait share` have these commands."""
    for command in (file, ended, letter, bring_in, mail):
        group.add_command(command)


@click.command(
    epilog="Example: plait share file 0d8f5d2e-6a0a-4b4e-9d0b-1f0f6a5c2b11 kim.plait"
)
@_NUMBER
@_TO
@run.as_command
def file(number: UUID, to: Path, *, as_json: bool) -> None:
    """Write what a share shows today into a signed file, TO.

    It is signed, not encrypted: whoever has it can read it.
    """
    viewer = run.viewer()
    from plait.exchange.files import share_file

    _write(
        to,
        lambda: share_file(
            viewer=viewer, share_uuid=number, today=run.today(viewer), now=run.now()
        ),
        as_json=as_json,
    )


@click.command(
    epilog="Example: plait share ended 0d8f5d2e-6a0a-4b4e-9d0b-1f0f6a5c2b11 over.plait"
)
@_NUMBER
@_TO
@run.as_command
def ended(number: UUID, to: Path, *, as_json: bool) -> None:
    """Write into the file TO that a share is over, for whoever has files of it."""
    viewer = run.viewer()
    from plait.exchange.files import ended_file

    _write(
        to,
        lambda: ended_file(viewer=viewer, share_uuid=number, now=run.now()),
        as_json=as_json,
    )


@click.command(
    epilog="Example: plait share letter 0d8f5d2e-6a0a-4b4e-9d0b-1f0f6a5c2b11 nora.plait"
)
@_NUMBER
@_TO
@run.as_command
def letter(number: UUID, to: Path, *, as_json: bool) -> None:
    """Write a letter into the file TO: you have what came to you as a file."""
    viewer = run.viewer()
    from plait.exchange.letters import letter_file

    _write(
        to,
        lambda: letter_file(
            viewer=viewer, share_uuid=number, today=run.today(viewer), now=run.now()
        ),
        as_json=as_json,
    )


@click.command(name="bring-in", epilog="Example: plait share bring-in nora.plait")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--code", default="", help="The code that its sender read to you.")
@run.as_command
def bring_in(file: Path, code: str, *, as_json: bool) -> None:
    """Bring in a signed FILE that somebody sent you."""
    viewer = run.viewer()
    from plait.exchange.taking_in import take_in
    from plait.formats.signed.envelope import MOST_BYTES
    from plait.wording.sharing.files import taken_in_text

    with file.open("rb") as opened:
        content = opened.read(MOST_BYTES + 1)
    taken = take_in(
        viewer=viewer,
        content=content,
        today=run.today(viewer),
        now=run.now(),
        code=code,
    )
    if as_json:
        run.print_json(
            {"kind": taken.kind, "number": str(taken.share), "name": taken.name}
        )
        return
    text = taken_in_text(
        run.words(),
        kind=taken.kind,
        name=taken.name,
        audience=taken.audience,
        seen=taken.seen,
    )
    run.say(text)


@click.command(epilog="Example: plait share mail 0d8f5d2e-6a0a-4b4e-9d0b-1f0f6a5c2b11")
@_NUMBER
@run.as_command
def mail(number: UUID, *, as_json: bool) -> None:
    """Send the receiver another mail; the link in the last one opens no more."""
    viewer = run.viewer()
    from plait.accounts.sharing.links import send_link

    send_link(viewer=viewer, share_uuid=number, today=run.today(viewer), now=run.now())
    if as_json:
        run.print_json({"number": str(number)})
    else:
        run.say("A mail is on its way.")


def _write(to: Path, made: Callable[[], bytes], *, as_json: bool) -> None:
    if to.exists():
        raise FileThere(
            "There is something here already", value=str(to), fix="Name a new file."
        )
    content: Any = made()
    to.write_bytes(content)
    if as_json:
        run.print_json({"file": str(to.resolve()), "bytes": len(content)})
    else:
        run.say(f"Written: {to}")
