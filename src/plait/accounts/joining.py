"""How allauth signs people in here: whom it lets join, and what a person is given.

Settings name these classes where `PLAIT_SERVER` is set; nothing else reads this file.
"""

import time
from datetime import timedelta
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from plait.accounts.addresses import address_of
from plait.accounts.by_organisation import BY_ORGANISATION, ORGANISATION
from plait.accounts.invitations import INVITATION, NotInvited, join, open_invitation
from plait.accounts.mailing.account_mail import send_later
from plait.accounts.models import Invitation, Person
from plait.accounts.sealing import seal, unseal

# What allauth calls a sign-in by an organisation, in its list of a session's sign-ins.
_BY_ORGANISATION = "socialaccount"


def invitation_in(request: HttpRequest) -> Invitation | None:
    """Return the open invitation that somebody came with, None if there is none."""
    now = timezone.now()  # noqa: TID251  # allauth hands no time on
    return open_invitation(pk=request.session.get(INVITATION), now=now)


class NameForm(forms.Form):
    """What is asked beside address and password when somebody joins."""

    name = forms.CharField(label=_("Your name"), max_length=150)

    def signup(self, request: HttpRequest, user: Person) -> None:
        """Leave the person as the adapter made them; allauth asks for this."""


class Adapter(DefaultAccountAdapter):
    """Lets in whoever was invited, under the address that the mail went to."""

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:  # noqa: ANN401, ARG002  # as allauth calls it
        """Note with whose address it was that a password did not fit."""
        from plait.accounts.account_events import note_refused_password

        note_refused_password(credentials.get("email", ""))

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:  # noqa: ANN401  # as allauth calls it
        """Return whether to ask who it is: not within ten minutes of signing in."""
        records = get_authentication_records(self.request, self.request.user)
        last = max((one["at"] for one in records), default=0.0)
        if time.time() - last < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT:
            return False
        return super().is_reauthentication_required(app=app, **more)

    def get_reauthentication_methods(self, user: Person) -> list[dict[str, Any]]:
        """Return the ways to show who one is: a passkey first, which is the safest."""
        found = super().get_reauthentication_methods(user)
        return sorted(found, key=lambda way: "webauthn" not in way["id"])

    def send_mail(self, template_prefix: str, email: str, context: Any) -> None:  # noqa: ANN401  # as allauth calls it
        """Ask for a mail, which a job sends: nobody waits for the mail server."""
        send_later(
            prefix=template_prefix,
            email=email,
            context=context,
            language=get_language() or "en",
            now=timezone.now(),  # noqa: TID251  # allauth hands no time on
        )

    def send_notification_mail(
        self,
        template_prefix: str,
        user: Person,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell somebody of a change: by their own address, unless it goes elsewhere."""
        to = email or address_of(user)
        if to:
            self.send_mail(template_prefix, to, (context or {}) | {"user": user})

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return whether this visitor came with an invitation that is open."""
        return invitation_in(request) is not None

    def clean_email(self, email: str) -> str:
        """Return the address; only the one that was invited may join."""
        invitation = invitation_in(self.request)
        invited = "" if invitation is None else invitation.email
        if invited and email.strip().lower() != invited:
            message = _("The invitation went to another address: use that one.")
            raise forms.ValidationError(message)
        return super().clean_email(email)

    def save_user(
        self,
        request: HttpRequest,
        user: Person,
        form: forms.Form,
        commit: bool = True,  # noqa: FBT001, FBT002  # as allauth calls it
    ) -> Person:
        """Make the person of a filled-in form, and spend their invitation."""
        invitation = invitation_in(request)
        if invitation is None:
            raise PermissionDenied
        user = super().save_user(request, user, form, commit=False)
        user.name = form.cleaned_data["name"]
        if commit:
            now = timezone.now()  # noqa: TID251  # allauth hands no time on
            try:
                join(invitation=invitation, person=user, now=now)
            except NotInvited as error:
                raise PermissionDenied from error
        return user

    def login(self, request: HttpRequest, user: Person) -> None:
        """Begin the session; one that an organisation's word began is marked so."""
        records = get_authentication_records(request, user)
        keys = [one["provider"] for one in records if one["method"] == _BY_ORGANISATION]
        if not keys:
            super().login(request, user)
            return
        user.backend = BY_ORGANISATION  # type: ignore[attr-defined]  # Django's login() reads it
        super().login(request, user)
        now = timezone.now()  # noqa: TID251  # allauth hands no time on
        request.session[ORGANISATION] = keys[-1]
        request.session.set_expiry(now + timedelta(hours=settings.ORGANISATION_HOURS))

    def send_password_reset_mail(
        self, user: Person, email: str, context: dict[str, Any]
    ) -> None:
        """Send none to whom only an organisation signs in: it may read that mailbox."""
        if not has_no_own_way_in(user):
            super().send_password_reset_mail(user, email, context)

    def populate_username(self, request: HttpRequest, user: Person) -> None:  # noqa: ARG002  # as allauth calls it
        """Give the person a name that says nothing: they sign in by their address."""
        user.sign_in_name = f"person-{get_random_string(16).lower()}"


def has_no_own_way_in(person: Person) -> bool:
    """Return whether only an organisation's word signs this person in."""
    has_passkey = Authenticator.objects.filter(user=person).exists()
    if person.has_usable_password() or has_passkey:
        return False
    return SocialAccount.objects.filter(user=person).exists()


class SecondFactor(DefaultMFAAdapter):
    """Passkeys and codes of this server, with their secrets sealed."""

    def encrypt(self, text: str) -> str:
        """Return a secret as the database may keep it."""
        return seal(text, "second factor")

    def decrypt(self, encrypted_text: str) -> str:
        """Return a secret that the database kept."""
        return unseal(encrypted_text, "second factor")

    def get_public_key_credential_rp_entity(self) -> dict[str, Any]:
        """Return whom a passkey is for: this server's name and Plait."""
        return super().get_public_key_credential_rp_entity() | {"name": "Plait"}
