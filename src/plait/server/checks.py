"""Looking at all settings at once: what has to be mended before anybody comes in.

Each reader of a setting refuses what it cannot read. Here is what can be read and
does not fit: to what the others say, or to a server that several people use.
"""

import difflib
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from plait.server.environment import BadSetting

# All that Plait reads; a name that is not here was mistyped.
KNOWN = frozenset(
    f"PLAIT_{name}"
    for name in (
        *("HOME", "PERSON", "QUIET_VIEW", "DATABASE_URL", "ALLOWED_HOSTS"),
        *("FETCH_PRIVATE", "FILES_MB", "UPLOADS_MB", "HTTPS", "PROXIES", "LOG"),
        *("LOG_REQUESTS", "SERVER", "ADDRESS", "MAIL", "MAIL_FROM"),
        *("MAIL_BOUNCES", "WORKERS"),
        *("TRUSTED_ORIGINS", "SECRET_KEY", "SECRET_KEY_FILE", "PASSWORD_KEY"),
        *("AUDIT_KEY", "AUDIT_KEY_FILE", "DEBUG", "OIDC"),
        *("OIDC_HOURS", "PASSWORD_KEY_FILE", "RUN_BY", "WHO_LEFT"),
    )
)
# Of the tests and scripts of this project.
_OURS = ("PLAIT_TEST_", "PLAIT_BENCH_", "PLAIT_KEEP_")
_SHORTEST_KEY = 50
_AT_HOME = {"localhost", "127.0.0.1", "::1"}


def faults() -> list[BadSetting]:
    """Return what has to be mended before Plait can serve."""
    from django.conf import settings

    return [*_of_folder(Path(settings.PLAIT_HOME)), *_of_server()]


def advice() -> list[BadSetting]:
    """Return what works and is rarely meant."""
    from django.conf import settings

    found = [*_mistyped(os.environ)]
    if settings.SERVER:
        found += _of_mail() + _of_strangers()
    return found


def _of_server() -> Iterator[BadSetting]:
    from django.conf import settings

    key = settings.SECRET_KEY
    if len(key) < _SHORTEST_KEY and settings.SERVER:
        yield BadSetting(
            "PLAIT_SECRET_KEY is too short to sign anything",
            value=f"{len(key)}",
            fix="Take at least 50 characters of chance, or leave it empty: Plait makes one.",
        )
    if not settings.SERVER:
        return
    address = urlsplit(settings.SERVER_ADDRESS)
    host = address.hostname or ""
    if not _is_allowed(host, settings.ALLOWED_HOSTS):
        yield BadSetting(
            "PLAIT_ADDRESS names a host that PLAIT_ALLOWED_HOSTS does not: no page would answer",
            value=host,
            fix="Write the same name into both.",
        )
    if host not in _AT_HOME and not (address.scheme == "https" and settings.IS_HTTPS):
        yield BadSetting(
            "Passwords and books would travel readable for anybody on the way",
            value=settings.SERVER_ADDRESS,
            fix="Put a proxy that speaks HTTPS in front, begin PLAIT_ADDRESS with https:// and set PLAIT_HTTPS=1.",
        )
    if settings.DEBUG:
        yield BadSetting(
            "PLAIT_DEBUG shows the source and values of failures to everybody",
            value="1",
            fix="Leave it empty on a server.",
        )


def _of_folder(folder: Path) -> Iterator[BadSetting]:
    if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        yield BadSetting(
            "PLAIT_HOME is no folder that Plait may write to",
            value=str(folder),
            fix="Make it, and let it belong to the user that Plait runs as.",
        )
        return
    if os.name != "posix":
        return
    for key in ("secret.key", "password.key"):
        file = folder / key
        if file.is_file() and file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            yield BadSetting(
                "Others on this machine can read a key",
                value=str(file),
                fix="Close it to them: chmod 600.",
            )


def _of_mail() -> list[BadSetting]:
    from django.conf import settings

    found = []
    if "filebased" in settings.EMAIL_BACKEND:
        found.append(
            BadSetting(
                "Mail is only put into a folder, and reaches nobody",
                value=str(getattr(settings, "EMAIL_FILE_PATH", "")),
                fix="Name your mail server in PLAIT_MAIL.",
            )
        )
    if settings.DEFAULT_FROM_EMAIL.endswith("@localhost"):
        found.append(
            BadSetting(
                "Mail comes from an address that nobody can answer to",
                value=settings.DEFAULT_FROM_EMAIL,
                fix="Write one of your own into PLAIT_MAIL_FROM.",
            )
        )
    return found


def _of_strangers() -> list[BadSetting]:
    from django.conf import settings

    found = []
    if "*" in settings.ALLOWED_HOSTS:
        found.append(
            BadSetting(
                "PLAIT_ALLOWED_HOSTS answers to every name, also to one that leads people astray",
                value="*",
                fix="Name the host of PLAIT_ADDRESS alone.",
            )
        )
    if settings.FETCHES_PRIVATE:
        found.append(
            BadSetting(
                "PLAIT_FETCH_PRIVATE lets everybody here look around in this server's network",
                value="1",
                fix="Leave it empty unless their calendars are there and all of them may.",
            )
        )
    if str(settings.DATABASES["default"]["ENGINE"]).endswith("sqlite3"):
        found.append(
            BadSetting(
                "Several people share one SQLite file: their changes wait for one another",
                value=str(settings.DATABASES["default"]["NAME"]),
                fix="Name a PostgreSQL database in PLAIT_DATABASE_URL.",
            )
        )
    return found


def _mistyped(names: Sequence[str] | os._Environ[str]) -> Iterator[BadSetting]:
    for name in sorted(names):
        if not name.startswith("PLAIT_") or name in KNOWN or name.startswith(_OURS):
            continue
        near = difflib.get_close_matches(name, KNOWN, 1, 0.8)
        yield BadSetting(
            "No setting has this name, so it does nothing",
            value=f"{name} (→ {near[0]})" if near else name,
            fix="See which there are: docs/reference/settings.md.",
        )


def _is_allowed(host: str, allowed: Sequence[str]) -> bool:
    from django.http.request import validate_host

    return validate_host(host, list(allowed))
