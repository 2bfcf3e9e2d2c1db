"""The hours page: agreed and given, what drifts, the weeks ahead, what clashes."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from plait.accounts.operations import change_person
from plait.book.models import Event
from plait.book.operations.records import add_time
from plait.book.operations.roles import agree
from tests.cast import terms
from tests.web.importing import words


def hours(client) -> str:
    return words(client.get(reverse("hours")))


@pytest.fixture
def worked(nora, role_of):
    """Give Nora a role of so many agreed hours, and hours for so many weeks."""

    def worked(name, agreed, given, *, pay=""):
        role = role_of(nora, name)
        agree(viewer=nora, role=role, terms=terms(agreed, pay=pay))
        monday = date(2026, 11, 9)
        for back, each in enumerate(reversed(given)):
            on = monday - timedelta(weeks=back) + timedelta(days=4)
            add_time(viewer=nora, role=role, on=on, seconds=int(each * 3600))
        return role

    return worked


def test_an_empty_book_says_what_is_missing(as_nora):
    page = hours(as_nora)

    assert "No roles yet, so no hours to compare." in page
    assert "Add a role" in page


def test_without_hours_to_give_nothing_is_said_of_weeks_ahead(as_nora, worked):
    worked("Practice", "20/week", [20, 20.5, 19.5] * 5)

    assert "Your roles keep to what was agreed. " in hours(as_nora)


def test_three_weeks_are_too_few_to_be_called_calm(as_nora, worked):
    worked("Practice", "20/week", [20, 20.5, 19.5])

    assert "Too few weeks yet to say" in hours(as_nora)


def test_where_no_hours_were_agreed_the_page_says_so(as_nora, nora, role_of):
    role = role_of(nora)
    for n in range(60):
        on = date(2026, 9, 1) + timedelta(days=n)
        add_time(viewer=nora, role=role, on=on, seconds=3600)

    assert (
        "No hours are agreed for your roles, so there is nothing to compare."
        in hours(as_nora)
    )


def test_a_calm_life_is_said_to_be_calm(as_nora, nora, worked):
    change_person(viewer=nora, capacity_minutes=40 * 60)
    worked("Practice", "20/week", [20, 20.5, 19.5] * 5)

    page = hours(as_nora)

    assert "Your roles keep to what was agreed, and the weeks ahead fit." in page
    assert "19.9 h 20 h" in page  # 19.5 + 20 + 20.5 + 19.5 over 4
    assert "Write the note" not in page


def test_a_role_that_left_its_agreement_stands_out_with_its_worth(as_nora, worked):
    worked("Atlas", "8/week", [8, 8.5, 7.5] * 6 + [13] * 8, pay="85 EUR/hour")

    page = hours(as_nora)

    assert "Atlas takes 5 hours a week more than agreed." in page
    # 5 x 85 x 52.1775 / 12 = 1847.95
    assert "5 hours a week more than agreed, worth €1,848 a month." in page
    assert "more since about 21 September 2026" in page


def test_weeks_ahead_that_do_not_fit_are_counted_and_listed(as_nora, nora, worked):
    change_person(viewer=nora, capacity_minutes=16 * 60)
    worked("Practice", "20/week", [20, 20.5, 19.5] * 6)

    page = hours(as_nora)

    assert "12 of the next 12 weeks are too full" in page
    assert "23 November 2026" in page  # the first whole week after the day
    # 18 weeks make ranges for the first weeks ahead only.
    assert page.count("yes, by what is agreed") + page.count("almost sure") == 12


def test_without_hours_to_give_the_page_asks_for_them(as_nora, worked):
    worked("Practice", "24/week", [24] * 10)

    page = hours(as_nora)

    assert "Enter how many hours a week you have available" in page


def test_the_account_of_the_year_stands_beside_each_role(as_nora, nora, role_of):
    role = role_of(nora, "Board")
    agree(viewer=nora, role=role, terms=terms("7/week", since="2026-11-02"))
    for n in range(18):  # from 2 to 19 November a day, one hour more than due each
        add_time(viewer=nora, role=role, on=date(2026, 11, 2 + n), seconds=2 * 3600)

    # Today, the 20th, counts: 19 days at 7 h a week are 19 h; 36 - 19 = 17.
    assert "17 h more than agreed" in hours(as_nora)
    assert "Since 2 November 2026" in hours(as_nora)


def test_what_clashes_is_listed(as_nora, nora, worked, role_of):
    practice, board = worked("Practice", "24/week", [24] * 10), role_of(nora, "Board")
    start = datetime(2026, 11, 24, 9, tzinfo=UTC)
    for number, role in enumerate((board, practice)):
        Event.objects.create(
            owner=nora,
            fingerprint=number,
            uid=str(number),
            title=f"Meeting {number}",
            role=role,
            status=1,
            on=start.date(),
            starts_at=start,
            ends_at=start + timedelta(hours=1),
        )

    page = hours(as_nora)

    assert "Meeting 0 (Board) and Meeting 1 (Practice) are at the same time" in page
    assert "Tue 24 Nov 10:00" in page  # 9:00 in UTC


def test_a_person_sees_their_own_hours_only(as_charlie, worked):
    worked("Practice", "24/week", [24] * 10)

    assert "Practice" not in hours(as_charlie)


def test_the_note_for_the_talk_stands_ready_to_copy(as_nora, worked):
    role = worked("Atlas", "8/week", [8, 8.5, 7.5] * 6 + [13] * 8, pay="85 EUR/hour")

    page = words(as_nora.get(reverse("talk", args=[role.key])))

    assert "Talk about it while it is small." in page
    assert "For Atlas we agreed on 8 hours a week." in page
    assert "€1,848 a month" in page
    assert "Nothing is sent" in page


def test_a_role_that_keeps_to_its_agreement_has_nothing_to_talk_about(as_nora, worked):
    role = worked("Board", "2/week", [2] * 12)

    page = words(as_nora.get(reverse("talk", args=[role.key])))

    assert "Board keeps to what was agreed." in page


def test_a_day_in_the_past_can_be_asked_for(as_nora, worked):
    worked("Atlas", "8/week", [8, 8.5, 7.5] * 6 + [13] * 8)

    then = words(as_nora.get(reverse("hours"), {"on": "2026-09-20"}))

    assert "Atlas takes" in hours(as_nora)
    assert "Atlas takes" not in then


def test_less_than_half_an_hour_a_week_is_not_worth_a_talk(as_nora, worked):
    worked("Board", "4/week", [4.0, 4.02, 3.98] * 6 + [4.3] * 12)

    assert "Board takes" not in hours(as_nora)
