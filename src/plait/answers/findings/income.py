"""Findings on income: what it depends on, and streams that dry up."""

from collections.abc import Iterator

import numpy as np

from plait.analysis.series.streams import (
    LEAST_CHANGE,
    MONTHS_FOR_A_TREND,
    PAYMENTS_TO_BE_DRY,
    Stream,
    Trend,
)
from plait.answers.context import AnswerContext
from plait.answers.findings import ranking, records
from plait.answers.findings.finding import Evidence, Finding, Series, Step
from plait.answers.findings.kinds import Kind
from plait.answers.findings.numbers import numbers
from plait.wording.income.payers import payers_rest_text

LARGE_SHARE = 0.5
_SERIES_MONTHS = 24


def findings(context: AnswerContext) -> Iterator[Finding]:
    """Yield the largest payer, then each stream that dries up or shrinks."""
    largest = context.payers.largest
    if largest and largest[1] >= LARGE_SHARE and not context.payers.is_too_short:
        yield _large_payer(context)
    held = {index for index, _ in context.portfolio.roles_held()}
    for stream in context.income.streams:
        if stream.role in held and stream.trend is Trend.DRY:
            yield _dry(context, stream)
        elif stream.role in held and stream.trend is Trend.SHRINKS:
            yield _shrinks(context, stream)


def _large_payer(context: AnswerContext) -> Finding:
    payers, words, _ = context.payers, context.words, context.words.gettext
    name, share = payers.largest or ("", 0.0)
    values = {
        "payer": name,
        "share": words.percent(share),
        "effective": words.number(payers.effective),
        "months": payers.n_months,
    }
    return Finding(
        kind=Kind.ONE_PAYER,
        weight=ranking.weight(Kind.ONE_PAYER, share),
        title=_("%(payer)s pays %(share)s of your income") % values,
        sentence=payers_rest_text(words, payers, context.income.currency),
        why=_("If this payer stops, that share stops with it."),
        step=Step(_("See what each role brings in"), "roles"),
        numbers=numbers(
            payer=name,
            share=share,
            effective=payers.effective,
            herfindahl=payers.herfindahl,
            total=payers.total,
        ),
        evidence=Evidence(
            data=_(
                "Payments that belong to a role, over the last %(months)d whole months."
                " What waits in the inbox is left out."
            )
            % values,
            method=_(
                "Shares of what came in, after the costs of each role and before tax."
                " The number of equal clients is one divided by the sum of the squared"
                " shares (Herfindahl): %(effective)s here."
            )
            % values,
            assumptions=_(
                "Two spellings of a name are one payer. Two payers that depend on the"
                " same cause still count as two."
            ),
            certainty=_certainty(context),
            source=_currencies(context),
            records=records.payments(context, payer=name),
        ),
    )


def _certainty(context: AnswerContext) -> str:
    _ = context.words.gettext
    if context.payers.n_months < MONTHS_FOR_A_TREND:
        return _("Counted over few months: who pays once a year may be missing.")
    return _("A count of what was paid, not a forecast.")


def _dry(context: AnswerContext, stream: Stream) -> Finding:
    words, _ = context.words, context.words.gettext
    role = context.role(stream.role)
    usual = float(np.median(stream.monthly[stream.monthly > 0]))
    values = {
        "role": role.name,
        "since": words.month(stream.last_on) if stream.last_on else "",
        "usual": words.money(usual, context.income.currency),
        "months": words.number(max(stream.usual_gap, 1.0)),
    }
    return Finding(
        kind=Kind.STREAM_DRY,
        weight=ranking.weight(Kind.STREAM_DRY),
        role=role.key,
        colour=role.colour,
        title=_("%(role)s has stopped bringing in money") % values,
        sentence=words.ngettext(
            "The last payment came in %(since)s; before, about %(usual)s came every"
            " month.",
            "The last payment came in %(since)s; before, about %(usual)s came every"
            " %(months)s months.",
            round(max(stream.usual_gap, 1.0)),
        )
        % values,
        why=_("Income rarely announces its end; it just stops coming."),
        step=Step(_("Look at the role"), "role", role.key),
        numbers=numbers(
            months_since=stream.since,
            usual_gap=stream.usual_gap,
            usual_payment=usual,
            last_on=stream.last_on,
        ),
        evidence=_stream_evidence(
            context,
            role.key,
            _(
                "For a role that was paid in %(least)d months or more: two usual"
                " payments in a row have not come, and the third is due."
            )
            % {"least": PAYMENTS_TO_BE_DRY},
        ),
        series=Series(tuple(stream.monthly[: stream.end][-_SERIES_MONTHS:].tolist())),
    )


def _shrinks(context: AnswerContext, stream: Stream) -> Finding:
    words, _ = context.words, context.words.gettext
    role = context.role(stream.role)
    money = context.income.currency
    return Finding(
        kind=Kind.STREAM_SHRINKS,
        weight=ranking.weight(Kind.STREAM_SHRINKS),
        role=role.key,
        colour=role.colour,
        title=_("%(role)s brings in less and less") % {"role": role.name},
        sentence=_(
            "%(now)s a month over the last half year, %(before)s in the half year"
            " before."
        )
        % {
            "now": words.money(stream.last_half, money),
            "before": words.money(stream.half_before, money),
        },
        why=_("A stream that thins out is easier to replace before it ends."),
        step=Step(_("Look at the role"), "role", role.key),
        numbers=numbers(last_half=stream.last_half, half_before=stream.half_before),
        evidence=_stream_evidence(
            context,
            role.key,
            _(
                "The last twelve whole months compared pair by pair (Mann-Kendall)."
                " Reported where chance alone would show it at most once in ten and"
                " the two half years differ by %(least)s or more."
            )
            % {"least": words.percent(LEAST_CHANGE)},
        ),
        series=Series(tuple(stream.monthly[: stream.end][-_SERIES_MONTHS:].tolist())),
    )


def _stream_evidence(context: AnswerContext, role: str, method: str) -> Evidence:
    _ = context.words.gettext
    return Evidence(
        data=_("Payments of this role by month; only whole months count."),
        method=method,
        assumptions=_("The statements of the accounts it is paid into are complete."),
        certainty=_(
            "%(months)d months are few: one good or bad half year can look like a trend."
        )
        % {"months": MONTHS_FOR_A_TREND},
        source=_currencies(context),
        records=records.payments(context, role, months=_SERIES_MONTHS),
    )


def _currencies(context: AnswerContext) -> str:
    foreign = set(context.portfolio.payments.currencies) - {context.income.currency}
    if not foreign:
        return ""
    _ = context.words.gettext
    return _(
        "European Central Bank, euro foreign exchange reference rates, to %(day)s;"
        " each payment at the rate of its day."
    ) % {"day": context.words.day(context.rates.until)}
