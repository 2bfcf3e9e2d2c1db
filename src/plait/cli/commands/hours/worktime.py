"""plait worktime: does all my work together keep the law?"""

from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plait.cli import run
from plait.cli.commands.options.period import period_option
from plait.cli.csv_option import with_csv
from plait.domain.errors import PlaitError
from plait.domain.periods.choice import PeriodChoice
from plait.domain.schemas.schema import gettext_noop as _
from plait.reference.country_packs import codes

if TYPE_CHECKING:
    from plait.accounts.models import Person
    from plait.answers.hours.working_time import RuleChoice

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
@period_option()
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
@with_csv
@run.as_command
def command(
    *,
    rules: str | None,
    on: datetime | None,
    since: datetime | None,
    period: PeriodChoice | None,
    segments: Path | None,
    timezone: str | None,
    claim: tuple[str, ...],
    leave_out: tuple[str, ...],
    is_verbose: bool,
    as_json: bool,
) -> None:
    """Check all hours, of all employers together, against working-time law.

    Each rule is within, near or over its limit, or not judged; where each employer
    keeps to it and all together do not, it says whether the law allows that. With
    --period as it stood on its last day. This is not legal advice.
    """
    from plait.answers.hours.working_time import RuleChoice

    _refuse_with_period(period, since=since, segments=segments)
    choice = RuleChoice(rules or "", since.date() if since else None, claim, leave_out)
    if segments:
        day = on.date() if on else None
        _print_table(segments, choice, timezone, day, (is_verbose, as_json))
    else:
        _refuse_timezone(timezone)
        _print_book(choice, on, period, (is_verbose, as_json))


def _print_book(
    choice: "RuleChoice",
    on: datetime | None,
    period: PeriodChoice | None,
    how: tuple[bool, bool],
) -> None:
    viewer = run.viewer()
    if period:
        first, last = _days_of(period, viewer, run.day_of(on, viewer))
        choice, on = replace(choice, since=first), datetime.combine(last, time())
    context = run.context_on(on, viewer)
    from plait.answers.hours.working_time import working_time_answer
    from plait.cli.render.hours.working_time import print_worktime

    is_verbose, as_json = how
    answer = working_time_answer(context, choice)
    if as_json:
        run.print_answer(answer)
    else:
        print_worktime(answer, context.words, is_verbose=is_verbose)


def _days_of(period: PeriodChoice, viewer: "Person", today: date) -> tuple[date, date]:
    """Return the first and the last day to judge of a period."""
    from plait.answers.hours.working_time import days_judged
    from plait.book.queries import period_basis

    days = period.days(period_basis(viewer=viewer, on=today, role=""))
    judged = days_judged(days, today)
    if judged is None:
        raise NotAsked(
            _("This period is still to come"),
            value=period.word,
            fix=_("Choose one that has begun."),
        )
    return judged


def _refuse_with_period(
    period: PeriodChoice | None, *, since: datetime | None, segments: Path | None
) -> None:
    if period and (since or segments):
        raise NotAsked(
            _("A period is of the book, and has its own first day"),
            value="--since" if since else "--segments",
            fix=_("Leave it out, or leave out --period."),
        )


def _print_table(
    path: Path,
    choice: "RuleChoice",
    timezone: str | None,
    on: date | None,
    how: tuple[bool, bool],
) -> None:
    """Print the verdicts on a table; it needs no book, and so has no language."""
    if not choice.rules:
        raise NotAsked(
            "A table of work does not say which law holds",
            value=str(path),
            fix="Choose one with --rules; --help lists them.",
        )
    _check_zone(timezone)
    from zoneinfo import ZoneInfo

    from plait.answers.hours.working_time import segments_answer, timezone_of
    from plait.cli.render.hours.working_time import print_ignored, print_worktime
    from plait.formats.tables.work_segments import read_segments
    from plait.wording.words import words_for

    is_verbose, as_json = how
    zone, words = timezone_of(choice, timezone or ""), words_for("en")
    table = read_segments(path, ZoneInfo(zone))
    answer = segments_answer(
        table.people,
        words,
        choice,
        timezone=zone,
        on=on,
        ignored_columns=table.ignored_columns,
    )
    if as_json:
        run.print_answer(answer)
        return
    for person in answer.persons:
        print_worktime(person, words, is_verbose=is_verbose)
    print_ignored(answer.ignored_columns, words)


def _refuse_timezone(timezone: str | None) -> None:
    if timezone:
        raise NotAsked(
            "A book knows its time zone",
            value=timezone,
            fix="Leave out --timezone, or add --segments and a file.",
        )


def _check_zone(name: str | None) -> None:
    from zoneinfo import available_timezones

    if name and name not in available_timezones():
        raise NotAsked(
            "This is not a time zone",
            value=name,
            fix="Write one such as Europe/Amsterdam.",
        )
