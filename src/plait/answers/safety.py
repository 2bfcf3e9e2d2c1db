"""What there is to fall back on: how far savings reach, and which roles lack a plan B."""

from dataclasses import dataclass
from datetime import date

from plait.analysis.income.client_hazard import of_clients
from plait.analysis.income.stress.stream_case import is_salary
from plait.domain.portfolio import Portfolio
from plait.domain.quiet import Kind, hidden
from plait.domain.roles import Role, RoleKind
from plait.reference.hazards import sector_rate
from plait.wording.income import safety as wording
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class PaidRole:
    """A paid role with how often such roles end within a year.

    `usual_text` says so with what they are: jobs of a sector, or one's own clients.
    """

    key: str
    name: str
    colour: int
    has_fallback: bool
    usual_chance: float
    usual_text: str


@dataclass(frozen=True, slots=True)
class SafetyAnswer:
    """How many months savings pay for (None where unknown), and what to do next.

    `fallback_text` says for which paid roles there is a plan B. `next_step` is "" where nothing is lacking.
    """

    on: date
    language: str
    currency: str
    savings_months: float | None
    sentence: str
    fallback_text: str
    next_step: str
    roles: tuple[PaidRole, ...]


def safety_answer(portfolio: Portfolio, words: Words) -> SafetyAnswer:
    """Return what there is to fall back on; it needs no analysis, so no context."""
    months = _savings_months(portfolio)
    roles = tuple(_role(portfolio, role, words) for role in paid_roles(portfolio))
    return SafetyAnswer(
        on=portfolio.on,
        language=words.language,
        currency=portfolio.person.currency,
        savings_months=months,
        sentence=wording.savings_text(words, months),
        fallback_text=_fallback_text(roles, words),
        next_step=_next_step(portfolio, roles, words),
        roles=roles,
    )


def paid_roles(portfolio: Portfolio) -> list[Role]:
    """Return the paid roles held on the date; an opportunity pays nothing yet."""
    return [
        role
        for _index, role in portfolio.roles_held()
        if role.is_paid and role.kind is not RoleKind.OPPORTUNITY
    ]


def _fallback_text(roles: tuple[PaidRole, ...], words: Words) -> str:
    without = [role.name for role in roles if not role.has_fallback]
    if not roles or len(without) == len(roles):
        return wording.no_plan_text(words)
    return wording.without_text(words, without) or wording.all_planned_text(words)


def _savings_months(portfolio: Portfolio) -> float | None:
    savings, floor = portfolio.person.savings, portfolio.person.floor
    if savings is None or floor is None or not floor.minor:
        return None
    return savings.minor / floor.minor


def _role(portfolio: Portfolio, role: Role, words: Words) -> PaidRole:
    held = {portfolio.roles[one.role].key for one in portfolio.fallbacks}
    chance, text = _usual(portfolio, role, words)
    return PaidRole(
        key=role.key,
        name=role.name,
        colour=role.colour,
        has_fallback=role.key in held,
        usual_chance=chance,
        usual_text=text,
    )


def _usual(portfolio: Portfolio, role: Role, words: Words) -> tuple[float, str]:
    """Return how often jobs of the sector end, or the clients that one had."""
    if not is_salary(portfolio, role):
        chance = of_clients(portfolio).mean
        return chance, wording.usual_client_text(words, chance)
    rate = sector_rate(role.organisation.sector)
    sector = "" if rate.is_of_all else words.text_of(rate, "name")
    sector = hidden(Kind.SECTOR, sector)
    return rate.yearly, wording.usual_text(words, rate.yearly, sector)


def _next_step(portfolio: Portfolio, roles: tuple[PaidRole, ...], words: Words) -> str:
    """Return the step that is due soonest, or the roles without a plan B."""
    steps = [one for one in portfolio.fallbacks if one.step]
    if steps:
        soonest = min(steps, key=lambda one: one.step_by or date.max)
        return wording.step_text(words, soonest.step, soonest.step_by)
    without = [role.name for role in roles if not role.has_fallback]
    return wording.without_text(words, without) if without else ""
