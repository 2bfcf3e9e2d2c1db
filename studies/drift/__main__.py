"""Compare ways to see a drift, on lives whose truth is known.

python -m studies.drift          prints the tables of a small study, in a minute
python -m studies.drift --full   writes those of docs/explanation/drift-compared.md
"""

import argparse
import sys

from studies.drift.page import PAGE, chapters, written
from studies.drift.tables import Study

_FEW, _MANY = 20, 200


def main() -> int:
    """Print the tables of few lives, or write the page with those of many."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--full", action="store_true", help="write the page")
    parser.add_argument("--lives", type=int, help="lives of each sort with a drift")
    options = parser.parse_args()
    study = Study(options.lives or (_MANY if options.full else _FEW))
    if options.full:
        PAGE.write_text(written(study), encoding="utf-8")
    else:
        sys.stdout.write("\n\n".join(chapters(study)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
