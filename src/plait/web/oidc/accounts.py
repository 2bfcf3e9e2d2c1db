"""Whose account an organisation's sign-in opens here, and who gets a new one."""

import logging
from typing import Any

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.base.constants import AuthError
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from plait.accounts.by_organisation import (
    add_member,
    invitation_for,
    organisation_keyed,
    refuse_strangers,
)
from plait.accounts.models import Person
from plait.domain.errors import PlaitError
from plait.domain.sign_in_provider import SignInProvider
from plait.web import clock
from plait.web.oidc.tokens import SignInRefused, refused

_log = logging.getLogger(__name__)


class NotSignedIn(PlaitError):
    """Somebody turned back at their organisation's door."""


class OrganisationAccounts(DefaultSocialAccountAdapter):
    """Lets in by an organisation's word whom this server knows or expects."""

    def list_apps(
        self,
        request: HttpRequest,  # noqa: ARG002  # as allauth calls it
        provider: str | None = None,
        client_id: str | None = None,  # noqa: ARG002  # as allauth calls it
    ) -> list[SocialApp]:
        """Return the organisations of the settings; the database holds none."""
        listed = [x for x in settings.ORGANISATIONS if provider in {None, x.key}]
        return [_app(one) for one in listed]

    def on_authentication_error(
        self,
        request: HttpRequest,  # noqa: ARG002  # as allauth calls it
        provider: Any,  # noqa: ANN401  # allauth has no types
        error: object = None,
        exception: Exception | None = None,
        extra_context: object = None,  # noqa: ARG002  # as allauth calls it
    ) -> None:
        """Say in our words that nobody was signed in, on our page."""
        if error == AuthError.CANCELLED:
            raise NotSignedIn(
                "You turned back before your organisation signed you in",
                fix="Begin again, or sign in in another way.",
            )
        _log.warning(
            "sign-in by %s: %s", provider.sub_id, type(exception).__name__ or error
        )
        raise refused("state") from exception

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:  # noqa: ARG002  # as allauth calls it
        """Refuse whom the organisation may not vouch for, also to connect."""
        refuse_strangers(_organisation(sociallogin), sociallogin.proven_address)

    def authenticate_by_email(
        self, sociallogin: SocialLogin
    ) -> None:  # as allauth calls it
        """Open nobody's account for an address: its person connects it themselves."""

    def is_open_for_signup(
        self,
        request: HttpRequest,  # noqa: ARG002  # as allauth calls it
        sociallogin: SocialLogin,
    ) -> bool:
        """Return that somebody new may join; raise `NotAdmitted` otherwise."""
        email = sociallogin.proven_address
        sociallogin.invitation = invitation_for(
            _organisation(sociallogin),
            email=email,
            now=clock.now(),
        )
        return True

    def populate_user(
        self,
        request: HttpRequest,  # noqa: ARG002  # as allauth calls it
        sociallogin: SocialLogin,
        data: dict[str, Any],
    ) -> Person:
        """Take the name over."""
        user: Person = sociallogin.user
        address = str(data.get("email") or "")
        user.name = str(data.get("name") or address.partition("@")[0])[:150]
        return user

    def save_user(
        self,
        request: HttpRequest,
        sociallogin: SocialLogin,
        form: object = None,  # noqa: ARG002  # there is none
    ) -> Person:
        """Make the account of somebody new."""
        from plait.accounts.joining import Adapter

        user: Person = sociallogin.user
        Adapter(request).populate_username(request, user)
        add_member(
            person=user,
            invitation=sociallogin.invitation,
            language="nl" if (get_language() or "").startswith("nl") else "en",
            now=clock.now(),
            known_as=sociallogin,
            request=request,
        )
        return user


def _organisation(sociallogin: SocialLogin) -> SignInProvider:
    found = organisation_keyed(sociallogin.account.provider)
    if found is None:
        raise SignInRefused("There is no such organisation here")
    return found


def _app(one: SignInProvider) -> SocialApp:
    return SocialApp(
        provider="openid_connect",
        provider_id=one.key,
        name=one.name,
        client_id=one.client_id,
        settings={"server_url": one.issuer},
    )
