"""plait takeon: can I take this on, change it, or do without it?"""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from plait.cli import run
from plait.cli.csv_option import with_csv
from plait.domain.errors import PlaitError
from plait.domain.roles import Clause, RoleKind
from plait.reference.country_packs import codes

if TYPE_CHECKING:
    from plait.domain.portfolio import Portfolio
    from plait.domain.proposals.proposal import Proposal

_OR = "--or"
# What holds for all variants, wherever it stands.
_FOR_ALL = ("on", "rules", "keep", "as_json", "as_csv")
_KINDS = [kind.value for kind in RoleKind if kind is not RoleKind.OPPORTUNITY]


class WrongTogether(PlaitError):
    """More to keep than one."""


class _SeveralVariants(click.Command):
    """Reads the options anew behind each `--or`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the options of each part into the parameter `variants`."""
        parts: list[list[str]] = [[]]
        for arg in args:
            parts.append([]) if arg == _OR else parts[-1].append(arg)
        variants = []
        for part in parts[1:]:
            other = click.Context(self, parent=ctx.parent, info_name=ctx.info_name)
            super().parse_args(other, part)
            variants.append(other.params)
        rest = super().parse_args(ctx, parts[0])
        variants.insert(0, dict(ctx.params))
        given = {name: _first(variants, name) for name in _FOR_ALL}
        ctx.params = {**given, "variants": variants}
        return rest


def _first(variants: list[dict[str, Any]], name: str) -> Any:  # of any option
    return next((one[name] for one in variants if one[name]), None)


@click.command(
    cls=_SeveralVariants,
    epilog='Example: plait takeon --new "Course leader" --hours 6/week --pay 90/hour'
    ' --days "fri 9-15" --or --change atlas --hours 8/week',
)
@click.option("--new", metavar="NAME", help="Something new, as you would call it.")
@click.option("--change", metavar="ROLE", help="A role of yours, on other terms.")
@click.option("--leave", metavar="ROLE", help="A role of yours, ended.")
@click.option("--hours", help="Hours: 6/week, 36/month, 200/year, 40/total.")
@click.option("--pay", help="Pay offered: 90/hour, 640/day, 2950/salary, 4000/fixed.")
@click.option("--days", help="Days and times: 'fri 9-15', 'mon-wed 9-17'.")
@run.day_option("--from", "The first day of it; next Monday if left out.")
@run.day_option("--to", "The first day it no longer holds.")
@click.option(
    "--clause",
    type=click.Choice([c.value for c in Clause]),
    help="What its terms say about your other work.",
)
@click.option("--notice", help="Notice period: 30d, 4w or 2m.")
@click.option("--kind", type=click.Choice(_KINDS), help="Contract if left out.")
@click.option("--at", metavar="ORGANISATION", help="With whom; the name if left out.")
@click.option(
    _OR, "is_or", is_flag=True, help="Begin another to compare; up to four in all."
)
@click.option(
    "--keep", is_flag=True, help="Put it in the book, after saying what it comes to."
)
@click.option(
    "--rules",
    type=click.Choice(codes("working_time")),
    help="Whose working-time law; that of your country if left out.",
)
@run.day_option("--on", "The date to look from; today if left out.")
@with_csv
@run.as_command
def command(
    *,
    variants: list[dict[str, Any]],
    rules: str | None,
    on: datetime | None,
    keep: bool,
    as_json: bool,
) -> None:
    """See whether a new role fits, other terms for one, or leaving one.

    Hours week by week, clashes, working-time law, what other agreements say, income,
    and where the hours could come from. Nothing is stored unless you say --keep.

    With --change, what you leave out stays as agreed; where only the hours change, a
    month's pay follows them and agreed days fall away. --leave counts from the day
    that notice allows, if --from is left out.
    """
    context = run.context_on(on)
    if keep and len(variants) > 1:
        raise WrongTogether(
            "Only one of them can be kept",
            value=str(len(variants)),
            fix="Give that one alone with --keep.",
        )
    from plait.answers.take_on.answer import take_on_answer
    from plait.cli.commands.options.proposals import proposal_of
    from plait.cli.render.hours.take_on import print_take_on

    currency = context.portfolio.person.currency
    proposals = [proposal_of(options, currency) for options in variants]
    answer = take_on_answer(context, proposals, rules or "")
    if keep:
        answer = replace(answer, kept=_kept(context.portfolio, proposals[0]))
    if as_json:
        run.print_answer(answer)
    else:
        print_take_on(answer, context.words)


def _kept(portfolio: "Portfolio", proposal: "Proposal") -> str:
    """Put a proposal into the book; return the role's key."""
    from plait.answers.take_on.answer import change_of
    from plait.book.operations.taking_on import carry_out

    change = change_of(portfolio, proposal)
    return carry_out(viewer=run.viewer(), change=change).key
