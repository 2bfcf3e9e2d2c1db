"""Say which tracked files do not belong: too big, or tied to one machine.

python3 scripts/check_tree.py
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MOST_BYTES = 2_000_000

# Written so that this file does not hold what it looks for.
_REGISTRY = re.compile(
    r"\b(?:py[p]i\.org|python[h]osted\.org|npm[j]s\.(?:org|com)|deb\.[d]ebian\.org"
    r"|security\.[d]ebian\.org|archive\.[u]buntu\.com|crates[.]io)\b"
)
_MACHINE = re.compile(r"(?<![\w.~>}$)-])/(?:[r]oot|[w]ork|[h]ome/\w+|[U]sers/\w+)/\w")


def tracked() -> list[Path]:
    """Return every file that git keeps."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    found = [ROOT / name for name in listed.stdout.split("\0") if name]
    return [file for file in found if file.is_file()]


def faults(file: Path) -> Iterator[str]:
    """Yield what is wrong with one file."""
    name = file.relative_to(ROOT)
    if file.stat().st_size > MOST_BYTES:
        yield f"{name}: {file.stat().st_size:,} bytes, more than {MOST_BYTES:,}"
        return
    content = file.read_bytes()
    if b"\0" in content:
        return
    text = content.decode("utf-8", errors="replace")
    for number, line in enumerate(text.splitlines(), 1):
        if _REGISTRY.search(line):
            yield f"{name}:{number}: names the host of a registry"
        if _MACHINE.search(line):
            yield f"{name}:{number}: names a folder of one machine"


def main() -> int:
    """Print every fault; 1 if there is one."""
    files = tracked()
    found = [fault for file in files for fault in faults(file)]
    print("\n".join(found) or f"{len(files)} files, no fault")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
