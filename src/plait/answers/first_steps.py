"""The first steps with a book: which are done, worked out from the records alone."""

from collections.abc import Callable
from dataclasses import dataclass

from plait.domain.known import Known, KnownKind
from plait.domain.portfolio import Portfolio
from plait.domain.roles import RoleKind
from plait.wording.first_steps import StepText, step_text
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class FirstStep:
    """A step and how to do it.

    `role` is the key of the role that it is about, "" where it is about none;
    `command` does on the command line what the button does.
    """

    key: str
    is_done: bool
    title: str
    hint: str
    button: str
    command: str
    role: str


@dataclass(frozen=True, slots=True)
class FirstStepsAnswer:
    """The steps in their order, and how many are done."""

    steps: tuple[FirstStep, ...]
    n_done: int
    text: str

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left of it."""
        return self.n_done == len(self.steps)

    @property
    def is_begun(self) -> bool:
        """Whether any of it is done: a book without anything has the start instead."""
        return self.n_done > 0


def first_steps_answer(portfolio: Portfolio, words: Words) -> FirstStepsAnswer:
    """Return how far somebody has come."""
    without = _without_terms(portfolio)
    n_roles = len(portfolio.roles_held())
    steps = tuple(
        _step(key, words, portfolio, is_done=is_done, role=without, n_roles=n_roles)
        for key, is_done in _STEPS.items()
    )
    n_done = sum(step.is_done for step in steps)
    text = words.gettext("%(n)d of %(all)d done") % {"n": n_done, "all": len(steps)}
    return FirstStepsAnswer(steps, n_done, text)


def _step(
    key: str,
    words: Words,
    portfolio: Portfolio,
    *,
    is_done: Callable[[Portfolio], bool],
    role: str,
    n_roles: int,
) -> FirstStep:
    text: StepText = step_text(words, key, n_roles)
    return FirstStep(
        key=key,
        is_done=is_done(portfolio),
        title=text.title,
        hint=text.hint,
        button=text.button,
        command=text.command % {"role": role or "ROLE"},
        role=role if key == "terms" else "",
    )


def _without_terms(portfolio: Portfolio) -> str:
    """Return the first role held of which no terms are written down, "" if none."""
    open_ones = (
        role.key
        for _index, role in portfolio.roles_held()
        if not role.agreements and role.kind is not RoleKind.OPPORTUNITY
    )
    return next(open_ones, "")


def _is_statement(known: Known) -> bool:
    return known.kind is KnownKind.ACCOUNT and not known.is_by_hand


_STEPS: dict[str, Callable[[Portfolio], bool]] = {
    "roles": lambda p: bool(p.roles),
    "capacity": lambda p: p.person.capacity is not None,
    "terms": lambda p: bool(p.roles) and not _without_terms(p),
    "payment": lambda p: len(p.payments) > 0,
    "hours": lambda p: len(p.hours) > 0,
    "check-in": lambda p: bool(p.check_ins),
    "statement": lambda p: any(map(_is_statement, p.known)),
}
