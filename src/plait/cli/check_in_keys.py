"""The weekly check-in at the keyboard: four keys for each role, nothing to confirm."""

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from plait.cli import run
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim
from plait.domain.period import monday_of
from plait.domain.portfolio import CheckIn, Portfolio
from plait.domain.roles import Role

if TYPE_CHECKING:
    from plait.accounts.models import Person
    from plait.wording.words import Words

_KEYS = "12345"
_STOP = ("q", "Q", "\x1b")
_ENTER = ("\r", "\n", "")


class _Stopped(Exception):
    """The person wants to answer no more."""


def ask(viewer: "Person", portfolio: Portfolio, day: date) -> None:
    """Ask about each role held in the day's week; keep each as it is answered."""
    from plait.analysis.wellbeing.week import roles_of_week
    from plait.book.operations.records import check_in
    from plait.book.queries import role_keyed
    from plait.wording.words import words_for

    words, week = words_for(viewer.language), monday_of(day)
    asked = _Asking(words, week, portfolio)
    asked.begin()
    try:
        for role in roles_of_week(portfolio, week):
            answers = asked.about(role)
            if answers:
                check_in(
                    viewer=viewer,
                    role=role_keyed(viewer=viewer, key=role.key),
                    day=day,
                    answers=answers,
                    note=asked.note_of(role),
                )
    except _Stopped:
        run.say("")
    run.say("")


class _Asking:
    """What is asked in one week, in a language, beside what was answered before."""

    def __init__(self, words: "Words", week: date, portfolio: Portfolio) -> None:
        from plait.analysis.wellbeing.week import answers_of_week, week_before

        self.words = words
        self.week = week
        self._now = answers_of_week(portfolio, week)
        self._last = answers_of_week(portfolio, week_before(week))

    def begin(self) -> None:
        _ = self.words.gettext
        day = self.words.day(self.week)
        title = _("How were your roles in the week of %(day)s?") % {"day": day}
        console.print(title, style="bold")
        console.print(dim(_("Keys 1 to 5. Enter skips the role, q stops.")))

    def about(self, role: Role) -> dict[str, int]:
        """Return the four answers, nothing where the role was skipped."""
        from plait.analysis.wellbeing.levels import QUESTIONS
        from plait.wording.wellbeing import aspect_text, ends_text

        console.print(f"\n{on_one_line(role.name)}{self._before(role)}", style="bold")
        answers: dict[str, int] = {}
        for aspect in QUESTIONS:
            low, high = ends_text(self.words, aspect)
            name = aspect_text(self.words, aspect)
            click.echo(f"  {name:<10} 1 {low} … 5 {high}: ", nl=False)
            answer = _answer()
            if not answer:
                click.echo("–")
                return {}
            click.echo(answer)
            answers[aspect.value] = answer
        return answers

    def note_of(self, role: Role) -> str:
        """Return the line of text that the week's answers already have."""
        held = self._now.get(role.key)
        return held.note if held else ""

    def _before(self, role: Role) -> str:
        """Return what was answered for this week, or for the one before."""
        _ = self.words.gettext
        now, last = self._now.get(role.key), self._last.get(role.key)
        if now is not None:
            return "  " + _("now %(answers)s") % {"answers": _told(now)}
        if last is not None:
            return "  " + _("last week %(answers)s") % {"answers": _told(last)}
        return ""


def _told(held: CheckIn) -> str:
    return f"{held.energy} {held.meaning} {held.growth} {held.pressure}"


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
