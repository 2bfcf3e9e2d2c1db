"""plait account: one's own accounts, joint ones by their share."""

from typing import TYPE_CHECKING

import click

from plait.cli import run
from plait.cli.csv_option import with_csv

if TYPE_CHECKING:
    from plait.book.models import Account

_WHOLE = 100


@click.group(name="account", epilog="Example: plait account list")
def command() -> None:
    """List your accounts; say what of a joint one is yours, and join two spellings."""


@command.command(name="list", epilog="Example: plait account list --json")
@with_csv
@run.as_command
def list_accounts(*, as_json: bool) -> None:
    """List accounts with their payments, and what of each is yours."""
    viewer = run.viewer()
    from plait.book.queries.doubles import accounts
    from plait.cli.render.sanitise import on_one_line
    from plait.cli.render.terminal import console, table

    held = accounts(viewer=viewer)
    if as_json:
        from plait.answers.tables.records import account_table

        run.print_json(
            [
                {
                    "account": one.identifier,
                    "name": one.name,
                    "payments": one.n_payments,
                    "share": one.share,
                }
                for one in held
            ],
            account_table(held, run.words()),
        )
        return
    words = run.words()
    _ = words.gettext
    rows = table(_("Account"), _("Name"), right=_("Payments"))
    rows.add_column(_("Yours"), justify="right")
    for one in held:
        rows.add_row(
            on_one_line(one.identifier),
            on_one_line(one.name or _name_text(one.identifier)),
            words.number(one.n_payments, 0),
            words.percent(one.share),
        )
    console.print(rows)


def _name_text(identifier: str) -> str:
    """Return what an account is called that has no number, "" for one that has."""
    from plait.wording.records.accounts import account_text

    text = account_text(identifier)
    return "" if text == identifier else text


@command.command(epilog="Example: plait account share NL62MOLN0650238817 50")
@click.argument("account")
@click.argument("percent", type=click.FloatRange(0, _WHOLE))
@run.as_command
def share(account: str, percent: float, *, as_json: bool) -> None:
    """Say what of an account is yours: 100, a part such as 50, or 0 of a partner's.

    Every figure counts its payments by that share.
    """
    viewer = run.viewer()
    from plait.book.operations.payments import set_account_share
    from plait.book.queries.payers import account_of

    held = account_of(viewer=viewer, identifier=account)
    set_account_share(viewer=viewer, account=held, share=round(percent * 10))
    _say(held, as_json=as_json)


@command.command(epilog="Example: plait account name NL62MOLN0650238817 Savings")
@click.argument("account")
@click.argument("name")
@run.as_command
def name(account: str, name: str, *, as_json: bool) -> None:
    """Call an account something."""
    viewer = run.viewer()
    from plait.book.operations.payments import name_account
    from plait.book.queries.payers import account_of

    held = account_of(viewer=viewer, identifier=account)
    name_account(viewer=viewer, account=held, name=name)
    _say(held, as_json=as_json)


@command.command(epilog="Example: plait account join 0650238817 NL62MOLN0650238817")
@click.argument("account")
@click.argument("into")
@run.as_command
def join(account: str, into: str, *, as_json: bool) -> None:
    """Make two spellings of one account one; INTO is the one that stays."""
    viewer = run.viewer()
    from plait.book.operations.doubles import merge_accounts
    from plait.book.queries.payers import account_of

    merged = merge_accounts(
        viewer=viewer,
        account=account_of(viewer=viewer, identifier=account),
        into=account_of(viewer=viewer, identifier=into),
    )
    _say(merged, as_json=as_json)


def _say(account: "Account", *, as_json: bool) -> None:
    if as_json:
        values = {"account": account.identifier, "name": account.name}
        run.print_json({**values, "share": account.share / 1000})
        return
    _ = run.words().gettext
    saved = _("Saved: %(name)s.") % {"name": str(account)}
    run.say(f"{saved} {_('Undo it with: plait undo')}")
