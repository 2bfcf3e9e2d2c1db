"""plait check: are the settings and the database in order?"""

import click

from plait.cli import run


@click.command(epilog="Example: plait check")
@run.as_command
def command(*, as_json: bool) -> None:
    """Check settings and the database, and say where the book is."""
    run.set_up()
    run.prepare_database()
    from django.core.checks import run_checks
    from django.db import connection

    from plait.accounts.queries import n_people
    from plait.server.environment import home

    found = [str(message) for message in run_checks()]
    text = {
        "home": str(home()),
        "database": connection.vendor,
        "people": n_people(),
        "findings": found,
    }
    if as_json:
        run.print_json(text)
        return
    run.say(f"Data folder: {text['home']}\nDatabase: {text['database']}")
    run.say("\n".join(found) or "Settings and database are in order.")
