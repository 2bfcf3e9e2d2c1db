"""What recurs, on its pages."""

from django.urls import reverse

from plait.book.models import Payment, Recurring
from tests.web.importing import words

SENT = {
    "way": "out",
    "amount": "1.100",
    "currency": "EUR",
    "text": "Rent of the room",
    "starts_on": "2026-03-01",
    "rhythm": "months",
    "every": "1",
}


def test_it_is_added_listed_and_one_day_stands_on_its_own(as_nora, nora, role_of):
    sent = SENT | {"role": role_of(nora).key}

    page = words(as_nora.post(reverse("recurring_add"), sent, follow=True))

    assert "Rent of the room" in page
    assert "every month on day 1 · since 1 March 2026, next on 1 December 2026" in page
    assert "came 9 times" in page
    pk = Recurring.objects.get().pk
    day = reverse("recurring_day", args=[pk, "2026-06-01"])
    assert "Change this one only" in words(as_nora.get(day))
    page = as_nora.post(day, {"own": "yes"}, follow=True)
    assert "This one stands on its own now" in words(page)
    assert Payment.objects.get().reference == "Rent of the room"
    assert as_nora.get(day).status_code == 404
    assert as_nora.get(reverse("recurring_day", args=[pk, "x"])).status_code == 404


def test_hours_need_a_length_and_a_role(as_nora, nora, role_of):
    role_of(nora)
    sent = SENT | {"way": "hours", "role": "private", "length": ""}

    page = as_nora.post(reverse("recurring_add"), sent)

    assert page.status_code == 422
    assert "Fill in how long it takes." in words(page)
    assert not Recurring.objects.exists()


def test_its_days_stand_below_the_list_of_payments(as_nora, nora, role_of):
    as_nora.post(reverse("recurring_add"), SENT | {"role": role_of(nora).key})
    page = as_nora.get(reverse("records"), {"kind": "payments", "text": "rent"})

    assert "Counted beside the list: 9 days." in words(page)
    day = reverse("recurring_day", args=[Recurring.objects.get().pk, "2026-11-01"])
    assert day in page.content.decode()
    none = as_nora.get(reverse("records"), {"kind": "payments", "text": "salary"})
    assert "Counted beside" not in words(none)
