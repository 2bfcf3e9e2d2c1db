"""Causes, beliefs, fallbacks, invoices and own scenarios, as they are written down."""

from datetime import date
from decimal import Decimal

import pytest

from plait.book import queries
from plait.book.models import Belief, Cause, Fallback, Invoice
from plait.book.operations.invoices import (
    BadInvoice,
    InvoiceExists,
    pay_in_full,
    remove_invoice,
)
from plait.book.operations.limits import BadName
from plait.book.operations.resilience import (
    BadResilience,
    drop_belief,
    drop_cause,
    drop_fallback,
    drop_scenario,
    keep_scenario,
)
from plait.domain import resilience as words
from plait.domain.scenarios import Blow, Effect, Kind, Over, Scenario
from plait.formats.plait.scenarios import scenario_from
from tests.book.conftest import TODAY
from tests.cast import amt
from tests.falling_back import add_invoice, set_belief, set_cause, set_fallback

MINE = {"name": "Mine", "lose": [{"role": "practice"}]}


@pytest.fixture
def portfolio(nora):
    return lambda: queries.load_portfolio(viewer=nora, on=TODAY)


@pytest.fixture
def practice(nora, role_of):
    return role_of(nora, "Practice")


def test_a_cause_holds_its_roles_until_it_is_told_anew(
    nora, role_of, practice, portfolio
):
    atlas = role_of(nora, "Atlas")
    set_cause(viewer=nora, name="Budget", roles=[practice, atlas, atlas])

    assert portfolio().causes == (words.Cause("Budget", (0, 1)),)

    set_cause(viewer=nora, name=" Budget ", roles=[atlas], chance=Decimal("0.15"))

    assert portfolio().causes == (words.Cause("Budget", (1,), Decimal("0.15")),)


def test_a_cause_that_is_dropped_leaves_its_roles(nora, practice, portfolio):
    cause = set_cause(viewer=nora, name="Budget", roles=[practice])

    drop_cause(viewer=nora, cause=cause)

    assert portfolio().causes == ()
    assert len(portfolio().roles) == 1


def test_a_belief_is_one_a_role(nora, practice, portfolio):
    set_belief(viewer=nora, role=practice, chance=Decimal("0.2"))
    belief = set_belief(
        viewer=nora, role=practice, chance=Decimal("0.35"), years=Decimal("2.5")
    )

    assert portfolio().beliefs == (words.Belief(0, Decimal("0.35"), Decimal("2.5")),)

    drop_belief(viewer=nora, belief=belief)

    assert portfolio().beliefs == ()


def test_a_fallback_is_one_a_role(nora, practice, portfolio):
    set_fallback(viewer=nora, role=practice, what="Teach", weeks=26)
    fallback = set_fallback(
        viewer=nora,
        role=practice,
        what="Teach more",
        weeks=13,
        share=Decimal("0.8"),
        helper="Ines",
        step="Call the school",
        step_by=date(2026, 12, 1),
    )

    # 13 weeks are 13 / (52.1775 / 12) = 2.99 months.
    [told] = portfolio().fallbacks
    assert told == words.Fallback(
        role=0,
        what="Teach more",
        months=Decimal("2.99"),
        share=Decimal("0.8"),
        helper="Ines",
        step="Call the school",
        step_by=date(2026, 12, 1),
    )

    drop_fallback(viewer=nora, fallback=fallback)

    assert portfolio().fallbacks == ()


def invoice(nora, practice, **told):
    wanted = {
        "amount": amt("400 EUR"),
        "issued_on": date(2026, 10, 1),
        "due_on": date(2026, 10, 31),
        "number": "7",
    }
    return add_invoice(viewer=nora, role=practice, **(wanted | told))


def test_an_invoice_is_open_until_it_is_paid(nora, practice, portfolio):
    row = invoice(nora, practice)

    assert portfolio().settlements == ()

    pay_in_full(viewer=nora, invoice=row, on=date(2026, 11, 2), batch=None)

    [told] = portfolio().invoices
    [paid] = portfolio().settlements
    assert (paid.on, told.amount) == (date(2026, 11, 2), amt("400.00 EUR"))

    remove_invoice(viewer=nora, invoice=row)

    assert portfolio().invoices == ()


def test_the_same_invoice_is_noted_once(nora, practice):
    invoice(nora, practice)

    with pytest.raises(InvoiceExists) as refused:
        invoice(nora, practice)

    assert str(refused.value) == (
        "This invoice is there already: 7, 2026-10-01."
        " Give each invoice a number of its own."
    )
    assert invoice(nora, practice, number="8").pk


def test_a_scenario_is_kept_under_its_name(nora):
    all_of_it = scenario_from({"name": "Mine", "lose": [{"all": True}]})
    keep_scenario(viewer=nora, scenario=all_of_it)
    row = keep_scenario(viewer=nora, scenario=scenario_from(MINE))

    assert queries.own_scenarios(viewer=nora) == (
        Scenario(Kind.OWN, "Mine", (Effect(Blow.LOSE, Over.ROLE, "practice"),)),
    )
    assert queries.scenario_named(viewer=nora, name="mine") == row

    drop_scenario(viewer=nora, scenario=row)

    assert queries.own_scenarios(viewer=nora) == ()


def test_rows_of_a_kind_are_listed_as_they_were_added(nora, practice):
    set_cause(viewer=nora, name="Z", roles=[practice])
    set_cause(viewer=nora, name="A", roles=[])
    invoice(nora, practice)

    causes = queries.resilience_rows(viewer=nora, kind=Cause)
    [held] = queries.resilience_rows(viewer=nora, kind=Invoice)

    assert [cause.name for cause in causes] == ["Z", "A"]
    assert held.role == practice


@pytest.mark.parametrize(
    ("change", "refusal", "said"),
    [
        (
            lambda n, r: set_cause(viewer=n, name=" ", roles=[r]),
            BadName,
            "This needs a name",
        ),
        (
            lambda n, r: set_cause(viewer=n, name="x" * 201, roles=[r]),
            BadName,
            "This needs a name",
        ),
        (
            lambda n, r: set_cause(viewer=n, name="A", roles=[r], chance=Decimal(2)),
            BadResilience,
            "A chance lies between 0 and 1: 2.",
        ),
        (
            lambda n, r: set_belief(viewer=n, role=r, chance=Decimal("-0.1")),
            BadResilience,
            "A chance lies between 0 and 1: -0.1.",
        ),
        (
            lambda n, r: set_belief(
                viewer=n, role=r, chance=Decimal(0), years=Decimal(0)
            ),
            BadResilience,
            "The weight of an estimate is in years",
        ),
        (
            lambda n, r: set_fallback(viewer=n, role=r, what="Teach", weeks=-1),
            BadResilience,
            "A plan B takes from 0 to a thousand weeks: -1.",
        ),
        (
            lambda n, r: set_fallback(
                viewer=n, role=r, what="Teach", weeks=1, share=Decimal(6)
            ),
            BadResilience,
            "A plan B brings in a share of the role's income",
        ),
        (
            lambda n, r: invoice(n, r, amount=amt("0 EUR")),
            BadInvoice,
            "The amount of an invoice is above zero, and at most a thousand million: 0 EUR.",
        ),
        (
            lambda n, r: invoice(n, r, due_on=date(2026, 9, 30)),
            BadInvoice,
            "An invoice is due on its own date or later",
        ),
        (
            lambda n, r: invoice(n, r, paid_on=date(2026, 9, 30)),
            BadInvoice,
            "An invoice is paid on its own date or later",
        ),
    ],
)
def test_what_cannot_be_is_refused(nora, practice, change, refusal, said):
    with pytest.raises(refusal) as trouble:
        change(nora, practice)

    assert str(trouble.value).startswith(said)
    kinds = (Cause, Belief, Fallback, Invoice)
    assert not any(kind.objects.exists() for kind in kinds)
