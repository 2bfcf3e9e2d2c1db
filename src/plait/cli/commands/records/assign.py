"""plait assign: say once which role something belongs to."""

from typing import TYPE_CHECKING, Any, NamedTuple

import click

from plait.cli import run
from plait.cli.commands.options.corrections import refuse_unplaced, role_or_none
from plait.domain.payment_kinds.kinds import PaymentKind
from plait.domain.rules import RuleField

if TYPE_CHECKING:
    from plait.accounts.models import Person
    from plait.wording.words import Words


@click.command(epilog='Example: plait assign payer "Zorggroep Atlas" atlas')
@click.argument("field", type=click.Choice([f.value for f in RuleField]))
@click.argument("value")
@click.argument("role", required=False)
@click.option("--private", is_flag=True, help="It belongs to no role.")
@click.option("--once", is_flag=True, help="Only what waits now: keep no rule.")
@click.option(
    "--kind",
    type=click.Choice([k.value for k in PaymentKind]),
    help="What the money that waits now is: income, cost, transfer …",
)
@run.as_command
def command(
    field: str, value: str, role: str | None, *, as_json: bool, **options: Any
) -> None:
    """Say that everything of this payer, project or calendar belongs to ROLE.

    The rule is saved and holds for what comes in later, too. Money between your own
    accounts: --private --kind transfer.
    """
    refuse_unplaced(role, private=options["private"])
    viewer = run.viewer()
    if options["once"] or options["kind"]:
        found = Subject(field, value, role)
        _sort_waiting(viewer, found, once=options["once"], kind=options["kind"])
    if options["once"]:
        _print_once(role, as_json=as_json)
        return
    from plait.book.operations.sorting import keep_rule
    from plait.book.queries import n_sorted_by

    held = role_or_none(viewer, role)
    rule = keep_rule(
        viewer=viewer, field=RuleField(field), value=value, role=held, now=run.now()
    )
    n = n_sorted_by(viewer=viewer, rule=rule)
    if as_json:
        values = {"rule": rule.pk, "field": field, "value": rule.value, "records": n}
        run.print_json({**values, "role": held.key if held else None})
    else:
        run.say(_saved_text(run.words(), value, held.name if held else "", n))


class Subject(NamedTuple):
    """What is assigned, as it was typed."""

    field: str
    value: str
    role: str | None


def _sort_waiting(
    viewer: "Person", subject: Subject, *, once: bool, kind: str | None
) -> None:
    """Sort what waits of a subject, and say what its money is."""
    from plait.book.operations.sort_waiting import Sorting, sort_waiting
    from plait.book.queries.inbox import waiting_named

    to = Sorting(
        role_or_none(viewer, subject.role),
        PaymentKind(kind) if kind else None,
        is_rule=not once,
    )
    field, value = RuleField(subject.field), subject.value
    on = run.today(viewer)
    waits = waiting_named(viewer=viewer, on=on, field=field, value=value, kind=to.kind)
    sort_waiting(viewer=viewer, waits=waits, to=to, now=run.now())


def _print_once(role: str | None, *, as_json: bool) -> None:
    if as_json:
        run.print_json({"rule": None, "role": role})
        return
    run.say(run.words().gettext("Sorted, and no rule kept."))


def _saved_text(words: "Words", value: str, role: str, n_records: int) -> str:
    _ = words.gettext
    saved = (
        _("Saved: %(value)s belongs to %(role)s.")
        if role
        else _("Saved: %(value)s is private.")
    ) % {"value": value, "role": role}
    count = words.ngettext(
        "%(n)s record sorted.", "%(n)s records sorted.", n_records
    ) % {"n": words.number(n_records, 0)}
    return f"{saved} {count}"
