"""One role: what is so of it, its figures, its terms, its records; and whose it is."""

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest

from plait.accounts.operations import change_person
from plait.book.models import Agreement, Role
from plait.book.operations.by_hand import add_payment
from plait.book.operations.records import add_time
from plait.book.operations.roles import agree
from plait.book.operations.sorting import keep_rule
from plait.domain.money import Money
from plait.domain.period import Period
from plait.domain.roles import Agreement as Terms
from plait.domain.roles import PayBasis, RoleKind
from plait.domain.rules import RuleField
from plait.web import clock

LONG_AGO = date(2020, 1, 1)


@pytest.fixture
def atlas(nora, role_of):
    return role_of(nora, "Atlas")


def agreed(viewer, role, hours, *, since=LONG_AGO, pay=None, basis="hour"):
    money = None if pay is None else Money(Decimal(pay), "EUR")
    terms = Terms(
        Period(since),
        hours=Decimal(hours),
        pay=money,
        pay_basis=PayBasis(basis if money else "none"),
    )
    agree(viewer=viewer, role=role, terms=terms)


def give_weekly(viewer, role, hours, weeks):
    """Give hours on the Friday of so many weeks, the last on 13 November 2026."""
    for back in range(weeks):
        on = date(2026, 11, 13) - timedelta(weeks=back)
        add_time(viewer=viewer, role=role, on=on, seconds=round(hours * 3600))


def page(client, key="atlas"):
    return client.get(f"/roles/{key}/").context


class TestSaying:
    def test_hours_that_keep_to_the_terms_are_simply_told(self, as_nora, nora, role_of):
        board = role_of(nora, "Board", is_paid=False, kind=RoleKind.BOARD)
        agreed(nora, board, "24")
        give_weekly(nora, board, 23.5, weeks=10)

        told = page(as_nora, "board")["sentence"]
        assert told == "23.5 hours a week, 24 agreed."

    def test_the_heaviest_finding_heads_the_page(self, as_nora, nora, atlas):
        agreed(nora, atlas, "8")
        give_weekly(nora, atlas, 12, weeks=10)

        shown = page(as_nora)
        assert shown["sentence"] == "Atlas has outgrown its agreement"
        # Its title stands on top, so its numbers head the card.
        assert shown["findings"][0].sentence.startswith(
            "On average 12 hours a week against 8"
        )

    def test_each_finding_opens_to_its_data_and_method(self, as_nora, nora, atlas):
        agreed(nora, atlas, "8")
        give_weekly(nora, atlas, 12, weeks=10)

        html = as_nora.get("/roles/atlas/").content.decode()
        assert "Why this?" in html
        assert "Each week is compared with what the agreement and your own" in html

    def test_a_finding_about_another_role_stays_away(self, as_nora, nora, role_of):
        agreed(nora, role_of(nora, "Atlas"), "8")
        study = role_of(nora, "Study")
        agreed(nora, study, "8")
        give_weekly(nora, study, 12, weeks=10)

        found = [finding.sentence for finding in page(as_nora)["findings"]]
        assert not any("Study" in sentence for sentence in found)

    @pytest.mark.usefixtures("atlas")
    def test_missing_terms_lead_to_writing_them(self, as_nora):
        step = page(as_nora)["findings"][0].action

        assert step == ("Note what was agreed", "/roles/atlas/agreement/")

    def test_of_two_roles_without_terms_each_leads_to_its_own(
        self, as_nora, nora, role_of
    ):
        role_of(nora, "Atlas")
        role_of(nora, "Study")

        shown = page(as_nora, "study")
        assert shown["findings"][0].action.url == "/roles/study/agreement/"
        assert "Atlas" not in shown["sentence"]

    def test_an_unsure_kind_leads_to_the_form_that_settles_it(
        self, as_nora, nora, role_of
    ):
        board = role_of(
            nora, "Board", kind=RoleKind.BOARD, is_paid=False, kind_is_confirmed=False
        )
        agreed(nora, board, "2")

        step = page(as_nora, "board")["findings"][0].action
        assert step == ("Choose its kind", "/roles/board/change/")

    def test_a_past_role_is_told_as_over(self, as_nora, nora, role_of):
        role_of(nora, "Atlas", ended_on=date(2025, 1, 1))

        assert page(as_nora)["sentence"] == "Over since December 2024."

    def test_a_past_role_asks_for_no_hours(self, as_nora, nora, role_of):
        role_of(nora, "Atlas", ended_on=date(2025, 1, 1))

        shown = as_nora.get("/roles/atlas/")
        assert "No hours yet." not in shown.content.decode()
        assert shown.context["vitals"] == ()

    def test_an_opportunity_is_told_as_one(self, as_nora, nora, role_of):
        role_of(nora, "Atlas", kind=RoleKind.OPPORTUNITY)

        said = page(as_nora)["sentence"]
        assert said == "An opportunity: nothing is agreed yet."

    def test_a_role_to_come_is_told_as_one(self, as_nora, nora, role_of):
        role_of(nora, "Atlas", started_on=date(2027, 1, 1))

        assert page(as_nora)["sentence"] == "This role has not begun yet."


class TestFigures:
    def test_hours_stand_against_the_agreed_ones(self, as_nora, nora, atlas):
        agreed(nora, atlas, "8")
        give_weekly(nora, atlas, 6, weeks=10)

        vital = page(as_nora)["vitals"][0]
        assert (vital.figure, vital.unit) == ("6", "of 8 agreed")
        assert vital.note == "mean of the last 4 weeks"

    def test_pay_an_hour_is_told_by_the_terms(self, as_nora, nora, atlas):
        agreed(nora, atlas, "24", pay="2950", basis="salary")

        # 24 h a week are 24 x 52.1775 / 12 = 104.355 h a month; 2950 / 104.355 = 28.27
        vital = page(as_nora)["vitals"][2]
        assert (vital.figure, vital.unit) == ("€28.27", "an hour")

    def test_a_salary_is_worth_less_by_the_hours_really_given(
        self, as_nora, nora, atlas
    ):
        agreed(nora, atlas, "24", pay="2950", basis="salary")
        for back in range(10):  # two days of 14 hours a week
            for day in (12, 13):
                on = date(2026, 11, day) - timedelta(weeks=back)
                add_time(viewer=nora, role=atlas, on=on, seconds=14 * 3600)

        # 28 h a week are 28 x 52.1775 / 12 = 121.7475 h a month; 2950 / 121.7475 = 24.23
        note = page(as_nora)["vitals"][2].note
        assert note == "€24.23 by the hours you give now"

    def test_an_unpaid_role_says_what_it_costs(self, as_nora, nora, role_of):
        study = role_of(nora, "Study", kind=RoleKind.STUDY, is_paid=False)
        for month in (8, 9, 10):
            cost = Money(Decimal(-150), "EUR")
            add_payment(viewer=nora, role=study, on=date(2026, month, 30), amount=cost)

        vital = page(as_nora, "study")["vitals"][2]
        assert (vital.title, vital.figure, vital.unit) == (
            "It costs",
            "€150",
            "a month",
        )

    def test_weeks_stand_against_the_terms_that_held_then(self, as_nora, nora, atlas):
        agreed(nora, atlas, "8")
        agreed(nora, atlas, "10", since=date(2026, 11, 2))
        give_weekly(nora, atlas, 9, weeks=3)

        # Weeks of 9 November and 2 November under the new terms, 26 October before.
        weeks = page(as_nora)["hours"].weeks
        told = [(week.week, week.agreed, week.over) for week in weeks]
        assert told == [
            ("9 November 2026", "10 h", ""),
            ("2 November 2026", "10 h", ""),
            ("26 October 2026", "8 h", "1 h"),
        ]

    def test_at_most_a_year_of_weeks_is_drawn(self, as_nora, nora, atlas):
        give_weekly(nora, atlas, 8, weeks=60)

        assert len(page(as_nora)["hours"].weeks) == 52

    @pytest.mark.usefixtures("atlas")
    def test_without_hours_the_page_says_where_they_come_from(self, as_nora):
        html = as_nora.get("/roles/atlas/").content.decode()

        assert "No hours yet." in html

    def test_months_of_income_stand_newest_first(self, as_nora, nora, atlas):
        for month, amount in ((8, "800"), (10, "1000")):
            money = Money(Decimal(amount), "EUR")
            on = date(2026, month, 30)
            add_payment(viewer=nora, role=atlas, on=on, amount=money)

        months = page(as_nora)["income"].months
        assert [(m.text, m.total) for m in months] == [
            ("October 2026", "€1,000"),
            ("September 2026", "–"),
            ("August 2026", "€800"),
        ]


class TestRecords:
    def test_the_latest_stand_first_and_are_counted(self, as_nora, nora, atlas):
        give_weekly(nora, atlas, 2, weeks=10)

        shown = page(as_nora)
        assert shown["entries"][0].on == date(2026, 11, 13)
        assert (len(shown["entries"]), shown["entries_note"]) == (8, "8 of 10")

    def test_shared_hours_are_hours_of_both_roles(self, as_nora, nora, role_of):
        atlas, study = role_of(nora, "Atlas"), role_of(nora, "Study")
        on = date(2026, 11, 13)
        add_time(viewer=nora, role=atlas, on=on, seconds=5400, also_for=[study])

        assert [entry.hours for entry in page(as_nora, "study")["entries"]] == ["1.5 h"]

    def test_payments_keep_their_currency(self, as_nora, nora, atlas):
        money = Money(Decimal("780.50"), "GBP")
        on = date(2026, 10, 30)
        add_payment(viewer=nora, role=atlas, on=on, amount=money, payer="Weir Lane")

        payment = page(as_nora)["payments"][0]
        assert (payment.payer, payment.amount) == ("Weir Lane", "£780.50")

    def test_only_rules_of_this_role_are_listed(self, as_nora, nora, role_of):
        for name in ("Atlas", "Study"):
            keep_rule(
                viewer=nora,
                field=RuleField.PAYER,
                value=f"{name} House",
                role=role_of(nora, name),
                now=clock.now(),
            )

        assert [rule.role for rule in page(as_nora)["rules"]] == ["Atlas"]

    def test_dutch_pages_write_numbers_the_dutch_way(self, as_nora, nora, atlas):
        change_person(viewer=nora, language="nl")
        agreed(nora, atlas, "7.5", pay="85.50")

        shown = page(as_nora)["agreements"][0].text
        assert "7,5" in shown.hours
        assert "85,50" in shown.pay


PAGES = [
    "/roles/{key}/",
    "/roles/{key}/change/",
    "/roles/{key}/remove/",
    "/roles/{key}/agreement/",
    "/roles/{key}/agreement/{pk}/",
    "/roles/{key}/agreement/{pk}/remove/",
]
SENT = {
    "name": "Mine now",
    "organisation": "Mine",
    "kind": "board",
    "starts_on": "2025-01-01",
    "hours": "40",
    "per": "week",
    "pay_basis": "none",
    "currency": "EUR",
    "clause": "none",
    "counts_as": "employment",
}


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("method", ["get", "post"])
class TestWhose:
    def test_anothers_role_is_as_absent_as_none(
        self, as_charlie, nora, atlas, address, method
    ):
        agreed(nora, atlas, "8")
        pk = Agreement.objects.get().pk
        send = getattr(as_charlie, method)
        anothers = send(address.format(key="atlas", pk=pk), SENT)
        nobodys = send(address.format(key="not-there", pk=pk + 1), SENT)

        # Only the page that shows a role answers nothing to what is sent to it.
        told = {anothers.status_code, nobodys.status_code}
        only_read = method == "post" and address == PAGES[0]
        assert told == ({405} if only_read else {404})
        token = re.compile(rb'name="(csrfmiddlewaretoken|next)" value="[^"]+"')
        assert token.sub(b"", anothers.content) == token.sub(b"", nobodys.content)

    def test_nothing_of_anothers_is_changed(
        self, as_charlie, nora, atlas, address, method
    ):
        agreed(nora, atlas, "8")
        pk = Agreement.objects.get().pk
        getattr(as_charlie, method)(address.format(key="atlas", pk=pk), SENT)

        assert Role.objects.get().name == "Atlas"
        assert Agreement.objects.get().minutes == 8 * 60
