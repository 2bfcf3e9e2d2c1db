"""What there is to fall back on: how far savings reach, and which roles lack a plan B."""

from dataclasses import dataclass
from datetime import date

from plait.domain.portfolio import Portfolio
from plait.domain.roles import Role, RoleKind
from plait.reference.hazards import sector_rate
from plait.wording.income import safety as wording
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class PaidRole:
    """A paid role with how often jobs like it end within a year.

    `usual_text` says so with the sector that they are counted in.
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

    `next_step` is "" where nothing is lacking.
    """

    on: date
    language: str
    currency: str
    savings_months: float | None
    sentence: str
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


def _savings_months(portfolio: Portfolio) -> float | None:
    savings, floor = portfolio.person.savings, portfolio.person.floor
    if savings is None or floor is None or not floor.minor:
        return None
    return savings.minor / floor.minor


def _role(portfolio: Portfolio, role: Role, words: Words) -> PaidRole:
    rate = sector_rate(role.organisation.sector)
    sector = words.text_of(rate, "name")
    held = {portfolio.roles[one.role].key for one in portfolio.fallbacks}
    return PaidRole(
        key=role.key,
        name=role.name,
        colour=role.colour,
        has_fallback=role.key in held,
        usual_chance=rate.yearly,
        usual_text=wording.usual_text(
            words, rate.yearly, "" if rate.is_of_all else sector
        ),
    )


def _next_step(portfolio: Portfolio, roles: tuple[PaidRole, ...], words: Words) -> str:
    """Return the step that is due soonest, or the roles without a plan B."""
    steps = [one for one in portfolio.fallbacks if one.step]
    if steps:
        soonest = min(steps, key=lambda one: one.step_by or date.max)
        return wording.step_text(words, soonest.step, soonest.step_by)
    without = [role.name for role in roles if not role.has_fallback]
    return wording.without_text(words, without) if without else ""
