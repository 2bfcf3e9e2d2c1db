"""Showing a slice of one's book to somebody: looked at before, then kept."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.core.validators import validate_email
from django.db import transaction
from django.forms import ValidationError

from plait.accounts.models import Person, Share
from plait.accounts.sharing.links import LINK_MAIL
from plait.accounts.sharing.operations import add_share
from plait.accounts.sharing.queries import shares_of
from plait.domain.errors import PlaitError
from plait.domain.sharing import Choice, Ground, Slice, SliceKind, Way
from plait.exchange.choices import as_json, choice_of, chosen
from plait.exchange.slices import slice_of
from plait.jobs.operations import enqueue

LONGEST = timedelta(days=3 * 366)
"""For so long something may be shown before it is asked for again."""

# Each is worked out anew after every change of the book.
_MOST = 50
_MOST_MAILS_A_DAY = 20


class CannotShare(PlaitError):
    """Something cannot be shown as it was asked for."""


class NoDay(PlaitError):
    """Nobody said until which day something is shown."""


@dataclass(frozen=True, slots=True)
class ShareTerms:
    """What is to be shown, to whom, how and until when.

    `by_mail` is to the address `email`; without it a file is made, which is for whoever
    has that address where it is known. `name` is what the
    giver calls the receiver.
    """

    kind: SliceKind
    choice: Choice
    name: str
    until: date
    by_mail: bool
    email: str = ""
    purpose: str = ""
    ground: Ground = Ground.CONSENT


def preview(*, viewer: Person, terms: ShareTerms, today: date) -> Slice:
    """Return what would be shown, and keep nothing of it.

    Raise `CannotShare` or `WrongChoice` for what cannot be; `NotThere` for another's role.
    """
    choice = _checked(viewer, terms, today)
    return slice_of(
        viewer=viewer, kind=terms.kind, choice=choice, until=terms.until, today=today
    )


@transaction.atomic
def share(*, viewer: Person, terms: ShareTerms, today: date, now: datetime) -> Share:
    """Show it from now on, until its last day or until it is ended.

    Whether somebody here has the address stays hidden: to the giver both are alike.
    Raise as `preview` does.
    """
    choice = _checked(viewer, terms, today)
    receiver = receiver_of(terms.email) if terms.by_mail else None
    way = Way.FILE if not terms.by_mail else Way.HERE if receiver else Way.ADDRESS
    new = Share(
        slice_kind=terms.kind,
        choice=as_json(choice),
        receiver=receiver.pk if receiver else None,
        receiver_email=terms.email.strip().lower(),
        receiver_name=terms.name.strip() or terms.email.strip(),
        way=way,
        purpose=terms.purpose.strip(),
        ground=terms.ground,
        until=terms.until,
    )
    _check_mails(viewer, new, now)
    add_share(viewer=viewer, share=new, now=now)
    if way == Way.ADDRESS:
        enqueue(owner=viewer, kind=LINK_MAIL, key=str(new.uuid), now=now)
    return new


def slice_today(*, viewer: Person, share: Share, today: date) -> Slice:
    """Return what one of the viewer's shares shows today."""
    return slice_of(
        viewer=viewer,
        kind=SliceKind(share.slice_kind),
        choice=choice_of(share),
        until=share.until,
        today=today,
    )


def receiver_of(email: str) -> Person | None:
    """Return who has proven on this server that the address is theirs, None otherwise."""
    if not settings.SERVER:
        return None
    from allauth.account.models import EmailAddress

    held = EmailAddress.objects.filter(email__iexact=email.strip(), verified=True)
    found = held.select_related("user").filter(user__is_active=True).first()
    person: Person | None = found.user if found else None
    return person


def _checked(viewer: Person, terms: ShareTerms, today: date) -> Choice:
    if viewer.sample_of_id is not None:
        raise CannotShare("This is the sample: nothing of it can be shown to anybody")
    if terms.until < today:
        raise CannotShare(
            "Its last day is over",
            value=terms.until.isoformat(),
            fix="Choose a day that is still to come.",
        )
    if terms.until > today + LONGEST:
        raise CannotShare(
            "Something can be shown for three years at most",
            value=terms.until.isoformat(),
            fix="Choose an earlier last day; you can show it again then.",
        )
    _check_receiver(viewer, terms)
    if terms.kind is SliceKind.AVAILABILITY and viewer.capacity_minutes is None:
        raise CannotShare(
            "How many hours a week you have is not known",
            fix="Fill them in under Settings, Hours.",
        )
    n_running = sum(one.is_running(today) for one in shares_of(viewer=viewer))
    if n_running >= _MOST:
        raise CannotShare("You show fifty things already", fix="End one of them first.")
    return chosen(viewer=viewer, kind=terms.kind, choice=terms.choice)


def _check_receiver(viewer: Person, terms: ShareTerms) -> None:
    if not terms.by_mail:
        if not terms.name.strip():
            raise CannotShare("Say to whom you show it", fix="Give a name.")
        if terms.email.strip():
            _check_address(terms.email)
        return
    if not settings.SERVER:
        raise CannotShare(
            "From your own machine nothing is sent to anybody",
            fix="Make a file of it, and send that yourself.",
        )
    _check_address(terms.email)
    receiver = receiver_of(terms.email)
    if receiver is not None and receiver.pk == viewer.pk:
        raise CannotShare("This is your own address", fix="Choose somebody else's.")


def _check_address(email: str) -> None:
    try:
        validate_email(email.strip())
    except ValidationError as error:
        raise CannotShare(
            "This is no mail address",
            value=email,
            fix="Write one such as name@example.org.",
        ) from error


def _check_mails(viewer: Person, new: Share, now: datetime) -> None:
    """Let nobody send mail to the whole world: alike for addresses here and not."""
    lately = Share.objects.filter(owner=viewer.pk, made_at__gt=now - timedelta(days=1))
    n_mails = lately.exclude(way=Way.FILE).count()
    if new.way != Way.FILE and n_mails >= _MOST_MAILS_A_DAY:
        raise CannotShare(
            "You showed something to twenty addresses today", fix="Go on tomorrow."
        )
