"""What is over is removed once a day; what is not stays."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session

from plait.accounts.audit.notes import note
from plait.accounts.invitations import invite
from plait.accounts.models import (
    AuditEntry,
    Envelope,
    Invitation,
    KnownDevice,
    Look,
    Share,
    SignIn,
    SignInLink,
    SignInTry,
)
from plait.accounts.operations import make_link
from plait.accounts.retention.table import RETENTION, SESSIONS_KEPT
from plait.accounts.sign_ins import note_sign_in
from plait.domain.audit import Act
from plait.jobs.models import DONE, Job
from plait.jobs.operations import plan_missing
from plait.jobs.worker import work_off_due
from tests.several.conftest import NOW


def leave(person, at) -> None:
    """Let somebody leave a thing of each kind, at a time."""
    note_sign_in(person=person, session_key=f"{at}", now=at, agent="")
    Session.objects.create(
        session_key=SignIn.objects.last().session_hash,
        session_data="",
        expire_date=at + SESSIONS_KEPT,
    )
    make_link(person=person, now=at)
    SignInTry.objects.create(fingerprint="a", at=at)
    invite(viewer=None, email=f"a{at:%d%H}@example.org", language="en", now=at)
    KnownDevice.objects.create(owner_id=person.pk, mark_hash=f"{at}", seen_at=at)
    note(owner=person, act=Act.EXPORTED, now=at)
    shown = {"owner_id": person.pk, "slice_kind": "hours_by_role", "until": at.date()}
    number = uuid4()
    Share.objects.create(
        **shown, uuid=number, receiver_name="Omar", way="file", made_at=at, ended_at=at
    )
    Look.objects.create(
        owner_id=person.pk, share_uuid=number, day=at.date(), name="Omar"
    )
    Envelope.objects.create(
        **shown, uuid=uuid4(), share_uuid=number, sent_at=at, blanked_at=at
    )
    Job.objects.create(
        owner=person,
        kind="calendar",
        state=DONE,
        key=f"{at}",
        not_before=at,
        created_at=at,
        finished_at=at,
    )


@pytest.mark.django_db(transaction=True)
def test_each_kind_goes_when_it_is_over_and_not_before(marit):
    every = timedelta(days=401)
    for at in (NOW - timedelta(seconds=1), NOW - every):
        leave(marit, at)
    assert plan_missing(now=NOW - timedelta(hours=1)) >= 1

    work_off_due(clock=lambda: NOW)

    job = Job.objects.get(kind="retention", state=DONE)
    ours = {one.name for one in RETENTION if one.clear} - {"uploads", "exports"}
    assert {name for name, n in job.result.items() if n} >= ours
    kinds = (Session, SignIn, SignInLink, SignInTry, Invitation, KnownDevice)
    for kind in (*kinds, Share, Look):
        assert kind.objects.count() == 1, kind
    assert Job.objects.filter(kind="calendar").count() == 1
    assert AuditEntry.objects.filter(act=Act.EXPORTED).count() == 1
    assert Job.objects.filter(kind="retention", state="waiting").exists()


def test_the_page_says_all_of_it(marit, client):
    client.force_login(marit)

    page = client.get("/settings/kept/").text

    assert all(one.what in page for one in RETENTION)
    assert "365 days" in page
    assert "15 minutes" in page


def test_sessions_last_as_long_as_the_table_says():
    assert SESSIONS_KEPT.total_seconds() == settings.SESSION_COOKIE_AGE
