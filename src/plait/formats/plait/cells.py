"""The cells of Plait's own tables: how a value is written, and read back the same."""

import re
from datetime import UTC, datetime

from plait.domain.records import fingerprint_text
from plait.formats.values import BadValue

# By table, the heading of its first column: the fingerprint of a record.
TABLES = {name: f"plait {name} 1" for name in ("payments", "time", "events")}

# What a spreadsheet takes for a formula, in its first character; the apostrophe
# stands among them so that one written before a text can always be taken off.
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")  # noqa: RUF001  # full-width signs
_MARK = re.compile(r"m([0-9a-f]{16})")
_WHOLE = re.compile(r"-?\d{1,18}")
_BITS = 64


def safe(text: str) -> str:
    """Return a text so that no spreadsheet runs it: `=1` becomes `'=1`."""
    return f"'{text}" if text.startswith(_RISKY) else text


def unsafe(cell: str) -> str:
    """Return the text that `safe` was given."""
    return cell.removeprefix("'")


def written_fingerprint(fingerprint: int | None) -> str:
    """Return a fingerprint as text that no spreadsheet rounds, "" for none."""
    return "" if fingerprint is None else fingerprint_text(fingerprint)


def fingerprint(cell: str) -> int | None:
    """Return a fingerprint, None where a row was added by hand."""
    if not cell:
        return None
    found = _MARK.fullmatch(cell)
    if not found:
        raise BadValue(
            "This is not the fingerprint of a record",
            value=cell,
            fix="Leave it as it was exported, or leave it empty for a new record.",
        )
    bits = int(found[1], 16)
    return bits - (1 << _BITS) if bits >> (_BITS - 1) else bits


def written_instant(at: datetime | None) -> str:
    """Return an instant in UTC, with seconds: 2026-11-21T09:00:00Z."""
    if at is None:
        return ""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def instant(cell: str) -> datetime:
    """Return an aware instant."""
    try:
        found = datetime.fromisoformat(cell)
    except ValueError:
        found = datetime.min  # noqa: DTZ901  # without a zone, so refused below
    if found.tzinfo is None:
        raise BadValue(
            "This is not an instant in UTC",
            value=cell,
            fix="Write it as 2026-11-21T09:00:00Z.",
        )
    return found.astimezone(UTC)


def whole(cell: str) -> int:
    """Return a whole number."""
    if not _WHOLE.fullmatch(cell):
        raise BadValue(
            "This is not a whole number",
            value=cell,
            fix="Write digits only; amounts are in minor units, such as cents.",
        )
    return int(cell)


def written_yes(value: bool | None) -> str:  # noqa: FBT001  # the value itself
    """Return yes, no, or nothing where nobody said."""
    return "" if value is None else ("yes" if value else "no")


def yes(cell: str) -> bool | None:
    """Return what `written_yes` was given."""
    if cell in ("yes", "no", ""):
        return {"yes": True, "no": False}.get(cell)
    raise BadValue("This is neither yes nor no", value=cell, fix="Write yes or no.")
