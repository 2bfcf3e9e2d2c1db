"""Proposed roles: from who pays and whom hours are tracked for, each with a reason."""

from datetime import date, timedelta

import pytest

from plait.analysis.inbox.roles.propose import RoleProposal, propose_roles
from plait.domain.period import add_months
from plait.domain.proposals.role_evidence import (
    ClientRecords,
    PayerRecords,
    RoleEvidence,
)
from plait.domain.roles import RoleKind
from plait.domain.rules import RuleField
from tests.cast import Life

ON = date(2026, 11, 20)


def pays(payer, *amounts, text="", since=date(2026, 1, 25)):
    """A payment at the beginning of each month."""
    days = tuple(add_months(since, n) for n in range(len(amounts)))
    minor = tuple(100 * amount for amount in amounts)
    texts = (text,) * len(amounts)
    return PayerRecords(RuleField.PAYER, payer, "EUR", days, minor, texts)


def tracked(client, *projects, hours=6, since=date(2026, 9, 7), weeks=10, **more):
    """So many hours on each Monday of some weeks."""
    days = tuple(since + timedelta(weeks=week) for week in range(weeks))
    seconds = (hours * 3600,) * weeks
    return ClientRecords(RuleField.CLIENT, client, projects, days, seconds, **more)


def proposed(*records, life=None, **more) -> tuple[RoleProposal, ...]:
    """Return what is proposed of payers and clients."""
    payers = tuple(one for one in records if isinstance(one, PayerRecords))
    clients = tuple(one for one in records if isinstance(one, ClientRecords))
    roles = tuple((life or Life()).roles)
    evidence = RoleEvidence(ON, "Nora Brand", roles, payers, clients, **more)
    return propose_roles(evidence)


def kinds(*records) -> list[RoleKind]:
    return [one.kind for one in proposed(*records)]


def test_much_the_same_every_month_is_a_job():
    # Holiday pay makes one month of ten another.
    months = [2900, 2900, 2900, 2900, 5200, 2900, 2910, 2910, 2910, 2910]

    [job] = proposed(pays("De Linde", *months))

    assert (job.kind, job.is_paid, job.started_on) == (
        RoleKind.EMPLOYMENT,
        True,
        date(2026, 1, 1),
    )
    assert (job.pay.n, job.pay.typical, job.pay.is_monthly) == (10, 290_500, True)


def test_invoices_are_work_for_a_client():
    assert kinds(pays("Atlas", 900, 2100, text="Factuur 2026-014")) == [
        RoleKind.CONTRACT
    ]


@pytest.mark.parametrize(
    ("payer", "text", "kind"),
    [
        ("Harewood Lettings", "RENT FLAT 4", RoleKind.VENTURE),
        ("Stichting Vonk", "Vacatiegeld bestuur", RoleKind.BOARD),
        ("Gemeente", "Salaris januari", RoleKind.EMPLOYMENT),
    ],
)
def test_words_say_what_money_is_for(payer, text, kind):
    assert kinds(pays(payer, 500, 700, 400, text=text)) == [kind]


def test_costs_paid_back_are_an_unpaid_role():
    back = pays("Stichting Vonk", 20, 35, 15, text="Onkostenvergoeding")

    [role] = proposed(back)

    assert (role.kind, role.is_paid) == (RoleKind.VOLUNTEERING, False)


@pytest.mark.parametrize(
    ("payer", "text"),
    [
        ("Belastingdienst", "Kinderopvangtoeslag"),
        ("SVB", "Kinderbijslag"),
        ("Spaarbank", "Rente"),
        ("Stichting Pensioenfonds Zorg", "Pensioen"),
        ("Nora Brand", "Sparen"),
        ("N. Brand", ""),
        ("J. de Vries", "Boodschappen"),
        ("Buurtsuper", "Retour bon 12"),
    ],
)
def test_what_is_for_no_work_is_no_role(payer, text):
    assert proposed(pays(payer, 250, 250, 250, 250, 250, text=text)) == ()


def test_a_client_and_the_payer_of_that_name_are_one():
    [one] = proposed(
        pays("ZORGGROEP ATLAS B.V.", 900, 1200, text="Invoice"),
        tracked("Zorggroep Atlas", "Budget"),
    )

    assert one.name == "Budget"
    assert one.organisation == "Zorggroep Atlas B.V."
    assert [s.field for s in one.subjects] == [RuleField.PAYER, RuleField.CLIENT]
    # Ten Mondays of 6 hours, over the 64 days that end on the last of them.
    assert one.given.hours_a_week == pytest.approx(60 / (64 / 7))


def test_payers_named_in_the_hours_of_a_business_are_its_own():
    business = tracked("Brand Training", texts=frozenset(["Day for Papaver"]))

    [one] = proposed(business, pays("Papaver", 900, 900, text="Invoice 3"))

    assert one.organisation == "Papaver"
    assert len(one.subjects) == 2


def test_an_organisation_with_a_role_becomes_no_second_one():
    life = Life().role("Lead", at="Zorggroep Atlas")

    [one] = proposed(pays("Zorggroep Atlas BV", *[2000] * 5), life=life)

    assert one.belongs_to == 0


def test_what_was_dismissed_stays_so():
    assert proposed(tracked("Atlas"), dismissed=frozenset(["atlas"])) == ()


def test_without_records_for_half_a_year_it_is_over():
    [old] = proposed(pays("Atlas", *[2000] * 5, since=date(2024, 1, 25)))

    assert old.is_over


def test_a_few_hours_are_no_role():
    assert proposed(tracked("Atlas", hours=1, weeks=4)) == ()
