"""Write every generated page of the reference, or with --check name the stale ones."""

import sys

from scripts.references import stale, write

if "--check" in sys.argv[1:]:
    found = [page.name for page in stale()]
    if found:
        names = ", ".join(found)
        sys.exit(f"Not as the source says: {names}. Run python -m scripts.references")
else:
    write()
