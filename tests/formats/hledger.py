"""hledger itself, asked what a time log comes to."""

import csv
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path

import pytest

PROGRAM = shutil.which("hledger")

needed = pytest.mark.skipif(PROGRAM is None, reason="hledger is not on this machine")


def totals(file: Path) -> dict[tuple[str, str], float]:
    """Return hours by day and account, to the hundredth, as hledger prints them."""
    told = subprocess.run(
        [str(PROGRAM), "-f", str(file), "register", "-O", "csv"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    found: dict[tuple[str, str], float] = defaultdict(float)
    for row in csv.DictReader(told.stdout.splitlines()):
        account = row["account"].strip("()")
        found[row["date"], account] += float(row["amount"].rstrip("h"))
    return {key: hours for key, hours in found.items() if hours}


def account_of(line) -> str:
    """Return the account that an entry was read from."""
    return ":".join(part for part in (line.client, line.project, line.task) if part)
