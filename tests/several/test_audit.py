"""What happened with an account: one chain for each, which nobody changes unseen."""

from datetime import UTC, datetime, timedelta

from plait.accounts.audit.hashes import chained_of, digest_of
from plait.accounts.audit.notes import clear_before, note
from plait.accounts.models import AuditEntry, AuditLink, Owner
from plait.book.operations.deletion import delete_everything
from plait.domain.audit import Act

NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)


def test_each_link_is_chained_to_the_one_before(marit, sofie):
    for owner in (marit, sofie, marit):
        note(owner=owner, act=Act.SHARE_MADE, details={"to": "Omar\0"}, now=NOW)

    first, second = AuditLink.objects.filter(owner=marit.pk).order_by("number")
    entry = second.entry
    assert (first.number, second.number) == (1, 2)
    assert entry.details == {"to": "Omar"}
    assert second.digest == digest_of(
        salt=entry.salt,
        owner=marit.pk,
        number=2,
        at=entry.at,
        act=entry.act,
        details=entry.details,
    )
    assert second.chained == chained_of(
        before=first.chained, owner=marit.pk, number=2, digest=second.digest
    )


def test_who_deletes_their_account_leaves_hashes_and_a_number(marit):
    note(owner=marit, act=Act.EXPORTED, now=NOW)
    number = marit.pk

    delete_everything(viewer=marit)

    assert not AuditEntry.objects.exists()
    assert AuditLink.objects.filter(owner=number).count() == 1
    assert Owner.objects.filter(pk=number).exists()


def test_what_is_old_is_cleared_and_that_is_noted(marit):
    for day in (0, 1, 400):
        note(owner=marit, act=Act.EXPORTED, now=NOW + timedelta(days=day))
    late = NOW + timedelta(days=401)

    n = clear_before(owner=marit, before=late - timedelta(days=365), now=late)

    kept = AuditEntry.objects.order_by("link__number")
    assert n == 2
    assert [(row.link.number, row.details) for row in kept] == [
        (3, {}),
        (4, {"until": 2}),
    ]
    assert AuditLink.objects.count() == 4
