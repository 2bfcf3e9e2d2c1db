"""plait review: where do I stand today?"""

import os
from datetime import datetime
from typing import TYPE_CHECKING

import click

from plait.cli import review_cache, run
from plait.cli.csv_option import with_csv

if TYPE_CHECKING:
    from plait.answers.overview.answer import ReviewAnswer


@click.command(epilog="Example: plait review --on 2026-06-30 --json")
@run.day_option("--on", "The date to review, such as 2026-06-30; today if left out.")
@click.option(
    "--all", "shows_all", is_flag=True, help="Show every finding, not five alone."
)
@click.option("--language", type=click.Choice(["en", "nl"]), help="Yours if left out.")
@with_csv
@run.as_command
def command(
    on: datetime | None, language: str | None, *, shows_all: bool, as_json: bool
) -> None:
    """Show where you stand: hours, income, the five things that need you most."""
    request = (os.environ.get("PLAIT_PERSON", ""), str(on), str(language))
    answer = review_cache.cached_answer(request, now=run.now())
    if answer is None:
        answer = _answer(request, on, language)
    if as_json:
        run.print_answer(answer)
        return
    from plait.cli.render.review import print_review
    from plait.wording.words import words_for

    print_review(answer, words_for(answer.language), shows_all=shows_all)


def _answer(
    request: tuple[str, ...], on: datetime | None, language: str | None
) -> "ReviewAnswer":
    """Work the answer out from the book, and keep it."""
    viewer = run.viewer()
    from plait.answers.context import answer_context
    from plait.answers.review import review_answer
    from plait.book.queries import load_portfolio
    from plait.wording.words import words_for

    state = review_cache.state_of_book()
    day = on.date() if on else run.today(viewer)
    portfolio = load_portfolio(viewer=viewer, on=day)
    words = words_for(language or viewer.language)
    answer = review_answer(answer_context(portfolio, words))
    review_cache.cache_answer(
        request,
        answer,
        state=state,
        timezone=viewer.timezone,
        is_dated=on is not None,
    )
    return answer
