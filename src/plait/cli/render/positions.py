"""Positions of a CV on a terminal, before they come in."""

from collections.abc import Sequence

from plait.book.imports.position_choice import OfferedPosition
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, table
from plait.wording.roles.positions import position_days_text
from plait.wording.words import Words


def show_positions(positions: Sequence[OfferedPosition], words: Words) -> None:
    """Print the positions found, and which of them would become roles."""
    if not positions:
        return
    _ = words.gettext
    console.print("\n" + _("Positions found"))
    rows = table(_("Role"), _("Organisation"))
    for heading in (_("When"), _("Becomes a role")):
        rows.add_column(heading)
    for one in positions:
        rows.add_row(
            on_one_line(one.name),
            on_one_line(one.organisation),
            position_days_text(words, one.started_on, one.ended_on),
            _("yes") if one.is_taken else _("no"),
        )
    console.print(rows)
