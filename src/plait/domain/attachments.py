"""A file kept with a payment: how large it may be, and what it is called here."""

import re
import unicodedata

MOST_BYTES = 25_000_000
_LONGEST_NAME = 120
_LONGEST_ENDING = 12
# What no file system likes, and what could turn the reading direction of a name.
_UNSAFE = re.compile(
    r'[\x00-\x1f\x7f-\x9f<>:"|?*/\\\u200e\u200f\u202a-\u202e\u2066-\u2069]'
)


def safe_name(name: str) -> str:
    r"""Return a name that any system can hold: no folders, no tricks, not too long.

    >>> safe_name("../../etc/passwd"), safe_name("C:\\tmp\\bon.pdf"), safe_name("..")
    ('passwd', 'bon.pdf', 'file')
    """
    last = re.split(r"[/\\]", name)[-1]
    plain = unicodedata.normalize("NFC", _UNSAFE.sub("", last))
    plain = "".join(c for c in plain if unicodedata.category(c) not in {"Cs", "Cn"})
    plain = plain.strip(" .")
    if len(plain) > _LONGEST_NAME:
        stem, dot, ending = plain.rpartition(".")
        keeps = dot and len(ending) <= _LONGEST_ENDING
        tail = f".{ending}" if keeps else ""
        plain = (stem if keeps else plain)[: _LONGEST_NAME - len(tail)] + tail
    return plain or "file"
