"""Sessions of which the database knows only a hash, so that a copy signs nobody in."""

from datetime import datetime
from hashlib import blake2b
from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.base_session import AbstractBaseSession
from django.utils import timezone

# As many letters as the column holds; 160 bits are beyond all guessing.
_DIGEST_BYTES = 20


def stored_key(session_key: str) -> str:
    """Return what stands in the database for a session that a cookie names."""
    return blake2b(session_key.encode(), digest_size=_DIGEST_BYTES).hexdigest()


class SessionStore(DatabaseStore):
    """Django's own, but for the key: the browser has it, the table its hash."""

    def load(self) -> dict[str, Any]:
        """Return what the session holds; nothing where it is over or never was."""
        found = self._row(timezone.now())  # noqa: TID251  # a skin of Django's own
        if found is None:
            self._session_key = None
            return {}
        return self.decode(found.session_data)

    def exists(self, session_key: str) -> bool:
        """Return whether there is such a session."""
        rows = self.get_model_class().objects
        return rows.filter(session_key=stored_key(session_key)).exists()

    def create_model_instance(self, data: dict[str, Any]) -> AbstractBaseSession:
        """Return the row to store, under the hash of the key."""
        row = super().create_model_instance(data)
        row.session_key = stored_key(row.session_key)
        return row

    def delete(self, session_key: str | None = None) -> None:
        """End the session, or the one of that key."""
        key = session_key or self.session_key
        if key is not None:
            rows = self.get_model_class().objects
            rows.filter(session_key=stored_key(key)).delete()

    def cycle_key(self) -> None:
        """Give the session a new key; the device that is signed in stays the same."""
        before = self.session_key
        super().cycle_key()
        if before and self.session_key:
            from plait.accounts.models import SignIn

            rows = SignIn.objects.filter(session_hash=stored_key(before))
            rows.update(session_hash=stored_key(self.session_key))

    def _row(self, now: datetime) -> AbstractBaseSession | None:
        if self.session_key is None:
            return None
        rows = self.get_model_class().objects
        mine = rows.filter(session_key=stored_key(self.session_key))
        return mine.filter(expire_date__gt=now).first()
