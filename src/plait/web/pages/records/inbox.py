"""The inbox: each subject that waits with a proposal, and the saved rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.answers.records.inbox import InboxAnswer, ProposedRole, WaitingSubject
from plait.book.models import Rule
from plait.book.queries import Sample
from plait.domain.money import Money
from plait.domain.rules import RuleField, plain, text_key
from plait.wording.words import Words


@dataclass(frozen=True)
class SampleView:
    """One of the records that wait."""

    on: date
    text: str
    amount: str


@dataclass(frozen=True)
class GroupView:
    """One subject that waits; `seen` is sent back when all proposals are confirmed."""

    key: str
    url: str
    name: str
    records: str
    amount: str
    period: str
    samples: tuple[SampleView, ...]
    proposed: ProposedRole | None
    seen: str
    is_nameless: bool


@dataclass(frozen=True)
class RuleView:
    """A rule as the list shows it."""

    text: str
    role: str
    colour: int
    uses: str
    edit_url: str
    remove_url: str


Samples = Mapping[tuple[str, str], Iterable[Sample]]


def groups_view(answer: InboxAnswer, samples: Samples, words: Words) -> list[GroupView]:
    """Return each subject that waits, in the order of the inbox."""
    return [
        _group(number, one, samples, words)
        for number, one in enumerate(answer.subjects)
    ]


def _group(
    number: int, one: WaitingSubject, samples: Samples, words: Words
) -> GroupView:
    subject = {"field": one.field.value, "value": one.value}
    if one.is_nameless:
        subject |= {"account": one.account, "currency": one.currency}
    proposed = one.proposal
    plain_form = text_key if one.field is RuleField.REFERENCE else plain
    of_subject = samples.get((one.field.value, plain_form(one.value)), ())
    return GroupView(
        key=str(number),
        url=f"{reverse('inbox_confirm')}?{urlencode(subject)}",
        name=one.name,
        records=one.records,
        amount=_amount(one, words),
        period=_period(one, words),
        samples=tuple(_sample(sample, words) for sample in of_subject),
        proposed=proposed,
        seen=urlencode({**subject, "role": proposed.role}) if proposed else "",
        is_nameless=one.is_nameless,
    )


def _amount(one: WaitingSubject, words: Words) -> str:
    if one.hours:
        return _hours(one.hours, words)
    if one.amount is not None:
        return words.money(float(one.amount), one.currency, digits=2)
    return ""


def _hours(hours: float, words: Words) -> str:
    return _("%(hours)s h") % {"hours": words.number(hours)}


def _sample(sample: Sample, words: Words) -> SampleView:
    amount = ""
    if sample.minor:
        number = Money.from_minor(sample.minor, sample.currency).number
        amount = words.money(float(number), sample.currency, digits=2)
    elif sample.seconds:
        amount = _hours(sample.seconds / 3600, words)
    return SampleView(sample.on, sample.text, amount)


def _period(one: WaitingSubject, words: Words) -> str:
    if one.first_on is None or one.last_on is None:
        return ""
    first, last = words.month(one.first_on), words.month(one.last_on)
    if first == last:
        return first
    return _("%(first)s to %(last)s") % {"first": first, "last": last}


def rules_view(rules: Iterable[Rule], uses: Mapping[int, int]) -> list[RuleView]:
    """Return the saved rules, with how much each has sorted."""
    return [_rule(rule, uses.get(rule.pk, 0)) for rule in rules]


def _rule(rule: Rule, uses: int) -> RuleView:
    texts = {
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
        text=texts[RuleField(rule.field)] % {"value": rule.value},
        role=rule.role.name if rule.role else _("private"),
        colour=rule.role.colour if rule.role else 0,
        uses=counted,
        edit_url=reverse("rule", args=[rule.pk]),
        remove_url=reverse("rule_remove", args=[rule.pk]),
    )


def forget_question(rule: Rule, uses: int) -> dict[str, Any]:
    """Return what the page asks before a rule is removed."""
    view = _rule(rule, uses)
    waits = ngettext(
        "%(n)d record returns to the inbox.",
        "%(n)d records return to the inbox.",
        uses,
    )
    return {
        "title": _("Remove a rule"),
        "question": _("Remove this rule for %(role)s: %(what)s?")
        % {"role": view.role, "what": view.text},
        "consequences": [waits % {"n": uses}],
        "button": _("Remove the rule"),
        "cancel_url": reverse("inbox"),
        "is_harmful": True,
    }
