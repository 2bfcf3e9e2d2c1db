"""Which mail somebody wants, and when: read, changed, and planned with it."""

from datetime import datetime, time

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import transaction

from plait.accounts import models as rows
from plait.accounts.models import Person
from plait.domain.errors import PlaitError
from plait.domain.mail import USUAL, MailChoice, MailKind
from plait.jobs.operations import bring_forward, drop, enqueue

MAIL_TIME = "mail-time"
"""The kind of the job that looks whether a mail is due; one for each kind of mail."""
CHOSEN_MAIL = "chosen-mail"
"""The kind of the job that sends a mail which its person chose."""


class NoSuchMail(PlaitError):
    """A kind of mail that this server does not send, or a time that is none."""


def kinds_here() -> tuple[MailKind, ...]:
    """Return the kinds that this server sends: without books none that is from one."""
    if settings.SERVER == "organisation":
        return (MailKind.SHARED,)
    return tuple(MailKind) if settings.SERVER else ()


def mail_choices(*, viewer: Person) -> tuple[MailChoice, ...]:
    """Return every kind that this server sends: as it was chosen, else as usual."""
    held = rows.MailChoice.objects.filter(owner=viewer.pk)
    chosen = {MailKind(row.kind): _choice(row) for row in held}
    return tuple(chosen.get(kind, USUAL[kind]) for kind in kinds_here())


def mail_choice(*, owner: int, kind: MailKind) -> MailChoice:
    """Return one kind as its person chose it."""
    row = rows.MailChoice.objects.filter(owner=owner, kind=kind).first()
    return _choice(row) if row else USUAL[kind]


@transaction.atomic
def choose_mail(*, viewer: Person, choice: MailChoice, now: datetime) -> None:
    """Keep a choice; what was due before it is not sent any more.

    Raise `NoSuchMail` for a kind that this server does not send.
    """
    if choice.kind not in kinds_here():
        raise NoSuchMail(
            "This server does not send that mail",
            value=choice.kind,
            fix="Set PLAIT_SERVER: on one's own machine nothing is sent.",
        )
    was = mail_choice(owner=viewer.pk, kind=choice.kind)
    rows.MailChoice.objects.update_or_create(
        owner_id=viewer.pk,
        kind=choice.kind,
        defaults={
            "is_on": choice.is_on,
            "weekday": choice.weekday,
            "at": f"{choice.at:%H:%M}",
            "handled_at": now,
        },
    )
    if choice != was:
        _plan(viewer, choice, now)


@transaction.atomic
def stop_mail(*, owner: int, kind: MailKind) -> bool:
    """Send that kind no more; return False where nobody is there any more.

    The mail itself asks for this: whoever has it needs no sign-in.
    """
    person = Person.objects.filter(pk=owner).first()
    if person is None:
        return False
    usual = {"handled_at": person.created_at, "is_on": False}
    kept, _ = rows.MailChoice.objects.get_or_create(
        owner_id=owner, kind=kind, defaults=usual
    )
    if kept.is_on:
        kept.is_on = False
        kept.save(update_fields=["is_on"])
    drop(viewer=person, kind=MAIL_TIME, key=kind)
    return True


@transaction.atomic
def post(*, owner: int, kind: MailKind, key: str, now: datetime, by: str = "") -> bool:
    """Ask for a mail in the transaction of what it is about, if its person wants it.

    `key` names what that is: of one owner, kind and key one mail waits. `by` is whose
    name the mail says.
    """
    person = Person.objects.filter(pk=owner, sample_of=None).first()
    if person is None or not mail_choice(owner=owner, kind=kind).is_on:
        return False
    arguments = {"mail": kind.value, "by": by}
    key = f"{kind}-{key}"[:100]
    enqueue(owner=person, kind=CHOSEN_MAIL, key=key, arguments=arguments, now=now)
    return True


def look_again(*, owner: int) -> None:
    """Let what is planned be planned anew: a time or a time zone has changed."""
    for kind in kinds_here():
        bring_forward(owner_id=owner, kind=MAIL_TIME, key=kind)


def stop_token(owner: int, kind: MailKind) -> str:
    """Return what the address ends with that stops a kind of mail."""
    return _signer().sign(f"{owner}.{kind}")


def stopped_by(token: str) -> tuple[Person, MailKind] | None:
    """Return whose mail and which kind a token stops, None for one that was made up."""
    try:
        owner, _, kind = _signer().unsign(token).partition(".")
        found, which = (
            Person.objects.filter(pk=int(owner), sample_of=None),
            MailKind(kind),
        )
    except (BadSignature, ValueError):
        return None
    person = found.first()
    return (person, which) if person else None


def _plan(viewer: Person, choice: MailChoice, now: datetime) -> None:
    """Let a job look when it is due; it plans the next one itself."""
    if choice.kind is MailKind.SHARED or viewer.sample_of_id:
        return
    drop(viewer=viewer, kind=MAIL_TIME, key=choice.kind)
    if choice.is_on:
        enqueue(owner=viewer, kind=MAIL_TIME, key=choice.kind, now=now)


def _choice(row: rows.MailChoice) -> MailChoice:
    return MailChoice(
        MailKind(row.kind), row.is_on, row.weekday, time.fromisoformat(row.at)
    )


def _signer() -> Signer:
    return Signer(salt="plait.mail.stop")
