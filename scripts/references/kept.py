"""Writes docs/reference/kept.md: what is kept how long."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reference" / "kept.md"

_HEAD = """\
# What is kept how long

What is in a book stays until its person removes it. The rest goes by itself, once a
day. This page is made from the one table in the source by `scripts/references`; in
Plait it stands under *Settings*, *Your book is yours*.

| what | how long | why | where |
|---|---|---|---|
"""
_TAIL = """
Backups hold what they held when they were made, until somebody throws them away. Of
who left a server [a hash is noted](../how-to/delete.md#on-a-server-of-several-people)
that stays.
"""


def pages() -> dict[Path, str]:
    """Return the page as it should stand."""
    sys.path.insert(0, str(ROOT / "src"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "plait.server.settings")
    import django

    django.setup()
    from plait.accounts.retention.table import RETENTION

    lines = []
    for one in RETENTION:
        minutes = int(one.how_long.total_seconds() // 60)
        n, unit = (
            (one.how_long.days, "day") if one.how_long.days else (minutes, "minute")
        )
        where = "on a server" if one.is_of_server else "everywhere"
        long = f"{n} {unit}{'' if n == 1 else 's'}"
        lines.append(f"| {one.what} | {long} | {one.why} | {where} |")
    return {PAGE: _HEAD + "\n".join(lines) + "\n" + _TAIL}
