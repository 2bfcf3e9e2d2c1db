"""plait rules: what belongs to which role, confirmed once."""

from typing import TYPE_CHECKING

import click

from plait.cli import run
from plait.cli.csv_option import with_csv
from plait.domain.schemas.schema import gettext_noop as _
from plait.wording.records.inbox import field_text

if TYPE_CHECKING:
    from plait.answers.records.rules import RulesAnswer
    from plait.wording.words import Words


@click.command(epilog="Example: plait rules --forget 12")
@click.option("--find", default="", help="Only rules with these words.")
@click.option("--forget", type=int, help="Forget the rule of this number.")
@click.option("--change", type=int, help="Let the rule of this number lead elsewhere.")
@click.option("--to", "role", help="The role it is to lead to, or: private.")
@with_csv
@run.as_command
def command(
    find: str,
    forget: int | None,
    change: int | None,
    role: str | None,
    *,
    as_json: bool,
) -> None:
    """List your rules, find, change or forget one.

    What a forgotten rule sorted returns to the inbox; a changed one sorts again.
    """
    viewer = run.viewer()
    from plait.answers.records.rules import rules_answer
    from plait.book.operations.sorting import drop_rule, keep_rule
    from plait.book.queries import role_keyed, rule_of
    from plait.book.queries.rule_list import rule_list
    from plait.domain.rules import RuleField

    if (change is None) != (role is None):
        raise click.UsageError(_("Say both --change and --to."))
    if change is not None:
        saved = rule_of(viewer=viewer, pk=change)
        keep_rule(
            viewer=viewer,
            field=RuleField(saved.field),
            value=saved.value,
            role=None
            if role == "private"
            else role_keyed(viewer=viewer, key=role or ""),
            now=run.now(),
        )
    if forget is not None:
        drop_rule(viewer=viewer, rule=rule_of(viewer=viewer, pk=forget))
    answer = rules_answer(rule_list(viewer=viewer, search=find), run.words(), find)
    if as_json:
        run.print_answer(answer)
    else:
        _print(answer, run.words())


def _print(answer: "RulesAnswer", words: "Words") -> None:
    from plait.cli.render.sanitise import on_one_line
    from plait.cli.render.terminal import console, table

    _ = words.gettext
    console.print(answer.sentence)
    if not answer.rules:
        return
    rows = table(_("Rule"), _("What"), "", _("Role"))
    rows.add_column(_("Records"), justify="right")
    rows.add_column(_("Last"))
    for one in answer.rules:
        rows.add_row(
            str(one.rule),
            field_text(words, one.field),
            on_one_line(one.value),
            one.role or one.role_name,
            words.number(one.n_records, 0),
            str(one.last_on or ""),
        )
    console.print(rows)
    for one in answer.rules:
        for clash in one.clashes:
            console.print(f"{one.rule}: {on_one_line(clash)}")
