"""plait review: where do I stand today?"""

from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from plait.cli import run

if TYPE_CHECKING:
    from plait.review.review import Review


@click.command(epilog="Example: plait review --on 2026-06-30 --json")
@run.day_option("--on", "The date to review, such as 2026-06-30; today if left out.")
@click.option("--language", type=click.Choice(["en", "nl"]), help="Yours if left out.")
@run.as_command
def command(on: datetime | None, language: str | None, *, as_json: bool) -> None:
    """Say where you stand: hours, income, what needs you."""
    viewer = run.viewer()
    from plait.book.queries import portfolio
    from plait.review.review import review
    from plait.review.words import words_for

    day: date = on.date() if on else run.today(viewer)
    words = words_for(language or viewer.language)
    answer = review(portfolio(viewer=viewer, on=day), words)
    if as_json:
        from plait.review.as_json import review_as_json

        run.print_json(review_as_json(answer))
    else:
        _show(answer)


def _show(answer: "Review") -> None:
    from plait.cli.review_page import print_review

    print_review(answer)
