"""plait audit: what happened with an account on a server of several people."""

from typing import TYPE_CHECKING

import click

from plait.cli import run
from plait.cli.commands.options import moments
from plait.cli.csv_option import with_csv

if TYPE_CHECKING:
    from plait.accounts.models import Person
    from plait.answers.records.audit import AuditAnswer


@click.command(epilog="Example: plait audit")
@with_csv
@run.as_command
def command(*, as_json: bool) -> None:
    """List what happened with your account, the latest first.

    On a server of several people: sign-ins, ways in, exports, what you show, and
    what stewards did. On your own machine nothing is noted.
    """
    viewer = run.viewer()
    from plait.accounts.audit.queries import signed_until, what_happened
    from plait.answers.records.audit import audit_answer

    head = signed_until(viewer=viewer)
    answer = audit_answer(
        what_happened(viewer=viewer),
        run.words(),
        signed=(head.number, head.day) if head else None,
    )
    if as_json:
        run.print_answer(answer)
    else:
        _print(answer, viewer)


def _print(answer: "AuditAnswer", viewer: "Person") -> None:
    from plait.cli.render.sanitise import on_one_line
    from plait.cli.render.terminal import console, table

    _ = run.words().gettext
    console.print(answer.heading)
    if not answer.lines:
        return
    rows = table(_("Number"), _("When"), _("What"))
    for one in answer.lines:
        at = moments.local_text(one.at, viewer)
        rows.add_row(str(one.number), at, on_one_line(one.text))
    console.print(rows)
    if answer.signed:
        console.print(answer.signed)
