"""All roles in one list, and one role: the same figures as everywhere else."""

import json

import pytest
from jsonschema import Draft202012Validator

from plait.answers.concentration import concentration_answer
from plait.answers.context import answer_context
from plait.answers.hours.drift import drift_answer
from plait.answers.registry import ANSWERS
from plait.answers.review import findings_of
from plait.answers.roles.role import role_answer
from plait.answers.roles.roles import RoleState, roles_answer
from plait.answers.to_json import schema_of, to_json
from plait.domain.periods.choice import year_choice
from plait.wording.words import words_for
from tests.cast import Life, terms
from tests.tell_tales import english_in


def two_roles() -> Life:
    """Return a salary of 300 and, after costs of 100, a client's 300."""
    life = Life().role("Practice", "24/week").role("Atlas", terms("8/week"))
    life.is_paid_monthly("Practice", "300 EUR", months=13, by="De Linde")
    life.is_paid_monthly("Atlas", "400 EUR", months=13, by="Zorggroep")
    return life.is_paid_monthly("Atlas", "-100 EUR", months=13, by="Desk")


def roles_of(life: Life, language: str = "en"):
    return roles_answer(answer_context(life.portfolio(), words_for(language)))


def role_of(life: Life, key: str, language: str = "en"):
    context = answer_context(life.portfolio(), words_for(language))
    return role_answer(context, findings_of(context), key)


def test_a_share_is_of_what_came_in_after_costs_as_concentration_has_it():
    roles = {role.role: role for role in roles_of(two_roles()).roles}

    # 300 and 400 - 100 a month: half each.
    assert roles["atlas"].share_of_income == pytest.approx(0.5)
    assert roles["atlas"].share_text == "50\u202f% of your income, after costs"
    context = answer_context(two_roles().portfolio(), words_for("en"))
    [by_payer] = concentration_answer(context, ["payer"]).by
    shares = [group.share for group in by_payer.groups]
    assert shares == pytest.approx([0.5, 0.5])


def test_the_charts_of_a_role_hold_the_period_and_what_came_before_it():
    life = Life().role("Practice", "24/week", since="2020-01-01")
    life.is_paid_monthly("Practice", "300 EUR", months=40)
    life.gives_weekly("Practice", 24, weeks=80)
    context = answer_context(life.portfolio(), words_for("en"))
    until = context.income.months[-1].astype(object)

    usual = role_answer(context, (), "practice")
    early = role_answer(context, (), "practice", year_choice(until.replace(year=2024)))

    assert (len(usual.months.months), len(usual.weeks.weeks)) == (24, 52)
    assert all((*usual.months.within, *usual.weeks.within))
    shown = zip(early.months.months, early.months.within, strict=True)
    of_2024 = [month for month, is_within in shown if is_within]
    assert of_2024 == [f"2024-{month:02}" for month in range(1, 13)]
    # Two years in all, so that a few months do not stand alone.
    assert len(early.months.months) == 24


def test_a_role_that_brought_nothing_has_no_share():
    life = two_roles().role("Board", is_paid=False)

    [board] = [role for role in roles_of(life).roles if role.role == "board"]
    assert (board.share_of_income, board.share_text) == (None, "")


def test_a_share_that_rounds_to_nothing_is_not_written_down():
    life = two_roles().role("Board")
    life.is_paid_monthly("Board", "1 EUR", months=13, by="Buurtvonk")

    [board] = [role for role in roles_of(life).roles if role.role == "board"]
    assert board.share_of_income == pytest.approx(1 / 601)
    assert board.share_text == ""


def test_current_roles_stand_first_by_their_hours_then_what_is_hoped_and_over():
    life = two_roles().role("Perhaps", kind="opportunity")
    life.role("Old", until="2022-01-01").role("Older", until="2020-01-01")

    assert [(role.name, role.state) for role in roles_of(life).roles] == [
        ("Practice", RoleState.CURRENT),
        ("Atlas", RoleState.CURRENT),
        ("Perhaps", RoleState.OPPORTUNITY),
        ("Old", RoleState.PAST),
        ("Older", RoleState.PAST),
    ]


def drifting() -> Life:
    """Return a salaried role that has taken a third more for ten weeks."""
    life = Life().role("Practice", terms("24/week", pay="2950 EUR/month"))
    return life.gives_weekly("Practice", [24] * 40 + [32] * 10)


def test_pay_by_the_hours_given_is_that_of_the_drift():
    answer = role_of(drifting(), "practice")
    context = answer_context(drifting().portfolio(), words_for("en"))
    [drift] = drift_answer(context).roles

    assert answer.summary.is_drifting
    assert drift.pay_now is not None
    pay = words_for("en").money(drift.pay_now, "EUR", 2)
    assert answer.figures[2].note == f"{pay} by the hours you give now"


def test_a_role_is_marked_only_where_it_drifts():
    # The latest four weeks are over, but one lump of hours is no drift.
    life = Life().role("Practice", "24/week")
    life.gives_weekly("Practice", [24] * 46 + [24, 24, 24, 38])

    [role] = roles_of(life).roles

    assert (role.given_a_week, role.is_drifting) == (27.5, False)
    assert (role.hours_text, role.agreed_text) == ("27.5 h a week", "24 agreed")


def test_both_speak_dutch():
    life = two_roles().role("Board", is_paid=False)
    life.gives_weekly("Practice", 24, weeks=10)

    roles, role = roles_of(life, "nl"), role_of(life, "practice", "nl")

    assert english_in(to_json(roles)) == []
    shown = [role.sentence, *(f"{f.title} {f.unit} {f.note}" for f in role.figures)]
    assert english_in(" ".join(shown)) == []


@pytest.mark.parametrize("name", ["role (page)", "roles (page)"])
def test_the_answer_keeps_to_its_schema(name):
    life = two_roles()
    answer = roles_of(life) if name == "roles (page)" else role_of(life, "atlas")
    schema = schema_of({name: ANSWERS[name]})

    record = {name: json.loads(to_json(answer))}
    Draft202012Validator(schema).validate(record)
