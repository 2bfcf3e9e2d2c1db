"""Roles as tables of text."""

from collections.abc import Sequence
from datetime import date

from rich.table import Table

from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim, table
from plait.domain.roles import Agreement, Role
from plait.domain.schemas.role import KIND_LABELS, ROLE
from plait.wording.hours.agreed_days import week_written
from plait.wording.records import records as wording
from plait.wording.words import Words

_NONE = "–"


def print_roles(roles: Sequence[Role], on: date, words: Words) -> None:
    """Print roles, each with the terms that hold on a day."""
    _ = words.gettext
    if not roles:
        console.print(_("No roles yet. Add one with: plait role add --help"))
        return
    headings = (_("Role"), _("Key"), _("Organisation"), _("Kind"))
    listed = Table(*headings, box=None, pad_edge=False)
    for heading in (_("From"), _("To"), _("Agreed"), _("Pay"), _("Notice")):
        listed.add_column(heading, justify="right")
    for role in roles:
        end = role.period.end
        listed.add_row(
            on_one_line(role.name),
            dim(role.key),
            on_one_line(role.organisation.name),
            _(KIND_LABELS[role.kind]),
            role.period.start.isoformat(),
            end.isoformat() if end else "",
            *_terms(role.agreement_on(on), words),
        )
    console.print(listed)


def print_role(role: Role, words: Words) -> None:
    """Print what is known of a role, a field a line, then its terms."""
    known = Table(box=None, pad_edge=False, show_header=False)
    for title, text in wording.field_texts(words, ROLE, role):
        known.add_row(dim(title), on_one_line(text))
    known.add_row(dim(words.gettext("Key")), role.key)
    console.print(known)
    if not role.agreements:
        console.print(
            words.gettext("Nothing was agreed yet. Write it down with: plait agree")
        )
        return
    _ = words.gettext
    agreed = table(_("Terms"), _("Hours"), _("Pay"), _("Notice"))
    for terms in reversed(role.agreements):
        agreed.add_row(wording.period_text(words, terms.period), *_terms(terms, words))
    console.print()
    console.print(agreed)


def print_agreed(name: str, terms: Agreement, words: Words) -> None:
    """Print terms that were written down."""
    text = words.gettext("New terms for %(role)s: %(terms)s.")
    parts = [
        wording.period_text(words, terms.period),
        wording.agreed_hours_text(words, terms),
        wording.agreed_pay_text(words, terms),
        week_written(terms.blocks, words.locale),
    ]
    listed = ", ".join(part for part in parts if part)
    console.print(on_one_line(text % {"role": name, "terms": listed}), highlight=False)


def _terms(terms: Agreement | None, words: Words) -> tuple[str, str, str]:
    if terms is None:
        return _NONE, _NONE, _NONE
    return (
        wording.agreed_hours_text(words, terms) or _NONE,
        wording.agreed_pay_text(words, terms) or _NONE,
        wording.agreed_notice_text(words, terms) or _NONE,
    )
