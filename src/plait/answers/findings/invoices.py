"""A finding on invoices that may be paid already: the person has to say which."""

from collections.abc import Iterator

from plait.analysis.series.settling.settle import settled
from plait.analysis.series.settling.status import InvoiceState, InvoiceStatus
from plait.answers.context import AnswerContext
from plait.answers.findings import ranking, records
from plait.answers.findings.finding import Evidence, Finding, Step
from plait.answers.findings.kinds import Kind
from plait.answers.findings.numbers import numbers
from plait.wording.income import invoices as wording


def findings(context: AnswerContext) -> Iterator[Finding]:
    """Yield one finding for all invoices past their day that payments could be for."""
    portfolio = context.portfolio
    unclear = [
        one
        for one in settled(portfolio)
        if one.state is InvoiceState.UNSURE
        and portfolio.invoices[one.invoice].due_on < portfolio.on
    ]
    if unclear:
        yield _finding(context, unclear)


def _finding(context: AnswerContext, unclear: list[InvoiceStatus]) -> Finding:
    words, _ = context.words, context.words.gettext
    held = [context.portfolio.invoices[one.invoice] for one in unclear]
    names = [
        wording.named_text(words, context.role(one.role).name, one.number)
        for one in held
    ]
    roles = {one.role for one in held}
    only = context.role(held[0].role) if len(roles) == 1 else None
    key = only.key if only else ""
    return Finding(
        kind=Kind.INVOICE_UNCLEAR,
        weight=ranking.weight(Kind.INVOICE_UNCLEAR),
        role=key,
        colour=only.colour if only else 0,
        title=wording.unclear_title(words, len(unclear)),
        sentence=wording.unclear_sentence(words, names),
        why=_("Until you say so, they count neither as paid nor as late."),
        step=Step(_("Say which payment was for which"), "invoices"),
        numbers=numbers(
            n=len(unclear),
            invoices=tuple(one.number or str(one.issued_on) for one in held),
        ),
        evidence=Evidence(
            data=_("The invoices you noted, and the payments of their roles."),
            method=_(
                "A payment is matched by the number in its text, then by an amount that"
                " fits no other invoice. Where several fit, none is chosen."
            ),
            assumptions=_("Your statements hold all that came in."),
            certainty=_("Certain that they fit, and not which of them is right."),
            records=records.payments_since(
                context, min(one.issued_on for one in held), key
            ),
        ),
    )
