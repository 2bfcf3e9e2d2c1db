"""Roles that are proposed from what waits, each with its terms and its reason."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from plait.analysis.inbox.roles.propose import RoleProposal, propose_roles
from plait.domain.money import Money
from plait.domain.period import Period
from plait.domain.proposals.accepted_role import AcceptedRole
from plait.domain.proposals.role_evidence import RoleEvidence
from plait.domain.roles import (
    Agreement,
    Organisation,
    PayBasis,
    Role,
    RoleKind,
    usual_counting,
)
from plait.domain.rules import RuleField
from plait.domain.selection import RecordKind, RecordState, Selection, Way
from plait.wording.roles import proposals as wording
from plait.wording.words import Words

_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class ProposedSubject:
    """A payer, account, client or project whose records the role would take."""

    field: RuleField
    value: str


@dataclass(frozen=True, slots=True)
class ProposedNewRole:
    """A role that could be, or records that belong to one there is.

    `hours_a_week` is the mean of the last quarter that has hours, to half an hour;
    `pay` what came each month where it was much the same, in `currency`. Both are
    what was seen, and a first guess of what was agreed. `belongs_to` is the key of the
    role that holds this organisation already, "" for a new one; then nothing is added.
    One that `is_over` has had no record for half a year.
    """

    key: str
    name: str
    organisation: str
    kind: RoleKind
    kind_text: str
    is_paid: bool
    started_on: date
    last_on: date
    is_over: bool
    hours_a_week: float | None
    pay: Decimal | None
    currency: str
    terms: str
    since: str
    reason: str
    belongs_to: str
    belongs_to_name: str
    colour: int
    subjects: tuple[ProposedSubject, ...]
    selections: tuple[Selection, ...]


@dataclass(frozen=True, slots=True)
class RoleProposalsAnswer:
    """The roles that are proposed: those that run first, then those that are over."""

    on: date
    language: str
    sentence: str
    proposals: tuple[ProposedNewRole, ...]


def role_proposals_answer(evidence: RoleEvidence, words: Words) -> RoleProposalsAnswer:
    """Return the proposals with their sentences."""
    found = propose_roles(evidence)
    return RoleProposalsAnswer(
        on=evidence.on,
        language=words.language,
        sentence=wording.sentence(words, found),
        proposals=tuple(_proposed(one, evidence, words) for one in found),
    )


def _proposed(
    one: RoleProposal, evidence: RoleEvidence, words: Words
) -> ProposedNewRole:
    role = None if one.belongs_to is None else evidence.roles[one.belongs_to]
    pay = one.pay
    monthly = pay if pay and pay.is_monthly and one.is_paid else None
    amount = Money.from_minor(monthly.typical, monthly.currency) if monthly else None
    hours = _to_half(one.given.hours_a_week) if one.given else None
    return ProposedNewRole(
        key=one.key,
        name=one.name,
        organisation=one.organisation,
        kind=one.kind,
        kind_text=wording.kind_text(words, one.kind),
        is_paid=one.is_paid,
        started_on=one.started_on,
        last_on=one.last_on,
        is_over=one.is_over,
        hours_a_week=hours,
        pay=amount.number if amount else None,
        currency=amount.currency if amount else "",
        terms=wording.terms_text(words, hours, amount),
        since=wording.since_text(words, one),
        reason=wording.reason_text(words, one),
        belongs_to=role.key if role else "",
        belongs_to_name=role.name if role else "",
        colour=role.colour if role else 0,
        subjects=tuple(ProposedSubject(s.field, s.value) for s in one.subjects),
        selections=_selections(one),
    )


def _to_half(hours: float) -> float:
    halves = (Decimal(str(hours)) / _HALF).quantize(Decimal(1), ROUND_HALF_UP)
    return float(max(halves, Decimal(1)) * _HALF)


def _selections(one: RoleProposal) -> tuple[Selection, ...]:
    waits, hours = RecordState.WAITING, {RuleField.CLIENT, RuleField.PROJECT}
    return tuple(
        Selection(RecordKind.TIME, text=subject.value, state=waits)
        if subject.field in hours
        else Selection(
            RecordKind.PAYMENTS, payer=subject.value, state=waits, way=Way.IN
        )
        for subject in one.subjects
        if subject.field is not RuleField.ACCOUNT
    )


@dataclass(frozen=True, slots=True)
class RoleChoice:
    """What a person says of a proposal as they accept it; None leaves it as it is.

    `hours` is agreed hours a week, 0 for none agreed.
    """

    name: str | None = None
    organisation: str | None = None
    kind: RoleKind | None = None
    hours: Decimal | None = None


def accepted(one: ProposedNewRole, choice: RoleChoice) -> AcceptedRole:
    """Return a proposal as it is accepted."""
    subjects = tuple((subject.field, subject.value) for subject in one.subjects)
    if one.belongs_to:
        return AcceptedRole(subjects, belongs_to=one.belongs_to)
    kind = choice.kind or one.kind
    end = one.last_on + timedelta(days=1) if one.is_over else None
    role = Role(
        key="",
        name=choice.name or one.name,
        kind=kind,
        organisation=Organisation(choice.organisation or one.organisation),
        period=Period(one.started_on, end),
        is_paid=one.is_paid,
        colour=0,
    )
    return AcceptedRole(subjects, role, _terms(one, choice, role))


def _terms(one: ProposedNewRole, choice: RoleChoice, role: Role) -> Agreement | None:
    """Return what was seen as what was agreed, None where nothing was seen."""
    seen = None if one.hours_a_week is None else Decimal(str(one.hours_a_week))
    hours = (seen if choice.hours is None else choice.hours) or None
    pay = None if one.pay is None else Money(one.pay, one.currency)
    if hours is None and pay is None:
        return None
    terms = Agreement(
        period=role.period, hours=hours, counts_as=usual_counting(role.kind)
    )
    if pay is None:
        return terms
    is_job = role.kind is RoleKind.EMPLOYMENT
    basis = PayBasis.SALARY if is_job else PayBasis.MONTHLY
    return replace(terms, pay=pay, pay_basis=basis)
