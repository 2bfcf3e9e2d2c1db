"""Removing what is kept no longer: each kind its own function, in short steps."""

from datetime import datetime

from django.contrib.sessions.models import Session
from django.db import models, transaction

from plait.accounts.audit.notes import clear_before
from plait.accounts.known_devices import KEPT as DEVICES_KEPT
from plait.accounts.models import (
    AuditEntry,
    Envelope,
    Invitation,
    KnownDevice,
    Look,
    Owner,
    Share,
    SignIn,
    SignInLink,
    SignInTry,
)
from plait.accounts.retention.table import AUDIT_KEPT, COPIES_KEPT
from plait.accounts.tries import TRY_LIFETIME
from plait.domain.audit import Act

_AT_ONCE = 500


def clear_sessions(*, now: datetime) -> int:
    """Remove sessions that are over, and the devices that they were on."""
    n = _clear(Session.objects.filter(expire_date__lte=now))
    alive = Session.objects.values("session_key")
    return n + _clear(SignIn.objects.exclude(session_hash__in=alive))


def clear_links(*, now: datetime) -> int:
    """Remove links that let nobody in any more."""
    return _clear(SignInLink.objects.filter(expires_at__lte=now))


def clear_tries(*, now: datetime) -> int:
    """Remove tries that count no more."""
    return _clear(SignInTry.objects.filter(at__lte=now - TRY_LIFETIME))


def clear_invitations(*, now: datetime) -> int:
    """Remove invitations that can be used no more, used or not."""
    return _clear(Invitation.objects.filter(expires_at__lte=now))


def clear_devices(*, now: datetime) -> int:
    """Forget browsers that nobody signed in with for long."""
    return _clear(KnownDevice.objects.filter(seen_at__lt=now - DEVICES_KEPT))


def clear_copies(*, now: datetime) -> int:
    """Remove copies of what others showed that were emptied long ago."""
    return _clear(Envelope.objects.filter(blanked_at__lt=now - COPIES_KEPT))


def clear_shares(*, now: datetime) -> int:
    """Remove consent that ended long ago, and who looked at what it showed."""
    old = Share.objects.filter(ended_at__lt=now - AUDIT_KEPT)
    looks = Look.objects.filter(share_uuid__in=old.values("uuid"))
    return _clear(looks) + _clear(old)


def clear_audit(*, now: datetime) -> int:
    """Delete what was noted long ago; each account's chain stays whole."""
    before = now - AUDIT_KEPT
    old = AuditEntry.objects.filter(at__lt=before).exclude(act=Act.CLEARED)
    owners = list(old.values_list("owner", flat=True).distinct())
    return sum(
        clear_before(owner=owner, before=before, now=now)
        for owner in Owner.objects.filter(pk__in=owners).order_by("pk")
    )


def _clear(rows: models.QuerySet[models.Model]) -> int:
    """Delete the rows, some at a time, each time in a transaction of its own."""
    n_all = 0
    while True:
        with transaction.atomic():
            pks = list(rows.values_list("pk", flat=True)[:_AT_ONCE])
            n, _ = rows.model._base_manager.filter(pk__in=pks).delete()  # noqa: SLF001  # any table
        n_all += n
        if not pks:
            return n_all
