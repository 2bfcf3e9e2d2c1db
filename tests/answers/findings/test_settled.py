"""Settled findings stay away until their figures pass a step, and by nothing else."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.answers.context import answer_context
from plait.answers.findings.finding import Evidence, Finding, Step
from plait.answers.findings.kinds import Kind
from plait.answers.findings.numbers import numbers
from plait.answers.findings.returns import PUT_OFF_PART, RETURNS, Return, Way
from plait.answers.findings.settled import decision, held
from plait.answers.review import decided_of, finding_keyed
from plait.answers.roles.role import role_answer
from plait.answers.settled import findings_answer
from plait.domain.portfolio import Portfolio
from plait.domain.settled_findings import SettledAs
from plait.wording.words import words_for
from tests.answers.cases import full
from tests.answers.every_kind import LIVES
from tests.cast import Life

STEPS = [(kind, step) for kind, steps in RETURNS.items() for step in steps]
MOVES = [step for _kind, step in STEPS if step.way is not Way.DIFFERS]
every_move = st.sampled_from(MOVES)
figure = st.floats(0, 1000)


def context_of(portfolio: Portfolio):
    return answer_context(portfolio, words_for("en"))


def said(portfolio: Portfolio) -> dict[str, Finding]:
    return {one.key: one for one in decided_of(context_of(portfolio)).open}


def settle(portfolio: Portfolio, *keys: str, put_off: bool = False) -> Portfolio:
    """Return the portfolio with findings of these keys settled; of all without keys."""
    found = said(portfolio)
    settled = tuple(
        decision(
            found[key] if key in found else finding_keyed(context_of(portfolio), key),
            settled_as=SettledAs.PUT_OFF if put_off else SettledAs.SETTLED,
            reason="Fine",
            on=portfolio.on,
        )
        for key in keys or found
    )
    return replace(portfolio, settled_findings=settled)


def later(portfolio: Portfolio, other: Portfolio) -> Portfolio:
    """Return another state of the same life, with what was settled before."""
    return replace(other, settled_findings=portfolio.settled_findings)


def drifting(hours: float) -> Portfolio:
    life = Life(capacity=60).role("Atlas", "8/week")
    return life.gives_weekly("Atlas", [8] * 50 + [hours] * 10).portfolio()


DRIFT = Finding(
    kind=Kind.ROLE_OVER,
    weight=75,
    title="Atlas has outgrown its agreement",
    sentence="",
    why="",
    step=Step("", "talk", "atlas"),
    evidence=Evidence("", "", "", ""),
    numbers=numbers(over=5.0, agreed=8.0),
    role="atlas",
)


@given(every_move, figure, figure)
def test_only_a_move_past_the_step_brings_a_finding_back(step: Return, was, now):
    worse = now - was if step.way is Way.RISES else was - now
    by = abs(step.limit(was) - was)

    assert step.is_passed(was, now) == (
        now > step.limit(was) if step.way is Way.RISES else now < step.limit(was)
    )
    if worse <= 0:
        assert not step.is_passed(was, now)
    if worse > by * 1.001 + 1e-9:
        assert step.is_passed(was, now)


@given(every_move, figure, figure)
def test_what_was_put_off_comes_back_no_later(step: Return, was, now):
    if step.is_passed(was, now):
        assert step.is_passed(was, now, PUT_OFF_PART)


def test_a_figure_that_is_not_known_has_not_moved():
    for _kind, step in STEPS:
        assert not step.is_passed(None, 5.0)
        assert not step.is_passed(5.0, None)


@given(st.dates(), st.sampled_from(SettledAs))
def test_the_day_of_settling_takes_no_part(day, settled_as):
    one = DRIFT
    decided = decision(one, settled_as=settled_as, reason="Fine", on=day)

    on_it = held(one, [decided])

    assert on_it is not None
    assert not on_it.has_returned


def test_days_that_pass_bring_nothing_back():
    portfolio = full().portfolio()
    before = set(said(portfolio))
    settled = settle(portfolio)

    after = replace(settled, on=settled.on + timedelta(days=13))

    assert set(said(settled)) == set()
    assert before & set(said(after)) == set()


@pytest.mark.parametrize(
    "kind", [kind for kind in Kind if kind != Kind.TOO_EARLY], ids=str
)
@pytest.mark.slow
def test_every_kind_can_be_settled_and_says_when_it_comes_back(kind):
    portfolio = LIVES[kind]().portfolio()
    mine = [one for one in said(portfolio).values() if one.kind is kind]

    for one in mine:
        assert one.if_settled
        assert one.if_put_off
    settled = settle(portfolio, *(one.key for one in mine))
    assert kind not in {one.kind for one in said(settled).values()}


def test_growth_past_the_step_brings_it_back_with_the_reason():
    settled = settle(drifting(12), "role-over:atlas")

    assert "role-over:atlas" not in said(later(settled, drifting(13)))
    assert "role-over:atlas" not in said(later(settled, drifting(10)))
    back = said(later(settled, drifting(16)))["role-over:atlas"]
    assert back.came_back.startswith("You settled this on 20 November 2026. It is back")
    assert "beyond the agreement" in back.came_back


def test_put_off_it_comes_back_at_half_the_step():
    put_off = settle(drifting(12), "role-over:atlas", put_off=True)

    assert "role-over:atlas" in said(later(put_off, drifting(13.5)))


def test_one_that_goes_and_comes_again_stays_settled_while_it_is_no_worse():
    settled = settle(drifting(14), "role-over:atlas")
    quiet = later(settled, drifting(8))

    [item] = findings_answer(context_of(quiet)).settled
    assert item.state == "idle"
    assert "role-over:atlas" not in said(later(quiet, drifting(14)))
    assert "role-over:atlas" in said(later(quiet, drifting(19)))


def test_settled_for_two_roles_it_stays_away_for_either_and_comes_for_a_third():
    def without_terms(*names: str) -> Portfolio:
        life = Life()
        for name in names:
            life.role(name)
        return life.portfolio()

    settled = settle(without_terms("Board", "Mentor"), "gap-no-terms:board,mentor")

    assert not _gaps(later(settled, without_terms("Board")))
    assert not _gaps(later(settled, without_terms("Board", "Mentor")))
    assert _gaps(later(settled, without_terms("Board", "Mentor", "Study")))


def test_settled_for_one_role_it_is_gone_from_that_role_alone():
    life = Life().role("Board").role("Mentor")
    settled = settle(life.portfolio(), "gap-no-terms:board")
    context = context_of(settled)

    kinds = {
        key: {one.kind for one in role_answer(context, (), key).findings}
        for key in ("board", "mentor")
    }
    assert Kind.GAP_NO_TERMS not in kinds["board"]
    assert Kind.GAP_NO_TERMS in kinds["mentor"]
    assert "gap-no-terms:board,mentor" in said(settled)


def _gaps(portfolio: Portfolio) -> list[str]:
    return [key for key in said(portfolio) if key.startswith("gap-no-terms")]


def test_a_tax_date_is_done_and_the_next_one_is_another_finding():
    portfolio = LIVES[Kind.OBLIGATIONS_DUE]().portfolio()
    [due] = [
        one for one in said(portfolio).values() if one.kind is Kind.OBLIGATIONS_DUE
    ]
    done = settle(portfolio, due.key)

    later_on = replace(done, on=done.on + timedelta(days=100))
    coming = [
        one for one in said(later_on).values() if one.kind is Kind.OBLIGATIONS_DUE
    ]
    assert due.key not in said(done)
    assert all(set(_dues(one)).isdisjoint(_dues(due)) for one in coming)
    assert "next one is a finding of its own" in due.if_settled


def _dues(finding: Finding) -> tuple[str, ...]:
    return finding.number("dues")  # type: ignore[return-value]
