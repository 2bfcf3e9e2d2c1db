"""plait assign: say once which role something belongs to."""

from typing import TYPE_CHECKING

import click

from plait.cli import run
from plait.cli.commands.options.corrections import refuse_unplaced, role_or_none
from plait.domain.rules import RuleField

if TYPE_CHECKING:
    from plait.wording.words import Words


@click.command(epilog='Example: plait assign payer "Zorggroep Atlas" atlas')
@click.argument("field", type=click.Choice([f.value for f in RuleField]))
@click.argument("value")
@click.argument("role", required=False)
@click.option("--private", is_flag=True, help="It belongs to no role.")
@run.as_command
def command(
    field: str,
    value: str,
    role: str | None,
    private: bool,  # noqa: FBT001  # click hands options on by name
    *,
    as_json: bool,
) -> None:
    """Say that everything of this payer, project or calendar belongs to ROLE.

    The rule is saved and holds for what comes in later, too.
    """
    refuse_unplaced(role, private=private)
    viewer = run.viewer()
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
