"""plait check: are the settings in order, and is the book whole?"""

import sys

import click

from plait.cli import run
from plait.cli.csv_option import with_csv


@click.command(epilog="Example: plait check")
@with_csv
@run.as_command
def command(*, as_json: bool) -> None:
    """Check the settings and the book; nothing is written to it.

    Looks at the file, its tables, references between records, the history, and days
    and amounts that cannot be meant. Where the book is damaged, it names the newest
    copy that is whole. Ends with 1 if something is wrong, otherwise with 0.
    """
    run.set_up()
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
