"""The inbox: each subject that waits with a proposal, and the rules that were kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.analysis.inbox.propose import Proposal, Reason
from plait.book.models import Rule
from plait.book.queries import Sample
from plait.domain.money import Money
from plait.domain.portfolio import Portfolio, Waiting
from plait.domain.rules import RuleField, plain, plain_value
from plait.wording.words import Words


@dataclass(frozen=True)
class ProposedView:
    """The role Plait would propose, and why."""

    key: str
    name: str
    colour: int
    reason: str


@dataclass(frozen=True)
class GroupView:
    """One subject that waits."""

    key: str
    url: str
    who: str
    what: str
    amount: str
    period: str
    samples: "tuple[SampleView, ...]"
    proposed: ProposedView | None
    seen: str
    is_nameless: bool


@dataclass(frozen=True)
class SampleView:
    """One of the records that wait."""

    on: date
    told: str
    amount: str


@dataclass(frozen=True)
class RuleView:
    """A rule as the list shows it."""

    told: str
    role: str
    colour: int
    uses: str
    edit_url: str
    remove_url: str


def groups_view(
    portfolio: Portfolio,
    proposals: Iterable[Proposal],
    samples: Mapping[tuple[str, str], Iterable[Sample]],
    words: Words,
) -> list[GroupView]:
    """Return each subject that waits, in the order of the inbox."""
    return [
        _group(number, portfolio, one, samples, words)
        for number, one in enumerate(proposals)
    ]


def _group(
    number: int,
    portfolio: Portfolio,
    one: Proposal,
    samples: Mapping[tuple[str, str], Iterable[Sample]],
    words: Words,
) -> GroupView:
    waiting = one.waiting
    subject = {"field": str(waiting.field), "value": waiting.value}
    return GroupView(
        key=str(number),
        url=f"{reverse('inbox_confirm')}?{urlencode(subject)}",
        who=waiting.value or _("Without a name"),
        what=_what(waiting),
        amount=_amount(waiting, words),
        period=_period(waiting),
        samples=tuple(
            SampleView(sample.on, sample.told, _sample_amount(sample, words))
            for sample in samples.get((waiting.field, plain(waiting.value)), ())
        ),
        proposed=_proposed(portfolio, one),
        seen=_seen(portfolio, one),
        is_nameless=not plain_value(RuleField(waiting.field), waiting.value),
    )


def _what(one: Waiting) -> str:
    if one.field == RuleField.CALENDAR:
        return ngettext("%(n)d event", "%(n)d events", one.n_records) % {
            "n": one.n_records
        }
    if one.seconds:
        told = ngettext(
            "%(n)d stretch of time", "%(n)d stretches of time", one.n_records
        )
        return told % {"n": one.n_records}
    return ngettext("%(n)d payment", "%(n)d payments", one.n_records) % {
        "n": one.n_records
    }


def _amount(one: Waiting, words: Words) -> str:
    if one.seconds:
        return _("%(hours)s h") % {"hours": words.number(one.seconds / 3600)}
    if one.minor:
        number = Money.from_minor(one.minor, one.currency).number
        return words.money(float(number), one.currency, digits=2)
    return ""


def _sample_amount(sample: Sample, words: Words) -> str:
    if sample.minor:
        number = Money.from_minor(sample.minor, sample.currency).number
        return words.money(float(number), sample.currency, digits=2)
    if sample.seconds:
        return _("%(hours)s h") % {"hours": words.number(sample.seconds / 3600)}
    return ""


def _period(one: Waiting) -> str:
    if one.first_on is None or one.last_on is None:
        return ""
    first, last = (date_format(day, "F Y") for day in (one.first_on, one.last_on))
    return (
        first
        if first == last
        else _("%(first)s to %(last)s")
        % {
            "first": first,
            "last": last,
        }
    )


def _proposed(portfolio: Portfolio, one: Proposal) -> ProposedView | None:
    if one.reason is Reason.OWN_NAME:
        reason = _("Your own name: money between your accounts, most likely.")
        return ProposedView("private", _("private"), 0, reason)
    if one.role is None or one.reason is None:
        return None
    role = portfolio.roles[one.role]
    reasons = {
        Reason.ORGANISATION: _("Looks like %(likeness)s, where you hold this role."),
        Reason.NAME: _("Looks like the name of this role."),
        Reason.CONFIRMED: _("Looks like %(likeness)s, which you confirmed before."),
    }
    reason = reasons[one.reason] % {"likeness": one.likeness}
    return ProposedView(role.key, role.name, role.colour, reason)


def _seen(portfolio: Portfolio, one: Proposal) -> str:
    """Return what the page sends back when all its proposals are confirmed."""
    proposed = _proposed(portfolio, one)
    if proposed is None:
        return ""
    told = {"field": str(one.waiting.field), "value": one.waiting.value}
    return urlencode({**told, "role": proposed.key})


def rules_view(held: Iterable[Rule], uses: Mapping[int, int]) -> list[RuleView]:
    """Return the rules that were kept, with how much each has sorted."""
    return [_rule(rule, uses.get(rule.pk, 0)) for rule in held]


def _rule(rule: Rule, uses: int) -> RuleView:
    told = {
        RuleField.ACCOUNT: _("Money from or to account %(value)s"),
        RuleField.REFERENCE: _("Money with “%(value)s” in its text"),
        RuleField.PAYER: _("Money from or to %(value)s"),
        RuleField.PROJECT: _("Hours for project %(value)s"),
        RuleField.CLIENT: _("Hours for client %(value)s"),
        RuleField.TITLE: _("Events called %(value)s"),
        RuleField.CALENDAR: _("Events of calendar %(value)s"),
    }
    counted = ngettext("used %(n)d time", "used %(n)d times", uses) % {"n": uses}
    return RuleView(
        told=told[RuleField(rule.field)] % {"value": rule.value},
        role=rule.role.name if rule.role else _("private"),
        colour=rule.role.colour if rule.role else 0,
        uses=counted,
        edit_url=reverse("rule", args=[rule.pk]),
        remove_url=reverse("rule_remove", args=[rule.pk]),
    )


def forget_question(rule: Rule, uses: int) -> dict[str, Any]:
    """Return what the page asks before a rule is forgotten."""
    told = _rule(rule, uses)
    waits = ngettext(
        "%(n)d record waits in the inbox again.",
        "%(n)d records wait in the inbox again.",
        uses,
    )
    return {
        "title": _("Remove a rule"),
        "question": _("Forget that this belongs to %(role)s: %(what)s?")
        % {"role": told.role, "what": told.told},
        "consequences": [waits % {"n": uses}],
        "button": _("Forget it"),
        "cancel_url": reverse("inbox"),
        "is_harmful": True,
    }
