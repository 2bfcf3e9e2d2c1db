"""The job that keeps what a person shows up to date, as long as it is shown."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import cast
from uuid import UUID

from django.conf import settings
from django.db import transaction

from plait.accounts.models import Person, Share
from plait.accounts.sharing.operations import REFRESH, close, deliver
from plait.accounts.sharing.queries import NoSuchShare, kept_up_to_date, share_of
from plait.book.queries import revision_of
from plait.domain.sharing import SliceKind, to_bytes
from plait.exchange.choices import choice_of
from plait.exchange.slices import slice_of
from plait.jobs.kinds import Planned
from plait.jobs.operations import enqueue
from plait.jobs.queries import live_keys
from plait.jobs.running import Work


def refresh(work: Work) -> None:
    """Deliver one share as the book is now, or empty it once it is over."""
    viewer, number = cast("Person", work.owner), UUID(work.job.key)
    today = viewer.local_time(work.now()).date()
    share = _running(viewer, number, today)
    if share is None:
        with transaction.atomic():
            work.finish(is_last=True)
            close(viewer=viewer, share_uuid=number, now=work.now())
        return
    revision = revision_of(viewer=viewer)
    if (share.delivered_revision, share.delivered_on) == (revision, today):
        return
    payload = to_bytes(
        slice_of(
            viewer=viewer,
            kind=SliceKind(share.slice_kind),
            choice=choice_of(share),
            until=share.until,
            today=today,
        )
    )
    with transaction.atomic():
        work.finish()
        deliver(
            viewer=viewer,
            share_uuid=number,
            payload=payload,
            revision=revision,
            today=today,
            now=work.now(),
        )
        # A change while this ran found the job at work, and asked for none.
        if revision_of(viewer=viewer) != revision:
            enqueue(owner=viewer, kind=REFRESH, key=str(number), now=work.now())


def unplanned(now: datetime) -> Iterator[Planned]:
    """Yield the shares that run, or are over and not yet emptied, without a job."""
    if not settings.SERVER:
        return
    live = set(live_keys(kind=REFRESH))
    for share in kept_up_to_date():
        if str(share.uuid) not in live:
            yield Planned(share.owner_id, str(share.uuid), now)


def _running(viewer: Person, number: UUID, today: date) -> Share | None:
    try:
        share = share_of(viewer=viewer, uuid=number)
    except NoSuchShare:
        return None
    return share if share.is_running(today) else None
