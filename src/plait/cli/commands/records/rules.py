"""plait rules: what was confirmed once."""

import click

from plait.cli import run


@click.command(epilog="Example: plait rules --forget 12")
@click.option("--forget", type=int, help="Forget the rule of this number.")
@run.as_command
def command(forget: int | None, *, as_json: bool) -> None:
    """List what you confirmed, or forget one; what it sorted waits again."""
    viewer = run.viewer()
    from plait.book.operations.sorting import drop_rule
    from plait.book.queries import rule_of, rules

    if forget is not None:
        drop_rule(viewer=viewer, rule=rule_of(viewer=viewer, pk=forget))
    told = [
        {
            "rule": rule.pk,
            "field": rule.field,
            "value": rule.value,
            "role": rule.role.key if rule.role else None,
        }
        for rule in rules(viewer=viewer)
    ]
    if as_json:
        run.print_json(told)
        return
    from rich.table import Table

    from plait.cli.render.terminal import console

    table = Table("Rule", "What", "", "Role", box=None, pad_edge=False)
    for one in told:
        shown = (one["rule"], one["field"], one["value"], one["role"] or "private")
        table.add_row(*map(str, shown))
    console.print(table if told else "No rules yet: confirm something in the inbox.")
