"""Every figure that more than one answer tells, and where each of them has it.

docs/reference/figures.md says in words what each of them is. A place gives its value,
or one for each role (by its key), or nothing where the answer has none.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from typing import Any

from plait.answers.concentration import ConcentrationAnswer, concentration_answer
from plait.answers.context import AnswerContext, answer_context
from plait.answers.findings.finding import Finding
from plait.answers.findings.kinds import Kind
from plait.answers.hours.capacity import CapacityAnswer, capacity_answer
from plait.answers.hours.drift import DriftAnswer, drift_answer
from plait.answers.hours.hours import HoursAnswer, hours_answer
from plait.answers.income.income import IncomeAnswer, income_answer
from plait.answers.overview.answer import ReviewAnswer
from plait.answers.plan.answer import PlanAnswer, plan_answer
from plait.answers.review import review_answer
from plait.answers.roles.role import RoleAnswer, role_answer
from plait.answers.roles.role_figures import FigureKind
from plait.answers.roles.roles import RolesAnswer, roles_answer
from plait.answers.roles.wellbeing import WellbeingAnswer, wellbeing_answer
from plait.answers.simulation import SimulationAnswer, simulation_answer
from plait.answers.stress import StressAnswer, stress_answer
from plait.domain.portfolio import Portfolio
from plait.wording.words import words_for

Value = float | str | dict[str, Any] | None


class Answers:
    """Every answer to one portfolio, each worked out when it is first asked for."""

    def __init__(self, portfolio: Portfolio, language: str = "en") -> None:
        self.context: AnswerContext = answer_context(portfolio, words_for(language))

    @cached_property
    def review(self) -> ReviewAnswer:
        return review_answer(self.context)

    @cached_property
    def hours(self) -> HoursAnswer:
        return hours_answer(self.context)

    @cached_property
    def drift(self) -> DriftAnswer:
        return drift_answer(self.context)

    @cached_property
    def capacity(self) -> CapacityAnswer:
        return capacity_answer(self.context)

    @cached_property
    def income(self) -> IncomeAnswer:
        return income_answer(self.context)

    @cached_property
    def concentration(self) -> ConcentrationAnswer:
        return concentration_answer(self.context)

    @cached_property
    def stress(self) -> StressAnswer:
        none = Decimal(0) if self.context.portfolio.person.floor is None else None
        return stress_answer(self.context, floor=none)

    @cached_property
    def simulation(self) -> SimulationAnswer:
        return simulation_answer(self.context)

    @cached_property
    def plan(self) -> PlanAnswer:
        return plan_answer(self.context)

    @cached_property
    def roles(self) -> RolesAnswer:
        return roles_answer(self.context)

    @cached_property
    def wellbeing(self) -> WellbeingAnswer:
        return wellbeing_answer(self.context)

    @cached_property
    def each_role(self) -> dict[str, RoleAnswer]:
        found = self.review.findings
        keys = [role.key for role in self.context.portfolio.roles]
        return {key: role_answer(self.context, found, key) for key in keys}

    def number(self, kind: Kind, name: str) -> Value:
        """Return a number of the review's finding of a kind."""
        found = [one for one in self.review.findings if one.kind is kind]
        return _numbers(found[0]).get(name) if found else None

    def number_by_role(self, kind: Kind, name: str) -> dict[str, Any]:
        """Return a number of each role's finding of a kind, by the role's key."""
        found = [one for one in self.review.findings if one.kind is kind and one.role]
        return {str(one.role): _numbers(one).get(name) for one in found}

    def of_role_pages(self, kind: FigureKind) -> dict[str, Any]:
        """Return a figure on top of each role's page, by the role's key."""
        return {
            key: figure.value
            for key, one in self.each_role.items()
            for figure in one.figures
            if figure.kind is kind
        }


def _numbers(finding: Finding) -> dict[str, Any]:
    return {one.name: one.value for one in finding.numbers}


def _by_role(rows: Any, name: str) -> dict[str, Any]:
    return {row.role: getattr(row, name) for row in rows}


def _named(answers: Answers, by_key: dict[str, Any]) -> dict[str, Any]:
    names = {role.key: role.name for role in answers.context.portfolio.roles}
    return {names[key]: value for key, value in by_key.items()}


def _held(answers: Answers) -> list[Any]:
    """Return the rows of roles that are held: only those have hours a week now."""
    held = {one.role for one in answers.review.hours.roles}
    return [one for one in answers.roles.roles if one.role in held]


def _largest(answers: Answers) -> float | None:
    shares = answers.review.concentration.shares
    return shares[0] if shares else None


def _share_by_role(answers: Answers) -> dict[str, Any]:
    """Return the shares of roles that are the only ones of their payer."""
    payers = answers.concentration.by[0].groups
    return {one.roles[0]: one.share for one in payers if len(one.roles) == 1}


def _payers_by_role(answers: Answers) -> dict[str, Any]:
    payers = [one for one in answers.income.payers if len(one.roles) == 1]
    n_payers = [role for one in answers.income.payers for role in one.roles]
    alone = [one for one in payers if n_payers.count(one.roles[0]) == 1]
    return {one.roles[0]: one.share for one in alone}


def _worst(answers: Answers, name: str) -> Value:
    """Return what stress says of the loss that the review's finding names."""
    kind = answers.number(Kind.WOULD_LAST, "scenario")
    months = answers.number(Kind.WOULD_LAST, "months")
    for one in answers.stress.scenarios:
        if one.kind == kind and one.one_in_ten.months == months:
            return getattr(one.one_in_ten, name)
    return None if kind is None else "no such scenario"


Place = tuple[str, Callable[[Answers], Value]]

FIGURES: dict[str, tuple[Place, ...]] = {
    "worked hours a week": (
        ("review", lambda a: a.review.hours.actual),
        ("finding", lambda a: a.number(Kind.WEEK_TOO_FULL, "actual")),
    ),
    "agreed hours a week": (
        ("review", lambda a: a.review.hours.agreed),
        ("roles", lambda a: a.roles.agreed_a_week),
        ("finding", lambda a: a.number(Kind.WEEK_TOO_FULL, "agreed")),
    ),
    "worked hours of a role": (
        ("review", lambda a: _by_role(a.review.hours.roles, "actual")),
        ("roles", lambda a: _by_role(_held(a), "given_a_week")),
        ("hours", lambda a: _by_role(a.hours.roles, "given_a_week")),
        ("role", lambda a: a.of_role_pages(FigureKind.HOURS_A_WEEK)),
    ),
    "agreed hours of a role": (
        ("review", lambda a: _by_role(a.review.hours.roles, "agreed")),
        ("roles", lambda a: _by_role(_held(a), "agreed_a_week")),
        ("hours", lambda a: _by_role(a.hours.roles, "agreed_a_week")),
    ),
    "hours beyond the agreement": (
        ("drift", lambda a: _by_role(a.drift.roles, "over_by_now")),
        ("finding", lambda a: a.number_by_role(Kind.ROLE_OVER, "over")),
    ),
    "income in a usual month": (
        ("review", lambda a: a.review.income.usual_month),
        ("income", lambda a: a.income.total and a.income.total.usual_month),
    ),
    "income of the last twelve months": (
        ("review", lambda a: _by_role(a.review.income.streams, "last_year")),
        ("income", lambda a: _by_role(a.income.streams, "last_year")),
    ),
    "income a month of a role": (
        ("review", lambda a: _by_role(a.review.income.streams, "a_month")),
        ("roles", lambda a: {x.role: x.income.a_month for x in a.roles.roles}),
        ("role", lambda a: a.of_role_pages(FigureKind.INCOME)),
    ),
    "share of the largest payer": (
        ("review", _largest),
        ("concentration", lambda a: a.concentration.by[0].measures.largest_share),
        ("income", lambda a: max((x.share for x in a.income.payers), default=None)),
    ),
    "share of a role": (
        ("concentration", _share_by_role),
        ("income", _payers_by_role),
    ),
    "number of equal payers": (
        ("review", lambda a: a.review.concentration.effective),
        ("concentration", lambda a: a.concentration.by[0].measures.effective),
    ),
    "income after costs and tax in an average month": (
        ("stress", lambda a: a.stress.income.mean_month),
        ("simulate", lambda a: a.simulation.usual_month),
    ),
    "of that, of a role": (
        ("stress", lambda a: _named(a, _by_role(a.stress.income.streams, "mean"))),
        ("simulate", lambda a: {x.name: x.monthly for x in a.simulation.streams}),
    ),
    "chance that a role ends by itself": (
        (
            "stress",
            lambda a: _by_role(a.stress.income.streams, "chance_of_ending_alone"),
        ),
        ("finding", lambda a: a.number_by_role(Kind.NO_FALLBACK, "chance")),
    ),
    "months that money lasts": (
        ("stress", lambda a: _worst(a, "months")),
        ("finding", lambda a: a.number(Kind.WOULD_LAST, "months")),
    ),
    "short in the first month": (
        ("stress", lambda a: _worst(a, "short_by")),
        ("finding", lambda a: a.number(Kind.WOULD_LAST, "short_by")),
    ),
    "available hours a week": (
        ("review", lambda a: a.review.hours.capacity),
        ("capacity", lambda a: max(w.supply or 0 for w in a.capacity.weeks) or None),
    ),
}


def differences(answers: Answers) -> Iterator[str]:
    """Yield each figure of which two answers give two values, with both of them."""
    for name, places in FIGURES.items():
        told = [(where, value_of(answers)) for where, value_of in places]
        for (one, here), (other, there) in pairwise(told):
            yield from _apart(name, (one, here), (other, there))


def _apart(
    name: str, one: tuple[str, Value], other: tuple[str, Value]
) -> Iterator[str]:
    here, there = one[1], other[1]
    if isinstance(here, dict) and isinstance(there, dict):
        for role in here.keys() & there.keys():
            here_of, there_of = (one[0], here[role]), (other[0], there[role])
            yield from _apart(f"{name} {role}", here_of, there_of)
    elif here is not None and there is not None and not _is_one(here, there):
        yield f"{name}: {one[0]} says {here}, {other[0]} says {there}"


def _is_one(here: Value, there: Value) -> bool:
    if isinstance(here, float | int) and isinstance(there, float | int):
        return abs(here - there) < 0.006 + 1e-6 * abs(here)
    return here == there
