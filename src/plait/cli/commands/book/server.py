"""plait server: how a server of several people is doing."""

from dataclasses import asdict

import click

from plait.cli import run


@click.command(epilog="Example: plait server")
@run.as_command
def command(*, as_json: bool) -> None:
    """Say how the server is doing: people, jobs, mail, storage, versions, backup.

    In numbers alone, as on the page of whoever looks after it.
    """
    from plait.cli.commands.book.people import several

    several()
    from plait.book.queries.server_state import server_state

    found = server_state(viewer=None, now=run.now())
    if as_json:
        run.print_json(asdict(found))
        return
    from plait.cli.render.terminal import console, table
    from plait.wording.records.server_state import bytes_text, kind_text

    words = run.words()
    at = f"{found.backed_up_at:%Y-%m-%d %H:%M} UTC" if found.backed_up_at else "never"
    run.say(f"Last backup: {at}")
    leaving, suspended = found.n_leaving, found.n_suspended
    run.say(f"People: {found.n_people} (suspended {suspended}, leaving {leaving})")
    mail = found.mail
    run.say(
        f"Mail: {mail.n_sent} sent, {mail.n_refused} refused, {mail.n_waiting} wait"
    )
    sizes = (found.database_bytes, found.attachments_bytes, found.uploads_bytes)
    database, attached, waiting = (bytes_text(words, n) for n in sizes)
    run.say(f"Storage: database {database}, files {attached}, uploads {waiting}")
    versions = found.versions
    run.say(
        f"Versions: Plait {versions.plait}, Python {versions.python},"
        f" {versions.database}, tables {', '.join(versions.tables)}"
    )
    run.say(f"Workers: {found.n_workers}")
    rows = table("Job", "Waiting", "Running", "Failed")
    for one in found.jobs:
        numbers = (one.n_waiting, one.n_running, one.n_failed)
        rows.add_row(kind_text(words, one.kind), *map(str, numbers))
    console.print(rows)
