"""allauth's OpenID Connect, held to more: PKCE, a nonce, a checked signature, our door."""

import secrets
from typing import Any

from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.provider import (
    OpenIDConnectProvider,
)
from allauth.socialaccount.providers.openid_connect.views import (
    OpenIDConnectOAuth2Adapter,
)
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from plait.accounts.by_organisation import organisation_keyed
from plait.domain.sign_in_provider import SignInProvider
from plait.web.oidc.exchange import claims_for_code, configuration, proven_address
from plait.web.oidc.tokens import refused


class OrganisationAdapter(OpenIDConnectOAuth2Adapter):
    """What allauth's flow asks about one organisation's server."""

    def __init__(self, request: HttpRequest, provider_id: str) -> None:
        super().__init__(request, provider_id)
        self.state: dict[str, Any] = {}

    @property
    def organisation(self) -> SignInProvider:
        """The organisation as it was set."""
        found = organisation_keyed(self.provider_id)
        if found is None:
            raise refused("organisation")
        return found

    @property
    def openid_config(self) -> dict[str, Any]:
        """What its server says of itself, asked through our own door."""
        return configuration(self.organisation)

    def get_callback_url(self, request: HttpRequest, app: object) -> str:  # noqa: ARG002  # as allauth calls it
        """Return where its people come back to: this server's own name."""
        path = reverse("openid_connect_callback", args=[self.provider_id])
        return f"{settings.SERVER_ADDRESS}{path}"

    def get_access_token_data(
        self,
        request: HttpRequest,
        app: object,
        client: object,  # noqa: ARG002  # as allauth calls it
        pkce_code_verifier: str | None = None,
    ) -> dict[str, Any]:
        """Return what the organisation says of whoever brought the code."""
        known = self.openid_config
        answers = request.GET.get("iss")  # RFC 9207: which server answers
        must = known.get("authorization_response_iss_parameter_supported") is True
        if (answers is not None or must) and answers != self.organisation.issuer:
            raise refused("iss")
        return claims_for_code(
            self.organisation,
            code=request.GET.get("code", ""),
            verifier=pkce_code_verifier or "",
            nonce=str(self.state.get("nonce") or secrets.token_urlsafe()),
            back=self.get_callback_url(request, app),
        )

    def parse_token(self, data: dict[str, Any]) -> None:  # as allauth calls it
        """Keep no token: who it is was the only question."""

    def complete_login(
        self,
        request: HttpRequest,
        app: object,  # noqa: ARG002  # as allauth calls it
        token: object,  # noqa: ARG002  # as allauth calls it
        **found: Any,  # noqa: ANN401  # as allauth calls it
    ) -> SocialLogin:
        """Return the sign-in of whom the organisation named."""
        claims = found["response"]
        login = self.get_provider().sociallogin_from_response(request, claims)
        login.proven_address = proven_address(claims)
        return login


class OrganisationProvider(OpenIDConnectProvider):
    """One organisation; what it says beyond name and address is not kept."""

    pkce_enabled_default = True
    oauth2_adapter_class = OrganisationAdapter

    def redirect(
        self,
        request: HttpRequest,
        process: str,
        next_url: str | None = None,
        data: object = None,
        **more: Any,  # noqa: ANN401  # as allauth calls it
    ) -> HttpResponse:
        """Lead to the organisation, with a nonce that its answer has to hold."""
        nonce = secrets.token_urlsafe(24)
        more |= {"auth_params": {"nonce": nonce}, "nonce": nonce, "scope": None}
        led: HttpResponse = super().redirect(request, process, next_url, data, **more)
        return led

    def serialize(self) -> dict[str, Any]:
        """Return what names it in a session: its key, as client ids may be the same."""
        return {"id": self.app.provider_id}

    def extract_uid(self, data: dict[str, Any]) -> str:
        """Return by what the organisation knows the person."""
        return str(data["sub"])

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:  # noqa: ARG002  # as allauth calls it
        """Keep nothing else of them."""
        return {}

    def extract_common_fields(self, data: dict[str, Any]) -> dict[str, Any]:
        """Return name and proven address."""
        email = proven_address(data)
        return {"email": email, "name": data.get("name"), "email_verified": bool(email)}


class OrganisationCallback(OAuth2CallbackView):
    """What an organisation's server leads back to."""

    def _get_state(
        self, request: HttpRequest, provider: object
    ) -> tuple[dict[str, Any] | None, HttpResponse | None]:
        state, response = super()._get_state(request, provider)
        self.adapter.state = state or {}
        return state, response
