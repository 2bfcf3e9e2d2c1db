"""Verdicts on working time as a page of text."""

from collections.abc import Iterable, Iterator

from rich.table import Table
from rich.text import Text

from plait.answers.hours.working_time import WorkingTimeAnswer
from plait.answers.hours.working_time_rules import JudgedRule, RuleGroup
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim, wrapped
from plait.wording.words import Words

_STYLES = {"over": "red", "notice": "red", "near": "yellow"}


def print_worktime(
    answer: WorkingTimeAnswer, words: Words, *, is_verbose: bool
) -> None:
    """Print a line for each rule, the guardrail, and where all of it comes from."""
    _ = words.gettext
    console.print()
    console.print(Text(_heading(answer, words), style="bold"))
    console.print(wrapped(answer.sentence))
    console.print()
    console.print(_table(_listed(answer, is_verbose=is_verbose)))
    console.print()
    console.print(Text(_("Beside the law"), style="bold"))
    console.print(_table([answer.guardrail]))
    console.print()
    _print_paragraphs(_notes(answer, words, is_verbose=is_verbose))
    _print_obligations(answer, words, is_verbose=is_verbose)
    if is_verbose:
        _print_sources(answer, words)
    _print_paragraphs([answer.disclaimer])
    if not is_verbose:
        _print_paragraphs([_("Sources, and how each rule is read: --verbose.")])


def print_ignored(columns: Iterable[str], words: Words) -> None:
    """Print which columns of a table were not read."""
    named = ", ".join(map(on_one_line, columns))
    if named:
        text = words.gettext("These columns were not read: %(columns)s.")
        console.print(dim(wrapped(text % {"columns": named})))


def _heading(answer: WorkingTimeAnswer, words: Words) -> str:
    heading = words.gettext("Working time, %(law)s: up to %(day)s") % {
        "law": answer.law,
        "day": words.day(answer.on),
    }
    person = on_one_line(answer.person)
    return f"{person}: {heading}" if person else heading


def _listed(answer: WorkingTimeAnswer, *, is_verbose: bool) -> list[JudgedRule]:
    groups = {RuleGroup.JUDGED}
    if is_verbose:
        groups |= {RuleGroup.NOT_ARISEN, RuleGroup.NOT_FOR_YOU}
    rules = [one for one in answer.verdicts if one.group in groups]
    return sorted(rules, key=lambda one: one.severity)


def _table(rules: list[JudgedRule]) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for one in rules:
        verdict = Text(one.verdict_text, style=_STYLES.get(one.verdict, ""))
        table.add_row(one.id, verdict, _line(one))
    return table


def _line(one: JudgedRule) -> Text:
    line = Text(f"{one.title}. ")
    details = "; ".join(map(on_one_line, one.details))
    if not details:
        return line
    return line.append(f"{details[:1].upper()}{details[1:]}.", style="dim")


def _notes(
    answer: WorkingTimeAnswer, words: Words, *, is_verbose: bool
) -> Iterator[str]:
    idle = [one.id for one in answer.verdicts if one.group is RuleGroup.NOT_ARISEN]
    if idle and not is_verbose:
        text = words.gettext("About work that was not done, so kept: %(rules)s.")
        yield text % {"rules": ", ".join(idle)}
    yield from answer.notes


def _print_obligations(
    answer: WorkingTimeAnswer, words: Words, *, is_verbose: bool
) -> None:
    groups = {RuleGroup.DUTY, RuleGroup.COUNTING} if is_verbose else {RuleGroup.DUTY}
    obligations = [one for one in answer.verdicts if one.group in groups]
    if obligations:
        console.print(Text(words.gettext("Good to know"), style="bold"))
        _print_paragraphs(f"{one.id}  {one.title}." for one in obligations)


def _print_sources(answer: WorkingTimeAnswer, words: Words) -> None:
    _ = words.gettext
    console.print(Text(_("Sources"), style="bold"))
    rules = [*answer.verdicts, answer.guardrail]
    _print_paragraphs(f"{_source(one, words)} {one.note}".strip() for one in rules)
    day = words.day(answer.as_of)
    heading = _("As known on %(day)s. Not judged here:") % {"day": day}
    _print_paragraphs([heading, *(f"- {line}" for line in answer.not_covered)])


def _source(one: JudgedRule, words: Words) -> str:
    known = one.status_text
    if one.valid_from:
        known = words.gettext("%(known)s, in force since %(day)s") % {
            "known": known,
            "day": one.valid_from.isoformat(),
        }
    return f"{one.id}  {one.article}. {one.source} ({known})."


def _print_paragraphs(texts: Iterable[str]) -> None:
    """Print paragraphs set back, and an empty line below if there are any."""
    lines = [wrapped(text) for text in texts]
    for line in lines:
        console.print(dim(line))
    if lines:
        console.print()
