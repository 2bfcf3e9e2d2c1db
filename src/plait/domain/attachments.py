"""A file kept with a payment: how large it may be, what it is called here and taken along."""

import re
import unicodedata

MOST_BYTES = 25_000_000
_LONGEST_NAME = 120
# With the 64 digits and the ending it stays below what a page shows of a name.
_LONGEST_STEM = 40
_LONGEST_ENDING = 12
# What no file system likes, and what could turn the reading direction of a name.
_UNSAFE = re.compile(
    r'[\x00-\x1f\x7f-\x9f<>:"|?*/\\\u200e\u200f\u202a-\u202e\u2066-\u2069]'
)

_EXPORTED = re.compile(r"(?:^|[-/\\])([0-9a-f]{64})(?:\.[a-z0-9]{1,12})?$")
_ENDING = re.compile(r"\.[a-z0-9]{1,12}$")


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


def exported_name(name: str, sha256: str) -> str:
    """Return what a file is called in an export: by its content, so no two meet.

    >>> exported_name("Bon.PDF", "0" * 64) == f"Bon-{'0' * 64}.pdf"
    True
    """
    plain = safe_name(name)
    ending = _ENDING.search(plain.lower())
    stem = plain[: ending.start()] if ending else plain
    stem = stem[:_LONGEST_STEM].strip(" .-")
    return f"{stem or 'file'}-{sha256}{ending[0] if ending else ''}"


def exported_sha256(name: str) -> str:
    """Return the SHA-256 that the name of a file in an export ends with, "" if none."""
    found = _EXPORTED.search(name)
    return found[1] if found else ""
