"""A chain that somebody changed in the database is found, and its first entry named."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connections

from plait.accounts.audit.check import BrokenChain, broken_chains
from plait.accounts.audit.heads import sign
from plait.accounts.audit.notes import clear_before, erase, note
from plait.accounts.models import AuditEntry, AuditHead, AuditLink
from plait.book.health.look import audit_faults
from plait.domain.audit import Act
from plait.jobs.worker import work_off_due
from plait.wording.records.book_state import value_text
from plait.wording.words import words_for

NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
LATER = NOW + timedelta(days=4)


class Today:
    """A job in hand, on a day."""

    def __init__(self, day: int) -> None:
        self.day = day

    def now(self) -> datetime:
        return NOW + timedelta(days=self.day)

    def is_over(self) -> bool:
        return False

    def progress(self, *_: object) -> None:
        pass


@pytest.fixture
def chains(marit, sofie):
    """Two chains of four, signed after the second entry and after the fourth."""
    for day in range(4):
        for owner in (marit, sofie):
            details = {"device": f"Firefox {day}"}
            at = NOW + timedelta(days=day)
            note(owner=owner, act=Act.SIGNED_IN, details=details, now=at)
        if day % 2:
            sign(Today(day))
    return marit.pk, sofie.pk


def test_chains_that_nobody_touched_are_whole(chains):
    assert list(broken_chains()) == []
    assert AuditHead.objects.count() == 4


FIELDS = [
    (AuditLink, {"number": 9}, "link"),
    (AuditLink, {"digest": "0" * 64}, "link"),
    (AuditLink, {"chained": "0" * 64}, "link"),
    (AuditEntry, {"at": NOW - timedelta(seconds=1)}, "entry"),
    (AuditEntry, {"act": "exported"}, "entry"),
    (AuditEntry, {"details": {"device": "Safari"}}, "entry"),
    (AuditEntry, {"salt": "0" * 32}, "entry"),
    (AuditHead, {"day": NOW.date() - timedelta(days=9)}, "signature"),
    (AuditHead, {"chained": "0" * 64}, "signature"),
    (AuditHead, {"signature": "0" * 128}, "signature"),
    (AuditHead, {"key": "0" * 64}, "signature"),
]


@pytest.mark.parametrize(
    "case", FIELDS, ids=[f"{m.__name__} {c}" for m, c, _ in FIELDS]
)
def test_any_field_that_is_changed_is_found(chains, case):
    model, change, why = case
    mine = model.objects.filter(owner=chains[0])
    at_two = {"link__number": 2} if model is AuditEntry else {"number": 2}
    assert mine.filter(**at_two).update(**change) == 1

    assert list(broken_chains()) == [BrokenChain(chains[0], 2, why)]


def test_an_entry_moved_to_another_account_or_link_is_found(chains):
    marit, sofie = chains
    AuditEntry.objects.filter(owner=marit, link__number=3).update(owner=sofie)
    assert list(broken_chains()) == [BrokenChain(marit, 3, "entry")]

    AuditLink.objects.filter(owner=marit, number=4).update(owner=sofie, number=5)
    assert list(broken_chains()) == [
        BrokenChain(marit, 3, "entry"),
        BrokenChain(sofie, 5, "link"),
    ]


def test_a_signature_moved_to_another_entry_is_found(chains):
    AuditHead.objects.filter(owner=chains[0], number=2).update(number=4)

    assert list(broken_chains()) == [BrokenChain(chains[0], 4, "signature")]


def test_a_chain_made_anew_from_an_entry_on_does_not_fit_what_was_signed(chains):
    marit, _ = chains
    AuditLink.objects.filter(owner=marit, number__gte=2).delete()
    note(owner=AuditOwner(marit), act=Act.EXPORTED, now=NOW)

    assert list(broken_chains()) == [BrokenChain(marit, 2, "signature")]


def test_what_is_deleted_by_age_or_with_its_person_is_no_fault_and_else_it_is(chains):
    marit, sofie = chains
    clear_before(owner=AuditOwner(marit), before=NOW + timedelta(days=1), now=LATER)
    erase(owner=AuditOwner(sofie))
    assert list(broken_chains()) == []

    AuditEntry.objects.filter(owner=marit, link__number=3).delete()
    assert list(broken_chains()) == [BrokenChain(marit, 3, "gone")]


def test_an_old_entry_that_nobody_signed_is_found(chains):
    marit, _ = chains
    AuditHead.objects.filter(owner=marit, number=4).delete()
    late = NOW + timedelta(days=9)
    note(owner=AuditOwner(marit), act=Act.EXPORTED, now=late)
    assert list(broken_chains()) == []

    note(owner=AuditOwner(chains[1]), act=Act.EXPORTED, now=late)
    head = AuditHead.objects.filter(owner=chains[1]).order_by("-day")[0]
    head.pk, head.day = None, late.date()
    head.save(force_insert=True)
    found = {(one.owner, one.why) for one in broken_chains()}
    assert (marit, "unsigned") in found


def test_the_server_signs_every_day_and_check_names_the_entry(chains):
    marit, _ = chains
    work_off_due(clock=lambda: NOW + timedelta(days=5))
    assert AuditHead.objects.filter(owner=marit).count() == 2  # nothing is new
    AuditEntry.objects.filter(owner=marit, link__number=1).update(act="exported")

    [fault] = audit_faults("default")
    text = value_text(words_for("en"), fault)
    assert text == (
        f"account {marit}, entry 1: it says something else than when it was noted"
    )


@pytest.mark.django_db(transaction=True)
def test_many_who_write_at_once_never_fork_the_chain(marit):
    def write() -> None:
        try:
            for _ in range(5):
                note(owner=marit, act=Act.SIGNED_IN, now=NOW)
        finally:
            connections.close_all()

    writers = [threading.Thread(target=write) for _ in range(6)]
    for one in writers:
        one.start()
    for one in writers:
        one.join()

    numbers = AuditLink.objects.order_by("number").values_list("number", flat=True)
    assert list(numbers) == list(range(1, 31))
    assert list(broken_chains()) == []


class AuditOwner:
    """Whoever has this key."""

    def __init__(self, pk: int) -> None:
        self.pk = pk
