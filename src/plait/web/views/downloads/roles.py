"""Tables of roles, of one role's page, and of findings."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from django.http import HttpRequest

from plait.accounts.models import Person
from plait.answers.roles.proposals import role_proposals_answer
from plait.answers.roles.role import RoleAnswer, role_answer
from plait.answers.roles.roles import roles_answer
from plait.answers.settled import findings_answer
from plait.answers.tables.every import table_of
from plait.answers.tables.roles import ROLE_TABLES
from plait.answers.tables.table import Table
from plait.book.queries import role_keyed
from plait.book.queries.role_evidence import role_evidence
from plait.web import clock
from plait.web.periods import period_asked
from plait.web.views.downloads.asked import Download, context_asked, of_context
from plait.wording.words import Words


def _proposals(_request: HttpRequest, viewer: Person, words: Words) -> Table:
    evidence = role_evidence(viewer=viewer, on=clock.today())
    return table_of(role_proposals_answer(evidence, words), words)


def _of_role(table: Callable[[RoleAnswer, Words], Table]) -> Download:
    """Return a table of the role that the address names."""

    def download(request: HttpRequest, viewer: Person, words: Words) -> Table:
        key = role_keyed(viewer=viewer, key=request.GET.get("role", "")).key
        context = context_asked(request, viewer)
        # No finding stands in any of its tables.
        return table(role_answer(context, (), key, period_asked(request)), words)

    return download


ROLES: Mapping[str, Download] = MappingProxyType(
    {
        "roles": of_context(roles_answer),
        "role-proposals": _proposals,
        "findings": of_context(findings_answer),
        **{name: _of_role(table) for name, table in ROLE_TABLES.items()},
    }
)
