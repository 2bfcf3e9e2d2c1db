"""plait mail: which mail comes, and whether the mail server takes any."""

from dataclasses import replace
from typing import Any

import click

from plait.cli import run
from plait.cli.commands.book.reminders import time_of_day
from plait.domain.mail import MailChoice, MailKind

_KIND = click.Choice([kind.value for kind in MailKind])
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@click.group(name="mail", invoke_without_command=True, epilog="Example: plait mail")
@click.pass_context
@run.as_command
def command(context: click.Context, *, as_json: bool) -> None:
    """List which mail comes, choose it, or try the mail server."""
    if context.invoked_subcommand:
        return
    viewer = run.viewer()
    from plait.accounts.mailing.choices import mail_choices

    _print(mail_choices(viewer=viewer), as_json=as_json)


@command.command(name="set", epilog="Example: plait mail set week --day monday")
@click.argument("kind", type=_KIND)
@click.option("--on/--off", "is_on", default=True, help="Whether it comes.")
@click.option("--day", type=click.Choice(_DAYS), help="The day of the weekly mail.")
@click.option("--at", help="Its time where you live, such as 08:00.")
@run.as_command
def choose(kind: str, *, as_json: bool, **given: Any) -> None:
    """Choose a kind of mail, and when the weekly one comes."""
    viewer = run.viewer()
    from plait.accounts.mailing.choices import choose_mail, mail_choice

    held = mail_choice(owner=viewer.pk, kind=MailKind(kind))
    changes: dict[str, Any] = {"is_on": given["is_on"]}
    if given["day"] is not None:
        changes["weekday"] = _DAYS.index(given["day"])
    if given["at"] is not None:
        changes["at"] = time_of_day(given["at"])
    chosen = replace(held, **changes)
    choose_mail(viewer=viewer, choice=chosen, now=run.now())
    _print((chosen,), as_json=as_json)


@command.command(name="try", epilog="Example: plait mail try ada@example.org")
@click.argument("email")
@run.as_command
def try_it(email: str, *, as_json: bool) -> None:
    """Send one mail to EMAIL now, and say what is wrong if it does not go out."""
    run.set_up()
    from django.utils.translation import get_language

    from plait.accounts.mailing.trial import try_mail

    run.prepare_database()
    language = get_language() or "en"
    went_to = try_mail(email=email, language=language, clock=run.now)
    if as_json:
        run.print_json({"email": email, "taken_by": went_to})
        return
    _ = run.words().gettext
    text = _(
        "%(server)s took it. Look whether it arrives at %(email)s, also among what is"
        " called spam."
    )
    run.say(text % {"server": went_to, "email": email})


def _print(choices: tuple[MailChoice, ...], *, as_json: bool) -> None:
    if as_json:
        run.print_json(
            [
                {
                    "kind": one.kind.value,
                    "is_on": one.is_on,
                    "weekday": one.weekday,
                    "at": f"{one.at:%H:%M}",
                }
                for one in choices
            ]
        )
        return
    from plait.cli.render.mail import print_choices

    print_choices(choices, run.words())
