"""What is asked of an organisation's server: its settings, its keys, a code's meaning."""

from base64 import b64encode
from typing import Any
from urllib.parse import quote_plus

from django.conf import settings
from django.core.cache import cache

from plait.domain.sign_in_provider import SignInProvider
from plait.network.http_client import Network
from plait.network.json_client import ask_json
from plait.web.oidc.tokens import refused, verified_claims

_KEPT_S = 300
_BASIC, _POST = "client_secret_basic", "client_secret_post"


def configuration(organisation: SignInProvider) -> dict[str, Any]:
    """Return what the organisation's server says of itself, kept for five minutes."""
    key = f"oidc:{organisation.key}:{organisation.issuer}"
    kept: dict[str, Any] | None = cache.get(key)
    if kept is not None:
        return kept
    address = f"{organisation.issuer.rstrip('/')}/.well-known/openid-configuration"
    found = ask_json(address, _network(organisation))
    if found.get("issuer") != organisation.issuer:
        raise refused("issuer")
    cache.set(key, found, _KEPT_S)
    return found


def claims_for_code(
    organisation: SignInProvider, *, code: str, verifier: str, nonce: str, back: str
) -> dict[str, Any]:
    """Return what the organisation says of whoever brought the code.

    `back` is the address that the code was sent to, `verifier` what PKCE began with.
    """
    known, network = configuration(organisation), _network(organisation)
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": back,
        "code_verifier": verifier,
        "client_id": organisation.client_id,
    }
    headers = {}
    if organisation.secret and _is_basic(known):
        headers["Authorization"] = _basic(organisation)
    elif organisation.secret:
        form["client_secret"] = organisation.secret
    answer = ask_json(_at(known, "token_endpoint"), network, form=form, headers=headers)
    keys = ask_json(_at(known, "jwks_uri"), network)
    token = str(answer.get("id_token", ""))
    claims = verified_claims(token, keys, organisation, nonce=nonce)
    if "email" in claims or not known.get("userinfo_endpoint"):
        return claims
    bearer = {"Authorization": f"Bearer {answer.get('access_token', '')}"}
    more = ask_json(_at(known, "userinfo_endpoint"), network, headers=bearer)
    if more.get("sub") != claims["sub"]:
        raise refused("userinfo")
    return {**more, **claims}


def proven_address(claims: dict[str, Any]) -> str:
    """Return the mail address that the organisation says is proven, "" without one."""
    is_proven = str(claims.get("email_verified")).lower() == "true"  # some write a text
    return str(claims.get("email", "")).strip().lower() if is_proven else ""


def _at(known: dict[str, Any], endpoint: str) -> str:
    found = known.get(endpoint)
    if not isinstance(found, str):
        raise refused(endpoint)
    return found


def _is_basic(known: dict[str, Any]) -> bool:
    # Without a word of it, basic is what every server has to understand (RFC 6749).
    ways = known.get("token_endpoint_auth_methods_supported", [_BASIC])
    return _BASIC in ways or _POST not in ways


def _basic(organisation: SignInProvider) -> str:
    pair = f"{quote_plus(organisation.client_id)}:{quote_plus(organisation.secret)}"
    return f"Basic {b64encode(pair.encode()).decode()}"


def _network(organisation: SignInProvider) -> Network:
    is_private = organisation.is_private or settings.FETCHES_PRIVATE
    return Network(may_be_private=is_private)
