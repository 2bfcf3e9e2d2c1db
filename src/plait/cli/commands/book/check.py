"""plait check: are the settings in order, and is the book whole?"""

import sys

import click

from plait.cli import run
from plait.cli.csv_option import with_csv


@click.command(epilog="Example: plait check")
@click.option(
    "--settings", "settings_alone", is_flag=True, help="Not the book: the settings."
)
@with_csv
@run.as_command
def command(*, settings_alone: bool, as_json: bool) -> None:
    """Check the settings and the book; nothing is written to it.

    Looks at the file, its tables, references between records, the history, and days
    and amounts that cannot be meant. Where the book is damaged, it names the newest
    copy that is whole. Ends with 1 if something is wrong, otherwise with 0.
    """
    run.set_up()
    if settings_alone:
        _check_settings(as_json=as_json)
        return
    from django.core.checks import run_checks

    from plait.server.book_check import checked_book, kind_problems

    problems = [*map(str, run_checks()), *kind_problems()]
    answer = checked_book(settings=problems)
    if as_json:
        run.print_answer(answer)
    else:
        from plait.cli.render.check import print_check
        from plait.wording.words import words_for

        print_check(answer, words_for(answer.language))
    if not answer.is_in_order:
        sys.exit(run.PROBLEMS)


def _check_settings(*, as_json: bool) -> None:
    """Say what is wrong with the settings, without asking the database."""
    from plait.cli.render.check import print_settings
    from plait.server.book_check import settings_texts
    from plait.wording.words import words_for

    words = words_for("en")
    faults, advice = settings_texts(words)
    if as_json:
        run.print_json({"settings": faults, "advice": advice})
    else:
        print_settings(faults, advice, words)
    if faults:
        sys.exit(run.PROBLEMS)
