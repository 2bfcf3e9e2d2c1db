"""A small OpenID Connect server of an organisation, which says what a test wants."""

import json
import secrets
import time
from collections.abc import Mapping
from html import escape
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from tests.servers.answering import Answering, Asked, Said

CLIENT, SECRET = "plait", "between us two"


class OpenIdServer:
    """Signs `who` in; `claims` and `header` overwrite what its ID token says."""

    def __init__(self, answering: Answering, algorithm: str = "RS256") -> None:
        self.jwt = pytest.importorskip("jwt", reason="comes with the extra `server`")
        self.issuer = answering.at("").rstrip("/")
        self.algorithm = algorithm
        self.key = _new_key(algorithm)
        self.signing_key: Any = self.key
        self.who: dict[str, Any] = {
            "sub": "u-17",
            "name": "Anna de Wit",
            "email": "anna@work.example",
            "email_verified": True,
        }
        self.claims: dict[str, Any] = {}
        self.userinfo: dict[str, Any] = {}
        self.discovery: dict[str, Any] = {}
        self._asked_for: dict[str, dict[str, str]] = {}
        self._answering = answering
        answering.by_path |= {
            "/.well-known/openid-configuration": self._configuration,
            "/keys": self._keys,
            "/token": self._token,
            "/userinfo": self._userinfo,
            "/authorize": self._page,  # as browsers see it: one link that leads back
        }

    @property
    def asked(self) -> list[Asked]:
        """What it was asked so far."""
        return self._answering.asked

    def code_for(self, address: str) -> dict[str, str]:
        """Return what it leads back with, from the address of its sign-in page."""
        asked = dict(parse_qsl(urlsplit(address).query))
        code = secrets.token_urlsafe(8)
        self._asked_for[code] = asked
        return {"code": code, "state": asked["state"]}

    def _page(self, asked: Asked) -> Said:
        address = f"{self.issuer}{asked.path}"
        wanted = dict(parse_qsl(urlsplit(address).query))
        back = f"{wanted['redirect_uri']}?{urlencode(self.code_for(address))}"
        page = f'<!doctype html><a href="{escape(back)}">Yes, it is me</a>'
        return Said(body=page.encode(), headers={"Content-Type": "text/html"})

    def _configuration(self, _: Asked) -> Said:
        return _json(
            {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
                "userinfo_endpoint": f"{self.issuer}/userinfo",
            }
            | self.discovery
        )

    def _keys(self, _: Asked) -> Said:
        public = self.key.public_key()
        algorithm = self.jwt.algorithms.get_default_algorithms()[self.algorithm]
        jwk = json.loads(algorithm.to_jwk(public))
        return _json({"keys": [jwk | {"kid": "k1", "use": "sig"}]})

    def _token(self, asked: Asked) -> Said:
        form = {name: one[0] for name, one in parse_qs(asked.body.decode()).items()}
        wanted = self._asked_for.pop(form.get("code", ""), None)
        if wanted is None or not _proves(form["code_verifier"], wanted):
            return Said(400, b'{"error": "invalid_grant"}')
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "iat": now,
            "exp": now + 300,
            "nonce": wanted["nonce"],
        }
        token = self.jwt.encode(
            {k: v for k, v in (claims | self.who | self.claims).items() if v != ""},
            self.signing_key,
            algorithm=self.algorithm,
            headers={"kid": "k1"},
        )
        return _json({"access_token": "a", "token_type": "Bearer", "id_token": token})

    def _userinfo(self, _: Asked) -> Said:
        return _json(self.userinfo)


def _proves(verifier: str, wanted: Mapping[str, str]) -> bool:
    from base64 import urlsafe_b64encode
    from hashlib import sha256

    digest = urlsafe_b64encode(sha256(verifier.encode()).digest()).decode().rstrip("=")
    return (digest, "S256") == (
        wanted["code_challenge"],
        wanted["code_challenge_method"],
    )


def _new_key(algorithm: str) -> Any:
    if algorithm.startswith("ES"):
        return ec.generate_private_key(ec.SECP256R1())
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _json(answer: Mapping[str, Any]) -> Said:
    body = json.dumps(answer).encode()
    return Said(body=body, headers={"Content-Type": "application/json"})
