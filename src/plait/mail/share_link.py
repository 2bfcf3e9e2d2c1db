"""The mail that brings somebody without account the link to what they are shown."""

from typing import cast
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_noop

from plait.accounts.models import Person
from plait.accounts.sharing.links import new_link
from plait.accounts.sharing.queries import NoSuchShare, share_of
from plait.domain.sharing import Way
from plait.jobs.running import Work
from plait.mail.sending import send_message

# Says neither who nor what: it is read on locked telephones.
SUBJECT = gettext_noop("You are shown something in Plait")


def send(work: Work) -> None:
    """Make a link to a share that runs, and send it; the one before opens no more.

    The link stands in no database and in no job: whoever is killed before the mail is
    out makes another one.
    """
    viewer = cast("Person", work.owner)
    try:
        share = share_of(viewer=viewer, uuid=UUID(work.job.key))
    except NoSuchShare:
        return
    today = viewer.local_time(work.now()).date()
    if share.way != Way.ADDRESS or not share.is_running(today):
        return
    token = new_link(share=share, now=work.now())
    path = reverse("by_link", args=[token])
    send_message(
        work=work,
        to=share.receiver_email,
        language=viewer.language,
        template="share_link",
        subject=SUBJECT,
        values={
            "by": viewer.name,
            "address": f"{settings.SERVER_ADDRESS}{path}",
            "until": share.until,
        },
    )
