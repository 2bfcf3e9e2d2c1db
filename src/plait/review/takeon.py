"""Can I take this on: the answer in one sentence, and what it rests on, in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from plait.analysis.hours.capacity import MOST_AHEAD, Basis
from plait.analysis.hours.takeon.answer import TakeOn
from plait.analysis.hours.takeon.lived import WEEKS_LIVED
from plait.analysis.hours.takeon.present import Present
from plait.analysis.hours.takeon.variant import Variant
from plait.reference.rates import published_rates
from plait.reference.worktime.packs import NoPack, code_for, pack
from plait.reference.worktime.rules import Pack
from plait.review.ahead import held_before
from plait.review.finding import Evidence
from plait.review.subject import Subject
from plait.review.takeon_parts import (
    ClauseSaid,
    LawSaid,
    asked_said,
    clauses_said,
    income_said,
    laws_said,
    meetings_said,
    ways_said,
)
from plait.review.takeon_said import answer_said, reasons_said


@dataclass(frozen=True, slots=True)
class TakeOnSaid:
    """An answer in one language; all are whole sentences.

    `asked` names the variant, `reasons` say what speaks against it or what it hangs on, `ways` what would have
    to give. `ways` are empty where nothing has to.
    """

    asked: str
    sentence: str
    reasons: tuple[str, ...]
    meetings: tuple[str, ...]
    laws: tuple[LawSaid, ...]
    clauses: tuple[ClauseSaid, ...]
    income: str
    ways: tuple[str, ...]
    evidence: Evidence


def present_of(
    subject: Subject, variants: Iterable[Variant], rules: str = ""
) -> Present:
    """Return how things stand before any of the variants.

    `rules` is the code of a pack; without it, it is the person's country's, if known.
    """
    portfolio = subject.portfolio
    pays = [role.agreement_on(portfolio.on) for role in portfolio.roles]
    pays += [variant.terms for variant in variants]
    paid_in = {terms.pay.currency for terms in pays if terms and terms.pay}
    home = portfolio.person.currency
    return Present(
        portfolio=portfolio,
        weeks=subject.weeks,
        balance=subject.balance,
        income=subject.income,
        value=subject.value,
        rates=published_rates({*paid_in, home}),
        pack=pack(rules) if rules else _pack_of(portfolio.person.country),
    )


def _pack_of(country: str) -> Pack | None:
    try:
        return pack(code_for(country))
    except NoPack:
        return None


def take_on_said(subject: Subject, now: Present, found: TakeOn) -> TakeOnSaid:
    """Return the answer in words."""
    return TakeOnSaid(
        asked=asked_said(subject, found.variant),
        sentence=answer_said(subject, found),
        reasons=tuple(reasons_said(subject, found)),
        meetings=tuple(meetings_said(subject, found)),
        laws=tuple(laws_said(subject, found)),
        clauses=tuple(clauses_said(subject, found)),
        income=income_said(subject, found),
        ways=tuple(ways_said(subject, found)),
        evidence=_evidence(subject, now, found),
    )


def _evidence(subject: Subject, now: Present, found: TakeOn) -> Evidence:
    words, _ = subject.words, subject.words.gettext
    is_past = subject.capacity.basis is Basis.PAST
    data = (
        words.ngettext(
            "%(n)d full week of hours, agreements, leave and calendars.",
            "%(n)d full weeks of hours, agreements, leave and calendars.",
            subject.capacity.weeks_of_data,
        )
        % {"n": subject.capacity.weeks_of_data}
        if is_past
        else _("Agreements, leave and calendars; too few weeks of hours for more.")
    )
    return Evidence(
        data=data,
        method=_(
            "The weeks ahead as they are forecast, with what would be agreed put in or"
            " taken out; a week is too full where that is likelier than not."
        ),
        assumptions=_assumptions(subject, now),
        certainty=held_before(subject)
        if found.weeks
        else _("Weeks can be looked at up to %(n)d weeks ahead; these start later.")
        % {"n": MOST_AHEAD},
        source=_source(subject, now),
    )


def _assumptions(subject: Subject, now: Present) -> str:
    _ = subject.words.gettext
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


def _source(subject: Subject, now: Present) -> str:
    words, _ = subject.words, subject.words.gettext
    if now.pack is None:
        return _(
            "No working-time rules are known for your country, or it is not told; the"
            " settings ask for it."
        )
    name = now.pack.name_nl if words.language == "nl" else now.pack.name
    return _(
        "Working-time rules: %(name)s, as of %(day)s. This is information, no legal"
        " advice."
    ) % {"name": name, "day": words.day(now.pack.as_of)}
