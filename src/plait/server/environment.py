"""Where the data folder is and what the environment says: strict readers."""

import os
import secrets
from hashlib import blake2b
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from plait.domain.errors import PlaitError

_MOST_DIGITS = 9
_FEWEST_LETTERS = 32


class BadSetting(PlaitError):
    """A setting of the environment cannot be used."""


def home() -> Path:
    """Return the data folder: `PLAIT_HOME`, or .plait in the home folder."""
    named = os.environ.get("PLAIT_HOME", "")
    return Path(named).expanduser() if named else Path.home() / ".plait"


def flag(name: str) -> bool:
    """Return a yes-or-no setting, no where it is not set."""
    text = os.environ.get(name, "").strip().lower()
    if text in {"", "0", "no", "false", "off"}:
        return False
    if text in {"1", "yes", "true", "on"}:
        return True
    raise BadSetting(
        f"{name} is neither yes nor no", value=text, fix="Set it to 1 or 0."
    )


def whole(name: str, default: int) -> int:
    """Return a setting that is a whole number from 0 on; stop where it is none."""
    text = os.environ.get(name, "").strip()
    if not text:
        return default
    if not text.isdecimal() or len(text) > _MOST_DIGITS:
        raise BadSetting(
            f"{name} is not a whole number",
            value=text,
            fix="Write digits only, such as 1000.",
        )
    return int(text)


SERVERS = ("community", "organisation")


def server() -> str:
    """Return what sort of server this is: "" for one's own machine.

    A community's server keeps its people's books, an organisation's keeps none.
    """
    kind = os.environ.get("PLAIT_SERVER", "").strip().lower()
    if kind in {"", *SERVERS}:
        return kind
    raise BadSetting(
        "PLAIT_SERVER is no sort of server",
        value=kind,
        fix="Set it to community or organisation, or leave it empty at home.",
    )


def address(kind: str) -> str:
    """Return the address of this server, without a slash at its end; "" at home."""
    named = os.environ.get("PLAIT_ADDRESS", "").strip().rstrip("/")
    if not kind:
        return named
    parts = urlsplit(named)
    if parts.scheme in {"https", "http"} and parts.hostname and not parts.path:
        return named
    raise BadSetting(
        "PLAIT_ADDRESS does not say where this server is found",
        value=named,
        fix="Set it to the address that people type, such as https://plait.example.org",
    )


def mail() -> dict[str, object]:
    """Return Django's mail settings: an SMTP server, or files in a folder.

    `PLAIT_MAIL` is smtp://name:password@host:587 (STARTTLS), smtps://… (TLS from the
    start), smtp+plain://… (neither, on this machine only), or a folder's path; in
    the data folder's mail/ where it is empty.
    """
    named = os.environ.get("PLAIT_MAIL", "").strip()
    parts = urlsplit(named)
    if parts.scheme not in {"smtp", "smtps", "smtp+plain"}:
        return {"EMAIL_BACKEND": "plait.mail.folder.FolderBackend"}
    if not parts.hostname:
        raise BadSetting(
            "PLAIT_MAIL names no mail server",
            value=named.partition("://")[0],
            fix="Write it as smtp://name:password@mail.example.org:587.",
        )
    is_tls = parts.scheme == "smtps"
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if is_tls else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": is_tls,
        "EMAIL_USE_TLS": parts.scheme == "smtp",
        "EMAIL_TIMEOUT": 20,
    }


def mail_folder(folder: Path) -> Path:
    """Return where mail is put as files, where no mail server is named."""
    named = text("PLAIT_MAIL", "")
    is_folder = bool(named) and not urlsplit(named).scheme.startswith("smtp")
    return Path(named).expanduser() if is_folder else folder / "mail"


def mail_bounces() -> str:
    """Return the address that mail which cannot be delivered comes back to, or ""."""
    address = text("PLAIT_MAIL_BOUNCES", "")
    local, at, domain = address.partition("@")
    if address and not (local and at and domain and "+" not in local):
        raise BadSetting(
            "PLAIT_MAIL_BOUNCES is no mail address",
            value=address,
            fix="Write one such as bounces@example.org, without a plus sign.",
        )
    return address


def text(name: str, default: str) -> str:
    """Return a setting as it is written, the default where it is not set."""
    return os.environ.get(name, "").strip() or default


def one_of(name: str, choices: tuple[str, ...], default: str) -> str:
    """Return a setting that is one of a few words."""
    chosen = text(name, default).lower()
    if chosen in choices:
        return chosen
    raise BadSetting(
        f"{name} is none of its words",
        value=chosen,
        fix=f"Set it to {' or '.join(choices)}, or leave it empty.",
    )


def words(name: str, default: str) -> list[str]:
    """Return a setting that lists several words, split at commas."""
    return [w.strip() for w in os.environ.get(name, default).split(",") if w.strip()]


def networks(name: str, default: str) -> list[IPv4Network | IPv6Network]:
    """Return a setting that lists addresses or networks, split at commas."""
    found: list[IPv4Network | IPv6Network] = []
    for word in words(name, default):
        try:
            network = ip_network(word, strict=False)
        except ValueError:
            raise BadSetting(
                f"{name} names what is no address",
                value=word,
                fix="Write addresses or networks, such as 10.0.0.5 or 172.16.0.0/12.",
            ) from None
        if not network.prefixlen:
            raise BadSetting(
                f"{name} names every address there is",
                value=word,
                fix="Name your proxies alone: anybody could say who they are.",
            )
        found.append(network)
    return found


def secret_key(folder: Path) -> str:
    """Return the key that signs sessions: from the environment, a file, or made once."""
    return _kept_key(folder / "secret.key", "PLAIT_SECRET_KEY", "PLAIT_SECRET_KEY_FILE")


def password_key(folder: Path) -> bytes:
    """Return the key that seals the passwords of calendars, 32 bytes; made once.

    It is never in the database: who copies that alone, or a backup, cannot read them.
    """
    kept = folder / "password.key"
    key = _kept_key(kept, "PLAIT_PASSWORD_KEY", "PLAIT_PASSWORD_KEY_FILE")
    if len(key) < _FEWEST_LETTERS:
        raise BadSetting(
            "PLAIT_PASSWORD_KEY is too short",
            value=f"{len(key)} letters",
            fix="Take at least 32 of chance, or leave it empty: Plait makes one.",
        )
    return blake2b(key.encode(), digest_size=32, person=b"plait passwords").digest()


def audit_key(folder: Path) -> bytes:
    """Return the seed of the key that signs what happened, 32 bytes; made once.

    Never in the database: who writes there cannot sign.
    """
    key = _kept_key(folder / "audit.key", "PLAIT_AUDIT_KEY", "PLAIT_AUDIT_KEY_FILE")
    if len(key) < _FEWEST_LETTERS:
        raise BadSetting(
            "PLAIT_AUDIT_KEY is too short",
            value=f"{len(key)} letters",
            fix="Take at least 32 of chance, or leave it empty: Plait makes one.",
        )
    return blake2b(key.encode(), digest_size=32, person=b"plait audit").digest()


def _kept_key(kept: Path, setting: str, setting_of_file: str) -> str:
    if key := os.environ.get(setting, ""):
        return key
    named = os.environ.get(setting_of_file, "")
    file = Path(named) if named else kept
    if named and not file.is_file():
        raise BadSetting(
            f"{setting_of_file} does not name a file",
            value=named,
            fix="Put a long random text into a file and name that, or leave it empty.",
        )
    if not file.exists():
        from plait.server.files import write_first

        _make_private(kept.parent)
        # Whole and once: what starts beside this one reads the same key, not half.
        write_first(file, secrets.token_urlsafe(50).encode())
    return file.read_text(encoding="utf-8").strip()


def _make_private(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)


def database(folder: Path) -> dict[str, object]:
    """Return Django's database setting: SQLite in the data folder, or PostgreSQL."""
    url = os.environ.get("PLAIT_DATABASE_URL", "")
    if not url:
        _make_private(folder)
        return _sqlite(folder / "book.sqlite3")
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"}:
        raise BadSetting(
            "PLAIT_DATABASE_URL does not name a PostgreSQL database",
            value=parts.scheme,
            fix="Write postgresql://user:password@host:5432/name, or leave it empty.",
        )
    query = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "plait.server.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host", parts.hostname or ""),
        "PORT": str(query.get("port", parts.port or "")),
        "CONN_MAX_AGE": 60,
        # One that does not answer is said to be away while somebody still waits.
        "OPTIONS": {"connect_timeout": 5},
    }


def _sqlite(file: Path) -> dict[str, object]:
    """SQLite that several processes can write: waiting up to 20 s for their turn."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        # Writers take turns from their first statement, so that none is turned away
        # half-way; FULL keeps the last whole change through a power cut.
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;"
            "PRAGMA foreign_keys=ON;",
        },
    }


def package_folder() -> Path:
    """Return the folder that the package is installed in."""
    return Path(__file__).resolve().parent.parent
