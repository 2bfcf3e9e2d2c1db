"""Being signed in by one's organisation: whom it brings in, and how a session is marked.

What an organisation's server says opens that organisation's rooms, never a book: whoever
runs that server could otherwise open the book of anybody who works there. So the
session is marked by what signed it in, for as long as it lasts, and somebody's account
is reached only if they connected it themselves or it was made that way.
"""

from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY
from django.contrib.auth.backends import ModelBackend
from django.db import transaction
from django.http import HttpRequest

from plait.accounts.audit.notes import Details, note
from plait.accounts.invitations import join
from plait.accounts.models import Invitation, Person
from plait.domain.audit import Act
from plait.domain.errors import PlaitError
from plait.domain.sign_in_provider import SignInProvider

if TYPE_CHECKING:
    from allauth.socialaccount.models import SocialLogin

BY_ORGANISATION = "plait.accounts.by_organisation.ByOrganisation"
# Where a session keeps which organisation it was.
ORGANISATION = "organisation"


class NotAdmitted(PlaitError):
    """The organisation knows them, and this server does not let them in."""


class ByOrganisation(ModelBackend):
    """Finds who was signed in so; lets nobody in by itself."""

    def authenticate(self, *_: object, **__: object) -> None:
        """Know no password: an organisation's server says who it is."""


def is_by_organisation(request: HttpRequest) -> bool:
    """Return whether an organisation, not the person's own key, signed them in."""
    session = getattr(request, "session", None)
    return bool(session and session.get(BACKEND_SESSION_KEY) == BY_ORGANISATION)


def organisation_keyed(key: str) -> SignInProvider | None:
    """Return the organisation of that key, None where it is none of this server's."""
    found: list[SignInProvider] = [x for x in settings.ORGANISATIONS if x.key == key]
    return found[0] if found else None


def refuse_strangers(organisation: SignInProvider, email: str) -> None:
    """Raise `NotAdmitted` for whom the organisation may not vouch here.

    `email` is the address that it says is proven, "" where it says of none.
    """
    domain = email.rpartition("@")[2].lower()
    if organisation.domains and domain not in organisation.domains:
        raise NotAdmitted(
            "Your organisation did not confirm a mail address of its own for you",
            fix="Ask its IT, or whoever looks after this server.",
        )


def invitation_for(
    organisation: SignInProvider, *, email: str, now: datetime
) -> Invitation | None:
    """Return the invitation of somebody new, None who joins by their address's domain.

    Raise `NotAdmitted` for everybody else. Where an account has that
    address the answer is the same: an organisation does not learn who is here.
    """
    from allauth.account.models import EmailAddress  # not there at home

    rows = Invitation.objects.filter(email=email, used_at=None, expires_at__gt=now)
    invitation = rows.first() if email else None
    is_let_in = invitation is not None or (organisation.joins_by_domain and email)
    is_known = EmailAddress.objects.filter(email__iexact=email).exists()
    if is_let_in and not is_known:
        return invitation
    raise NotAdmitted(
        "No account here belongs to this sign-in",
        fix="If you have one, sign in to it in your own way and connect your"
        " organisation under Settings. Otherwise ask whoever looks after this server.",
    )


@transaction.atomic
def add_member(
    *,
    person: Person,
    invitation: Invitation | None,
    language: str,
    now: datetime,
    known_as: "SocialLogin",
    request: HttpRequest,
) -> None:
    """Add somebody new whom an invitation or their address lets in.

    `known_as` is what allauth has to know of them, kept in the same transaction.
    """
    person.set_unusable_password()
    if invitation is not None:
        join(invitation=invitation, person=person, now=now)
    else:
        person.created_at, person.language = now, language
        person.save()
        note(owner=person, act=Act.JOINED, now=now)
    known_as.save(request)


def connected_to(*, viewer: Person) -> set[str]:
    """Return the keys of the organisations that may sign the person in."""
    from allauth.socialaccount.models import SocialAccount  # not there at home

    rows = SocialAccount.objects.filter(user_id=viewer.pk)
    return set(rows.values_list("provider", flat=True))


@transaction.atomic
def disconnect(*, viewer: Person, organisation: SignInProvider, now: datetime) -> bool:
    """Let the organisation sign the person in no more; False where it could not."""
    from allauth.socialaccount.models import SocialAccount  # not there at home

    rows = SocialAccount.objects.filter(user_id=viewer.pk, provider=organisation.key)
    if not rows.delete()[0]:
        return False
    details: Details = {"name": organisation.name}
    note(owner=viewer, act=Act.ORGANISATION_REMOVED, details=details, now=now)
    return True
