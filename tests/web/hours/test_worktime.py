"""The page of working-time law, and what the hours page and the review say of it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from plait.accounts.operations import change_person
from plait.book.operations.records import add_time
from plait.book.operations.roles import agree
from plait.domain.roles import CountsAs, RoleKind
from tests.cast import terms
from tests.tell_tales import english_in
from tests.web.importing import words


def page(client) -> str:
    return words(client.get(reverse("worktime")))


@pytest.fixture
def employed(nora, role_of):
    """Let Nora work so many hours a day, Monday to Friday, from eight in the morning."""

    def employed(name, hours, *, weeks=20, counts_as=CountsAs.EMPLOYMENT, at=8):
        role = role_of(nora, name, kind=RoleKind.EMPLOYMENT)
        agree(viewer=nora, role=role, terms=terms("40/week", counts_as=counts_as))
        for n in range(weeks * 7):
            day = date(2026, 11, 15) - timedelta(days=n)
            if day.weekday() < 5:
                start = datetime(day.year, day.month, day.day, at, tzinfo=UTC)
                add_time(
                    viewer=nora,
                    role=role,
                    on=day,
                    seconds=int(hours * 3600),
                    starts_at=start,
                    ends_at=start + timedelta(hours=hours),
                )
        return role

    return employed


def test_without_a_country_the_page_asks_for_it(as_nora):
    assert "Which country’s law applies to you?" in page(as_nora)


def test_two_jobs_that_pass_the_mean_together_are_over(as_nora, nora, employed):
    change_person(viewer=nora, country="NL")
    employed("Clinic", 6)
    employed("School", 4, at=15)  # 10 h a day: 50 h a week, at most 48 on average

    shown = page(as_nora)

    assert "Netherlands: " in shown
    assert "over the limit" in shown
    assert "50 hours a week, at most 48" in shown
    assert "Clinic House and School House" in shown
    assert "See every rule" in words(as_nora.get(reverse("hours")))
    assert "limit on working hours passed" in words(as_nora.get(reverse("today")))


def test_self_employed_hours_count_for_no_law(as_nora, nora, employed):
    change_person(viewer=nora, country="NL")
    employed("Studio", 11, counts_as=CountsAs.SELF_EMPLOYED)  # 55 h a week

    shown = page(as_nora)

    assert "none of your hours fall under the law" in shown
    assert "unhealthy in the long run" in shown


def test_a_country_without_rules_asks_too(as_nora, nora):
    change_person(viewer=nora, country="JP")

    assert "Which country’s law applies to you?" in page(as_nora)


def test_the_page_speaks_dutch(as_nora, nora, employed):
    change_person(viewer=nora, country="NL", language="nl")
    employed("Clinic", 8)

    shown = page(as_nora)

    assert "Hoogstens 12 uur arbeid per dienst" in shown
    assert english_in(shown) == []
