"""plait worker: carry out the jobs of a server, beside the processes that serve."""

import signal
import threading

import click

from plait.cli import run


@click.command(epilog="Example: plait worker")
@click.option("--once", is_flag=True, help="Do what is due now, then end; for cron.")
@run.as_command
def command(*, once: bool, as_json: bool) -> None:
    """Carry out everybody's jobs until it is stopped; several may run.

    For a server: on your own machine, plait serve does it. Let something start it
    again when it ends, such as systemd.
    """
    run.set_up()
    run.begin_to_serve()
    from plait.jobs.worker import work_off, work_off_due

    run.prepare_database()
    if once:
        n = work_off_due(clock=run.now)
        if as_json:
            run.print_json({"jobs": n})
        else:
            words = run.words()
            text = words.ngettext("%(n)s job was run.", "%(n)s jobs were run.", n)
            run.say(text % {"n": words.number(n, 0)})
        return
    is_stopping = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: is_stopping.set())
    run.say("Plait carries out jobs here (Ctrl+C stops it)", err=True)
    work_off(clock=run.now, is_stopping=is_stopping)
