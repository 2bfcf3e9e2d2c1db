"""plait finding: what a review found, settled or put off with a reason."""

from typing import TYPE_CHECKING

import click

from plait.cli import run
from plait.cli.csv_option import with_csv
from plait.domain.settled_findings import SettledAs

if TYPE_CHECKING:
    from plait.accounts.models import Person

_REASON = click.option("--reason", required=True, help="Why, in a few words.")


@click.group(name="finding", epilog="Example: plait finding list")
def command() -> None:
    """Settle what a review found, or put it off: it comes back if it grows."""


@command.command(name="list", epilog="Example: plait finding list --json")
@with_csv
@run.as_command
def list_findings(*, as_json: bool) -> None:
    """List open findings with their keys, then settled ones with their reasons."""
    from plait.answers.settled import findings_answer
    from plait.cli.render.findings import print_findings

    answer = findings_answer(run.context_on())
    if as_json:
        run.print_answer(answer)
    else:
        print_findings(answer, run.words())


@command.command(
    epilog="Example: plait finding settle role-over:atlas --reason 'Over by summer'"
)
@click.argument("key")
@_REASON
@run.as_command
def settle(key: str, reason: str, *, as_json: bool) -> None:
    """Settle a finding: it stays away until it passes its step."""
    _decide(run.viewer(), key, reason, SettledAs.SETTLED, as_json=as_json)


@command.command(
    name="put-off",
    epilog="Example: plait finding put-off inbox --reason 'After the holidays'",
)
@click.argument("key")
@_REASON
@run.as_command
def put_off(key: str, reason: str, *, as_json: bool) -> None:
    """Put a finding off: it comes back at half its step."""
    _decide(run.viewer(), key, reason, SettledAs.PUT_OFF, as_json=as_json)


@command.command(epilog="Example: plait finding reopen role-over:atlas")
@click.argument("key")
@run.as_command
def reopen(key: str, *, as_json: bool) -> None:
    """Open a settled finding again."""
    viewer = run.viewer()
    from plait.book.operations.findings import reopen_finding
    from plait.book.queries import settled_row
    from plait.wording.returns import reopened_text

    row = settled_row(viewer=viewer, key=key)
    reopen_finding(viewer=viewer, settled=row)
    _say({"key": key}, reopened_text(run.words(), row.title), as_json=as_json)


def _decide(
    viewer: "Person", key: str, reason: str, settled_as: SettledAs, *, as_json: bool
) -> None:
    from plait.answers.findings.decided import returns_of
    from plait.answers.findings.settled import decision
    from plait.answers.review import finding_keyed
    from plait.book.operations.findings import put_off_finding, settle_finding
    from plait.wording.returns import settled_text

    context = run.context_on(person=viewer)
    finding = finding_keyed(context, key)
    is_put_off = settled_as is SettledAs.PUT_OFF
    change = put_off_finding if is_put_off else settle_finding
    decided = decision(
        finding, settled_as=settled_as, reason=reason, on=context.portfolio.on
    )
    change(viewer=viewer, finding=decided)
    returns = returns_of(context, finding, settled_as)
    text = settled_text(context.words, finding.title, returns, is_put_off=is_put_off)
    _say({"key": key, "returns": returns}, text, as_json=as_json)


def _say(values: dict[str, str], text: str, *, as_json: bool) -> None:
    if as_json:
        run.print_json(values)
    else:
        run.say(f"{text} {run.words().gettext('Undo it with: plait undo')}")
