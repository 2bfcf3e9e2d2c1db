"""plait obligations: what is due over all my streams, and when?"""

from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

import click

from plait.cli import run
from plait.cli.csv_option import with_csv
from plait.domain.errors import PlaitError
from plait.reference.country_packs import codes

_RULES = codes("obligations")
_SUMS = ("last_bill", "expected_bill", "at_source", "last_income", "paid_ahead")


class NotASum(PlaitError):
    """An option that holds money or a share holds something else."""


class WrongDays(PlaitError):
    """The last day lies before the first."""


@click.command(epilog="Example: plait obligations --rules nl --until 2027-02-28")
@run.day_option("--until", "The last day to look at; a year ahead if left out.")
@click.option(
    "--rules",
    type=click.Choice(_RULES),
    help="The country whose rules apply; yours if left out.",
)
@click.option("--last-bill", metavar="SUM", help="The amount of your last tax bill.")
@click.option(
    "--expected-bill", metavar="SUM", help="This year's tax, as you expect it."
)
@click.option("--at-source", metavar="SUM", help="Tax taken from your pay this year.")
@click.option("--paid-ahead", metavar="SUM", help="What you paid towards it already.")
@click.option("--last-income", metavar="SUM", help="Last year's income, for the US.")
@click.option(
    "--files-apart", is_flag=True, help="For the US: married, filing separately."
)
@click.option(
    "--vat",
    type=click.Choice(["month", "quarter", "year", "never"]),
    help="How often you send VAT returns; as most people do if left out.",
)
@click.option(
    "--vat-extended", is_flag=True, help="For Germany: with a month more for each."
)
@click.option(
    "--set-aside",
    metavar="SHARE",
    help="The share to set aside, such as 30%; your own if left out.",
)
@run.day_option("--on", "The date to look from; today if left out.")
@click.option(
    "--verbose", "is_verbose", is_flag=True, help="Show sources and assumptions."
)
@with_csv
@run.as_command
def command(*, as_json: bool, is_verbose: bool, **options: Any) -> None:
    """See which tax dates are coming, over all your streams, and why.

    Tax dates and limits, the hours criterion, what to set aside of what came in, and
    interest on overdue invoices. It reminds you, and is not tax advice.
    """
    context = run.context_on(options["on"])
    sums = {name: _sum(name, options[name]) for name in _SUMS}
    share = _share(options["set_aside"])
    from plait.answers.obligations.answer import obligations_answer
    from plait.answers.obligations.values import TaxFacts, VatInterval

    answer = obligations_answer(
        context,
        rules=options["rules"],
        until=_until(options["until"], context.portfolio.on),
        facts=TaxFacts(
            **sums,
            files_apart=options["files_apart"],
            vat=VatInterval(options["vat"]) if options["vat"] else None,
            vat_extended=options["vat_extended"],
        ),
        set_aside_share=share,
    )
    if as_json:
        run.print_answer(answer)
        return
    from plait.cli.render.income.obligations import print_obligations

    print_obligations(answer, context.words, is_verbose=is_verbose)


def _until(day: datetime | None, on: date) -> date | None:
    until = day.date() if day else None
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
