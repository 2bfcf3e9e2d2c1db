"""The `plait` command: finds the one that was asked for and reads in only that."""

import importlib
import os
from typing import Any

import click

from plait import __version__
from plait.cli import quiet_view
from plait.domain.errors import PlaitError

# By the heading in help: command, its module under `cli.commands`, its line.
_GROUPS = {
    "Begin": {
        "init": ("book.init", "Begin a book."),
        "serve": ("book.serve", "Open Plait in the browser."),
        "link": ("book.link", "Make a new one-time sign-in link."),
        "invite": ("book.invite", "Let somebody join a server of several people."),
        "people": ("book.people", "List, suspend and delete accounts of a server."),
        "server": ("book.server", "Say how a server of several people is doing."),
    },
    "Where you stand": {
        "review": ("book.review", "Say where you stand today."),
        "reminders": ("book.reminders", "Choose what to be reminded of."),
        "finding": ("book.finding", "Settle findings, put them off, open them again."),
    },
    "Roles": {
        "role": ("roles.role", "Add and list roles."),
        "organisation": ("roles.organisation", "List, rename and join organisations."),
        "agree": ("roles.agree", "Write down the terms of a role."),
        "checkin": ("hours.checkin", "Say how your roles feel."),
    },
    "Hours": {
        "log": ("hours.log", "Keep time, money or days away, in one line."),
        "start": ("hours.start", "Let a timer run for a role."),
        "stop": ("hours.stop", "Stop the timer and keep its time."),
        "hours": ("hours.hours", "Set hours given against hours due."),
        "drift": ("hours.drift", "See which roles outgrow what was agreed."),
        "capacity": ("hours.capacity", "Look at the weeks ahead."),
        "takeon": ("hours.takeon", "Ask whether you can take something on."),
        "time-off": ("hours.time_off", "Note leave, and what takes your time."),
        "holidays": ("hours.holidays", "See and change which holidays are days off."),
        "worktime": ("hours.worktime", "Hold all hours against working-time law."),
    },
    "Income": {
        "income": (
            "income.income",
            "See what each stream brings, and what has not come.",
        ),
        "invoices": ("income.invoices", "List invoices, and what has paid them."),
        "invoice": ("income.invoice", "Add an invoice, or say what paid it."),
        "obligations": ("income.obligations", "See which tax dates are coming."),
        "concentration": ("income.concentration", "See what your income hangs on."),
        "exposure": ("income.exposure", "See how exposed your field is to AI."),
        "stress": (
            "income.stress",
            "See how long your money lasts if something stops.",
        ),
        "simulate": ("income.simulate", "See what may come in over the months ahead."),
        "plan": ("income.plan", "Find a mix of hours that would be better."),
    },
    "Records": {
        "import": ("records.bring_in", "Bring in files."),
        "imports": ("records.imports", "List the imports."),
        "mapping": ("records.mapping", "Say what the columns of a table mean."),
        "known": ("records.known", "See until when your records are known."),
        "calendars": ("records.calendars", "Follow calendars, share your own."),
        "inbox": ("records.inbox", "Show what belongs to no role yet."),
        "assign": ("records.assign", "Say which role something belongs to."),
        "rules": ("records.rules", "List or forget what you confirmed."),
        "records": ("records.records", "List payments, hours, events or check-ins."),
        "payment": ("records.payment", "Add, show and correct payments."),
        "cost": ("records.cost", "Add what you spent."),
        "recurring": (
            "records.recurring",
            "Let money or time come again and again.",
        ),
        "payer": ("records.payer", "List payers, and join two names of one."),
        "account": ("records.account", "List accounts, joint ones by their share."),
        "doubles": ("records.doubles", "List and merge what is there twice."),
        "entry": ("records.entry", "Show and correct time entries."),
    },
    "Showing to others": {
        "share": ("sharing.share", "Show a slice of your book to somebody."),
        "signature": ("sharing.signature", "See the code of your signature."),
    },
    "Take back and look after": {
        "history": ("records.history", "List what has changed."),
        "undo": ("records.undo", "Undo the last change, or an import whole."),
        "redo": ("records.redo", "Make an undone change again."),
        "export": ("book.export", "Write everything out as open files."),
        "backup": ("book.backup", "Copy the book into one file."),
        "restore": ("book.restore", "Put a backup back."),
        "settings": ("book.settings", "Show and change your settings."),
        "mail": ("book.mail", "Choose which mail comes, try the mail server."),
        "bounce": ("book.bounce", "Read a mail that came back, for a mail server."),
        "delete-everything": (
            "book.delete_everything",
            "Delete your whole book, for good.",
        ),
        "audit": ("book.audit", "List what happened with your account."),
        "jobs": ("book.jobs", "See what runs in the background, and run it again."),
        "worker": ("book.worker", "Carry out the jobs of a server."),
        "check": ("book.check", "Check the settings, and whether the book is whole."),
    },
}
_COMMANDS = {name: at for group in _GROUPS.values() for name, at in group.items()}
# On a server that keeps no books there are these alone: none of them opens one.
_WITHOUT_BOOK = frozenset({"serve", "invite", "worker", "check", "mail", "bounce"})
# What a command was called before; it still works, and help does not list it.
_FORMER_NAMES = {"duties": "obligations"}


class KeepsNoBooks(PlaitError):
    """A command about a book, on a server that keeps none."""


class _Commands(click.Group):
    """Reads a command's module when it runs; help needs none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        return [name for name in _COMMANDS if _is_here(name)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's signature
        cmd_name = _FORMER_NAMES.get(cmd_name, cmd_name)
        if cmd_name not in _COMMANDS:
            return None
        if not _is_here(cmd_name):
            raise KeepsNoBooks(
                "This is an organisation's server: it keeps nobody's book",
                value=cmd_name,
                fix="Use the command where your book is, such as on your own machine.",
            )
        module = importlib.import_module(f"plait.cli.commands.{_COMMANDS[cmd_name][0]}")
        command: click.Command = module.command
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002  # click's signature
        formatter: click.HelpFormatter,
    ) -> None:
        longest = max(map(len, _COMMANDS))
        for heading, group in _GROUPS.items():
            lines = [
                (name.ljust(longest), line)
                for name, (_, line) in group.items()
                if _is_here(name)
            ]
            if lines:
                with formatter.section(heading):
                    formatter.write_dl(lines)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what stands before the command; what is wrong is said in plain words."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            raise _in_plain_words(error, ctx) from error

    def invoke(self, ctx: click.Context) -> Any:  # what a command returns
        """Run the command; what is wrong with its line is said in plain words."""
        try:
            return super().invoke(ctx)
        except (click.UsageError, PlaitError) as error:
            raise _in_plain_words(error, ctx) from error


def _is_here(command: str) -> bool:
    """Return whether there is such a command here: on a server without books, few."""
    kind = os.environ.get("PLAIT_SERVER", "").strip().lower()
    return kind != "organisation" or command in _WITHOUT_BOOK


def _in_plain_words(
    error: click.UsageError | PlaitError, ctx: click.Context
) -> click.UsageError:
    # What words need is read in where there is something to say.
    from plait.cli.wrong_use import in_plain_words

    return in_plain_words(error, ctx)


@click.group(
    cls=_Commands,
    epilog='Example: plait init --name "Ada" && plait import statement.csv',
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="plait")
@quiet_view.option
def main(*, quiet_view: bool) -> None:  # commands ask their context
    """One picture and one honest review of a working life with several roles.

    PLAIT_HOME names the folder that holds your book.
    """
