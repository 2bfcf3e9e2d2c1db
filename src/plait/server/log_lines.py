"""What a server's log may say: failures, never what lets somebody in.

Any line is looked through on its way out, whoever wrote it: the web server, Django
or a library, of any request and any status, with its traceback.
"""

import logging
import re

HIDDEN = "[hidden]"

# All that follows the address of a sign-in link or of a calendar: also where a letter
# more stands in it, and whatever was put behind it.
_SECRET_ADDRESS = re.compile(
    r"(/sign-in/|/shown-by-link/|/calendar/(?:reminders/)?|/mail/(?:stop|confirm)/)"
    r"[^\s\"'<>?]+"
)
# A secret by itself, as secrets.token_urlsafe(32) makes them, and session cookies.
_SECRET = re.compile(
    r"(?<![\w-])[\w-]{43}(?![\w-])|(plait_(?:session|csrf)=)[\w-]+", re.ASCII
)
_LONGEST_LINE = 20_000


class WithoutSecrets(logging.Formatter):
    """Writes lines as logging does, and hides what lets somebody in."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line with its traceback, secrets hidden."""
        return without_secrets(super().format(record))


def without_secrets(line: str) -> str:
    """Return a line of a log without the secrets of addresses and cookies.

    >>> without_secrets("Method Not Allowed (HEAD): /sign-in/qihWUtu2Oir/")
    'Method Not Allowed (HEAD): /sign-in/[hidden]'
    """
    # The end tells what happened last, and is what a traceback ends with.
    line = line if len(line) <= _LONGEST_LINE else f"…{line[-_LONGEST_LINE:]}"
    hidden = _SECRET_ADDRESS.sub(rf"\1{HIDDEN}", line)
    return _SECRET.sub(lambda found: (found[1] or "") + HIDDEN, hidden)
