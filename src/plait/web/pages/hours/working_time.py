"""Working-time law: a line on the hours page, and every rule on its own."""

from dataclasses import dataclass

from plait.answers.hours.working_time import WorkingTimeAnswer
from plait.answers.hours.working_time_rules import JudgedRule, RuleGroup
from plait.domain.selection import RecordKind, Selection
from plait.web.pages.records.records import record_links
from plait.web.pages.steps import Link
from plait.wording.words import Words

_PILLS = {"over": "warn", "notice": "warn", "near": "warn", "within": "good"}


@dataclass(frozen=True, slots=True)
class RuleView:
    """One rule with its verdict."""

    id: str
    title: str
    verdict: str
    pill: str
    figure: str
    details: str
    source: str
    status: str
    records: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class WorktimeView:
    """The rules, the health guardrail, and what else is good to know."""

    sentence: str
    as_of: str
    rules: tuple[RuleView, ...]
    not_arisen: tuple[RuleView, ...]
    health: RuleView
    good_to_know: tuple[str, ...]
    not_covered: tuple[str, ...]
    notes: tuple[str, ...]
    disclaimer: str


def worktime_view(
    answer: WorkingTimeAnswer | None, words: Words
) -> WorktimeView | None:
    """Return the rules, the worst first; None where no country's are known."""
    if answer is None:
        return None
    rules = sorted(answer.verdicts, key=lambda one: one.severity)
    information = (RuleGroup.DUTY, RuleGroup.COUNTING)
    return WorktimeView(
        sentence=answer.sentence,
        as_of=words.day(answer.as_of),
        rules=tuple(
            _rule(one, words) for one in rules if one.group is RuleGroup.JUDGED
        ),
        not_arisen=tuple(
            _rule(one, words) for one in rules if one.group is RuleGroup.NOT_ARISEN
        ),
        health=_rule(answer.guardrail, words),
        good_to_know=tuple(one.title for one in rules if one.group in information),
        not_covered=answer.not_covered,
        notes=answer.notes,
        disclaimer=answer.disclaimer,
    )


def _rule(one: JudgedRule, words: Words) -> RuleView:
    """Return a rule; the figure stands apart from the other details, in tabular type."""
    details = list(one.details)
    figure = details.pop(0) if one.figure is not None else ""
    return RuleView(
        id=one.id,
        title=one.title,
        verdict=one.verdict_text,
        pill=_PILLS.get(one.verdict, ""),
        figure=figure,
        details=" · ".join(details),
        source=f"{one.article}; {one.source}",
        status=one.status_text,
        records=record_links(_hours_of(one), words),
    )


def _hours_of(one: JudgedRule) -> list[Selection]:
    """Return the hours of the days that the figure is of, whoever they were for."""
    days = one.period
    if days is None or one.figure is None:
        return []
    return [Selection(RecordKind.TIME, start=days.start, end=days.end)]
