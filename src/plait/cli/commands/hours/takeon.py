"""plait takeon: can I take this on, change it, or do without it?"""

from typing import TYPE_CHECKING, Any

import click

from plait.cli import run
from plait.domain.errors import PlaitError
from plait.domain.roles import Clause, RoleKind
from plait.reference.country_packs import codes

if TYPE_CHECKING:
    from plait.accounts.models import Person
    from plait.analysis.decisions.take_on.variant import Variant

_OR = "--or"
_MOST = 4
# What holds for all variants, wherever it stands.
_FOR_ALL = ("on", "rules", "keep", "as_json")
_KINDS = [kind.value for kind in RoleKind if kind is not RoleKind.OPPORTUNITY]


class WrongTogether(PlaitError):
    """More to compare than fits, or to keep than one."""


class _SeveralVariants(click.Command):
    """Reads the options anew behind each `--or`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put what each part tells into the parameter `variants`."""
        parts: list[list[str]] = [[]]
        for arg in args:
            parts.append([]) if arg == _OR else parts[-1].append(arg)
        told = []
        for part in parts[1:]:
            other = click.Context(self, parent=ctx.parent, info_name=ctx.info_name)
            super().parse_args(other, part)
            told.append(other.params)
        rest = super().parse_args(ctx, parts[0])
        told.insert(0, dict(ctx.params))
        given = {name: _first(told, name) for name in _FOR_ALL}
        ctx.params = {**given, "variants": told}
        return rest


def _first(told: list[dict[str, Any]], name: str) -> Any:  # any option's
    return next((one[name] for one in told if one[name]), None)


@click.command(
    cls=_SeveralVariants,
    epilog='Example: plait takeon --new "Course leader" --hours 6/week --pay 90/hour'
    ' --days "fri 9-15" --or --change atlas --hours 8/week',
)
@click.option("--new", metavar="NAME", help="Something new, as you would call it.")
@click.option("--change", metavar="ROLE", help="A role of yours, on other terms.")
@click.option("--leave", metavar="ROLE", help="A role of yours, ended.")
@click.option("--hours", help="Hours asked: 6/week, 36/month, 200/year, 40/total.")
@click.option("--pay", help="Pay offered: 90/hour, 640/day, 2950/salary, 4000/fixed.")
@click.option("--days", help="Days and times asked: 'fri 9-15', 'mon-wed 9-17'.")
@run.day_option("--from", "The first day of it; next Monday if left out.")
@run.day_option("--to", "The first day it no longer holds.")
@click.option(
    "--clause",
    type=click.Choice([c.value for c in Clause]),
    help="What its terms say of your other work.",
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
@run.as_command
def command(*, variants: list[dict[str, Any]], as_json: bool, **told: Any) -> None:
    """Ask whether a new role fits, other terms for one, or leaving one.

    Hours week by week, clashes, working-time law, what other agreements say, income,
    and what would have to give. Nothing is stored unless you say --keep.

    With --change, what you do not say stays as agreed; where only the hours change, a
    month's pay follows them and agreed days fall away. --leave counts from the day
    that notice allows, if --from is left out.
    """
    _check(variants, is_kept=bool(told["keep"]))
    viewer = run.viewer()
    from plait.book.queries import load_portfolio
    from plait.cli.takeon_answer import takeon_told
    from plait.cli.variants import Asked

    day = told["on"].date() if told["on"] else run.today(viewer)
    asked = Asked(load_portfolio(viewer=viewer, on=day), viewer.currency)
    found = [asked.variant(one) for one in variants]
    answer = takeon_told(asked.portfolio, found, viewer.language, told["rules"] or "")
    if told["keep"]:
        answer["kept"] = _keep(viewer, asked.portfolio.roles, found[0])
    if as_json:
        run.print_json(answer)
        return
    from plait.cli.render.take_on import print_takeon

    print_takeon(answer)
    if told["keep"]:
        run.say(f"It is in your book, with the role {answer['kept']}.")


def _check(variants: list[dict[str, Any]], *, is_kept: bool) -> None:
    if len(variants) > _MOST:
        raise WrongTogether(
            "These are more than can be compared at once",
            value=str(len(variants)),
            fix="Compare up to four.",
        )
    if is_kept and len(variants) > 1:
        raise WrongTogether(
            "Only one of them can be kept",
            value=str(len(variants)),
            fix="Give that one alone with --keep.",
        )


def _keep(
    viewer: "Person", roles: Any, variant: "Variant"
) -> str:  # roles of the picture
    """Put the variant into the book; return the role's key."""
    from plait.book.operations.taking_on import agree_anew, leave, take_on
    from plait.book.queries import role_keyed

    if variant.role is None and variant.terms is not None:
        return take_on(
            viewer=viewer,
            name=variant.name,
            organisation=variant.organisation.name,
            kind=variant.kind,
            terms=variant.terms,
        ).key
    held = role_keyed(viewer=viewer, key=roles[variant.role or 0].key)
    if variant.terms is None:
        return leave(viewer=viewer, role=held, on=variant.start).key
    return agree_anew(
        viewer=viewer, role=held, terms=variant.terms, kind=variant.kind
    ).key
