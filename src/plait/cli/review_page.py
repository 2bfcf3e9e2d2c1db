"""The review as a page of text."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from plait.analysis.hours.balance import RoleHours
from plait.cli.show import console, dim
from plait.review.finding import Finding
from plait.review.review import Review
from plait.review.subject import Subject

_BARS = "▁▂▃▄▅▆▇█"
_SHOWN_MONTHS = 12


def print_review(answer: Review) -> None:
    """Print the sentence, the figures, the findings."""
    subject = answer.subject
    console.print()
    console.print(dim(subject.words.day(subject.portfolio.on)))
    console.print(Text(answer.sentence, style="bold"))
    console.print()
    if subject.balance.roles:
        console.print(_roles(subject))
        console.print()
    console.print(_totals(subject))
    _findings(answer)


def _roles(subject: Subject) -> Table:
    _ = subject.words.gettext
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column(_("Role"))
    for heading in (_("Agreed"), _("Actual"), _("A month")):
        table.add_column(heading, justify="right")
    table.add_column(_("Last twelve months"))
    streams = {stream.role: stream for stream in subject.income.streams}
    for hours in subject.balance.roles:
        stream = streams.get(hours.role)
        paid = stream is not None and stream.last_year > 0
        table.add_row(
            subject.role(hours.role).name,
            _hours(subject, hours.agreed),
            Text(_hours(subject, hours.actual), style=_style(hours)),
            subject.words.money(stream.last_year / 12, subject.income.currency)
            if stream and paid
            else "–",
            spark(stream.monthly[-_SHOWN_MONTHS:].tolist()) if stream and paid else "",
        )
    return table


def _hours(subject: Subject, hours: float | None) -> str:
    return "–" if hours is None else f"{subject.words.number(hours)} h"


def _style(hours: RoleHours) -> str:
    return "red" if hours.verdict.value == "over" else ""


def spark(values: list[float]) -> str:
    """Return a series as a line of bars, highest for the largest value."""
    top = max(values, default=0) or 1
    return "".join(_BARS[min(7, int(8 * max(v, 0) / top))] for v in values)


def _totals(subject: Subject) -> Table:
    words, _ = subject.words, subject.words.gettext
    table = Table.grid(padding=(0, 3))
    found, payers = subject.balance, subject.payers
    if found.actual is not None:
        free = found.free
        table.add_row(
            dim(_("Hours a week")),
            f"{words.number(found.actual)}",
            dim(
                _("of %(capacity)s; %(agreed)s agreed")
                % {
                    "capacity": words.number(found.capacity),
                    "agreed": words.number(found.agreed),
                }
                if free is not None and found.capacity is not None
                else _("%(agreed)s agreed") % {"agreed": words.number(found.agreed)}
            ),
        )
    if payers.largest:
        money = words.money(subject.income.usual_month, subject.income.currency)
        table.add_row(dim(_("Income a month")), money, dim(_("the usual month")))
        name, share = payers.largest
        equal = _("as if %(n)s equal payers") % {"n": words.number(payers.effective)}
        table.add_row(
            dim(_("Largest payer")), words.percent(share), dim(f"{name}; {equal}")
        )
    return table


def _findings(answer: Review) -> None:
    _ = answer.subject.words.gettext
    if not answer.findings:
        return
    console.print()
    console.print(Text(_("What needs you"), style="bold"))
    for finding in answer.findings:
        console.print(Padding(_finding(finding), (1, 0, 0, 2)))
    console.print()


def _finding(finding: Finding) -> RenderableType:
    lines: list[RenderableType] = [Text(finding.title, style="bold")]
    if finding.sentence:
        lines.append(Text(finding.sentence))
    lines.append(dim(finding.why))
    lines.append(Text(f"→ {finding.step.label}"))
    return Group(*lines)
