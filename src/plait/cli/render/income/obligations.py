"""Tax obligations as a page of text."""

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from plait.answers.obligations.values import (
    ObligationsAnswer,
    SetAsideOfStream,
    SetAsidePlan,
    TaxDate,
    TaxFact,
    TaxLimit,
    TaxRule,
)
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim, wrapped
from plait.wording.words import Words


def print_obligations(
    answer: ObligationsAnswer, words: Words, *, is_verbose: bool
) -> None:
    """Print what is due, limits, what to set aside, and where it comes from."""
    _ = words.gettext
    console.print()
    console.print(Text(_heading(answer, words), style="bold"))
    console.print()
    if answer.due:
        console.print(_due(answer.due, words))
    else:
        _paragraph(answer.nothing_due)
    _section(_("Where you stand"), _limits(answer.limits))
    if answer.set_aside:
        _section(_("To set aside"), [_set_aside(answer.set_aside, words)])
    _section(_("Overdue invoices"), [_text(one.sentence) for one in answer.overdue])
    _section(_("Why"), _why(answer, is_verbose=is_verbose))
    if is_verbose:
        _section(_("Good to know"), _good_to_know(answer.good_to_know))
        _section(_("Not covered"), [dim(wrapped(one)) for one in answer.not_covered])
    console.print()
    _paragraph(answer.no_advice)
    if not is_verbose:
        _paragraph(_("See sources and assumptions with --verbose."))
    console.print()


def _heading(answer: ObligationsAnswer, words: Words) -> str:
    values = {"day": words.day(answer.until), "country": answer.name}
    return words.gettext("Tax dates until %(day)s, %(country)s") % values


def _due(due: tuple[TaxDate, ...], words: Words) -> Table:
    rows = Table(box=None, pad_edge=False, show_header=False)
    rows.add_column(no_wrap=True)
    rows.add_column(overflow="fold")
    rows.add_column(no_wrap=True, justify="right")
    for one in due:
        is_known = one.amount is not None
        notes = [on_one_line(one.streams), one.alternative_text.rstrip(".")]
        notes += ["" if is_known else one.amount_text, one.rule.id]
        what = Text(f"{one.title}\n")
        what.append(" · ".join(filter(None, notes)), style="dim")
        rows.add_row(words.day(one.due_on), what, one.amount_text if is_known else "")
    return rows


def _limits(limits: tuple[TaxLimit, ...]) -> Iterator[Table]:
    rows = Table(box=None, pad_edge=False, show_header=False)
    rows.add_column(no_wrap=True)
    rows.add_column(no_wrap=True)
    rows.add_column(overflow="fold")
    for one in limits:
        label = Text(one.label, style="yellow" if one.needs_attention else "")
        rows.add_row(dim(one.rule.id), label, one.sentence)
    if limits:
        yield rows


def _set_aside(plan: SetAsidePlan, words: Words) -> Table:
    _ = words.gettext
    rows = Table(box=None, pad_edge=False, header_style="dim")
    rate = words.percent(float(plan.rate))
    rows.add_column(_("%(rate)s of what came in") % {"rate": rate})
    rows.add_column(_("This quarter"), justify="right")
    rows.add_column(_("This tax year"), justify="right")
    if plan.deadline:
        heading = _("Since %(day)s") % {"day": words.day(plan.deadline)}
        rows.add_column(heading, justify="right")
    for one in (*plan.streams, plan.together):
        rows.add_row(on_one_line(one.name), *_amounts(one))
    return rows


def _amounts(one: SetAsideOfStream) -> Iterator[str]:
    for amount in (one.quarter, one.year, one.since_deadline):
        if amount:
            yield amount.text


def _why(answer: ObligationsAnswer, *, is_verbose: bool) -> Iterator[Text]:
    """Yield each rule that anything above rests on, once."""
    used = [one.rule for one in answer.due]
    used += [one.rule for one in answer.limits]
    used += [one.rule for one in answer.overdue]
    for rule in {rule.id: rule for rule in used}.values():
        yield _text(f"{rule.id}  {rule.title}.")
        if is_verbose:
            yield dim(wrapped(f"{rule.assumption} {_source(rule)}".strip()))
    if answer.left_out_text:
        yield _text(answer.left_out_text)


def _source(rule: TaxRule) -> str:
    return f"{rule.article}. {rule.source} ({rule.status_text})."


def _good_to_know(facts: tuple[TaxFact, ...]) -> Iterator[Text]:
    for one in facts:
        amount = f": {one.amount_text}" if one.amount_text else ""
        yield _text(f"{one.rule.id}  {one.rule.title}{amount}.")
        yield dim(wrapped(_source(one.rule)))


def _section(heading: str, lines: Iterable[RenderableType]) -> None:
    lines = list(lines)
    if not lines:
        return
    console.print()
    console.print(Text(heading, style="bold"))
    for line in lines:
        console.print(line)


def _paragraph(text: str) -> None:
    console.print(dim(wrapped(text)))


def _text(text: str) -> Text:
    return Text(wrapped(text))
