"""How the book and the settings are, as lines of text."""

from collections.abc import Sequence

from plait.answers.records.check import CheckAnswer
from plait.cli import run
from plait.cli.render.sanitise import on_one_line
from plait.wording.words import Words


def print_check(answer: CheckAnswer, words: Words) -> None:
    """Print where the book is, what is wrong with it, and what to do."""
    _ = words.gettext
    run.say(_("Data folder: %(folder)s") % {"folder": on_one_line(answer.home)})
    run.say(_("Database: %(name)s") % {"name": answer.database})
    run.say(answer.heading)
    for finding in answer.findings:
        run.say(f"- {on_one_line(finding.text)}")
    if answer.restore:
        run.say(answer.restore)
    print_settings(answer.settings, answer.advice, words)


def print_settings(faults: Sequence[str], advice: Sequence[str], words: Words) -> None:
    """Print what is wrong with the settings, then what is rarely meant."""
    for line in faults:
        run.say(f"- {on_one_line(line)}")
    if not faults:
        run.say(words.gettext("The settings are in order."))
    for line in advice:
        run.say(f"  {on_one_line(line)}")
