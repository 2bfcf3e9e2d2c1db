"""plait jobs: what runs in the background, run again, stopped."""

from typing import TYPE_CHECKING, Any

import click

from plait.cli import run
from plait.cli.commands.options import moments
from plait.cli.render.sanitise import on_one_line

if TYPE_CHECKING:
    from plait.accounts.models import Person
    from plait.domain.job_list import JobLine


@click.group(name="jobs", invoke_without_command=True, epilog="Example: plait jobs")
@click.pass_context
@run.as_command
def command(context: click.Context, *, as_json: bool) -> None:
    """List what runs in the background, what failed and what is planned."""
    if context.invoked_subcommand:
        return
    viewer = run.viewer()
    from plait.book.queries.job_list import job_list

    lines = job_list(viewer=viewer, now=run.now())
    if as_json:
        run.print_json([_values(one) for one in lines])
    else:
        _print(lines, viewer)


@command.command(epilog="Example: plait jobs again 12")
@click.argument("number", type=int)
@run.as_command
def again(number: int, *, as_json: bool) -> None:
    """Run job NUMBER again, now and here."""
    viewer = run.viewer()
    from plait.book.queries.job_list import job_list
    from plait.jobs.here import carry_out
    from plait.jobs.operations import run_again

    job = run_again(viewer=viewer, pk=number, now=run.now())
    carry_out([job], clock=run.now)
    lines = [x for x in job_list(viewer=viewer, now=run.now()) if x.number == job.pk]
    if as_json:
        run.print_json([_values(one) for one in lines])
    else:
        _print(lines, viewer)


@command.command(epilog="Example: plait jobs stop 12")
@click.argument("number", type=int)
@run.as_command
def stop(number: int, *, as_json: bool) -> None:
    """Stop job NUMBER; what it had not finished is not kept."""
    viewer = run.viewer()
    from plait.jobs.operations import cancel

    is_stopped = cancel(viewer=viewer, pk=number, now=run.now())
    if as_json:
        run.print_json({"job": number, "stopped": is_stopped})
    else:
        _ = run.words().gettext
        run.say(_("Stopped.") if is_stopped else _("This job had ended."))


def _values(line: "JobLine") -> dict[str, Any]:
    from plait.wording.records.jobs import error_text

    return {
        "job": line.number,
        "kind": line.kind,
        "about": line.about,
        "stage": line.stage,
        "at": line.at,
        "done": line.n_done,
        "of": line.n_all,
        "error": error_text(run.words(), line),
    }


def _print(lines: "list[JobLine]", viewer: "Person") -> None:
    from plait.cli.render.terminal import console, table
    from plait.wording.records.jobs import (
        error_text,
        job_text,
        progress_text,
        stage_text,
    )

    words = run.words()
    _ = words.gettext
    if not lines:
        run.say(_("Nothing runs, and nothing is planned."))
        return
    rows = table(_("Number"), _("Job"), _("Status"), "")
    for one in lines:
        more = error_text(words, one) or progress_text(words, one)
        at = moments.local_text(one.at, viewer)
        rows.add_row(
            str(one.number),
            on_one_line(job_text(words, one)),
            stage_text(words, one, at),
            on_one_line(more),
        )
    console.print(rows)
