"""Print how many tables are proposed right.

python -m studies.mapping [--fresh] [--kept-back | --later | --last]
"""

import sys

from studies.mapping.study import FRESH, LAST, LATER, TABLES, faults, parts, tables

developed, kept_back = parts(FRESH if "--fresh" in sys.argv else TABLES)
chosen = kept_back if "--kept-back" in sys.argv else developed
for option, file in (("--later", LATER), ("--last", LAST)):
    chosen = tables(file) if option in sys.argv else chosen
wrong = {one.name: found for one in chosen if (found := faults(one))}
for name, found in wrong.items():
    print(f"{name}: {'; '.join(found)}")  # noqa: T201  # what the command is for
print(f"{len(chosen) - len(wrong)} of {len(chosen)} right")  # noqa: T201
