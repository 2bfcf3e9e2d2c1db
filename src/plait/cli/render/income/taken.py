"""Payments that are not counted as they came, as text."""

from plait.answers.income.taken import TakenAnswer, TakenPayment
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, wrapped
from plait.wording.words import Words


def print_taken(answer: TakenAnswer, words: Words) -> None:
    """Print what was taken for no income, what may be none, and how to change it."""
    _ = words.gettext
    if answer.taken:
        console.print(wrapped(on_one_line(answer.text)))
        for one in answer.taken:
            console.print(wrapped(f"{_line(one)} ({one.why})"))
        number = answer.taken[0].number
        console.print(_("Wrong? plait payment kind %(n)s income") % {"n": number})
        console.print()
    if answer.asked:
        console.print(_("These count as income. Are they?"))
        for one in answer.asked:
            console.print(wrapped(f"{_line(one)}?"))
        first = answer.asked[0]
        hint = {"n": first.number, "kind": first.kind}
        console.print(_("If not: plait payment kind %(n)s %(kind)s") % hint)
        console.print()


def _line(one: TakenPayment) -> str:
    return f"  {one.number}  {on_one_line(one.text)}"
