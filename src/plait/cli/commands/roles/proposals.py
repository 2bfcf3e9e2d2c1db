"""plait role proposals, accept and dismiss: roles found in what waits."""

from typing import TYPE_CHECKING, Any

import click

from plait.cli import run
from plait.cli.csv_option import with_csv
from plait.domain.errors import PlaitError
from plait.domain.roles import RoleKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plait.accounts.models import Person
    from plait.answers.roles.proposals import ProposedNewRole, RoleProposalsAnswer


class NoProposal(PlaitError):
    """A name that no proposal has."""


class OneAtATime(PlaitError):
    """A name or a kind for several roles at once."""


@click.command(epilog="Example: plait role proposals")
@with_csv
@run.as_command
def proposals(*, as_json: bool) -> None:
    """Show the roles found in your payments and tracked hours, each with why."""
    viewer = run.viewer()
    answer = _answer(viewer)
    if as_json:
        run.print_answer(answer)
        return
    from plait.cli.render.role_proposals import print_proposals

    print_proposals(answer, run.words())


@click.command(epilog="Example: plait role accept zorggroep-atlas de-linde")
@click.argument("keys", nargs=-1, metavar="PROPOSAL…")
@click.option("--all", "take_all", is_flag=True, help="All but those that are over.")
@click.option("--name", help="What to call it; one proposal only.")
@click.option("--organisation", help="Where, or for whom; one proposal only.")
@click.option("--kind", type=click.Choice([k.value for k in RoleKind]))
@click.option("--hours", type=click.FloatRange(0, 168), help="Agreed hours a week.")
@run.as_command
def accept(keys: tuple[str, ...], *, as_json: bool, **options: Any) -> None:
    """Make roles of these proposals and sort their records, as one change."""
    viewer = run.viewer()
    from decimal import Decimal

    from plait.answers.roles.proposals import RoleChoice, accepted
    from plait.book.operations.proposed_roles import accept_roles
    from plait.wording.roles.proposals import made_text

    found = _chosen(_answer(viewer).proposals, keys, take_all=options["take_all"])
    kind, hours = options["kind"], options["hours"]
    choice = RoleChoice(
        name=options["name"],
        organisation=options["organisation"],
        kind=RoleKind(kind) if kind else None,
        hours=None if hours is None else Decimal(str(hours)),
    )
    if choice != RoleChoice() and len(found) > 1:
        raise OneAtATime(
            "A name, a kind or hours go with one role",
            value=str(len(found)),
            fix="Accept the proposals one at a time to change them.",
        )
    taken = accept_roles(
        viewer=viewer,
        accepted=[accepted(one, choice) for one in found],
        now=run.now(),
    )
    if as_json:
        both = [*taken.made, *taken.held]
        run.print_json([{"key": role.key, "name": role.name} for role in both])
    else:
        made, held = ([role.name for role in roles] for roles in taken)
        run.say(made_text(run.words(), made, held))


@click.command(epilog="Example: plait role dismiss buurtsuper-van-es")
@click.argument("key", metavar="PROPOSAL")
@run.as_command
def dismiss(key: str, *, as_json: bool) -> None:
    """Say that a proposal is no role; it is not proposed again."""
    viewer = run.viewer()
    from plait.book.operations.proposed_roles import dismiss_role

    [one] = _chosen(_answer(viewer).proposals, (key,), take_all=False)
    dismiss_role(viewer=viewer, name=one.organisation)
    if as_json:
        run.print_json({"dismissed": one.key})
        return
    text = run.words().gettext(
        "%(name)s is not proposed again; its records still wait."
    )
    run.say(text % {"name": one.organisation})


def _answer(viewer: "Person") -> "RoleProposalsAnswer":
    from plait.answers.roles.proposals import role_proposals_answer
    from plait.book.queries.role_evidence import role_evidence

    evidence = role_evidence(viewer=viewer, on=run.today(viewer))
    return role_proposals_answer(evidence, run.words())


def _chosen(
    proposals: "Sequence[ProposedNewRole]", keys: tuple[str, ...], *, take_all: bool
) -> "list[ProposedNewRole]":
    if take_all:
        found = [one for one in proposals if not one.is_over]
    else:
        by_key = {one.key: one for one in proposals}
        missing = [key for key in keys if key not in by_key]
        if missing:
            raise _none(missing[0])
        found = [by_key[key] for key in dict.fromkeys(keys)]
    if not found:
        raise _none("")
    return found


def _none(key: str) -> NoProposal:
    return NoProposal(
        "No role of that name is proposed",
        value=key,
        fix="See the proposals with: plait role proposals.",
    )
