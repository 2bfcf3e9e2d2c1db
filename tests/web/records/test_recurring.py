"""What recurs, on its pages."""

from datetime import date

from django.urls import reverse

from plait.book.models import Account, Payment, Recurring
from plait.book.queries import load_portfolio
from plait.domain.records import RecordStatus
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


def test_its_days_count_in_the_list_they_stand_below(as_nora, nora, role_of):
    role = role_of(nora)
    as_nora.post(reverse("recurring_add"), SENT | {"role": role.key})
    account = Account.objects.create(owner=nora, identifier="NL62", name="NL62")
    for minor, day in ((-110_000, 3), (-2_000, 5)):
        Payment.objects.create(
            owner=nora,
            account=account,
            role=role,
            status=RecordStatus.ASSIGNED,
            booked_on=date(2026, 11, day),
            amount_minor=minor,
            currency="EUR",
            fingerprint=day,
        )

    page = as_nora.get(reverse("records"), {"kind": "payments", "role": role.key})

    # Nine months, of which the bank shows November's itself, and 20 beside.
    assert "€9,920 went out. " in words(page)
    assert "2 payments · 8 recurring days" in words(page)
    assert "Counted in the sum above: 8 days." in words(page)
    paid = load_portfolio(viewer=nora, on=date(2026, 11, 30)).payments.minor
    assert int(paid.sum()) == -992_000
    day = reverse("recurring_day", args=[Recurring.objects.get().pk, "2026-10-01"])
    assert day in page.content.decode()


def test_a_list_of_it_alone_is_searched_and_downloaded(as_nora, nora, role_of):
    as_nora.post(reverse("recurring_add"), SENT | {"role": role_of(nora).key})
    page = as_nora.get(reverse("records"), {"kind": "payments", "text": "rent"})
    none = as_nora.get(reverse("records"), {"kind": "payments", "text": "salary"})
    file = as_nora.get(reverse("records_csv"), {"kind": "payments", "text": "rent"})

    assert "9 recurring days" in words(page)
    assert "No payment fits this." in words(none)
    _heading, newest, *rest = file.getvalue().decode().splitlines()
    assert newest.startswith("recurring,2026-11-01,Rent of the room,,-1100.00,EUR")
    assert len(rest) == 8
