"""All roles in one list: what each takes, what it brings, and its share."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from plait.analysis.hours.balance import RoleHours
from plait.analysis.income.concentration.parts import parts_of
from plait.answers.context import AnswerContext
from plait.answers.hours.latest_weeks import latest_weeks_of
from plait.answers.income.role_income import RoleIncome, role_income
from plait.domain.roles import Role, RoleKind
from plait.domain.selection import Selection
from plait.wording.roles import roles as wording


class RoleState(StrEnum):
    """Whether a role is held (or agreed to), only hoped for, or over."""

    CURRENT = "current"
    OPPORTUNITY = "opportunity"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class RoleSummary:
    """A role with its hours and its income.

    `given_a_week` is the mean of the latest full weeks, as many as `n_weeks`;
    `is_drifting` says that it has left its agreement by half an hour or more.
    `share_of_income` is of what came in over twelve whole months after costs, None
    for a role that brought none. `kind_question` asks whether the kind is right.
    `records` are the hours that `given_a_week` was worked out from.
    """

    role: str
    name: str
    colour: int
    organisation: str
    state: RoleState
    kind: RoleKind
    kind_text: str
    kind_question: str
    period: str
    given_a_week: float | None
    agreed_a_week: float | None
    n_weeks: int
    is_drifting: bool
    hours_text: str
    agreed_text: str
    income: RoleIncome
    share_of_income: float | None
    share_text: str
    records: Selection | None


@dataclass(frozen=True, slots=True)
class ArchivedRole:
    """A role that is left out of the list."""

    role: str
    name: str


@dataclass(frozen=True, slots=True)
class RolesAnswer:
    """Every role: current ones by their hours, then opportunities, then past ones.

    `archived` are those that the person left out of the list.
    """

    on: date
    language: str
    currency: str
    sentence: str
    agreed_a_week: float
    roles: tuple[RoleSummary, ...]
    archived: tuple[ArchivedRole, ...]


def roles_answer(context: AnswerContext) -> RolesAnswer:
    """Return the list, the current roles that take most hours first."""
    shares = _shares(context)
    order = sorted(enumerate(context.portfolio.roles), key=_rank(context))
    roles = tuple(
        role_summary(context, index, shares)
        for index, role in order
        if not role.is_archived
    )
    held = {hours.role for hours in context.balance.roles}
    n_running = sum(
        index in held and _state(context, role) is RoleState.CURRENT
        for index, role in order
    )
    return RolesAnswer(
        on=context.portfolio.on,
        language=context.words.language,
        currency=context.income.currency,
        sentence=wording.running_text(context.words, n_running, context.balance.agreed)
        if roles
        else "",
        agreed_a_week=context.balance.agreed,
        roles=roles,
        archived=tuple(
            ArchivedRole(role.key, role.name)
            for _index, role in order
            if role.is_archived
        ),
    )


def _rank(context: AnswerContext) -> Callable[[tuple[int, Role]], tuple[int, float]]:
    states = list(RoleState)

    def rank(held: tuple[int, Role]) -> tuple[int, float]:
        index, role = held
        state = _state(context, role)
        if state is RoleState.PAST and role.period.end:
            return states.index(state), -role.period.end.toordinal()
        hours = hours_of(context, index) if state is RoleState.CURRENT else None
        return states.index(state), -_weight(hours)

    return rank


def _weight(hours: RoleHours | None) -> float:
    """Return the hours a week that a role is sorted by; those to come stand last."""
    if hours is None:
        return -1.0
    return hours.agreed or 0.0 if hours.actual is None else hours.actual


def role_summary(
    context: AnswerContext, index: int, shares: dict[int, float] | None = None
) -> RoleSummary:
    """Return one role (by its index) as the list shows it."""
    role, words = context.role(index), context.words
    hours = hours_of(context, index)
    given, agreed = (hours.actual, hours.agreed) if hours else (None, None)
    is_drifting = any(drift.role == index for drift in context.drifting)
    hours_text, agreed_text = (
        wording.hours_texts(words, given, agreed, is_drifting=is_drifting)
        if hours
        else _opportunity_texts(context, role)
    )
    share = (_shares(context) if shares is None else shares).get(index)
    return RoleSummary(
        role=role.key,
        name=role.name,
        colour=role.colour,
        organisation=role.organisation.name,
        state=_state(context, role),
        kind=role.kind,
        kind_text=wording.kind_text(words, role),
        kind_question=wording.kind_question(words, role),
        period=wording.months_text(words, role.period, context.portfolio.on),
        given_a_week=given,
        agreed_a_week=agreed,
        n_weeks=hours.n_weeks if hours else 0,
        is_drifting=is_drifting,
        hours_text=hours_text,
        agreed_text=agreed_text,
        income=role_income(context, index),
        share_of_income=share,
        share_text=wording.share_text(words, share),
        records=latest_weeks_of(context, hours),
    )


def hours_of(context: AnswerContext, index: int) -> RoleHours | None:
    """Return the hours of a role, None where it is not held."""
    return next((one for one in context.balance.roles if one.role == index), None)


def _shares(context: AnswerContext) -> dict[int, float]:
    """Return each role's share of what came in after costs, as `concentration` has it."""
    brought: dict[int, float] = {}
    for part in parts_of(context.portfolio, context.rates).parts:
        brought[part.role] = brought.get(part.role, 0.0) + part.net
    total = sum(brought.values())
    return {role: net / total for role, net in brought.items()} if total else {}


def _state(context: AnswerContext, role: Role) -> RoleState:
    end = role.period.end
    if end is not None and end <= context.portfolio.on:
        return RoleState.PAST
    is_opportunity = role.kind is RoleKind.OPPORTUNITY
    return RoleState.OPPORTUNITY if is_opportunity else RoleState.CURRENT


def _opportunity_texts(context: AnswerContext, role: Role) -> tuple[str, str]:
    """Return the hours that an opportunity would take."""
    terms = role.agreement_on(context.portfolio.on)
    if role.kind is not RoleKind.OPPORTUNITY or terms is None or terms.hours is None:
        return "", ""
    words = context.words
    return wording.terms_hours_text(words, terms), wording.if_it_comes_text(words)
