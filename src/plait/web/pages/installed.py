"""The installed app: its manifest, its service worker, and whose device it is."""

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from plait.accounts.models import Person

PAPER = {"light": "#faf7f1", "dark": "#121715"}  # as tokens.css names them
_SCRIPTS = ("plait", "timer", "help", "queue", "offline", "offline_page")
_FILES = (
    *(f"plait/js/{name}.js" for name in _SCRIPTS),
    *("plait/icon.svg", "plait/icons/icon-192.png"),
    "vendor/newsreader/newsreader-latin.woff2",
    "vendor/figtree/figtree-latin.woff2",
)


def manifest() -> dict[str, Any]:
    """Return the web app manifest in the language of the request."""
    return {
        "id": "/",
        "name": "Plait",
        "short_name": "Plait",
        "description": _("All your roles, one life."),
        "start_url": reverse("today"),
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER["light"],
        "theme_color": PAPER["light"],
        "icons": [_icon(n, kind) for n in (192, 512) for kind in ("any", "maskable")],
        "shortcuts": [
            {"name": _("Log"), "url": reverse("log")},
            {"name": _("Check in"), "url": reverse("check_in")},
        ],
    }


def _icon(width: int, purpose: str) -> dict[str, str]:
    name = "icon" if purpose == "any" else "maskable"
    return {
        "src": static(f"plait/icons/{name}-{width}.png"),
        "sizes": f"{width}x{width}",
        "type": "image/png",
        "purpose": purpose,
    }


def shell_files() -> list[str]:
    """Return the addresses of the files that the offline page needs."""
    return [static(name) for name in _files()]


def _files() -> list[str]:
    folder = Path(str(finders.find("plait/css")))
    return [*(f"plait/css/{one.name}" for one in sorted(folder.glob("*.css"))), *_FILES]


@lru_cache(maxsize=1)
def files_version() -> str:
    """Return a text that is another one when any of these files, or the worker, is."""
    digest = hashlib.sha256()
    for name in (*_files(), "plait/js/sw.js"):
        digest.update(file_text(name))
    return digest.hexdigest()[:16]


def file_text(name: str) -> bytes:
    """Return the content of a static file, as it was when the server started."""
    found = finders.find(name)
    return Path(str(found)).read_bytes()


def device_id(person: Person) -> str:
    """Return what a device knows a person by: it says nothing, and stays the same."""
    mark = salted_hmac("plait.offline", str(person.pk), secret=settings.SECRET_KEY)
    return mark.hexdigest()[:32]
