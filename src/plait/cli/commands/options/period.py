"""The option for the period to look at, by the same word as in an address."""

from collections.abc import Callable
from typing import Any

import click

from plait.domain.periods.choice import PeriodChoice
from plait.domain.periods.parsing import period_choice_from


class _Period(click.ParamType[PeriodChoice]):
    name = "period"

    def convert(
        self,
        value: Any,  # click's own
        param: click.Parameter | None,  # noqa: ARG002  # click's signature
        ctx: click.Context | None,  # noqa: ARG002  # the same
    ) -> PeriodChoice:
        if isinstance(value, PeriodChoice):
            return value
        return period_choice_from(str(value))


def period_option() -> Callable[..., Any]:
    """Return the option for the period to look at."""
    return click.option(
        "--period",
        type=_Period(),
        help="A month (2026-11), a quarter (2026-q4), a year (2026), a tax year"
        " (tax-2026), role (since it began), or two days (2026-01-01/2026-03-31).",
    )
