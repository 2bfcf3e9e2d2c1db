"""plait share: what one shows to whom, what others show, and who looked."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

import click

from plait.cli import run
from plait.cli.commands.sharing import signed_files
from plait.cli.csv_option import with_csv
from plait.domain.sharing import Choice, Ground, SliceKind, Way

if TYPE_CHECKING:
    from plait.exchange.shares import ShareTerms

_KINDS = {
    "availability": SliceKind.AVAILABILITY,
    "hours": SliceKind.HOURS,
    "payments": SliceKind.PAYMENTS,
}


@click.group(name="share", epilog="Example: plait share list")
def command() -> None:
    """Show a slice of your book to somebody, until a day."""


def _with_terms(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command what is shown, to whom, and until when."""
    for decorate in (
        click.argument("kind", type=click.Choice(list(_KINDS))),
        click.option("--to", "name", required=True, help="What you call them."),
        click.option("--mail", "email", default="", help="Their mail address."),
        click.option("--file", "is_file", is_flag=True, help="Make a file instead."),
        click.option(
            "--role",
            "roles",
            multiple=True,
            help="Whose hours or payments; repeatable.",
        ),
        run.day_option("--since", "The first day of hours or payments shown."),
        run.day_option("--until", "The last day on which they see it."),
        click.option("--for", "purpose", default="", help="What for, for yourself."),
        click.option(
            "--agreed", is_flag=True, help="You agreed with them that you show it."
        ),
    ):
        function = decorate(function)
    return function


@command.command(
    epilog="Example: plait share preview hours --role atlas --to Kim"
    " --file --since 2026-01-01 --until 2027-06-30"
)
@_with_terms
@with_csv
@run.as_command
def preview(*, as_json: bool, **given: Any) -> None:
    """See what would be shown, exactly as they would; nothing is kept."""
    viewer = run.viewer()
    from plait.answers.sharing.slice import slice_answer
    from plait.exchange.shares import preview as preview_of

    terms = _terms(given)
    found = preview_of(viewer=viewer, terms=terms, today=run.today(viewer))
    words = run.words()
    answer = slice_answer(found, words, giver=viewer.name, until=terms.until)
    if as_json:
        run.print_answer(answer)
        return
    from plait.cli.render.sharing import print_slice

    print_slice(answer, words)


@command.command(
    epilog="Example: plait share new payments --role atlas --to Kim"
    " --file --since 2026-01-01 --until 2027-06-30"
)
@_with_terms
@run.as_command
def new(*, as_json: bool, **given: Any) -> None:
    """Show something from now on; look at it first with `preview`."""
    viewer = run.viewer()
    from plait.exchange.shares import share
    from plait.wording.sharing.given import kept_text

    found = share(
        viewer=viewer, terms=_terms(given), today=run.today(viewer), now=run.now()
    )
    if as_json:
        run.print_json({"number": str(found.uuid), "until": found.until})
    else:
        is_file = found.way == Way.FILE
        run.say(kept_text(run.words(), found.receiver_name, is_file=is_file))


@command.command(name="list", epilog="Example: plait share list")
@with_csv
@run.as_command
def list_(*, as_json: bool) -> None:
    """List what you show to whom."""
    viewer = run.viewer()
    from plait.cli.render.sharing import print_given
    from plait.exchange.lists import given

    words = run.words()
    answer = given(viewer=viewer, words=words, today=run.today(viewer))
    if as_json:
        run.print_answer(answer)
    else:
        print_given(answer, words)


@command.command(epilog="Example: plait share end 00000000-0000-0000-0000-000000000001")
@click.argument("number", type=click.UUID)
@run.as_command
def end(number: UUID, *, as_json: bool) -> None:
    """Show NUMBER no more; what was delivered is emptied at once."""
    viewer = run.viewer()
    from plait.accounts.sharing.operations import end_share

    end_share(viewer=viewer, share_uuid=number, now=run.now())
    if as_json:
        run.print_json({"number": str(number), "ended": True})
    else:
        run.say(run.words().gettext("It is shown no more."))


@command.command(epilog="Example: plait share looks")
@with_csv
@run.as_command
def looks(*, as_json: bool) -> None:
    """List who looked at what you show."""
    viewer = run.viewer()
    from plait.cli.render.sharing import print_looks
    from plait.exchange.lists import looks as looks_at

    words = run.words()
    answer = looks_at(viewer=viewer, words=words, today=run.today(viewer))
    if as_json:
        run.print_answer(answer)
    else:
        print_looks(answer, words)


@command.command(epilog="Example: plait share received")
@with_csv
@run.as_command
def received(*, as_json: bool) -> None:
    """List what others show you."""
    viewer = run.viewer()
    from plait.cli.render.sharing import print_received
    from plait.exchange.lists import received as received_by_me

    words = run.words()
    answer = received_by_me(viewer=viewer, words=words, today=run.today(viewer))
    if as_json:
        run.print_answer(answer)
    else:
        print_received(answer, words)


@command.command(
    name="open", epilog="Example: plait share open 00000000-0000-0000-0000-000000000001"
)
@click.argument("number", type=click.UUID)
@with_csv
@run.as_command
def open_(number: UUID, *, as_json: bool) -> None:
    """Open NUMBER that is shown to you; whoever shows it sees that you looked."""
    viewer = run.viewer()
    from plait.accounts.sharing.operations import look
    from plait.accounts.sharing.queries import received_one
    from plait.answers.sharing.slice import slice_answer
    from plait.cli.render.sharing import print_slice
    from plait.exchange.signed_content import slice_held

    look(viewer=viewer, share_uuid=number, today=run.today(viewer), now=run.now())
    found = received_one(
        viewer=viewer, share_uuid=number, today=run.today(viewer)
    ).envelope
    words = run.words()
    answer = slice_answer(
        slice_held(found), words, giver=found.giver_name, until=found.until
    )
    if as_json:
        run.print_answer(answer)
    else:
        print_slice(answer, words)


def _terms(given: dict[str, Any]) -> "ShareTerms":
    from plait.exchange.shares import NoDay, ShareTerms

    since: datetime | None = given["since"]
    until: datetime | None = given["until"]
    if until is None:
        raise NoDay("Say until which day they may see it", fix="Add --until.")
    return ShareTerms(
        kind=_KINDS[given["kind"]],
        choice=Choice(roles=given["roles"], since=since.date() if since else None),
        name=given["name"],
        until=until.date(),
        by_mail=not given["is_file"],
        email=given["email"],
        purpose=given["purpose"],
        ground=Ground.AGREEMENT if given["agreed"] else Ground.CONSENT,
    )


signed_files.add_to(command)
