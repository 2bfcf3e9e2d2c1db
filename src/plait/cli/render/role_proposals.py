"""Proposed roles as text: each with what was seen and why."""

from rich.padding import Padding

from plait.answers.roles.proposals import RoleProposalsAnswer
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console
from plait.wording.words import Words


def print_proposals(answer: RoleProposalsAnswer, words: Words) -> None:
    """Print the proposals, and how to accept them."""
    _ = words.gettext
    console.print(answer.sentence)
    if not answer.proposals:
        return
    for one in answer.proposals:
        console.print()
        console.print(one.key)
        belongs = _("belongs to %(role)s") % {"role": one.belongs_to}
        kind = belongs if one.belongs_to else one.kind_text
        parts = [on_one_line(one.name), kind, one.since, one.terms]
        console.print(Padding(" · ".join(filter(None, parts)), (0, 0, 0, 4)))
        console.print(Padding(on_one_line(one.reason), (0, 0, 0, 4)))
    console.print()
    command = f"plait role accept {answer.proposals[0].key}"
    console.print(_("Make it a role: %(command)s") % {"command": command})
    console.print(_("Or all that run: plait role accept --all"))
