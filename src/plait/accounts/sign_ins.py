"""Where a person is signed in, and ending that, here or everywhere."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from django.contrib.sessions.models import Session
from django.db import transaction
from django.dispatch import Signal

from plait.accounts.audit.notes import Details, note
from plait.accounts.known_devices import remember
from plait.accounts.models import Person, SignIn
from plait.accounts.session_store import stored_key
from plait.domain.audit import Act
from plait.jobs.operations import enqueue

NEW_DEVICE_MAIL = "new-device-mail"
"""The kind of the job that tells somebody of a sign-in; the room of mail does it."""

# Sent with `user` once sessions of theirs are over, so that nothing of them is kept.
sessions_ended = Signal()

# The first of them that a browser names itself by is what it is called.
_BROWSERS = {
    "Edg": "Edge",
    "OPR": "Opera",
    "Firefox": "Firefox",
    "FxiOS": "Firefox",
    "CriOS": "Chrome",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
_SYSTEMS = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "Windows": "Windows",
    "Mac OS X": "Mac",
    "CrOS": "ChromeOS",
    "Linux": "Linux",
}


@transaction.atomic
def note_sign_in(
    *, person: Person, session_key: str, now: datetime, agent: str, mark: str = ""
) -> SignIn:
    """Note that the person signed in; `agent` is how the browser describes itself.

    `mark` is what the browser is known by, on a server of several people. From one
    that was not seen before a mail tells the person of it.
    """
    end_old(person=person)
    row, _ = SignIn.objects.update_or_create(
        session_hash=stored_key(session_key),
        defaults={"owner": person, "at": now, "device": device_of(agent)},
    )
    is_new = bool(mark) and remember(person=person, mark=mark, now=now)
    act = Act.NEW_DEVICE if is_new else Act.SIGNED_IN
    note(owner=person, act=act, details=_details(row), now=now)
    if is_new:
        enqueue(
            owner=person,
            kind=NEW_DEVICE_MAIL,
            key=str(row.pk),
            arguments={"sign_in": row.pk},
            now=now,
        )
    return row


def device_of(agent: str) -> str:
    """Return browser and system in few words: "Firefox, Linux"; "" where unknown."""
    agent = agent[:400]
    named = [
        next((called for mark, called in names.items() if mark in agent), "")
        for names in (_BROWSERS, _SYSTEMS)
    ]
    return ", ".join(filter(None, named))


def sign_ins(*, viewer: Person) -> list[SignIn]:
    """Return where the viewer is signed in, the latest first."""
    rows = SignIn.objects.filter(owner=viewer).order_by("-at", "-pk")
    alive = _alive(row.session_hash for row in rows)
    return [row for row in rows if row.session_hash in alive]


@transaction.atomic
def end_sign_in(
    *, viewer: Person, pk: int, now: datetime, act: Act = Act.SIGNED_OUT_THERE
) -> bool:
    """End one of the viewer's sessions; return False where it is none of theirs."""
    row = SignIn.objects.filter(owner=viewer, pk=pk).first()
    if row is None:
        return False
    Session.objects.filter(session_key=row.session_hash).delete()
    note(owner=viewer, act=act, details=_details(row), now=now)
    row.delete()
    _say_ended(viewer)
    return True


@transaction.atomic
def sign_others_out(*, viewer: Person, but: str, now: datetime) -> None:
    """End all of the viewer's sessions but the one whose key is given."""
    end_sessions(person=viewer, but=but)
    note(owner=viewer, act=Act.SIGNED_OUT_ELSEWHERE, now=now)


@transaction.atomic
def end_sessions(*, person: Person, but: str = "") -> None:
    """End all of a person's sessions, but the one whose key is given."""
    rows = SignIn.objects.filter(owner=person)
    rows = rows.exclude(session_hash=stored_key(but)) if but else rows
    hashes = list(rows.values_list("session_hash", flat=True))
    Session.objects.filter(session_key__in=hashes).delete()
    rows.delete()
    _say_ended(person)


def _say_ended(person: Person) -> None:
    """Send `sessions_ended` once no request can use such a session any more."""
    transaction.on_commit(partial(sessions_ended.send, sender=SignIn, user=person))


def end_old(*, person: Person) -> None:
    """Forget sign-ins whose session is over."""
    rows = SignIn.objects.filter(owner=person)
    alive = _alive(rows.values_list("session_hash", flat=True))
    rows.exclude(session_hash__in=alive).delete()


def _details(row: SignIn) -> Details:
    return {"device": row.device} if row.device else {}


def _alive(hashes: Iterable[str]) -> set[str]:
    rows = Session.objects.filter(session_key__in=list(hashes))
    return set(rows.values_list("session_key", flat=True))
