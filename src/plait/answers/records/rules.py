"""The rules that say where things belong, with what each has sorted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plait.domain.rule_list import ListedRule
from plait.domain.rules import RuleField
from plait.wording.records import rules as wording
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule: `role` is a role's key, None for private.

    `clashes` are sentences: where a wider rule says otherwise, this one holds.
    """

    rule: int
    field: RuleField
    value: str
    role: str | None
    role_name: str
    colour: int
    text: str
    n_records: int
    used: str
    last_on: date | None
    clashes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RulesAnswer:
    """The rules that were looked for, in the order in which they hold."""

    language: str
    search: str
    sentence: str
    rules: tuple[RuleLine, ...]


def rules_answer(
    listed: Sequence[ListedRule], words: Words, search: str = ""
) -> RulesAnswer:
    """Return the rules with their sentences."""
    lines = tuple(_line(one, words) for one in listed)
    sentence = wording.sentence(words, len(lines), search)
    return RulesAnswer(words.language, search, sentence, lines)


def _line(one: ListedRule, words: Words) -> RuleLine:
    return RuleLine(
        rule=one.number,
        field=one.field,
        value=one.value,
        role=one.role or None,
        role_name=one.role_name or words.gettext("private"),
        colour=one.colour,
        text=wording.rule_text(words, one.field, one.value),
        n_records=one.n_records,
        used=wording.used_text(words, one.n_records),
        last_on=one.last_on,
        clashes=tuple(wording.clash_text(words, clash) for clash in one.clashes),
    )
