"""Income by role and month, in cents, as each program answers it."""

import csv
import json
import re
from pathlib import Path

Answer = dict[tuple[str, str], int]


def of_plait(path: Path) -> Answer:
    """Read `plait review --json`: each stream's income by whole month."""
    told = json.loads(path.read_text("utf-8"))["income"]
    return {
        (stream["role"], month): round(amount * 100)
        for stream in told["streams"]
        for month, amount in zip(told["months"], stream["monthly"], strict=True)
        if amount
    }


def of_hledger(path: Path) -> Answer:
    """Read `hledger balance --monthly --invert --output-format csv`."""
    with path.open(encoding="utf-8", newline="") as file:
        heading, *rows = csv.reader(file)
    return {
        (row[0].removeprefix("income:"), month): cents
        for row in rows
        if row[0].startswith("income:")
        for month, cell in zip(heading[1:], row[1:], strict=True)
        if (cents := int(re.sub(r"[^\d-]", "", cell)))
    }


def of_beancount(path: Path) -> Answer:
    """Read bean-query's table of account, year, month and sum; income is below zero."""
    with path.open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    return {
        (account.removeprefix("Income:").lower(), f"{year}-{int(month):02}"): -int(
            total.replace(".", "")
        )
        for account, year, month, total in rows
    }
