"""The list of roles: written down, changed, removed, and what stands in it."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plait.book.models import Role
from plait.book.operations.by_hand import add_payment
from plait.book.operations.records import add_time, check_in
from plait.book.operations.roles import agree
from plait.domain.money import Money
from plait.domain.period import Period
from plait.domain.roles import Agreement, Per, RoleKind

BOARD = {
    "name": "Charity board",
    "organisation": "Harbour Meals",
    "kind": "board",
    "starts_on": "2025-03-01",
    "ends_on": "",
}


def rows(answer, part="roles"):
    """Return the rows of a list by the names of their roles."""
    return {row.name: row for row in answer.context[part]}


def agreed(viewer, role, hours, per=Per.WEEK):
    terms = Agreement(Period(role.started_on), hours=Decimal(hours), per=per)
    agree(viewer=viewer, role=role, terms=terms)


def give_weekly(viewer, role, hours, weeks):
    """Give hours on the Friday of so many weeks, the last on 13 November 2026."""
    for back in range(weeks):
        on = date(2026, 11, 13) - timedelta(weeks=back)
        add_time(viewer=viewer, role=role, on=on, seconds=round(hours * 3600))


def pay_monthly(viewer, role, amount, months):
    """Pay at the end of so many months, the last of them October 2026."""
    for back in range(months):
        year, month = divmod(2026 * 12 + 9 - back, 12)
        money = Money(Decimal(amount), "EUR")
        on = date(year, month + 1, 28 if month == 1 else 30)
        add_payment(viewer=viewer, role=role, on=on, amount=money)


class TestAdding:
    def test_a_role_that_is_added_leads_to_its_terms(self, as_nora):
        answer = as_nora.post("/roles/new/", BOARD)

        assert answer.url == "/roles/charity-board/agreement/"

    def test_an_added_role_stands_in_the_list(self, as_nora):
        as_nora.post("/roles/new/", BOARD)

        row = rows(as_nora.get("/roles/"))["Charity board"]
        told = (row.organisation, row.kind, row.period, row.income)
        assert told == ("Harbour Meals", "Board", "since March 2025", "Unpaid")

    def test_its_last_day_is_the_last_it_is_held(self, as_nora, nora):
        as_nora.post("/roles/new/", {**BOARD, "ends_on": "2026-12-31"})

        assert Role.objects.get(owner=nora).ended_on == date(2027, 1, 1)

    def test_the_payer_it_was_asked_for_stands_in_the_form(self, as_nora):
        answer = as_nora.get("/roles/new/", {"organisation": "Weir Lane Surgery"})

        assert 'value="Weir Lane Surgery"' in answer.content.decode()

    def test_a_role_called_new_can_be_opened(self, as_nora, nora):
        as_nora.post("/roles/new/", {**BOARD, "name": "New"})

        key = Role.objects.get(owner=nora).key
        assert as_nora.get(f"/roles/{key}/").context["role"].name == "New"


class TestRefusing:
    @pytest.mark.parametrize(
        ("field", "value", "said"),
        [
            ("name", " ", "Give the role a name that you recognise."),
            (
                "organisation",
                "",
                "Name the organisation; if it is your own, your name will do.",
            ),
            ("kind", "", "Choose what comes closest; you can change it later."),
            ("kind", "hobby", "Choose one of the options that are listed."),
            ("starts_on", "", "Say since when; about right will do."),
            ("starts_on", "1 March", "This is not a day: write it as year-month-day"),
            ("starts_on", "0026-03-01", "Check the year: it lies between 1900 and"),
            ("ends_on", "9999-12-31", "Check the year: it lies between 1900 and"),
            ("ends_on", "2025-02-28", "This lies before the first day"),
        ],
    )
    def test_an_error_stands_at_its_field(self, as_nora, field, value, said):
        answer = as_nora.post("/roles/new/", {**BOARD, field: value})

        assert said in str(answer.context["form"].errors[field])
        assert said in answer.content.decode()

    def test_nothing_is_written_with_an_error(self, as_nora, nora):
        as_nora.post("/roles/new/", {**BOARD, "name": ""})

        assert not Role.objects.filter(owner=nora).exists()

    def test_an_empty_form_is_no_way_round_its_errors(self, as_nora):
        answer = as_nora.post("/roles/new/", {})

        assert set(answer.context["form"].errors) == {
            "name",
            "organisation",
            "kind",
            "starts_on",
        }


class TestChanging:
    def test_the_form_shows_what_is_known(self, as_nora, nora, role_of):
        role_of(nora, "Atlas", ended_on=date(2027, 1, 1))

        page = as_nora.get("/roles/atlas/change/").content.decode()
        assert 'value="2020-01-01"' in page
        assert 'value="2026-12-31"' in page

    def test_what_is_changed_is_kept(self, as_nora, nora, role_of):
        role_of(nora, "Atlas")
        as_nora.post("/roles/atlas/change/", {**BOARD, "is_paid": "on"})

        role = Role.objects.get(owner=nora)
        kept = (role.name, role.organisation.name, role.kind, role.is_paid)
        assert kept == ("Charity board", "Harbour Meals", "board", True)

    def test_a_kind_that_is_unsure_is_asked_for_and_then_settled(
        self, as_nora, nora, role_of
    ):
        role_of(nora, "Atlas", kind=RoleKind.BOARD, kind_is_confirmed=False)
        before = rows(as_nora.get("/roles/"))["Atlas"]
        as_nora.post(before.confirm_url, BOARD)
        after = rows(as_nora.get("/roles/"))["Charity board"]

        asked = (before.to_confirm, after.to_confirm)
        assert asked == ("Is this a seat on a board?", "")


class TestRemoving:
    def test_a_role_without_records_is_removed(self, as_nora, nora, role_of):
        role_of(nora, "Atlas")
        answer = as_nora.post("/roles/atlas/remove/", follow=True)

        assert "Atlas is removed." in answer.content.decode()
        assert not Role.objects.filter(owner=nora).exists()

    def test_asking_removes_nothing(self, as_nora, nora, role_of):
        role_of(nora, "Atlas")
        answer = as_nora.get("/roles/atlas/remove/")

        assert "Remove Atlas from your book?" in answer.content.decode()
        assert Role.objects.filter(owner=nora).exists()

    def test_a_role_with_records_stays_with_advice(self, as_nora, nora, life_of):
        life_of(nora)
        answer = as_nora.post("/roles/atlas/remove/", follow=True)

        assert (
            "Hours, payments or events belong to this role: Atlas."
            " End the role instead; its history stays."
        ) in answer.content.decode()
        assert Role.objects.filter(owner=nora).exists()

    def test_one_with_records_is_not_even_asked_about(self, as_nora, nora, life_of):
        life_of(nora)
        answer = as_nora.get("/roles/atlas/remove/", follow=True)

        assert "End the role instead" in answer.content.decode()

    def test_hours_shared_with_another_role_count_as_records(
        self, as_nora, nora, role_of
    ):
        atlas, other = role_of(nora, "Atlas"), role_of(nora, "Study")
        on = date(2026, 11, 13)
        add_time(viewer=nora, role=other, on=on, seconds=3600, also_for=[atlas])
        as_nora.post("/roles/atlas/remove/")

        assert Role.objects.filter(owner=nora, key="atlas").exists()

    def test_a_check_in_counts_as_a_record(self, as_nora, nora, role_of):
        answers = {"energy": 3, "meaning": 3, "growth": 3, "pressure": 3}
        role, day = role_of(nora, "Atlas"), date(2026, 11, 13)
        check_in(viewer=nora, role=role, day=day, answers=answers)
        as_nora.post("/roles/atlas/remove/")

        assert Role.objects.filter(owner=nora, key="atlas").exists()


class TestListing:
    def test_without_a_role_the_page_teaches(self, as_nora):
        page = as_nora.get("/roles/").content.decode()

        assert "A role is one part of your working life, paid or not" in page

    def test_the_sentence_counts_roles_and_agreed_hours(self, as_nora, nora, role_of):
        agreed(nora, role_of(nora, "Atlas"), "24")
        agreed(nora, role_of(nora, "Board", kind=RoleKind.BOARD), "10", Per.MONTH)

        # 10 hours a month are 10 x 12 / 52.1775 = 2.3 a week
        answer = as_nora.get("/roles/")
        assert answer.context["sentence"] == "Two roles, 26.3 hours a week agreed."

    def test_one_role_of_one_hour_is_told_as_one(self, as_nora, nora, role_of):
        agreed(nora, role_of(nora, "Atlas"), "1")

        answer = as_nora.get("/roles/")
        assert answer.context["sentence"] == "One role, 1 hour a week agreed."

    def test_hours_beyond_the_agreed_ones_are_marked(self, as_nora, nora, role_of):
        role = role_of(nora, "Atlas")
        agreed(nora, role, "8")
        give_weekly(nora, role, 12, weeks=10)

        row = rows(as_nora.get("/roles/"))["Atlas"]
        assert (row.hours, row.agreed) == ("12 h a week", "4 over 8 agreed")
        assert row.is_over
        assert row.meter.is_over

    def test_income_is_the_mean_of_the_last_twelve_months(self, as_nora, nora, role_of):
        pay_monthly(nora, role_of(nora, "Atlas"), "1200", months=24)

        row = rows(as_nora.get("/roles/"))["Atlas"]
        assert (row.income, row.income_note) == (
            "€1,200 a month",
            "mean of 12 months · steady",
        )

    def test_a_young_stream_is_not_spread_over_a_year(self, as_nora, nora, role_of):
        pay_monthly(nora, role_of(nora, "Atlas"), "1200", months=3)

        row = rows(as_nora.get("/roles/"))["Atlas"]
        assert (row.income, row.income_note) == ("€1,200 a month", "mean of 3 months")

    def test_an_unpaid_role_shows_what_it_costs(self, as_nora, nora, role_of):
        study = role_of(nora, "Study", kind=RoleKind.STUDY, is_paid=False)
        pay_monthly(nora, study, "-150", months=6)

        row = rows(as_nora.get("/roles/"))["Study"]
        assert (row.income, row.income_note) == ("Unpaid", "costs €150 a month")

    def test_past_roles_stand_apart_newest_first(self, as_nora, nora, role_of):
        role_of(nora, "Older", ended_on=date(2022, 1, 1))
        role_of(nora, "Newer", ended_on=date(2025, 1, 1))
        role_of(nora, "Atlas")

        answer = as_nora.get("/roles/")
        assert list(rows(answer)) == ["Atlas"]
        assert list(rows(answer, "past_roles")) == ["Newer", "Older"]

    def test_a_role_that_ended_yesterday_is_past(self, as_nora, nora, role_of):
        role_of(nora, "Atlas", ended_on=date(2026, 11, 20))

        answer = as_nora.get("/roles/")
        assert list(rows(answer, "past_roles")) == ["Atlas"]
        assert answer.context["sentence"] == "No role is running today."

    def test_opportunities_stand_apart(self, as_nora, nora, role_of):
        role_of(nora, "Perhaps", kind=RoleKind.OPPORTUNITY)

        answer = as_nora.get("/roles/")
        assert list(rows(answer, "opportunities")) == ["Perhaps"]
        assert list(rows(answer)) == []

    def test_hours_of_an_opportunity_are_not_agreed_yet(self, as_nora, nora, role_of):
        agreed(nora, role_of(nora, "Atlas"), "24")
        agreed(nora, role_of(nora, "Perhaps", kind=RoleKind.OPPORTUNITY), "8")

        answer = as_nora.get("/roles/")
        row = rows(answer, "opportunities")["Perhaps"]
        assert (row.hours, row.agreed) == ("8 h a week", "if it comes")
        assert answer.context["sentence"] == "One role, 24 hours a week agreed."

    def test_queries_do_not_grow_with_roles(self, as_nora, nora, role_of):
        def n_queries():
            with CaptureQueriesContext(connection) as asked:
                as_nora.get("/roles/")
            return len(asked)

        agreed(nora, role_of(nora, "First"), "1")
        few = n_queries()
        for number in range(9):
            agreed(nora, role_of(nora, f"Role {number}"), "1")

        assert n_queries() == few
