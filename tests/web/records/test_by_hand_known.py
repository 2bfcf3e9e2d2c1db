"""Saying on the page that all money kept by hand is entered."""

from datetime import date

from django.urls import reverse

from plait.book.models import Coverage
from plait.book.operations.by_hand import add_payment
from plait.domain.money import Money
from tests.web.importing import words


def test_money_by_hand_is_known_to_its_last_day_or_until_today(as_nora, nora, role_of):
    add_payment(
        viewer=nora,
        role=role_of(nora),
        on=date(2026, 11, 2),
        amount=Money.from_minor(95_000, "EUR"),
    )

    page = words(as_nora.get(reverse("imports")))
    assert "2 Nov 2026 to 2 Nov 2026 As far as you entered it" in page
    said = words(
        as_nora.post(reverse("money_entered"), {"until": "2026-11-20"}, follow=True)
    )

    assert "Your money by hand is known until that day." in said
    assert "2 Nov 2026 to 20 Nov 2026" in said
    last = nora.change_set.order_by("number").last()
    as_nora.post(reverse("change_undo", args=[last.number]))
    assert not Coverage.objects.exists()
    later = words(
        as_nora.post(reverse("money_entered"), {"until": "2027-01-01"}, follow=True)
    )
    assert "This day is still to come" in later
    assert not Coverage.objects.exists()
