"""plait review: where do I stand today?"""

import os
from datetime import datetime
from typing import Any

import click

from plait.cli import review_cache, run


@click.command(epilog="Example: plait review --on 2026-06-30 --json")
@run.day_option("--on", "The date to review, such as 2026-06-30; today if left out.")
@click.option("--language", type=click.Choice(["en", "nl"]), help="Yours if left out.")
@run.as_command
def command(on: datetime | None, language: str | None, *, as_json: bool) -> None:
    """Say where you stand: hours, income, what needs you."""
    asked = (os.environ.get("PLAIT_PERSON", ""), str(on), str(language))
    answer = review_cache.cached_answer(asked, now=run.now()) or _ask(
        asked, on, language
    )
    if as_json:
        run.print_json(answer)
        return
    from plait.cli.render.review import print_review

    print_review(answer)


def _ask(
    asked: tuple[str, ...], on: datetime | None, language: str | None
) -> dict[str, Any]:
    """Work the answer out from the book, and keep it."""
    viewer = run.viewer()
    from plait.answers.review import review
    from plait.answers.review_json import review_as_json
    from plait.book.queries import load_portfolio
    from plait.wording.words import words_for

    state = review_cache.state_of_book()
    day = on.date() if on else run.today(viewer)
    portfolio = load_portfolio(viewer=viewer, on=day)
    answer = review_as_json(review(portfolio, words_for(language or viewer.language)))
    review_cache.cache_answer(
        asked,
        answer,
        state=state,
        timezone=viewer.timezone,
        is_dated=on is not None,
    )
    return answer
