"""Writing down terms, changing them from a day, correcting and removing them."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils.html import escape

from plait.accounts.operations import change_person
from plait.book.models import Agreement

TERMS = {
    "starts_on": "2025-01-01",
    "ends_on": "",
    "hours": "16",
    "per": "week",
    "pay_basis": "hour",
    "pay": "85",
    "currency": "EUR",
    "notice_days": "30",
    "clause": "consent",
    "counts_as": "self-employed",
}
NEW = "/roles/atlas/agreement/"


@pytest.fixture
def atlas(nora, role_of):
    return role_of(nora, "Atlas")


@pytest.fixture
def write(as_nora, atlas):
    """Write down terms from a day: `write("2025-01-01", hours="16")`."""

    def write(start, **told):
        return as_nora.post(NEW, {**TERMS, "starts_on": start, **told})

    return write


def periods():
    """Return first days and ends of all terms, in order."""
    return list(
        Agreement.objects.order_by("starts_on").values_list("starts_on", "ends_on")
    )


def correction(start):
    """Return the address where the terms from that day are corrected."""
    return f"{NEW}{Agreement.objects.get(starts_on=start).pk}/"


def listed(client):
    page = client.get("/roles/atlas/").context
    return [agreement.text for agreement in page["agreements"]]


class TestWriting:
    def test_terms_are_seen_as_they_were_written(self, as_nora, write):
        write("2025-01-01")

        shown = listed(as_nora)[0]
        assert (shown.period, shown.hours, shown.pay) == (
            "From 1 January 2025",
            "16 h a week",
            "€85 an hour",
        )
        assert (shown.notice, shown.clause) == ("30 days", "Only with permission")
        assert shown.is_current

    def test_new_terms_end_the_old_ones_the_day_before(self, as_nora, write):
        write("2025-01-01")
        write("2026-09-01", hours="20")

        now, before = listed(as_nora)
        assert (now.period, now.hours) == ("From 1 September 2026", "20 h a week")
        assert before.period == "1 January 2025 to 31 August 2026"

    def test_the_form_begins_from_the_terms_that_hold(self, as_nora, write):
        write("2025-01-01", hours="7.5", pay="85.50")

        first = as_nora.get(NEW).context["form"].initial
        assert (first["hours"], first["pay"]) == (Decimal("7.5"), Decimal("85.5"))
        assert first["starts_on"] == date(2026, 11, 20)

    @pytest.mark.usefixtures("atlas")
    def test_the_first_terms_begin_with_the_role(self, as_nora):
        first = as_nora.get(NEW).context["form"].initial

        assert first["starts_on"] == date(2020, 1, 1)
        assert (first["pay_basis"], first["counts_as"]) == ("hour", "self-employed")

    @pytest.mark.usefixtures("atlas")
    def test_the_currency_is_the_persons_own(self, as_nora, nora):
        change_person(viewer=nora, currency="GBP")

        assert as_nora.get(NEW).context["form"].initial["currency"] == "GBP"

    def test_no_hours_and_no_pay_are_terms_too(self, as_nora, write):
        write("2025-01-01", hours="", pay="", pay_basis="none", notice_days="")

        shown = listed(as_nora)[0]
        assert (shown.hours, shown.pay, shown.notice) == ("None agreed", "None", "")

    def test_the_last_day_is_the_last_they_hold(self, write):
        write("2025-01-01", ends_on="2025-12-31")

        assert periods() == [(date(2025, 1, 1), date(2026, 1, 1))]


class TestNumbers:
    @pytest.mark.parametrize("language", ["en", "nl"])
    @pytest.mark.parametrize(
        ("typed", "minor"),
        [
            ("85,50", 8550),
            ("85.50", 8550),
            ("2.950", 295_000),  # three digits behind a mark: thousands
            ("2,950.00", 295_000),
            ("2.950,00", 295_000),
            ("2 950", 295_000),
            ("1.234.567", 123_456_700),
            ("0,5", 50),
        ],
    )
    def test_a_comma_or_a_point_stands_before_decimals(
        self, nora, write, typed, minor, language
    ):
        change_person(viewer=nora, language=language)
        write("2025-01-01", pay=typed)

        assert Agreement.objects.get().pay_minor == minor

    def test_hours_take_a_comma(self, write):
        write("2025-01-01", hours="7,5")

        assert Agreement.objects.get().minutes == 450

    def test_dutch_pages_show_a_comma(self, as_nora, nora, write):
        change_person(viewer=nora, language="nl")
        write("2025-01-01", hours="7,5")

        page = as_nora.get(NEW).content.decode()
        assert 'value="7,5"' in page

    def test_what_the_form_shows_is_taken_back_unchanged(self, as_nora, write):
        write("2025-01-01", hours="8.33")
        address = correction(date(2025, 1, 1))
        first = as_nora.get(address).context["form"].initial
        # 8.33 hours are 499.8 minutes, kept as 500; 500 minutes are shown as 8.33
        as_nora.post(address, {**TERMS, "hours": str(first["hours"])})

        assert Agreement.objects.get().minutes == 500


class TestRefusing:
    @pytest.mark.parametrize(
        ("field", "value", "said"),
        [
            ("starts_on", "", "Enter the first day of these terms."),
            ("ends_on", "2024-12-31", "These terms end before they begin"),
            ("hours", "a lot", "This is not a number: write it such as 16 or 7.5."),
            ("hours", "1,2,3", "This is not a number: write it such as 16 or 7.5."),
            ("hours", "-8", "Write it without a minus."),
            ("hours", "0.125", "Two decimals are enough."),
            (
                "hours",
                "169",
                "There are not that many hours in the time they are agreed for",
            ),
            ("pay", "1e5", "This is not a number: write it such as 16 or 7.5."),
            ("pay_basis", "none", "An amount of pay needs to say what it is paid for"),
            ("currency", "XXQ", "Select a valid choice."),
            ("notice_days", "two months", "Write a whole number of days, such as 60."),
        ],
    )
    def test_an_error_stands_at_its_field(self, write, field, value, said):
        told = {**TERMS, field: value}
        answer = write(told.pop("starts_on"), **told)

        assert said in str(answer.context["form"].errors[field])
        assert said in answer.content.decode()

    def test_nothing_is_written_with_an_error(self, write):
        write("2025-01-01", hours="a lot")

        assert periods() == []

    def test_terms_of_the_same_day_are_to_be_corrected(self, write):
        write("2025-01-01")
        answer = write("2025-01-01", hours="20")

        said = "There are terms from this day already: correct those."
        assert answer.context["form"].errors["starts_on"] == [said]
        assert Agreement.objects.get().minutes == 16 * 60


class TestCorrecting:
    def test_the_form_shows_what_was_written(self, as_nora, write):
        write("2025-01-01", ends_on="2025-12-31")

        page = as_nora.get(correction(date(2025, 1, 1))).content.decode()
        assert 'value="2025-01-01"' in page
        assert 'value="2025-12-31"' in page

    def test_a_correction_changes_these_terms_alone(self, as_nora, write):
        write("2025-01-01")
        write("2026-01-01", hours="20")
        told = {**TERMS, "starts_on": "2026-01-01", "hours": "18"}
        as_nora.post(correction(date(2026, 1, 1)), told)

        hours = [shown.hours for shown in listed(as_nora)]
        assert hours == ["18 h a week", "16 h a week"]

    def test_terms_that_ended_where_these_began_follow_them(self, as_nora, write):
        write("2025-01-01")
        write("2026-01-01")
        as_nora.post(correction(date(2026, 1, 1)), {**TERMS, "starts_on": "2026-02-01"})

        assert periods() == [
            (date(2025, 1, 1), date(2026, 2, 1)),
            (date(2026, 2, 1), None),
        ]

    def test_terms_that_these_reach_into_give_way(self, as_nora, write):
        write("2025-01-01")
        write("2026-01-01")
        as_nora.post(correction(date(2026, 1, 1)), {**TERMS, "starts_on": "2025-06-01"})

        assert periods() == [
            (date(2025, 1, 1), date(2025, 6, 1)),
            (date(2025, 6, 1), None),
        ]

    def test_a_gap_before_them_stays(self, as_nora, write):
        write("2025-01-01", ends_on="2025-06-30")
        write("2026-01-01")
        as_nora.post(correction(date(2026, 1, 1)), {**TERMS, "starts_on": "2026-02-01"})

        assert periods()[0] == (date(2025, 1, 1), date(2025, 7, 1))

    def test_without_a_last_day_they_hold_up_to_the_next(self, as_nora, write):
        write("2025-01-01", ends_on="2025-06-30")
        write("2026-01-01")
        as_nora.post(correction(date(2025, 1, 1)), TERMS)

        assert periods()[0] == (date(2025, 1, 1), date(2026, 1, 1))

    @pytest.mark.parametrize(
        ("told", "said"),
        [
            (
                {"starts_on": "2025-02-01", "ends_on": "2026-01-31"},
                "These terms reach into the next ones: 2026-01-01. End them before",
            ),
            (
                {"starts_on": "2026-03-01"},
                "These terms reach into the next ones: 2026-01-01.",
            ),
            (
                {"starts_on": "2024-01-01"},
                "Other terms begin on that day or after it: 2024-01-01.",
            ),
        ],
    )
    def test_neighbours_are_not_swallowed(self, as_nora, write, told, said):
        write("2024-01-01")
        write("2025-01-01")
        write("2026-01-01")
        before = periods()
        answer = as_nora.post(correction(date(2025, 1, 1)), {**TERMS, **told})

        assert said in str(answer.context["form"].errors["starts_on"])
        assert periods() == before


class TestRemoving:
    def test_asking_shows_what_goes(self, as_nora, write):
        write("2025-01-01")
        page = as_nora.get(f"{correction(date(2025, 1, 1))}remove/").content.decode()

        assert "From 1 January 2025: 16 h a week, €85 an hour." in page
        assert len(periods()) == 1

    @pytest.mark.parametrize(
        ("told", "shown"),
        [
            ({"pay": "", "pay_basis": "none"}, "From 1 January 2025: 16 h a week."),
            ({"hours": ""}, "From 1 January 2025: €85 an hour."),
        ],
    )
    def test_what_was_not_agreed_is_not_named(self, as_nora, write, told, shown):
        write("2025-01-01", **told)

        page = as_nora.get(f"{correction(date(2025, 1, 1))}remove/").content.decode()

        assert shown in page

    def test_terms_before_them_do_not_stretch(self, as_nora, write):
        write("2025-01-01")
        write("2026-01-01")
        as_nora.post(f"{correction(date(2026, 1, 1))}remove/")

        assert periods() == [(date(2025, 1, 1), date(2026, 1, 1))]


class TestWhose:
    @pytest.mark.parametrize("page", ["", "remove/"])
    def test_terms_of_another_role_are_not_there(
        self, as_nora, nora, role_of, write, page
    ):
        role_of(nora, "Study")
        write("2025-01-01")
        pk = Agreement.objects.get().pk

        address = f"/roles/study/agreement/{pk}/{page}"
        assert as_nora.get(address).status_code == 404
        assert as_nora.post(address, TERMS).status_code == 404
        assert len(periods()) == 1


class TestAgreedDays:
    def test_days_are_written_in_one_line_and_seen_with_the_terms(self, as_nora, write):
        write("2025-01-01", blocks="maandag t/m dinsdag 9-17")

        kept = Agreement.objects.get()
        assert kept.blocks == "mon 09:00-17:00, tue 09:00-17:00"
        page = as_nora.get("/roles/atlas/")
        assert page.context["agreements"][0].text.week == "Mon, Tue 9–17"
        assert "Mon, Tue 9–17" in page.content.decode()

    def test_the_form_shows_them_as_they_are_read(self, as_nora, nora, write):
        write("2025-01-01", blocks="mon-wed 8.30-12.30")
        change_person(viewer=nora, language="nl")

        page = as_nora.get(correction(date(2025, 1, 1)))

        assert 'value="ma–wo 8:30–12:30"' in page.content.decode()

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("mnday 9-17", "This is neither a day nor a time: mnday."),
            ("mon", "A day needs a time from and a time to: mon."),
            ("mon 9-17, mon 12-13", "Two of these times overlap"),
            ("mon 9-17 " * 100, "at most 500 characters"),
        ],
    )
    def test_what_cannot_be_read_is_said_at_the_field(self, write, text, said):
        page = write("2025-01-01", blocks=text)

        [error] = page.context["form"].errors["blocks"]
        assert said in error
        assert escape(text.strip()) in page.content.decode()
        assert not Agreement.objects.exists()

    def test_more_times_than_hours_are_kept_and_pointed_out(self, as_nora, write):
        write("2025-01-01", hours="16", blocks="mon-tue 8-16:45")

        # 2 x 8.75 = 17.5
        said = "come to 17.5 hours a week, and 16 are agreed"
        assert said in as_nora.get("/roles/atlas/").content.decode()
        assert Agreement.objects.get().blocks

    @pytest.mark.parametrize("blocks", ["", "mon-tue 9-17", "mon 9-12"])
    def test_nothing_is_pointed_out_where_the_times_fit(self, as_nora, write, blocks):
        write("2025-01-01", hours="16", blocks=blocks)

        assert (
            "are agreed. If breaks" not in as_nora.get("/roles/atlas/").content.decode()
        )


class TestOptingOut:
    def test_a_longer_week_agreed_in_writing_is_kept_and_shown(self, as_nora, write):
        write("2025-01-01", counts_as="employment", has_opted_out="on")

        assert Agreement.objects.get().has_opted_out
        shown = as_nora.get("/roles/atlas/").context["agreements"][0].text
        assert shown.opt_out == "More than 48 h a week agreed in writing"

    def test_work_of_ones_own_account_has_nothing_to_opt_out_of(self, write):
        write("2025-01-01", counts_as="self-employed", has_opted_out="on")

        assert not Agreement.objects.get().has_opted_out
