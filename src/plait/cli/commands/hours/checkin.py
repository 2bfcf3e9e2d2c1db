"""plait checkin: how do my roles feel this week, and what follows?"""

import sys
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from plait.cli import run
from plait.domain.errors import PlaitError

if TYPE_CHECKING:
    from plait.accounts.models import Person
    from plait.domain.portfolio import Portfolio

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
@click.option("--note", help="A line of text; left out, the week's own stays.")
@run.day_option("--week", "Any day of the week it was; this week if left out.")
@click.option("--list", "only_list", is_flag=True, help="Show the map, ask nothing.")
@run.as_command
def command(*, as_json: bool, only_list: bool, **told: Any) -> None:
    """Say how ROLE felt this week: four answers from 1 to 5.

    ENERGY: 1 drains me, 5 lifts me. MEANING: 1 matters little, 5 matters a lot.
    GROWTH: 1 I stand still, 5 I learn a lot. PRESSURE: 1 sits lightly, 5 weighs on
    me. Answering again replaces the week's answers.

    Without ROLE each role is asked about in turn, by single keys; where there is no
    terminal to ask on, or with --list, the map shows what each role gives and takes.
    """
    viewer = run.viewer()
    today = run.today(viewer)
    day = _day(told["week"], today)
    if told["role"]:
        _keep(viewer, day, told, as_json=as_json)
        return
    from plait.book.queries import load_portfolio

    if not (as_json or only_list) and _is_terminal():
        from plait.cli.check_in_keys import ask

        ask(viewer, load_portfolio(viewer=viewer, on=today), day)
    _show(load_portfolio(viewer=viewer, on=today), viewer.language, as_json=as_json)


def _day(week: datetime | None, today: date) -> date:
    from plait.domain.period import monday_of

    day = week.date() if week else today
    if monday_of(day) > today:
        raise WeekToCome(
            "This week has not begun yet",
            value=day.isoformat(),
            fix="Name a day of this week or of one before.",
        )
    return day


def _keep(viewer: "Person", day: date, told: dict[str, Any], *, as_json: bool) -> None:
    from plait.book.operations.records import check_in
    from plait.book.queries import load_portfolio, role_keyed

    role = role_keyed(viewer=viewer, key=told["role"])
    answers = {name: told[name] for name in ANSWERS}
    if None in answers.values():
        raise HalfAnswered(
            "A check-in has four answers",
            value=" ".join(str(a) for a in answers.values() if a is not None) or "none",
            fix=f"Write all four: plait checkin {role.key} 4 4 5 3.",
        )
    note = told["note"]
    if note is None:
        note = _note_of_week(load_portfolio(viewer=viewer, on=day), role.key)
    kept = check_in(viewer=viewer, role=role, day=day, answers=answers, note=note)
    if as_json:
        run.print_json(
            {"role": role.key, "week": kept.week_on, **answers, "note": kept.note}
        )
        return
    said = ", ".join(f"{name} {answer}" for name, answer in answers.items())
    run.say(f"{role.name}, week of {kept.week_on}: {said}.")


def _note_of_week(portfolio: "Portfolio", role: str) -> str:
    """Return the line of text that the role's answers of that week already have."""
    from plait.analysis.wellbeing.week import answers_of_week
    from plait.domain.period import monday_of

    held = answers_of_week(portfolio, monday_of(portfolio.on)).get(role)
    return held.note if held else ""


def _show(portfolio: "Portfolio", language: str, *, as_json: bool) -> None:
    from plait.answers.context import answer_context
    from plait.answers.wellbeing_json import map_as_json
    from plait.cli.render.wellbeing import print_map
    from plait.wording.words import words_for

    context = answer_context(portfolio, words_for(language))
    told = map_as_json(context)
    if as_json:
        run.print_json(told)
    else:
        print_map(told, context.words)


def _is_terminal() -> bool:
    """Return whether somebody sits at the keys."""
    return sys.stdin.isatty() and sys.stdout.isatty()
