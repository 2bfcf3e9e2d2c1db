"""Proposed roles as rows with their forms, and the lists of what each would take."""

from collections.abc import Iterable
from dataclasses import dataclass

from plait.answers.roles.proposals import ProposedNewRole
from plait.web.forms.proposed_roles import ProposedRoleForm
from plait.web.pages.records.records import record_links
from plait.web.pages.steps import Link
from plait.wording.words import Words


@dataclass(frozen=True)
class ProposalRow:
    """One proposal: its form, and links to its records."""

    one: ProposedNewRole
    form: ProposedRoleForm
    links: tuple[Link, ...]


@dataclass(frozen=True)
class ProposalSection:
    """Proposals of one sort, under a heading."""

    key: str
    rows: tuple[ProposalRow, ...]


def _links(one: ProposedNewRole, words: Words) -> tuple[Link, ...]:
    """Return a link to each list; of several payers each by its name."""
    links = record_links(one.selections, words)
    n_payers = sum(bool(selection.payer) for selection in one.selections)
    if n_payers == 1:
        return links
    return tuple(
        Link(selection.payer or link.text, link.url)
        for selection, link in zip(one.selections, links, strict=True)
    )


def sections_of(
    forms: Iterable[ProposedRoleForm], words: Words
) -> list[ProposalSection]:
    """Return the new roles, what belongs to roles there are, and what is over."""
    rows = [ProposalRow(form.one, form, _links(form.one, words)) for form in forms]
    held = [row for row in rows if row.one.belongs_to]
    new = [row for row in rows if not row.one.belongs_to]
    sorts = {
        "new": [row for row in new if not row.one.is_over],
        "held": held,
        "over": [row for row in new if row.one.is_over],
    }
    return [ProposalSection(key, tuple(some)) for key, some in sorts.items() if some]
