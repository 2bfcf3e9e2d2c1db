"""The inbox as a table of text."""

from plait.answers.records.inbox import InboxAnswer, WaitingSubject
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, table
from plait.wording.words import Words


def print_inbox(answer: InboxAnswer, words: Words) -> None:
    """Print what waits with its proposed role, and how to confirm the first."""
    _ = words.gettext
    if not answer.subjects:
        console.print(answer.sentence)
        return
    rows = table(_("What"), "")
    for heading in (_("How many"), _("Sum"), _("Last")):
        rows.add_column(heading, justify="right")
    rows.add_column(_("Proposed role"))
    for one in answer.subjects:
        rows.add_row(
            one.label,
            on_one_line(one.name),
            words.number(one.n_records, 0),
            _sum(one, words),
            str(one.last_on or ""),
            one.proposal.role if one.proposal else "",
        )
    console.print(rows)
    first = next((one for one in answer.subjects if not one.is_nameless), None)
    if first is None:
        return
    command = f'plait assign {first.field} "{first.value}" {_("ROLE")}'
    console.print()
    console.print(_("Confirm once, for good: %(command)s") % {"command": command})
    console.print(_("Or --private instead of a role."))


def _sum(one: WaitingSubject, words: Words) -> str:
    if one.amount is not None:
        return words.money(float(one.amount), one.currency, digits=2)
    return words.hours(one.hours) if one.hours else ""
