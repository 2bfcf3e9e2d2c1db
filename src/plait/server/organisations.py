"""Which organisations sign their people in: `PLAIT_OIDC` and what stands for each."""

import os
import re
from pathlib import Path
from urllib.parse import urlsplit

from plait.domain.sign_in_provider import SignInProvider
from plait.server.environment import BadSetting, flag, text, words

_KEY = re.compile(r"[a-z][a-z0-9]{0,19}")
_INVITED, _DOMAIN = "invited", "domain"


def organisations() -> tuple[SignInProvider, ...]:
    """Return the organisations of the environment; none where none is named."""
    return tuple(map(_organisation, words("PLAIT_OIDC", "")))


def _organisation(key: str) -> SignInProvider:
    if not _KEY.fullmatch(key):
        raise BadSetting(
            "PLAIT_OIDC names an organisation by more than small letters and digits",
            value=key,
            fix="Write short words such as work, with commas between them.",
        )
    before = f"PLAIT_OIDC_{key.upper()}_"
    is_private = flag(f"{before}PRIVATE")
    domains = tuple(one.lower().lstrip("@") for one in words(f"{before}DOMAINS", ""))
    return SignInProvider(
        key=key,
        name=text(f"{before}NAME", key.capitalize()),
        issuer=_issuer(f"{before}ISSUER", may_be_plain=is_private),
        client_id=_needed(f"{before}CLIENT_ID", "Copy it from the organisation."),
        secret=_secret(before),
        domains=domains,
        joins_by_domain=_joins_by_domain(f"{before}JOIN", domains),
        is_private=is_private,
    )


def _needed(setting: str, fix: str) -> str:
    if found := text(setting, ""):
        return found
    raise BadSetting(f"{setting} is not set", value="", fix=fix)


def _issuer(setting: str, *, may_be_plain: bool) -> str:
    fix = "Write it as the organisation names it, such as https://login.example.org"
    issuer = _needed(setting, fix)
    parts = urlsplit(issuer)
    is_known = parts.scheme == "https" or (may_be_plain and parts.scheme == "http")
    if is_known and parts.hostname and not parts.query and not parts.fragment:
        return issuer
    raise BadSetting(f"{setting} is no address of an issuer", value=issuer, fix=fix)


def _secret(before: str) -> str:
    """Return the client's secret, from the environment or a file; "" if it has none."""
    named = os.environ.get(f"{before}SECRET_FILE", "")
    if not named:
        return os.environ.get(f"{before}SECRET", "")
    if not Path(named).is_file():
        raise BadSetting(
            f"{before}SECRET_FILE does not name a file",
            value=named,
            fix="Put the secret into a file that the service alone can read.",
        )
    return Path(named).read_text(encoding="utf-8").strip()


def _joins_by_domain(setting: str, domains: tuple[str, ...]) -> bool:
    how = text(setting, _INVITED).lower()
    if how == _INVITED:
        return False
    if how == _DOMAIN and domains:
        return True
    raise BadSetting(
        f"{setting} does not say who may join",
        value=how,
        fix="Set it to invited; or to domain, with the domains of their addresses.",
    )
