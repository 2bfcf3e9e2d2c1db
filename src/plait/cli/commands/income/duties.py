"""plait duties: what is due over all my streams, and when?"""

from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

import click

from plait.cli import run
from plait.domain.errors import PlaitError
from plait.reference.country_packs import codes

if TYPE_CHECKING:
    from plait.domain.portfolio import Portfolio

_RULES = codes("obligations")
_SUMS = ("last_bill", "expected_bill", "at_source", "last_income")


class NotASum(PlaitError):
    """An option that holds money or a share holds something else."""


class WrongDays(PlaitError):
    """The last day lies before the first."""


@click.command(epilog="Example: plait duties --rules nl --until 2027-02-28")
@run.day_option("--until", "The last day to look at; a year ahead if left out.")
@click.option(
    "--rules",
    type=click.Choice(_RULES),
    help="Whose rules; those of your country if left out.",
)
@click.option("--last-bill", metavar="SUM", help="The tax of your last bill.")
@click.option("--expected-bill", metavar="SUM", help="What this year's tax will be.")
@click.option("--at-source", metavar="SUM", help="Tax of the year taken from pay.")
@click.option("--last-income", metavar="SUM", help="Last year's income, for the US.")
@click.option(
    "--files-apart", is_flag=True, help="For the US: married, each files alone."
)
@click.option(
    "--set-aside", metavar="SHARE", help="What to put by, such as 30%; yours if told."
)
@run.day_option("--on", "The date to look from; today if left out.")
@click.option(
    "--verbose", "is_verbose", is_flag=True, help="Show sources and what is assumed."
)
@run.as_command
def command(*, as_json: bool, is_verbose: bool, **told: Any) -> None:
    """See what is due over all streams, soonest first, and why.

    Tax dates and thresholds, the hours criterion, what to put by of what came in,
    interest on invoices paid late. It reminds, and is no tax advice.
    """
    sums = {name: _sum(name, told[name]) for name in _SUMS}
    share = _share(told["set_aside"])
    viewer = run.viewer()
    from plait.analysis.obligations.facts import Facts
    from plait.analysis.obligations.report import obligations
    from plait.book.queries import load_portfolio
    from plait.cli.duties_answer import duties_told
    from plait.reference.obligations.packs import code_for, pack
    from plait.wording.words import words_for

    on = told["on"].date() if told["on"] else run.today(viewer)
    portfolio = _with_share(load_portfolio(viewer=viewer, on=on), share)
    rules = pack(told["rules"] or code_for(portfolio.person.country))
    facts = Facts(**sums, files_apart=told["files_apart"])
    until = _until(told["until"].date() if told["until"] else None, on)
    found = obligations(portfolio, rules, until=until, facts=facts)
    answer = duties_told(portfolio, found, words_for(viewer.language))
    if as_json:
        run.print_json(answer)
        return
    from plait.cli.render.obligations import print_obligations

    print_obligations(answer, is_verbose=is_verbose)


def _with_share(portfolio: "Portfolio", share: Decimal | None) -> "Portfolio":
    if share is None:
        return portfolio
    return replace(portfolio, person=replace(portfolio.person, set_aside=share))


def _until(until: date | None, on: date) -> date | None:
    if until and until < on:
        raise WrongDays(
            "The last day lies before the first",
            value=f"{until} and {on}",
            fix="Give a later --until, or an earlier --on.",
        )
    return until


def _sum(name: str, text: str | None) -> Decimal | None:
    if text is None:
        return None
    found = _exact(text)
    if found is None or found < 0:
        raise NotASum(
            "This is not a sum of money",
            value=f"--{name.replace('_', '-')} {text}",
            fix="Write it such as 4000 or 4000.50.",
        )
    return found


def _share(text: str | None) -> Decimal | None:
    if text is None:
        return None
    found = _exact(text.strip().removesuffix("%"))
    if found is not None and text.strip().endswith("%"):
        found /= 100
    if found is None or not 0 <= found <= 1:
        raise NotASum(
            "This is not a share",
            value=f"--set-aside {text}",
            fix="Write it such as 30% or 0.3.",
        )
    return found


def _exact(text: str) -> Decimal | None:
    try:
        found = Decimal(text.strip())
    except InvalidOperation:
        return None
    # Beyond that no sum is anybody's, and cents would be lost.
    return found if found.is_finite() and abs(found) < 10**13 else None
