"""The id of a form: what is sent twice by it is kept once."""

import re
from hashlib import blake2b

_ID = re.compile(r"[0-9a-f-]{36}")


def request_key(form_id: str, text: str) -> str:
    """Return the key of a request; "" where the form has no id.

    Of a form and its text: what somebody writes anew, in a form that the browser
    kept with its old id, is not taken for what was sent before.
    """
    if not _ID.fullmatch(form_id):
        return ""
    digest = blake2b(text.strip().encode(), digest_size=8).hexdigest()
    return f"form:{form_id}:{digest}"
