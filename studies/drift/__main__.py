"""Write the tables of docs/explanation/drift-compared.md, or check them.

python -m studies.drift [--check]
"""

import argparse
import sys

from studies.drift.page import PAGE, written


def main() -> int:
    """Write the page, or say whether it is as it should be."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true")
    found = written()
    if not parser.parse_args().check:
        PAGE.write_text(found, encoding="utf-8")
        return 0
    if found == PAGE.read_text("utf-8"):
        return 0
    sys.stdout.write(f"{PAGE.name} is not what python -m studies.drift writes.\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
