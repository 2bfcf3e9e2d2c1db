"""Removing a person whose week is over, in steps so short that nobody waits for them.

Each step is a transaction of its own. A kill between two leaves fewer rows and the
same person to be removed; doing it again removes what is left. Whoever left is noted
outside the database before the first row goes.
"""

import time
from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.db import connection, transaction

from plait.accounts.audit.notes import erase
from plait.accounts.leaving.asking import shut_out
from plait.accounts.leaving.noted import Happened, add_note, has_left
from plait.accounts.leaving.overwriting import overwritten
from plait.accounts.leaving.parts import clear_outside
from plait.accounts.leaving.tables import Pointing, pointing_to_people
from plait.accounts.models import Invitation, Owner, Person, Share
from plait.accounts.stewardship import INVITATION_MAIL
from plait.jobs.models import Job

# A step should take so long; how many rows that is, is found out on the way. The
# content of a file that is kept may be a thousand times as large as a payment.
_AIM_S = 0.03
_FIRST, _MOST = 2, 900
_LOOKED_UP = 20_000


def due_people(*, now: datetime) -> list[int]:
    """Return the keys of the people whose week is over."""
    rows = Person.objects.filter(leaves_at__lte=now, sample_of=None)
    return list(rows.order_by("leaves_at", "pk").values_list("pk", flat=True))


def remove_person(
    *, pk: int, now: datetime, go_on: Callable[[], bool] = lambda: True
) -> bool:
    """Remove a person whose week is over; return False if `go_on` said to stop."""
    if not _shut(pk, now):
        return True
    samples = Person.objects.filter(sample_of=pk).values_list("pk", flat=True)
    gone = [*samples, pk]
    with overwritten():
        _remove_invitations(pk)
        for table in pointing_to_people():
            if not _empty(table, gone, go_on):
                return False
        _forget_as_receiver(pk, now)
        for owner in gone:
            clear_outside(owner=owner)
        _remove_people(gone)
    return True


@transaction.atomic
def _shut(pk: int, now: datetime) -> bool:
    """Let the person in no more, for good; return False if they are gone or stay."""
    rows = Person.objects.select_for_update(no_key=True)
    person = rows.filter(pk=pk, leaves_at__lte=now).first()
    if person is None:
        return False
    joined_at, happened = person.created_at, Happened.REMOVED
    if not has_left(owner=pk, joined_at=joined_at):
        add_note(owner=pk, joined_at=joined_at, happened=happened, now=now)
    person.is_active = False
    person.set_unusable_password()
    person.save(update_fields=["is_active", "password"])
    shut_out(person, now)
    return True


@transaction.atomic
def _remove_invitations(pk: int) -> None:
    """Remove those the person made, and the one that let them in."""
    theirs = Invitation.objects.filter(invited_by=pk)
    if settings.SERVER:
        from allauth.account.models import EmailAddress

        known = EmailAddress.objects.filter(user=pk).values_list("email", flat=True)
        emails = [one.lower() for one in known]
        theirs = theirs | Invitation.objects.filter(email__in=emails)
    keys = [str(one) for one in theirs.values_list("pk", flat=True)]
    Job.objects.filter(owner=None, kind=INVITATION_MAIL, key__in=keys).delete()
    theirs.delete()


@transaction.atomic
def _forget_as_receiver(pk: int, now: datetime) -> None:
    """End what others show to the person: there is nobody to show it to."""
    theirs = Share.objects.filter(receiver=pk)
    theirs.filter(ended_at=None).update(ended_at=now)
    theirs.update(receiver=None)


@transaction.atomic
def _remove_people(gone: list[int]) -> None:
    for pk in gone:
        erase(owner=Owner(pk=pk))
        Person.objects.filter(pk=pk).delete()
        Owner.objects.filter(pk=pk, audit_links=None).delete()


class _Pace:
    """How many rows a step takes, so that it lasts about as long as it should."""

    def __init__(self) -> None:
        self.n = _FIRST

    def took(self, seconds: float) -> None:
        """Take more of them next time, or fewer."""
        wanted = self.n * _AIM_S / max(seconds, 0.001)
        self.n = max(1, min(_MOST, round(min(wanted, self.n * 2))))


def _empty(table: Pointing, gone: list[int], go_on: Callable[[], bool]) -> bool:
    """Remove the table's rows of them; return False if `go_on` said to stop."""
    pace, rows = _Pace(), table.rows(gone)
    # Looked up rarely: each look passes what was deleted and not yet swept.
    while pks := list(rows.values_list("pk", flat=True)[:_LOOKED_UP]):
        while pks:
            some, pks = pks[: pace.n], pks[pace.n :]
            _step(table, some, pace)
            if not go_on():
                return False
    return True


def _step(table: Pointing, pks: list[int], pace: _Pace) -> None:
    """Remove some rows, or cut them off from the person."""
    began = time.monotonic()
    with transaction.atomic():
        some = table.kind._base_manager.filter(pk__in=pks)  # noqa: SLF001  # without the journal
        if table.is_cut:
            some.update(**{table.by: None})
        else:
            some._raw_delete(connection.alias)  # noqa: SLF001  # all that points to them is gone
    pace.took(time.monotonic() - began)
