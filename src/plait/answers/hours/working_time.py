"""Do all hours together keep the law on working time? Every rule with its verdict."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from plait.analysis.working_time.from_table import worktime_of_rows
from plait.analysis.working_time.report import worktime
from plait.analysis.working_time.verdicts import WorktimeReport
from plait.answers.context import AnswerContext
from plait.answers.hours.working_time_rules import JudgedRule, judged_rule
from plait.domain.errors import PlaitError
from plait.domain.period import Period
from plait.domain.periods.choice import last_day
from plait.domain.tables.work_segments import WorkSegment
from plait.reference.working_time.packs import code_for, pack
from plait.reference.working_time.rules import Pack
from plait.wording.hours import working_time as wording
from plait.wording.words import Words


class UnknownRule(PlaitError):
    """A rule to leave out, or to claim the exception of, that is not in the pack."""


@dataclass(frozen=True, slots=True)
class RuleChoice:
    """By what to judge: whose law, from which day, and what not to hold against it.

    `rules` is the code of a pack, "" for that of the person's country. `claimed` are
    ids of rules whose exception is claimed, `left_out` of rules that are not judged.
    """

    rules: str = ""
    since: date | None = None
    claimed: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def days_judged(period: Period, today: date) -> tuple[date, date] | None:
    """Return the first and the last day to judge of a period that has begun.

    A period is judged as it stood on its last day, or today while it runs: so the
    portfolio has to be that of the last one.
    """
    if period.start > today:
        return None
    return period.start, min(last_day(period), today)


@dataclass(frozen=True, slots=True)
class WorkingTimeAnswer:
    """Every rule of one country's law, and the health guardrail beside it.

    `person` is a name in a table of work, "" for the book's own. `since` is the first
    day judged, None for all; `verdicts` are in the pack's order. The guardrail is of
    the latest weeks, the rules of the worst. `hours_without_role` count for no law.
    """

    on: date
    language: str
    person: str
    rules: str
    law: str
    as_of: date
    since: date | None
    sentence: str
    verdicts: tuple[JudgedRule, ...]
    guardrail: JudgedRule
    is_age_known: bool
    hours_without_role: float
    notes: tuple[str, ...]
    not_covered: tuple[str, ...]
    disclaimer: str


@dataclass(frozen=True, slots=True)
class SegmentsAnswer:
    """The verdicts on each person of a table of work.

    `ignored_columns` are columns of the table that were not read.
    """

    rules: str
    timezone: str
    ignored_columns: tuple[str, ...]
    persons: tuple[WorkingTimeAnswer, ...]


def working_time_answer(
    context: AnswerContext, choice: RuleChoice | None = None
) -> WorkingTimeAnswer:
    """Return the verdicts on a book; raise `NoPack` where no law is known."""
    portfolio, choice = context.portfolio, choice or RuleChoice()
    rules, claimed = _chosen(
        pack(choice.rules or code_for(portfolio.person.country)), choice
    )
    report = worktime(portfolio, rules, since=choice.since, claimed=claimed)
    return _answer(context.words, report)


def working_time_at_home(context: AnswerContext) -> WorkingTimeAnswer | None:
    """Return the verdicts by the law of the person's country, None where unknown."""
    report = context.worktime
    return None if report is None else _answer(context.words, report)


def segments_answer(
    people: dict[str, list[WorkSegment]],
    words: Words,
    choice: RuleChoice,
    *,
    timezone: str = "",
    on: date | None = None,
    ignored_columns: Iterable[str] = (),
) -> SegmentsAnswer:
    """Return the verdicts on each person of a table; `choice` names the rules."""
    rules, claimed = _chosen(pack(choice.rules), choice)
    zone = timezone or rules.timezone
    reports = {
        person: worktime_of_rows(
            rows, rules, zone, on=on, since=choice.since, claimed=claimed
        )
        for person, rows in people.items()
    }
    return SegmentsAnswer(
        rules=rules.code,
        timezone=zone,
        ignored_columns=tuple(ignored_columns),
        persons=tuple(_answer(words, one, name) for name, one in reports.items()),
    )


def timezone_of(choice: RuleChoice, timezone: str = "") -> str:
    """Return where local times are read: as chosen, else where the rules hold.

    Raise for rules that are not there, so that nobody reads a table in vain.
    """
    rules, _ = _chosen(pack(choice.rules), choice)
    return timezone or rules.timezone


def _chosen(rules: Pack, choice: RuleChoice) -> tuple[Pack, frozenset[str]]:
    """Return the pack without what is left out, and the ids that are claimed."""
    left_out = {one.casefold() for one in choice.left_out}
    claimed = {one.casefold() for one in choice.claimed}
    ids = {name.casefold() for r in rules.rules for name in (r.id, r.part_of)}
    excepted = {r.id.casefold(): r.id for r in rules.rules if r.exception}
    _refuse(left_out - ids, "There is no rule of that name in this pack")
    _refuse(claimed - set(excepted), "This rule has no exception that can be claimed")
    judged = tuple(
        r for r in rules.rules if not {r.id.casefold(), r.part_of.casefold()} & left_out
    )
    return replace(rules, rules=judged), frozenset(excepted[one] for one in claimed)


def _refuse(names: set[str], what: str) -> None:
    if names:
        raise UnknownRule(
            what,
            value=", ".join(sorted(name.upper() for name in names)),
            fix="See them all with --verbose.",
        )


def _answer(
    words: Words, report: WorktimeReport, person: str = ""
) -> WorkingTimeAnswer:
    guardrail = report.guardrail
    return WorkingTimeAnswer(
        on=report.on,
        language=words.language,
        person=person,
        rules=report.pack.code,
        law=wording.pack_text(report.pack, words),
        as_of=report.pack.as_of,
        since=report.since,
        sentence=wording.headline_text(words, report),
        verdicts=tuple(judged_rule(words, one, one.worst) for one in report.verdicts),
        # The guardrail looks at how it is now, not at the worst of a year.
        guardrail=judged_rule(words, guardrail, guardrail.latest),
        is_age_known=report.is_age_known,
        hours_without_role=report.open_hours,
        notes=tuple(wording.notes_text(words, report)),
        not_covered=wording.not_covered_text(report.pack, words),
        disclaimer=wording.disclaimer_text(words),
    )
