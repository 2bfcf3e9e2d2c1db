"""Public holidays on the page of time off: added, dropped, forgotten."""

import pytest
from django.urls import reverse

from plait.book.models import HolidayChange
from plait.book.operations.holidays import change_holiday


@pytest.fixture
def send(as_nora, nora, role_of):
    role_of(nora, "Clinic", organisation="Clinic House")

    def send(day, is_free="yes", where=""):
        sent = {"day": day, "is_free": is_free, "organisation": where}
        fields = {f"holiday-{name}": value for name, value in sent.items()}
        return as_nora.post(reverse("holiday"), fields, follow=True)

    return send


def test_a_day_is_added_at_an_organisation(send):
    page = send("12-24", where="Clinic House").text

    assert HolidayChange.objects.get().organisation.name == "Clinic House"
    assert "24 December of every year is a day off at Clinic House" in page


def test_a_holiday_is_dropped(send):
    assert "Ascension Day is worked" in send("Ascension Day", "no").text


def test_what_is_no_holiday_is_said_beside_its_field(send):
    answer = send("Pancake Thursday")

    assert answer.status_code == 422
    assert "No public holiday of this name is known" in answer.text
    assert not HolidayChange.objects.exists()


def test_a_change_is_forgotten(as_nora, nora):
    change = change_holiday(viewer=nora, day="12-24", is_free=True)

    as_nora.post(reverse("holiday_remove", args=[change.pk]))

    assert not HolidayChange.objects.exists()


def test_another_persons_change_is_not_there(as_nora, charlie):
    change = change_holiday(viewer=charlie, day="12-24", is_free=True)

    answer = as_nora.post(reverse("holiday_remove", args=[change.pk]))

    assert answer.status_code == 404
    assert HolidayChange.objects.exists()
