"""plait role: add, change, show and list roles."""

from typing import TYPE_CHECKING, Any

import click

from plait.cli import csv_option, run
from plait.cli.commands.options.records import given_values, record_options
from plait.cli.commands.roles import history, proposals
from plait.cli.commands.roles.several import add_several
from plait.cli.csv_option import with_csv
from plait.domain.errors import PlaitError
from plait.domain.roles import Clause
from plait.domain.schemas.role import ROLE

if TYPE_CHECKING:
    from plait.domain.roles import Agreement, Role

_OF_TERMS = ("hours", "pay", "notice", "clause")


class NothingToChange(PlaitError):
    """A change without any option that says what."""


@click.group(name="role", epilog="Example: plait role list")
def command() -> None:
    """Add, change, show and list roles."""


@command.command(
    epilog="Example: plait role add Atlas --organisation 'Zorggroep Atlas'"
    " --kind contract --hours 16/week --pay 85/hour --from 2024-01-01 --notice 30d"
)
@click.argument("name")
@record_options(ROLE, needed=("organisation", "kind"), but=("name",))
@click.option("--hours", help="Agreed hours: 16/week, 36/month, 200/year, 40/total.")
@click.option("--pay", help="Agreed pay: 85/hour, 640/day, 2950/month, 4000/fixed.")
@click.option("--notice", help="Notice period: 30d, 4w or 2m.")
@click.option("--clause", type=click.Choice([c.value for c in Clause]))
@run.as_command
def add(name: str, *, as_json: bool, **options: Any) -> None:
    """Add a role called NAME, with what was agreed for it."""
    viewer = run.viewer()
    from plait.book.operations.taking_on import add_with_terms
    from plait.domain.schemas.schema import new_record
    from plait.wording.words import words_for

    values = {
        "period.start": run.today(viewer),
        **given_values(ROLE, options),
        "name": name,
    }
    role: Role = new_record(ROLE, values)
    terms = _terms(role, viewer.currency, options)
    added = add_with_terms(viewer=viewer, role=role, terms=terms)
    if as_json:
        run.print_json({"key": added.key, "name": added.name})
        return
    text = words_for(viewer.language).gettext("%(role)s is in your book as %(key)s.")
    run.say(text % {"role": added.name, "key": added.key})


def _terms(role: "Role", currency: str, options: dict[str, Any]) -> "Agreement | None":
    """Return the agreement the options describe, None if they describe none."""
    if not any(options[name] for name in _OF_TERMS):
        return None
    from plait.cli.commands.options.terms import next_agreement

    return next_agreement(role, role.period, currency, options)


@command.command(
    epilog="Example: plait role change atlas --place Leiden --skills 'budgets, chairing'"
)
@click.argument("role")
@record_options(ROLE)
@run.as_command
def change(role: str, *, as_json: bool, **options: Any) -> None:
    """Change what is known of ROLE; what no option names stays.

    "" takes a text away, and "none" a day. Terms are changed with: plait agree.
    """
    viewer = run.viewer()
    from plait.book.operations.roles import change_role
    from plait.book.queries import role_keyed
    from plait.book.record_rows import role_from
    from plait.domain.schemas.schema import changed

    held = role_keyed(viewer=viewer, key=role)
    values = given_values(ROLE, options)
    if not values:
        raise NothingToChange(
            "It is not said what is to change",
            value=held.key,
            fix="Add an option, such as --place Leiden; --help lists them.",
        )
    if "kind" in values:
        values["kind_is_confirmed"] = True
    to = changed(ROLE, role_from(held), values)
    change_role(viewer=viewer, role=held, to=to)
    _show(role_from(held), viewer.language, as_json=as_json)


@command.command(epilog="Example: plait role show atlas --json")
@click.argument("role")
@with_csv
@run.as_command
def show(role: str, *, as_json: bool) -> None:
    """Show what is known of ROLE, and every agreement; with --csv these alone."""
    viewer = run.viewer()
    from plait.book.queries import role_keyed
    from plait.book.record_rows import role_from

    held = role_from(role_keyed(viewer=viewer, key=role))
    if csv_option.is_chosen():
        from plait.answers.roles.role import terms_of
        from plait.answers.tables.roles import terms_table

        spoken, on = run.words(), run.today(viewer)
        terms = (terms_of(spoken, one, on) for one in reversed(held.agreements))
        csv_option.print_table(terms_table(terms, spoken))
        return
    _show(held, viewer.language, as_json=as_json)


def _show(role: "Role", language: str, *, as_json: bool) -> None:
    if as_json:
        from plait.formats.plait.book import role_entry

        run.print_json(role_entry(role))
        return
    from plait.cli.render.roles import print_role
    from plait.wording.words import words_for

    print_role(role, words_for(language))


@command.command(name="list", epilog="Example: plait role list --json")
@click.option("--all", "with_archived", is_flag=True, help="Archived ones as well.")
@with_csv
@run.as_command
def list_roles(with_archived: bool, *, as_json: bool) -> None:  # noqa: FBT001  # click hands options on by name
    """List roles with what was agreed."""
    viewer = run.viewer()
    from plait.book.queries import load_portfolio

    portfolio = load_portfolio(viewer=viewer, on=run.today(viewer))
    if csv_option.is_chosen():
        from plait.answers.context import answer_context
        from plait.answers.roles.roles import roles_answer

        run.print_answer(roles_answer(answer_context(portfolio, run.words())))
        return
    roles = [one for one in portfolio.roles if with_archived or not one.is_archived]
    if as_json:
        from plait.formats.plait.book import role_entry

        run.print_json([role_entry(role) for role in roles])
        return
    from plait.cli.render.roles import print_roles
    from plait.wording.words import words_for

    print_roles(roles, portfolio.on, words_for(viewer.language))


command.add_command(proposals.proposals)
command.add_command(proposals.accept)
command.add_command(proposals.dismiss)
command.add_command(history.merge)
command.add_command(history.split)
command.add_command(history.rename_key, name="key")
command.add_command(history.archive)
command.add_command(add_several, name="add-several")
