"""The map of roles as a table of text."""

from rich.text import Text

from plait.answers.roles.wellbeing import LevelOfRole, RoleOnMap, WellbeingAnswer
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim, table
from plait.wording.words import Words


def print_map(answer: WellbeingAnswer, words: Words) -> None:
    """Print what each role gives and takes, and what follows."""
    _ = words.gettext
    if not answer.roles:
        console.print(_("There is no check-in yet. Begin with: plait checkin"))
        return
    has_pay = any(role.pay_an_hour is not None for role in answer.roles)
    rows = table(_("Role"))
    for heading in (
        _("Gives"),
        _("Pressure"),
        *([_("Received per hour")] if has_pay else []),
    ):
        rows.add_column(heading, justify="right")
    rows.add_column(_("Suggestion"))
    rows.add_column(_("Check-ins"), justify="right")
    for role in answer.roles:
        pay = [_pay(role, answer.currency, words)] if has_pay else []
        rows.add_row(
            on_one_line(role.name),
            _level(role.gives, words),
            _level(role.takes, words),
            *pay,
            role.suggestion_text,
            str(role.n_answers),
        )
    console.print(rows)
    console.print(dim(answer.ranges))


def _level(level: LevelOfRole, words: Words) -> Text:
    if level.plain is None:
        return Text("–")
    low, high = words.number(level.low), words.number(level.high)
    return Text(words.number(level.value)).append(f" ({low}–{high})", style="dim")


def _pay(role: RoleOnMap, currency: str, words: Words) -> str:
    return "–" if role.pay_an_hour is None else words.money(role.pay_an_hour, currency)
