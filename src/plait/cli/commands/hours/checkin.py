"""plait checkin: how do my roles feel this week, and what follows?"""

import sys
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from plait.cli import csv_option, quiet_view, run
from plait.cli.csv_option import with_csv
from plait.domain.errors import PlaitError

if TYPE_CHECKING:
    from plait.accounts.models import Person
    from plait.wording.words import Words

ANSWERS = ("energy", "meaning", "growth", "pressure")
_FROM_1_TO_5 = click.IntRange(1, 5)


class HalfAnswered(PlaitError):
    """A role without all four of its answers."""


class WeekToCome(PlaitError):
    """A week that has not begun."""


@click.command(epilog='Example: plait checkin atlas 4 4 5 3 --note "A good week"')
@click.argument("role", required=False)
@click.argument("energy", required=False, type=_FROM_1_TO_5)
@click.argument("meaning", required=False, type=_FROM_1_TO_5)
@click.argument("growth", required=False, type=_FROM_1_TO_5)
@click.argument("pressure", required=False, type=_FROM_1_TO_5)
@click.option("--note", help="A note; left out, the note of the week stays.")
@run.day_option("--week", "Any day of the week it was; this week if left out.")
@click.option("--list", "only_list", is_flag=True, help="Show the map, ask nothing.")
@with_csv
@run.as_command
def command(*, as_json: bool, only_list: bool, **given: Any) -> None:
    """Say how ROLE felt this week: four answers from 1 to 5.

    ENERGY: 1 drains me, 5 energises me. MEANING: 1 matters little, 5 matters a lot.
    GROWTH: 1 I stand still, 5 I learn a lot. PRESSURE: 1 no strain, 5 a heavy load.
    Answering again replaces the week's answers.

    Without ROLE each role is asked about in turn, by single keys; where there is no
    terminal to ask on, or with --list, the map shows what each role gives and takes.
    """
    viewer = run.viewer()
    day = _day(given["week"], run.today(viewer))
    from plait.wording.words import words_for

    words = words_for(viewer.language)
    if given["role"]:
        _save(viewer, day, given, words, as_json=as_json)
        return
    if not (as_json or only_list or quiet_view.is_on()) and _is_terminal():
        _ask(viewer, day, words)
    _show(day, as_json=as_json)


def _day(week: datetime | None, today: date) -> date:
    from plait.domain.period import monday_of

    day = week.date() if week else today
    if monday_of(day) > today:
        raise WeekToCome(
            "This week has not begun yet",
            value=day.isoformat(),
            fix="Name a day of this week or of an earlier one.",
        )
    return day


def _save(
    viewer: "Person",
    day: date,
    given: dict[str, Any],
    words: "Words",
    *,
    as_json: bool,
) -> None:
    from plait.book.operations.records import check_in
    from plait.book.queries import role_keyed

    role = role_keyed(viewer=viewer, key=given["role"])
    answers = {name: given[name] for name in ANSWERS}
    if None in answers.values():
        raise HalfAnswered(
            "A check-in has four answers",
            value=" ".join(str(a) for a in answers.values() if a is not None),
            fix="Write all four, such as: plait checkin atlas 4 4 5 3",
        )
    note = given["note"]
    if note is None:
        note = _note_of_week(viewer, day, role.key)
    saved = check_in(viewer=viewer, role=role, day=day, answers=answers, note=note)
    if csv_option.is_chosen():
        _show(day, as_json=True)
    elif as_json:
        values = {"role": role.key, "week": saved.week_on}
        run.print_json({**values, **answers, "note": saved.note})
    else:
        run.say(_saved_text(role.name, saved.week_on, answers, words))


def _saved_text(
    role: str, week_on: date, answers: dict[str, int], words: "Words"
) -> str:
    values = {"role": role, "week": words.day(week_on), **answers}
    return (
        words.gettext(
            "%(role)s, week of %(week)s: energy %(energy)d, meaning %(meaning)d, growth"
            " %(growth)d, pressure %(pressure)d."
        )
        % values
    )


def _note_of_week(viewer: "Person", day: date, role: str) -> str:
    """Return the note that the role's answers of that week already have."""
    from plait.book.queries import load_portfolio
    from plait.domain.period import monday_of

    week_on = monday_of(day)
    check_ins = load_portfolio(viewer=viewer, on=day).check_ins
    mine = (c for c in check_ins if (c.role, c.week_on) == (role, week_on))
    return next((check_in.note for check_in in mine), "")


def _ask(viewer: "Person", day: date, words: "Words") -> None:
    from plait.answers.roles.check_in import check_in_answer
    from plait.book.queries import load_portfolio
    from plait.cli.commands.hours.check_in_keys import ask

    portfolio = load_portfolio(viewer=viewer, on=run.today(viewer))
    ask(viewer, check_in_answer(portfolio, words, day), words)


def _show(day: date, *, as_json: bool) -> None:
    context = run.context_on()
    from plait.answers.roles.wellbeing import wellbeing_answer
    from plait.cli.render.wellbeing import print_map

    answer = wellbeing_answer(context, day)
    if as_json:
        run.print_answer(answer)
    else:
        print_map(answer, context.words)


def _is_terminal() -> bool:
    """Return whether somebody sits at the keys."""
    return sys.stdin.isatty() and sys.stdout.isatty()
