"""Write the sample portfolio's files, or check that they are as they should be.

    python samples/generate.py            writes samples/files/
    python samples/generate.py --check    fails where a file differs

The same bytes come out at every run and on every machine.
"""

import argparse
import sys
from pathlib import Path

from generator.catalogue import files

FOLDER = Path(__file__).parent / "files"


def main() -> int:
    """Write or check; return 1 where a check found a difference."""
    parser = argparse.ArgumentParser(description="Write the sample portfolio's files.")
    parser.add_argument(
        "--check", action="store_true", help="only compare, write nothing"
    )
    wanted = files()
    if parser.parse_args().check:
        return _report(differences(wanted, FOLDER))
    FOLDER.mkdir(exist_ok=True)
    for name in differences(wanted, FOLDER):
        if name in wanted:
            (FOLDER / name).write_bytes(wanted[name])
        else:
            (FOLDER / name).unlink()
    total = sum(map(len, wanted.values()))
    print(f"{len(wanted)} files, {total / 1000:.0f} kB in {FOLDER}")
    return 0


def differences(wanted: dict[str, bytes], folder: Path) -> list[str]:
    """Return the names that are missing, superfluous or different in the folder."""
    held = {path.name: path.read_bytes() for path in folder.glob("*")}
    names = sorted(wanted.keys() | held.keys())
    return [name for name in names if wanted.get(name) != held.get(name)]


def _report(different: list[str]) -> int:
    for name in different:
        print(f"samples/files/{name} differs from what the script writes")
    if different:
        print("Run python samples/generate.py and commit the result.")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
