"""What an organisation's signed word says, once it is known to be its own and meant here.

OpenID Connect Core 1.0, section 3.1.3.7. The signature is checked although the token
came over TLS: a proxy that opens TLS is common in organisations.
"""

import hmac
from collections.abc import Mapping
from typing import Any

from plait.domain.errors import PlaitError
from plait.domain.sign_in_provider import SignInProvider

# By public keys alone: with a shared secret this server could write its own word.
_ALGORITHMS = {"RS256": "RSA", "PS256": "RSA", "ES256": "EC"}
_LEEWAY_S = 60


class SignInRefused(PlaitError):
    """An organisation's answer that is not its own, is old, or is meant elsewhere."""


def verified_claims(
    token: str, keys: Mapping[str, Any], organisation: SignInProvider, *, nonce: str
) -> dict[str, Any]:
    """Return what an ID token says; `keys` is the organisation's JWK set.

    Raise `SignInRefused` unless the organisation signed it, for this server, for the
    sign-in that sent this nonce, and not long ago.
    """
    import jwt

    try:
        header = jwt.get_unverified_header(token)
        algorithm = str(header.get("alg"))
        claims: dict[str, Any] = jwt.decode(
            token,
            _key(keys, algorithm, header.get("kid")),
            algorithms=[algorithm],
            issuer=organisation.issuer,
            audience=organisation.client_id,
            leeway=_LEEWAY_S,
            options={"require": ["iss", "sub", "aud", "exp", "iat"]},
        )
    except (jwt.PyJWTError, ValueError, TypeError, KeyError) as error:
        raise refused(type(error).__name__) from error
    if not hmac.compare_digest(str(claims.get("nonce", "")), nonce):
        raise refused("nonce")
    if claims.get("azp", organisation.client_id) != organisation.client_id:
        raise refused("azp")
    return claims


def refused(why: str) -> SignInRefused:
    """Return the fault; `why` is for the log, and names nobody."""
    return SignInRefused(
        "Your organisation's answer could not be trusted",
        value=why,
        fix="Begin again; if it goes on, tell whoever looks after this server.",
    )


def _key(keys: Mapping[str, Any], algorithm: str, kid: object) -> Any:  # noqa: ANN401  # as the library has it
    import jwt

    kind = _ALGORITHMS.get(algorithm)
    listed = keys.get("keys")
    if kind is None or not isinstance(listed, list):
        raise refused("algorithm")
    fitting = [
        one
        for one in listed
        if isinstance(one, dict)
        and one.get("kty") == kind
        and one.get("use", "sig") == "sig"
        and one.get("alg", algorithm) == algorithm
        and (kid is None or one.get("kid") == kid)
    ]
    if len(fitting) != 1:
        raise refused("key")
    return jwt.PyJWK(fitting[0], algorithm=algorithm).key
