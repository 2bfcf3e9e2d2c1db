"""Write docs/reference/answers.json, the schema of every answer, or check it.

.venv/bin/python scripts/answers_reference.py [--check]
"""

import argparse
import json
import sys
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "answers.json"


def written() -> str:
    """Return the schema as it should stand."""
    from plait.answers.registry import ANSWERS
    from plait.answers.to_json import schema_of

    return json.dumps(schema_of(ANSWERS), ensure_ascii=False, indent=1) + "\n"


def differs() -> bool:
    """Return whether the schema is any other than the answers'."""
    return not PAGE.is_file() or written() != PAGE.read_text("utf-8")


def main() -> int:
    """Write the schema, or say whether it is as it should be."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true")
    if not parser.parse_args().check:
        PAGE.write_text(written(), encoding="utf-8")
        return 0
    if differs():
        print(f"{PAGE.name} is not what the answers are: run {Path(__file__).name}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
