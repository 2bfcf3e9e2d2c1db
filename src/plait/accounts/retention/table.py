"""What is kept how long, and why: the one table, for the job, the page and the docs."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext_noop

from plait.accounts.invitations import VALID_FOR
from plait.accounts.known_devices import KEPT as DEVICES_KEPT
from plait.accounts.leaving.asking import GRACE
from plait.accounts.operations import LINK_VALID_FOR
from plait.accounts.tries import TRY_LIFETIME
from plait.jobs.operations import KEPT as JOBS_KEPT

SESSIONS_KEPT = timedelta(days=14)
UPLOADS_KEPT = timedelta(days=1)
EXPORTS_KEPT = timedelta(days=1)
COPIES_KEPT = timedelta(days=30)
AUDIT_KEPT = timedelta(days=365)


@dataclass(frozen=True)
class Kept:
    """One kind of thing.

    `what` and `why` are texts of the catalogue. `how_long` counts from its end, its
    last use or its making, as `what` says. `clear` names a function that removes
    what is older; it takes `now` and returns how many that were. None is needed for
    what another job removes. `is_of_server` says that there are none at home.
    """

    name: str
    what: str
    how_long: timedelta
    why: str
    clear: str = ""
    is_of_server: bool = False


_CLEARING = "plait.accounts.retention.clearing"

RETENTION = (
    Kept(
        "sessions",
        gettext_noop("A device that is signed in, since it was last signed in"),
        SESSIONS_KEPT,
        gettext_noop("So that you need not sign in every day."),
        f"{_CLEARING}:clear_sessions",
    ),
    Kept(
        "links",
        gettext_noop("A sign-in link, since it was made"),
        LINK_VALID_FOR,
        gettext_noop("It works once; only a hash of it is kept."),
        f"{_CLEARING}:clear_links",
    ),
    Kept(
        "tries",
        gettext_noop("A password that did not fit, since it was tried"),
        TRY_LIFETIME,
        gettext_noop("To stop guessing; who tried is kept as a hash."),
        f"{_CLEARING}:clear_tries",
    ),
    Kept(
        "invitations",
        gettext_noop("An invitation with its mail address, since it was made"),
        VALID_FOR,
        gettext_noop("So long it can be used; then the address goes."),
        f"{_CLEARING}:clear_invitations",
        is_of_server=True,
    ),
    Kept(
        "devices",
        gettext_noop("The mark of a browser, since it was last seen"),
        DEVICES_KEPT,
        gettext_noop("To tell you of a sign-in from one that is new."),
        f"{_CLEARING}:clear_devices",
        is_of_server=True,
    ),
    Kept(
        "jobs",
        gettext_noop("A job that has ended, since its end"),
        JOBS_KEPT,
        gettext_noop("To see what failed, and run it again."),
        "plait.jobs.operations:clear_ended",
    ),
    Kept(
        "uploads",
        gettext_noop("A file that waits to be imported, since you last looked at it"),
        UPLOADS_KEPT,
        gettext_noop("Until you confirm or leave it; nothing keeps a copy."),
        "plait.web.staging:clear_old",
    ),
    Kept(
        "exports",
        gettext_noop("An export that was put together for you, since it was ready"),
        EXPORTS_KEPT,
        gettext_noop("For you to download; nobody else can."),
        "plait.web.taking_along:clear_old",
        is_of_server=True,
    ),
    Kept(
        "copies",
        gettext_noop("An emptied copy of what somebody showed you, since it ended"),
        COPIES_KEPT,
        gettext_noop("Its content went when it ended; only that it was is left."),
        f"{_CLEARING}:clear_copies",
        is_of_server=True,
    ),
    Kept(
        "shares",
        gettext_noop("What you showed to whom, and who looked, since it ended"),
        AUDIT_KEPT,
        gettext_noop("For you to know later what you had agreed to."),
        f"{_CLEARING}:clear_shares",
        is_of_server=True,
    ),
    Kept(
        "audit",
        gettext_noop("What is noted of your account, since it happened"),
        AUDIT_KEPT,
        gettext_noop("To see who signed in and what was shown; hashes of it stay."),
        f"{_CLEARING}:clear_audit",
        is_of_server=True,
    ),
    Kept(
        "leaving",
        gettext_noop("An account that is being deleted, since it was asked for"),
        GRACE,
        gettext_noop("A week to think again; then everything of it is removed."),
        is_of_server=True,
    ),
)
