"""Mail as files in a folder, for a server without a mail server and for trying out."""

import os
import re
import secrets
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

_NO_NAME = re.compile(r"[^\w.-]+", re.ASCII)


class FolderBackend(BaseEmailBackend):
    """Writes each message as one .eml file, which any mail program opens.

    A file is named by its Message-ID: what is sent again replaces it.
    """

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write the messages, readable by whoever runs this alone; return how many."""
        folder = Path(settings.EMAIL_FILE_PATH)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for message in email_messages:
            written = message.message().as_bytes(linesep="\r\n")
            name = _name(str(message.extra_headers.get("Message-ID", "")))
            part = folder / f".{name}-{secrets.token_hex(4)}"
            with os.fdopen(
                os.open(part, os.O_CREAT | os.O_WRONLY, 0o600), "wb"
            ) as file:
                file.write(written)
            part.replace(folder / f"{name}.eml")
        return len(email_messages)


def _name(message_id: str) -> str:
    known = message_id.strip("<>").partition("@")[0]
    return _NO_NAME.sub("-", known)[:80] or secrets.token_hex(16)
