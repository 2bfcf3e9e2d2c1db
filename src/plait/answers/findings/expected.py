"""Findings on payments that are missing, short, doubled or late."""

from collections.abc import Iterator
from datetime import timedelta

from plait.analysis.income.expected import By, Unexpected
from plait.analysis.income.expected import Kind as Event
from plait.answers.context import AnswerContext
from plait.answers.findings import ranking, records
from plait.answers.findings.finding import Evidence, Finding, Step
from plait.answers.findings.kinds import Kind
from plait.answers.findings.numbers import numbers
from plait.wording.income.expected import expected_text, title_of

# What went otherwise longer ago stands on the income page, and is no finding.
REPORTED_FOR = timedelta(days=92)


def findings(context: AnswerContext) -> Iterator[Finding]:
    """Yield each payment of the last three months that went otherwise."""
    for one in context.expected.unexpected:
        is_recent = context.portfolio.on - one.due_on <= REPORTED_FOR
        if is_recent or one.by is By.INVOICE:
            yield _finding(context, one)


def _finding(context: AnswerContext, one: Unexpected) -> Finding:
    role, words, _ = context.role(one.role), context.words, context.words.gettext
    whys = {
        Event.MISSING: _("The sooner money is asked for, the sooner it comes."),
        Event.SHORT: _("Nobody checks what you are paid as well as you do."),
        Event.LATE: _("A payer who pays later and later may be short of money."),
        Event.DOUBLED: _("Money paid by mistake will be asked back; set it aside."),
    }
    kind = Kind(f"payment-{one.kind.value}")
    return Finding(
        kind=kind,
        weight=ranking.weight(kind),
        role=role.key,
        colour=role.colour,
        title=title_of(one, role.name, words),
        sentence=expected_text(one, words),
        why=whys[one.kind],
        step=Step(_("See what came in"), "role", role.key),
        numbers=numbers(
            payer=one.payer,
            by=one.by.value,
            currency=one.currency,
            since=one.since,
            due_on=one.due_on,
            n=one.n,
            agreed=one.agreed,
            expected=one.expected,
            came=one.came,
            days=one.days,
            n_seen=one.n_seen,
            paid_on=tuple(paid.on.isoformat() for paid in one.payments),
            paid=tuple(paid.amount for paid in one.payments),
        ),
        evidence=_evidence(context, one),
    )


def _evidence(context: AnswerContext, one: Unexpected) -> Evidence:
    words, _ = context.words, context.words.gettext
    if one.by is By.INVOICE:
        return Evidence(
            data=_("The invoices you noted, and the payments of this role."),
            method=_(
                "An invoice is paid on the day you noted, by the payments that name its"
                " number, or by those that come to its amount and to no other's."
            ),
            assumptions=_assumptions(context),
            certainty=_("Certain as far as your statements reach."),
            records=_records(context, one),
        )
    data = words.ngettext(
        "%(n)d payment before this one.", "%(n)d payments before this one.", one.n_seen
    )
    return Evidence(
        data=data % {"n": one.n_seen},
        method=_(
            "The usual day and amount are the medians of the twelve payments before;"
            " of an agreed amount, the share that usually comes in. A payment is"
            " missing once it is later than any of them was, plus three days and a"
            " tenth of the usual gap. It is short by a twentieth or more."
        ),
        assumptions=_assumptions(context),
        certainty=_certainty(context, one),
        records=_records(context, one),
    )


def _records(context: AnswerContext, one: Unexpected) -> records.Selections:
    role = context.role(one.role)
    return records.payments_since(context, None, role.key, one.payer)


def _assumptions(context: AnswerContext) -> str:
    return context.words.gettext(
        "The statements of the account it was last paid into are complete up to their"
        " last line. Money paid into an account that Plait does not know counts as"
        " missing."
    )


def _certainty(context: AnswerContext, one: Unexpected) -> str:
    _ = context.words.gettext
    if one.kind is Event.SHORT:
        return _(
            "Amounts that vary anyway are allowed three times their usual spread, and"
            " are not judged where that is more than a quarter."
        )
    if one.kind is Event.DOUBLED:
        return _(
            "The same amount twice within ten days is rarely intended, but can be."
        )
    if one.kind is Event.LATE:
        return _(
            "Each of the three came later than all before; by chance alone that happens"
            " less than once in 150 times."
        )
    return _(
        "In a study with simulated streams no payment that came within its usual days"
        " was reported missing. The fewer payments it is learned from, the less certain."
    )
