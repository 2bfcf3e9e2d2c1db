"""The only writes to people and their sign-in links."""

import secrets
from datetime import date, datetime, timedelta
from typing import TypedDict, Unpack

from django.db import IntegrityError, transaction
from django.utils import timezone

from plait.accounts.audit.notes import erase
from plait.accounts.mailing.choices import look_again
from plait.accounts.models import Owner, Person, SignInLink
from plait.accounts.secret_tokens import token_hash
from plait.accounts.servers import refuse_book
from plait.accounts.sharing.operations import forget_shares
from plait.accounts.sign_ins import end_sessions
from plait.accounts.tries import clear_away
from plait.domain.errors import PlaitError

LINK_VALID_FOR = timedelta(minutes=30)


class NameTaken(PlaitError):
    """Another person signs in with that name."""


class LinkSpent(PlaitError):
    """A sign-in link was used before, is too old, or never was."""


# What is about the person and not about what they live on: kept where no book is.
WITHOUT_BOOK = frozenset(
    {"name", "timezone", "language", "theme", "numbers", "dates", "clock"}
)


class PersonSettings(TypedDict, total=False):
    """What a person can change of themselves; the schema of a person has the limits."""

    name: str
    currency: str
    timezone: str
    language: str
    theme: str
    capacity_minutes: int | None
    country: str
    region: str
    born_on: date | None
    travel_minutes: int
    savings_minor: int | None
    floor_minor: int | None
    savings_currency: str
    set_aside: int | None
    numbers: str
    dates: str
    clock: str
    has_shortcuts: bool
    hidden_findings: str
    has_confirmed: bool
    hides_first_steps: bool


@transaction.atomic
def add_person(
    *, sign_in_name: str, now: datetime, **settings: Unpack[PersonSettings]
) -> Person:
    """Add a person; raise `NameTaken` if the sign-in name is in use."""
    person = Person(sign_in_name=sign_in_name, created_at=now, **settings)
    # People come in by a link; a password is what they may add.
    person.set_unusable_password()
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError as error:
        # Without it, another rule of the table was broken: a fault of ours.
        if not Person.objects.filter(sign_in_name=sign_in_name).exists():
            raise
        raise NameTaken(
            "Somebody else signs in with this name",
            value=sign_in_name,
            fix="Choose another name.",
        ) from error
    return person


@transaction.atomic
def add_sample_person(*, viewer: Person, sign_in_name: str, now: datetime) -> Person:
    """Add whom a copy of the sample belongs to; nobody signs in as them."""
    copy = Person(
        sign_in_name=sign_in_name,
        name="Marit van Dalen",
        sample_of=viewer,
        is_active=False,
        language=viewer.language,
        theme=viewer.theme,
        has_confirmed=True,
        hides_first_steps=True,
        created_at=now,
    )
    copy.set_unusable_password()
    copy.save()
    return copy


@transaction.atomic
def change_person(*, viewer: Person, **settings: Unpack[PersonSettings]) -> Person:
    """Change a person's own settings; those of a book only where one may be kept."""
    settings = with_savings_currency(viewer, settings)
    if not settings.keys() <= WITHOUT_BOOK:
        refuse_book(viewer)
    for name, value in settings.items():
        setattr(viewer, name, value)
    viewer.save(update_fields=list(settings))
    if "timezone" in settings:
        look_again(owner=viewer.pk)
    return viewer


def with_savings_currency(viewer: Person, settings: PersonSettings) -> PersonSettings:
    """Return the settings with the currency that savings and floor are in.

    Amounts keep the currency that they were written in: another home currency makes
    no pounds of euros.
    """
    if "savings_currency" in settings:
        return settings
    kept = viewer.savings_currency or viewer.currency
    has_amounts = (viewer.savings_minor, viewer.floor_minor) != (None, None)
    is_about_them = settings.keys() & {"savings_minor", "floor_minor"}
    if is_about_them and not has_amounts:
        kept = settings.get("currency") or viewer.currency
    if is_about_them or (has_amounts and "currency" in settings):
        return {**settings, "savings_currency": kept}
    return settings


@transaction.atomic
def delete_person(*, viewer: Person) -> None:
    """Delete a person whose book is empty, with their sample, and end all sessions.

    Of what was noted of them only the chain stays, which says nothing any more, and
    the number of its owner.
    """
    gone = {viewer.pk, *viewer.samples.values_list("pk", flat=True)}
    end_sessions(person=viewer)
    erase(owner=viewer)
    now = timezone.now()  # noqa: TID251  # when the copies of others were emptied
    forget_shares(owners=gone, now=now)
    Person.objects.filter(pk__in=gone).delete()
    Owner.objects.filter(pk__in=gone, audit_links=None).delete()


@transaction.atomic
def set_password(*, viewer: Person, password: str) -> None:
    """Let the person sign in with a password from now on.

    Sessions and links from before are worth nothing any more: whoever changes it may
    have been robbed of one.
    """
    viewer.set_password(password)
    viewer.save(update_fields=["password"])
    SignInLink.objects.filter(owner=viewer).delete()


@transaction.atomic
def make_link(*, person: Person, now: datetime) -> str:
    """Return a fresh token that signs the person in once, within half an hour."""
    token = secrets.token_urlsafe(32)
    SignInLink.objects.filter(owner=person, expires_at__lt=now).delete()
    SignInLink.objects.create(
        owner=person, token_hash=token_hash(token), expires_at=now + LINK_VALID_FOR
    )
    return token


@transaction.atomic
def use_link(*, token: str, now: datetime) -> Person:
    """Return whom the token signs in and spend it; raise `LinkSpent` otherwise."""
    clear_away(now=now)
    fresh = SignInLink.objects.filter(
        token_hash=token_hash(token),
        used_at=None,
        # One made under a clock that ran ahead does not last longer than the others.
        expires_at__range=(now, now + LINK_VALID_FOR),
        owner__is_active=True,
    )
    # Locked, so that of two at one moment the second sees it used.
    link = fresh.select_related("owner").select_for_update(of=("self",)).first()
    if link is None:
        raise LinkSpent(
            "This sign-in link was used already or is too old",
            fix="Ask for a new one where Plait runs: plait link.",
        )
    link.used_at = now
    link.save(update_fields=["used_at"])
    return link.owner
