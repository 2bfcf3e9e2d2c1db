"""Files kept with a payment: bytes with a name, handed out as downloads only."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from plait.book.models import Attachment, Payment, StoredFile
from plait.book.operations.attachments import attach_file
from plait.book.operations.by_hand import add_payment
from plait.book.operations.payments import remove_payments
from plait.domain.money import Money
from tests.web.conftest import NOW
from tests.web.importing import words

PAGE = b"<script>alert(1)</script>"


@pytest.fixture
def payment(nora, role_of) -> Payment:
    return add_payment(
        viewer=nora,
        role=role_of(nora),
        on=date(2026, 11, 2),
        amount=Money(Decimal(-12), "EUR"),
    )


def sent(client, payment, name="../bon.html", content=PAGE):
    upload = SimpleUploadedFile(name, content, content_type="text/html")
    address = reverse("payment_attach", args=[payment.pk])
    return client.post(address, {"file": upload}, follow=True)


def test_a_file_is_never_shown_by_the_browser(as_nora, payment):
    assert "bon.html" in words(sent(as_nora, payment))
    [held] = Attachment.objects.all()

    answer = as_nora.get(reverse("attachment", args=[held.pk]))

    assert answer.content == PAGE
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"] == 'attachment; filename="bon.html"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("sandbox")


def test_another_person_finds_nothing(as_nora, as_charlie, payment):
    sent(as_nora, payment)
    [held] = Attachment.objects.all()

    for name in ("attachment", "attachment_remove"):
        method = as_charlie.get if name == "attachment" else as_charlie.post
        assert method(reverse(name, args=[held.pk])).status_code == 404
    assert sent(as_charlie, payment).status_code == 404


def test_a_removed_payment_comes_back_with_its_file(as_nora, nora, payment):
    sent(as_nora, payment)
    remove_payments(viewer=nora, payments=[payment])
    assert not Attachment.objects.exists()

    last = nora.change_set.order_by("number").last().number
    as_nora.post(reverse("change_undo", args=[last]))

    [held] = Attachment.objects.all()
    assert as_nora.get(reverse("attachment", args=[held.pk])).content == PAGE
    assert not any("content" in str(c.rows) for c in nora.change_set.all())


def test_limits_are_said_in_a_sentence(as_nora, payment, settings):
    settings.ATTACHMENT_QUOTA_BYTES = 30
    assert "more than empty" in words(sent(as_nora, payment, content=b""))
    sent(as_nora, payment)
    assert "have no more room" in words(sent(as_nora, payment, content=b"another one"))
    assert StoredFile.objects.count() == 1


def test_bytes_that_nothing_uses_go_after_a_month(nora, payment, as_nora):
    sent(as_nora, payment)
    [held] = Attachment.objects.all()
    as_nora.post(reverse("attachment_remove", args=[held.pk]))

    for days in (1, 40):
        attach_file(
            viewer=nora,
            payment=payment,
            name=f"{days}",
            content=bytes([days]),
            now=NOW.replace(year=2027, month=days // 30 + 1, day=2),
            quota_bytes=100,
        )

    assert sorted(StoredFile.objects.values_list("size", flat=True)) == [1, 1]
