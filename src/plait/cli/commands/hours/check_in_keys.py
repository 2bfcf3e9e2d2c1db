"""The weekly check-in at the keyboard: four keys for each role, nothing to confirm."""

import sys
from typing import TYPE_CHECKING

import click

from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim

if TYPE_CHECKING:
    from plait.accounts.models import Person
    from plait.answers.roles.check_in import (
        CheckInAnswer,
        Question,
        RolePoints,
        RoleToCheckIn,
    )
    from plait.wording.words import Words

_KEYS = "12345"
_STOP = ("q", "Q", "\x1b")
_ENTER = ("\r", "\n", "")


class _Stopped(Exception):
    """The person wants to answer no more."""


def ask(viewer: "Person", answer: "CheckInAnswer", words: "Words") -> None:
    """Ask about each role of the week; save each as it is answered."""
    from plait.book.operations.records import check_in
    from plait.book.queries import role_keyed

    _print_heading(answer, words)
    try:
        for role in answer.roles:
            answers = _ask_about(role, answer.questions, words)
            if answers:
                check_in(
                    viewer=viewer,
                    role=role_keyed(viewer=viewer, key=role.role),
                    day=answer.week_on,
                    answers=answers,
                    note=role.note,
                )
    except _Stopped:
        click.echo()
    click.echo()


def _print_heading(answer: "CheckInAnswer", words: "Words") -> None:
    _ = words.gettext
    day = words.day(answer.week_on)
    title = _("How were your roles in the week of %(day)s?") % {"day": day}
    console.print(title, style="bold")
    console.print(dim(_("Keys 1 to 5. Enter skips the role, q stops.")))


def _ask_about(
    role: "RoleToCheckIn", questions: "tuple[Question, ...]", words: "Words"
) -> dict[str, int]:
    """Return the four answers, nothing where the role was skipped."""
    console.print(f"\n{on_one_line(role.name)}{_before(role, words)}", style="bold")
    answers: dict[str, int] = {}
    for question in questions:
        name = f"{question.name:<10}"
        click.echo(f"  {name} 1 {question.low} … 5 {question.high}: ", nl=False)
        answer = _answer()
        if not answer:
            click.echo("–")
            return {}
        click.echo(answer)
        answers[question.aspect.value] = answer
    return answers


def _before(role: "RoleToCheckIn", words: "Words") -> str:
    """Return what was answered for this week, or for the one before."""
    _ = words.gettext
    if role.answers is not None:
        return "  " + _("now %(answers)s") % {"answers": _digits(role.answers)}
    if role.answers_before is not None:
        before = {"answers": _digits(role.answers_before)}
        return "  " + _("last week %(answers)s") % before
    return ""


def _digits(points: "RolePoints") -> str:
    return f"{points.energy} {points.meaning} {points.growth} {points.pressure}"


def _answer() -> int:
    """Return the answer of the next key that is one; 0 for Enter."""
    while True:
        key = _key()
        if key in _STOP:
            raise _Stopped
        if key in _ENTER:
            return 0
        if key in _KEYS:
            return int(key)


def _key() -> str:
    """Return the next key; from a file or a pipe, the next character."""
    return click.getchar() if sys.stdin.isatty() else sys.stdin.read(1)
