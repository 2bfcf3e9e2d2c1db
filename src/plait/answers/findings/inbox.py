"""The finding on the inbox: what has no role yet."""

from collections.abc import Iterator

from plait.answers.context import AnswerContext
from plait.answers.findings import ranking, records
from plait.answers.findings.finding import Evidence, Finding, Step
from plait.answers.findings.kinds import Kind
from plait.answers.findings.numbers import numbers
from plait.domain.money import Money


def findings(context: AnswerContext) -> Iterator[Finding]:
    """Yield what waits, if anything does."""
    if context.portfolio.waiting:
        yield _inbox(context)


def _inbox(context: AnswerContext) -> Finding:
    words, _ = context.words, context.words.gettext
    waiting = context.portfolio.waiting
    parts = _parts(context)
    waits = _("Waiting for a role: %(parts)s.") % {"parts": words.listed(parts)}
    return Finding(
        kind=Kind.INBOX,
        weight=ranking.weight(Kind.INBOX),
        title=words.ngettext(
            "%(n)d thing has no role yet",
            "%(n)d things have no role yet",
            len(waiting),
        )
        % {"n": len(waiting)},
        sentence=waits if parts else "",
        why=_(
            "Until they have a role, the money is missing from your income and the hours"
            " from your roles."
        ),
        step=Step(_("Go to the inbox"), "inbox"),
        numbers=numbers(
            n_subjects=len(waiting),
            n_payments=sum(w.n_records for w in waiting if w.minor),
            hours=sum(w.seconds for w in waiting) / 3600,
        ),
        evidence=Evidence(
            data=_("Imported lines that none of your rules covers."),
            method=_("Counted by payer, project and calendar."),
            assumptions=_(
                "Money that went out does not wait here; it counts as private until you"
                " say otherwise."
            ),
            certainty=_("A count, not an estimate."),
            records=records.waiting(context),
        ),
    )


def _parts(context: AnswerContext) -> list[str]:
    """Return what waits, counted: payments with their sum, hours, calendars."""
    words, waiting = context.words, context.portfolio.waiting
    n_payments = sum(w.n_records for w in waiting if w.minor)
    seconds = sum(w.seconds for w in waiting)
    n_calendars = sum(w.field == "calendar" for w in waiting)
    parts = []
    if n_payments:
        payments = words.ngettext(
            "%(n)d payment (%(sum)s)", "%(n)d payments (%(sum)s)", n_payments
        )
        parts.append(payments % {"n": n_payments, "sum": _sums(context)})
    if seconds:
        parts.append(words.hours(seconds / 3600))
    if n_calendars:
        calendars = words.ngettext("%(n)d calendar", "%(n)d calendars", n_calendars)
        parts.append(calendars % {"n": n_calendars})
    return parts


def _sums(context: AnswerContext) -> str:
    totals: dict[str, int] = {}
    for one in context.portfolio.waiting:
        if one.minor:
            totals[one.currency] = totals.get(one.currency, 0) + one.minor
    words = context.words
    values = [
        words.money(float(Money.from_minor(minor, currency).number), currency)
        for currency, minor in totals.items()
    ]
    return words.listed(values, most=len(values))
