"""Make the copy of the sample that Plait ships: src/plait/book/sample.zip.

    .venv/bin/python scripts/make_sample_book.py

Brings the files of `samples` into an empty book, exports it, and packs that. To be run
when the samples change.
"""

import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "plait" / "book" / "sample.zip"


def main() -> None:
    """Make the file anew."""
    with tempfile.TemporaryDirectory() as folder:
        home, out = Path(folder, "home"), Path(folder, "export")
        samples = [ROOT / "samples" / "portfolio.toml", ROOT / "samples" / "files"]
        for words in (
            ["init", "--name", "Marit van Dalen"],
            ["import", *map(str, samples), "--titles", "--positions", "all"],
            ["export", str(out)],
        ):
            command = [sys.executable, "-m", "plait", *words]
            environment = os.environ | {"PLAIT_HOME": str(home)}
            subprocess.run(
                command, check=words[0] != "import", env=environment
            )  # our own
        with zipfile.ZipFile(
            TARGET, "w", zipfile.ZIP_DEFLATED, compresslevel=9
        ) as pack:
            for file in sorted(out.iterdir()):
                pack.write(file, file.name)


if __name__ == "__main__":
    main()
