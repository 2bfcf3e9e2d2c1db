"""Can I take this on: the answer in one sentence, and what it rests on, in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from plait.analysis.decisions.take_on.answer import TakeOn
from plait.analysis.decisions.take_on.present import Present
from plait.analysis.decisions.take_on.projected_hours import WEEKS_LIVED
from plait.analysis.decisions.take_on.variant import Variant
from plait.analysis.hours.capacity.capacity import MOST_AHEAD, Basis
from plait.answers.context import AnswerContext
from plait.answers.findings.ahead import held_before
from plait.answers.findings.finding import Evidence
from plait.answers.take_on_parts import (
    ClauseText,
    LawText,
    asked_text,
    clauses_text,
    income_text,
    laws_text,
    meetings_text,
    ways_text,
)
from plait.answers.take_on_sentences import answer_text, reasons_text
from plait.reference.rates import published_rates
from plait.reference.working_time.packs import NoPack, code_for, pack
from plait.reference.working_time.rules import Pack


@dataclass(frozen=True, slots=True)
class TakeOnText:
    """An answer in one language; all are whole sentences.

    `asked` names the variant, `reasons` say what speaks against it or what it hangs on, `ways` what would have
    to give. `ways` are empty where nothing has to.
    """

    asked: str
    sentence: str
    reasons: tuple[str, ...]
    meetings: tuple[str, ...]
    laws: tuple[LawText, ...]
    clauses: tuple[ClauseText, ...]
    income: str
    ways: tuple[str, ...]
    evidence: Evidence


def present_of(
    context: AnswerContext, variants: Iterable[Variant], rules: str = ""
) -> Present:
    """Return how things stand before any of the variants.

    `rules` is the code of a pack; without it, it is the person's country's, if known.
    """
    portfolio = context.portfolio
    pays = [role.agreement_on(portfolio.on) for role in portfolio.roles]
    pays += [variant.terms for variant in variants]
    paid_in = {terms.pay.currency for terms in pays if terms and terms.pay}
    home = portfolio.person.currency
    return Present(
        portfolio=portfolio,
        weeks=context.weeks,
        balance=context.balance,
        income=context.income,
        value=context.value,
        rates=published_rates({*paid_in, home}),
        pack=pack(rules) if rules else _pack_of(portfolio.person.country),
    )


def _pack_of(country: str) -> Pack | None:
    try:
        return pack(code_for(country))
    except NoPack:
        return None


def take_on_text(context: AnswerContext, now: Present, found: TakeOn) -> TakeOnText:
    """Return the answer in words."""
    return TakeOnText(
        asked=asked_text(context, found.variant),
        sentence=answer_text(context, found),
        reasons=tuple(reasons_text(context, found)),
        meetings=tuple(meetings_text(context, found)),
        laws=tuple(laws_text(context, found)),
        clauses=tuple(clauses_text(context, found)),
        income=income_text(context, found),
        ways=tuple(ways_text(context, found)),
        evidence=_evidence(context, now, found),
    )


def _evidence(context: AnswerContext, now: Present, found: TakeOn) -> Evidence:
    words, _ = context.words, context.words.gettext
    is_past = context.capacity.basis is Basis.PAST
    data = (
        words.ngettext(
            "%(n)d full week of hours, agreements, leave and calendars.",
            "%(n)d full weeks of hours, agreements, leave and calendars.",
            context.capacity.weeks_of_data,
        )
        % {"n": context.capacity.weeks_of_data}
        if is_past
        else _("Agreements, leave and calendars; too few weeks of hours for more.")
    )
    return Evidence(
        data=data,
        method=_(
            "The weeks ahead as they are forecast, with what would be agreed put in or"
            " taken out; a week is too full where that is likelier than not."
        ),
        assumptions=_assumptions(context, now),
        certainty=held_before(context)
        if found.weeks
        else _("Weeks can be looked at up to %(n)d weeks ahead; these start later.")
        % {"n": MOST_AHEAD},
        source=_source(context, now),
    )


def _assumptions(context: AnswerContext, now: Present) -> str:
    _ = context.words.gettext
    said = _(
        "A new role takes what is agreed. What a role takes beyond its terms goes on"
        " under fewer agreed hours, and is a part of more."
    )
    if now.pack is None:
        return said
    return f"{said} " + _(
        "For the law, %(n)d weeks are lived as agreed; hours without agreed days lie"
        " evenly on Monday to Friday."
    ) % {"n": WEEKS_LIVED}


def _source(context: AnswerContext, now: Present) -> str:
    words, _ = context.words, context.words.gettext
    if now.pack is None:
        return _(
            "No working-time rules are known for your country, or it is not told; the"
            " settings ask for it."
        )
    name = words.text_of(now.pack, "name")
    return _(
        "Working-time rules: %(name)s, as of %(day)s. This is information, no legal"
        " advice."
    ) % {"name": name, "day": words.day(now.pack.as_of)}
