"""Tables of what a book holds beside its lists of records."""

from collections.abc import Mapping
from types import MappingProxyType

from django.http import HttpRequest

from plait.accounts.models import Person
from plait.answers.records.doubles import doubles_answer
from plait.answers.records.history import history_answer
from plait.answers.records.inbox import inbox_answer
from plait.answers.records.known import known_answer
from plait.answers.records.rules import rules_answer
from plait.answers.tables import records
from plait.answers.tables.every import table_of
from plait.answers.tables.table import Table
from plait.book.queries.changes import all_changes
from plait.book.queries.doubles import accounts, doubles
from plait.book.queries.inbox import inbox
from plait.book.queries.payers import payers
from plait.book.queries.record_lists.imported import imported_files
from plait.book.queries.rule_list import rule_list
from plait.web import clock
from plait.web.views.downloads.asked import Download, of_context
from plait.wording.words import Words

_LONGEST = 200


def _inbox(request: HttpRequest, viewer: Person, words: Words) -> Table:
    is_out, on = "out" in request.GET, clock.today()
    held = inbox(viewer=viewer, on=on, is_out=is_out)
    return table_of(inbox_answer(held, words, on, is_out=is_out), words)


def _rules(request: HttpRequest, viewer: Person, words: Words) -> Table:
    """Return the rules that the search finds, or those of one role."""
    search = request.GET.get("text", "").strip()[:_LONGEST]
    listed = rule_list(viewer=viewer, search=search)
    role = request.GET.get("role", "")
    mine = [one for one in listed if role in {"", one.role}]
    return table_of(rules_answer(mine, words, search), words)


RECORDS: Mapping[str, Download] = MappingProxyType(
    {
        "payers": lambda _r, v, w: records.payers_table(payers(viewer=v), w),
        "accounts": lambda _r, v, w: records.account_table(accounts(viewer=v), w),
        "inbox": _inbox,
        "rules": _rules,
        "imports": lambda _r, v, w: records.import_table(imported_files(viewer=v), w),
        "known": of_context(known_answer),
        "history": lambda _r, v, w: table_of(
            history_answer(all_changes(viewer=v), w), w
        ),
        "doubles": lambda _r, v, w: table_of(doubles_answer(doubles(viewer=v), w), w),
    }
)
