"""What is shown, to whom, by whom, and who looked, in the terminal."""

from plait.answers.sharing.given import GivenAnswer, LooksAnswer, ReceivedAnswer
from plait.answers.sharing.slice import SliceAnswer
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, table
from plait.wording.words import Words


def print_slice(answer: SliceAnswer, words: Words) -> None:
    """Print what somebody shows."""
    _ = words.gettext
    console.print(on_one_line(answer.sentence))
    if answer.months:
        rows = table(_("Role"), _("Month"), _("Hours given"), _("Hours agreed"))
        for month in answer.months:
            in_part = "" if month.is_whole else f" ({_('in part')})"
            rows.add_row(
                on_one_line(month.role),
                month.month_text + (in_part if month.given is not None else ""),
                "" if month.given is None else words.fixed(month.given),
                "" if month.agreed is None else words.fixed(month.agreed),
            )
        console.print(rows)
    if answer.payments:
        rows = table(_("Day"), _("Amount"), _("What for"))
        for one in answer.payments:
            amount = words.money(float(one.amount), one.currency, 2)
            rows.add_row(one.on.isoformat(), amount, on_one_line(one.what))
        console.print(rows)
        for total in answer.totals:
            console.print(total.text)
    for note in (*answer.notes, answer.fresh_text):
        console.print(note)


def print_given(answer: GivenAnswer, words: Words) -> None:
    """Print what is shown to whom."""
    _ = words.gettext
    console.print(answer.sentence)
    if not answer.shares:
        return
    rows = table(_("Number"), _("What"), _("To whom"), _("Until"), "")
    for one in answer.shares:
        rows.add_row(
            one.number,
            one.title,
            on_one_line(one.to_text),
            one.stage_text,
            one.look_text,
        )
    console.print(rows)


def print_looks(answer: LooksAnswer, words: Words) -> None:
    """Print who looked at what."""
    _ = words.gettext
    console.print(answer.sentence)
    if not answer.looks:
        return
    rows = table(_("Day"), _("Who"), _("What"))
    for one in answer.looks:
        rows.add_row(one.on.isoformat(), on_one_line(one.name), one.title)
    console.print(rows)


def print_received(answer: ReceivedAnswer, words: Words) -> None:
    """Print what others show."""
    _ = words.gettext
    console.print(answer.sentence)
    if not answer.slices:
        return
    rows = table(_("Number"), _("From whom"), _("What"), _("Until"))
    for one in answer.slices:
        rows.add_row(
            one.number, on_one_line(one.giver), one.title, one.until.isoformat()
        )
    console.print(rows)
