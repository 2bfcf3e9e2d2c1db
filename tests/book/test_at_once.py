"""Changes that meet at one moment, each on a connection of its own."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import connection
from django.db.models import Sum

from plait.book.models import StoredFile
from plait.book.operations.attachments import NoRoom, attach_file
from plait.book.operations.by_hand import add_payment
from plait.domain.money import Money
from tests.book.conftest import NOW

_AT_ONCE, _SIZE, _QUOTA = 6, 300, 1_000


@pytest.mark.django_db(transaction=True)
def test_files_sent_at_one_moment_stay_within_the_room_of_all(nora, role_of):
    money = Money(Decimal(9), "EUR")
    payment = add_payment(
        viewer=nora, role=role_of(nora), on=date(2026, 11, 2), amount=money
    )
    together = Barrier(_AT_ONCE)

    def attach(number: int) -> bool:
        together.wait(timeout=10)
        try:
            attach_file(
                viewer=nora,
                payment=payment,
                name=f"{number}.pdf",
                content=bytes([number]) * _SIZE,
                now=NOW,
                quota_bytes=_QUOTA,
            )
        except NoRoom:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(_AT_ONCE) as threads:
        kept = sum(threads.map(attach, range(_AT_ONCE)))

    assert kept == _QUOTA // _SIZE
    assert StoredFile.objects.aggregate(all=Sum("size"))["all"] == kept * _SIZE
