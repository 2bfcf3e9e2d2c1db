"""plait worktime: does all my work together keep the law?"""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plait.cli import run
from plait.domain.errors import PlaitError
from plait.reference.country_packs import codes

if TYPE_CHECKING:
    from plait.cli.worktime_answer import Asked

_RULES = codes("working_time")


class NotAsked(PlaitError):
    """Options that do not go together, or name what is not there."""


@click.command(epilog="Example: plait worktime --rules nl --verbose")
@click.option(
    "--rules",
    type=click.Choice(_RULES),
    help="Whose law; that of your country if left out.",
)
@run.day_option("--on", "The last day to judge; today if left out.")
@run.day_option("--since", "The first day to judge; a year before if left out.")
@click.option(
    "--segments",
    type=click.Path(path_type=Path),
    help="Read a table instead of the book: person, organisation, relationship, start,"
    " end, break_minutes; or start as a date with hours.",
)
@click.option(
    "--timezone", help="With --segments: where times without a zone are read."
)
@click.option(
    "--claim", multiple=True, help="Claim the exception of a rule, such as NL-5."
)
@click.option(
    "--leave-out", multiple=True, help="Leave out a rule, such as DE-2a or UK-7."
)
@click.option("--verbose", "is_verbose", is_flag=True, help="Show sources and notes.")
@run.as_command
def command(*, as_json: bool, is_verbose: bool, **told: Any) -> None:
    """Hold all hours, of all employers together, against working-time law.

    Each rule is within, near, over or not covered; open or advisory where each
    employer keeps it and all together do not. No legal advice.
    """
    if told["segments"]:
        answer = _of_segments(told)
        pages = answer["persons"]
    else:
        answer = _of_book(told)
        pages = [answer]
    if as_json:
        run.print_json(answer)
        return
    from plait.cli.render.working_time import print_ignored, print_worktime

    for page in pages:
        print_worktime(page, is_verbose=is_verbose)
    print_ignored(answer.get("ignored_columns", []))


def _of_segments(told: dict[str, Any]) -> dict[str, Any]:
    from plait.cli.worktime_answer import segments_told

    if told["rules"] is None:
        raise NotAsked(
            "A table of work does not say which law holds",
            value=str(told["segments"]),
            fix="Choose one with --rules; --help lists them.",
        )
    _check_zone(told["timezone"])
    return segments_told(told["segments"], _asked(told["rules"], told))


def _of_book(told: dict[str, Any]) -> dict[str, Any]:
    if told["timezone"]:
        raise NotAsked(
            "A book knows its time zone",
            value=told["timezone"],
            fix="Leave out --timezone, or add --segments and a file.",
        )
    viewer = run.viewer()
    from plait.analysis.working_time.report import worktime
    from plait.book.queries import load_portfolio
    from plait.cli.worktime_answer import report_told
    from plait.reference.working_time.packs import code_for

    day = told["on"].date() if told["on"] else run.today(viewer)
    portfolio = load_portfolio(viewer=viewer, on=day)
    asked = _asked(told["rules"] or code_for(portfolio.person.country), told)
    return report_told(
        worktime(portfolio, asked.pack, since=asked.since, claimed=asked.claimed)
    )


def _asked(code: str, told: dict[str, Any]) -> "Asked":
    """Return what to judge by; refuse rules that are not there."""
    from plait.cli.worktime_answer import Asked
    from plait.reference.working_time.packs import pack

    rules = pack(code)
    left_out, claimed = (
        {one.casefold() for one in told[name]} for name in ("leave_out", "claim")
    )
    ids = {name.casefold() for r in rules.rules for name in (r.id, r.part_of)}
    excepted = {r.id.casefold() for r in rules.rules if r.exception}
    _refuse_unknown(left_out - ids, "There is no rule of that name in this pack")
    _refuse_unknown(
        claimed - excepted, "This rule has no exception that can be claimed"
    )
    kept = [
        r for r in rules.rules if not {r.id.casefold(), r.part_of.casefold()} & left_out
    ]
    return Asked(
        pack=replace(rules, rules=tuple(kept)),
        on=_date(told["on"]),
        since=_date(told["since"]),
        claimed={r.id for r in rules.rules if r.id.casefold() in claimed},
        timezone=told["timezone"] or "",
    )


def _date(told: datetime | None) -> date | None:
    return told.date() if told else None


def _refuse_unknown(names: set[str], what: str) -> None:
    if names:
        raise NotAsked(
            what,
            value=", ".join(sorted(name.upper() for name in names)),
            fix="See them all with --verbose.",
        )


def _check_zone(name: str | None) -> None:
    from zoneinfo import available_timezones

    if name and name not in available_timezones():
        raise NotAsked(
            "This is not a time zone",
            value=name,
            fix="Write one such as Europe/Amsterdam.",
        )
