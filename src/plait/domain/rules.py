"""Rules a person confirmed: which subject belongs to which role.

A subject is a field and its value: the payer "Zorggroep Atlas", the project
"Budget". Values are compared in a plain form, so that "ZORGGROEP  ATLAS " is the
same payer. Where several rules fit one record, the narrower one holds:
account before reference before payer; project before client; title before calendar;
and of two references the longer one.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple


class RuleField(StrEnum):
    """What a rule looks at."""

    ACCOUNT = "account"
    REFERENCE = "reference"
    PAYER = "payer"
    PROJECT = "project"
    CLIENT = "client"
    TITLE = "title"
    CALENDAR = "calendar"


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Return the form in which two spellings of one name are equal.

    The form of a form is itself, so that a stored rule can be read again.

    >>> plain("  Zorggroep ATLAS, B.V. "), plain("Café  Zuid")
    ('zorggroep atlas b v', 'cafe zuid')
    """
    return _words(text)[:200].strip()


def _words(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).casefold()
    apart = unicodedata.normalize("NFKD", letters)
    kept = "".join(c for c in apart if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", " ", kept).strip()


@lru_cache(maxsize=65536)
def plain_account(text: str) -> str:
    """Return an account number without the spaces people write in it."""
    return re.sub(r"\s+", "", text).upper()[:100]


@lru_cache(maxsize=65536)
def text_key(reference: str) -> str:
    """Return the form in which the texts of nameless payments are alike.

    Numbers are left out, for a text that comes again has others each time; one of
    numbers alone is what it is.

    >>> text_key("Interest 2026-03, ref 81"), text_key("81")
    ('interest ref', '81')
    """
    words = plain(reference)
    return " ".join(w for w in words.split() if not w.isdigit()) or words


def plain_value(field: RuleField, text: str) -> str:
    """Return the form in which a rule on that field keeps its value."""
    return plain_account(text) if field is RuleField.ACCOUNT else plain(text)


class Outcome(NamedTuple):
    """What a rule says: the role, None for private; and which rule it was."""

    role: int | None
    rule: int


Rules = Mapping[tuple[RuleField, str], Outcome]


class Sorter:
    """Finds the rule that fits a record, fast enough for a hundred thousand."""

    def __init__(self, rules: Rules) -> None:
        by_field: dict[RuleField, dict[str, Outcome]] = {
            field: {} for field in RuleField
        }
        for (field, value), outcome in rules.items():
            by_field[field][value] = outcome
        self._account, self._payer = (
            by_field[RuleField.ACCOUNT],
            by_field[RuleField.PAYER],
        )
        self._project, self._client = (
            by_field[RuleField.PROJECT],
            by_field[RuleField.CLIENT],
        )
        self._title, self._calendar = (
            by_field[RuleField.TITLE],
            by_field[RuleField.CALENDAR],
        )
        references = [rule for rule in by_field[RuleField.REFERENCE].items() if rule[0]]
        self._references = sorted(references, key=lambda rule: -len(rule[0]))

    def payment(self, payer: str, account: str, reference: str) -> Outcome | None:
        """Return what holds for a payment: by account, reference, then payer."""
        return (
            _find(self._account, account, plain_account)
            or self._by_reference(reference)
            or _find(self._payer, payer)
        )

    def entry(self, project: str, client: str) -> Outcome | None:
        """Return what holds for a time entry: by project, then client."""
        return _find(self._project, project) or _find(self._client, client)

    def event(self, title: str, calendar: str) -> Outcome | None:
        """Return what holds for an event: by title, then calendar."""
        return _find(self._title, title) or _find(self._calendar, calendar)

    def _by_reference(self, reference: str) -> Outcome | None:
        if not self._references or not reference:
            return None
        words = f" {_words(reference)} "
        return next((o for v, o in self._references if f" {v} " in words), None)


def _find(
    rules: dict[str, Outcome], text: str, form: Callable[[str], str] = plain
) -> Outcome | None:
    return rules.get(form(text)) if rules and text else None


def project_of(project: str, client: str, task: str, description: str) -> str:
    """Return what names an entry's subject: project, else client, task or text."""
    return project or client or task or description
