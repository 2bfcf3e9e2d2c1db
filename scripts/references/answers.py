"""Writes docs/reference/answers.json, the schema of every answer."""

import json
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "answers.json"


def _written() -> str:
    """Return the schema as it should stand."""
    from plait.answers.registry import ANSWERS
    from plait.answers.to_json import schema_of

    return json.dumps(schema_of(ANSWERS), ensure_ascii=False, indent=1) + "\n"


def pages() -> dict[Path, str]:
    """Return the page as it should stand."""
    return {PAGE: _written()}
