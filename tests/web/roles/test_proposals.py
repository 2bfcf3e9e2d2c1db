"""Proposed roles on their page: ticked, changed in the row, made at once, dismissed."""

from datetime import date

import pytest
from django.urls import reverse

from plait.book.models import Payment, Role
from tests.web.importing import words


@pytest.fixture
def paid(nora):
    for month in range(5, 11):
        Payment.objects.create(
            owner=nora,
            fingerprint=month,
            booked_on=date(2026, month, 25),
            amount_minor=290_000,
            currency="EUR",
            payer="De Linde",
        )


@pytest.mark.usefixtures("paid")
def test_a_ticked_one_is_made_as_the_row_says(as_nora):
    page = as_nora.get(reverse("role_proposals"))
    sent = {"de-linde-take": "on", "de-linde-name": "Manager"}

    answer = as_nora.post(reverse("role_proposals"), sent)

    assert "6 payments of about €2,900, one a month." in words(page)
    assert answer["Location"] == reverse("inbox")
    role = Role.objects.get()
    assert (role.name, role.kind) == ("Manager", "employment")
    assert "Manager is now a role" in words(as_nora.get(reverse("inbox")))


@pytest.mark.usefixtures("paid")
def test_none_ticked_is_said_and_makes_nothing(as_nora):
    answer = as_nora.post(reverse("role_proposals"), {})

    assert answer.status_code == 422
    assert not Role.objects.exists()


@pytest.mark.usefixtures("paid")
def test_not_a_role_takes_it_off_the_page(as_nora):
    sent = {"dismiss": "de-linde"}

    as_nora.post(reverse("role_proposal_dismiss"), sent)

    page = words(as_nora.get(reverse("role_proposals")))
    assert "Nothing that waits looks like a role." in page
