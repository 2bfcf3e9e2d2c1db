"""plait rules: what belongs to which role, confirmed once."""

from typing import TYPE_CHECKING, Any

import click

from plait.cli import run
from plait.wording.records.inbox import field_text

if TYPE_CHECKING:
    from plait.book.models import Rule
    from plait.wording.words import Words


@click.command(epilog="Example: plait rules --forget 12")
@click.option("--forget", type=int, help="Forget the rule of this number.")
@run.as_command
def command(forget: int | None, *, as_json: bool) -> None:
    """List your rules, or forget one; what it sorted returns to the inbox."""
    viewer = run.viewer()
    from plait.book.operations.sorting import drop_rule
    from plait.book.queries import rule_of, rules

    if forget is not None:
        drop_rule(viewer=viewer, rule=rule_of(viewer=viewer, pk=forget))
    listed = list(rules(viewer=viewer))
    if as_json:
        run.print_json([_values(rule) for rule in listed])
    else:
        _print(listed, run.words())


def _values(rule: "Rule") -> dict[str, Any]:
    return {
        "rule": rule.pk,
        "field": rule.field,
        "value": rule.value,
        "role": rule.role.key if rule.role else None,
    }


def _print(rules: "list[Rule]", words: "Words") -> None:
    from plait.cli.render.sanitise import on_one_line
    from plait.cli.render.terminal import console, table

    _ = words.gettext
    if not rules:
        console.print(_("No rules yet: confirm something in the inbox."))
        return
    rows = table(_("Rule"), _("What"), "", _("Role"))
    for rule in rules:
        role = rule.role.key if rule.role else _("private")
        value = on_one_line(rule.value)
        rows.add_row(str(rule.pk), field_text(words, rule.field), value, role)
    console.print(rows)
