"""Money entered by hand, on the page."""

import pytest
from django.urls import reverse

from plait.book.models import Payment
from tests.web.conftest import TODAY
from tests.web.importing import words

SAID = {"way": "in", "amount": "1.250,50", "currency": "EUR", "on": TODAY.isoformat()}


def test_money_is_added_corrected_and_undone(as_nora, nora, role_of):
    key = role_of(nora).key
    sent = SAID | {"role": key, "payer": "De Linde", "reference": "two days"}

    page = words(as_nora.post(reverse("payment_add"), sent, follow=True))

    assert "Money in: €1,250.50 · De Linde · Atlas · Friday 20 November" in page
    assert "Undo" in page
    [held] = Payment.objects.filter(owner=nora)
    address = reverse("payment_change", args=[held.pk])
    assert 'value="1250.50"' in as_nora.get(address).content.decode()
    sent |= {"way": "out", "amount": "£12", "role": "private"}
    assert as_nora.post(address, sent).status_code == 302
    held.refresh_from_db()
    assert (held.amount_minor, held.currency, held.role) == (-1200, "GBP", None)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"amount": "much"}, "This is not an amount of money"),
        ({"amount": "0"}, "an amount above zero"),
        ({"on": "2026-11-21"}, "This day is still to come"),
        ({"role": ""}, "Choose a role, or private"),
        ({"kind": "cost"}, "never that"),
    ],
)
def test_what_cannot_be_is_said_where_it_stands(as_nora, nora, role_of, wrong, said):
    sent = SAID | {"role": role_of(nora).key} | wrong

    page = as_nora.post(reverse("payment_add"), sent)

    assert page.status_code == 422
    assert said in words(page)
    assert not Payment.objects.exists()
