"""Answers to variants as plain values, for `--json` and for the page of text."""

from dataclasses import asdict
from typing import Any

from plait.analysis.decisions.take_on.answer import TakeOn, take_on
from plait.analysis.decisions.take_on.law import LawChange
from plait.analysis.decisions.take_on.variant import Variant
from plait.analysis.decisions.take_on.weeks import WeekAfter
from plait.answers.context import answer_context
from plait.answers.take_on import present_of, take_on_text
from plait.domain.blocks import blocks_as_text
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Agreement
from plait.wording.words import words_for

Told = dict[str, Any]


def takeon_told(
    portfolio: Portfolio, variants: list[Variant], language: str, rules: str
) -> Told:
    """Return every variant's answer unrounded, with what is said of it."""
    context = answer_context(portfolio, words_for(language))
    now = present_of(context, variants, rules)
    told = []
    for variant in variants:
        found = take_on(now, variant)
        said = asdict(take_on_text(context, now, found))
        told.append({**_figures(portfolio, found), "said": said})
    return {
        "on": portfolio.on.isoformat(),
        "language": context.words.language,
        "rules": now.pack.code if now.pack else None,
        "variants": told,
    }


def _figures(portfolio: Portfolio, found: TakeOn) -> Told:
    variant, earning = found.variant, found.earning
    return {
        "move": variant.move.value,
        "name": variant.name,
        "role": None if variant.role is None else portfolio.roles[variant.role].key,
        "kind": variant.kind.value if variant.role is None else None,
        "organisation": variant.organisation.name or None,
        "from": variant.start.isoformat(),
        "terms": _terms(variant.terms) if variant.terms else None,
        "answer": found.answer.value,
        "reasons": [reason.name.lower().replace("_", "-") for reason in found.reasons],
        "weeks": [_week(week) for week in found.weeks],
        "n_too_full": found.n_tight,
        "n_too_full_before": found.n_tight_before,
        "short_a_week": found.short,
        "fits_from": _day(found.fits_from),
        "notice_ends_on": _day(found.earliest),
        "income_a_month": {**asdict(earning), "change": earning.change},
        "law": [_law(change) for change in found.law],
        "clauses": [
            {
                "role": _key(portfolio, met.role),
                "clause": met.clause.value,
                "organisation": met.organisation,
                "country": met.country,
            }
            for met in found.clauses
        ],
        "clashes": [
            {
                "role": _key(portfolio, one.role),
                "title": one.title,
                "starts_at": one.starts_at.isoformat(),
                "minutes": one.minutes,
                "count": one.count,
                "last_at": one.last_at.isoformat(),
            }
            for one in found.meetings
        ],
        "reliefs": [
            {
                "role": _key(portfolio, relief.role),
                "hours_a_week": relief.hours,
                "way": relief.way.value,
            }
            for relief in found.freed_hours
        ],
    }


def _terms(terms: Agreement) -> Told:
    return {
        "hours": None if terms.hours is None else str(terms.hours),
        "per": terms.per.value,
        "pay": str(terms.pay.number) if terms.pay else None,
        "currency": terms.pay.currency if terms.pay else None,
        "pay_basis": terms.pay_basis.value,
        "days": blocks_as_text(terms.blocks),
        "clause": terms.clause.value,
        "counts_as": terms.counts_as.value,
        "notice_days": terms.notice_days,
        "until": _day(terms.period.end),
    }


def _week(week: WeekAfter) -> Told:
    return asdict(week) | {
        "monday": week.monday.isoformat(),
        "was_too_full": week.was_tight,
        "is_too_full": week.is_tight,
    }


def _law(change: LawChange) -> Told:
    return {
        "rule": change.rule.id,
        "title": change.rule.title,
        "source": change.rule.source,
        "was": change.was.value,
        "verdict": change.verdict.value,
        "before": change.before,
        "after": change.after,
        "limit": change.limit,
        "unit": change.rule.how.unit.value,
        "hangs_on_days": change.is_spread,
    }


def _key(portfolio: Portfolio, role: int | None) -> str | None:
    return None if role is None else portfolio.roles[role].key


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None
