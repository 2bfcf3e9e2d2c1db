"""Files written whole or not at all."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PART = ".part"


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """Yield a file to fill in; it takes the name `path` only when that went well.

    Whoever reads, and a kill at any moment, finds the old file or the new one. What
    a kill leaves behind is called `.<name>-….part` and stands in the same folder.
    """
    # In the same folder, for a rename is whole only within one file system.
    handle, name = tempfile.mkstemp(PART, f".{path.name}-", path.parent)
    os.close(handle)
    part = Path(name)
    try:
        yield part
        _to_disk(part)
        part.replace(path)
        with contextlib.suppress(OSError):  # Windows cannot open a folder
            _to_disk(path.parent)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def is_part_of(path: Path, name: str) -> bool:
    """Return whether a file is what a killed writing of `name` left behind."""
    return path.name.startswith(f".{name}-") and path.name.endswith(PART)


def _to_disk(path: Path) -> None:
    # Windows flushes only what is open to write; a folder can only be read.
    mode = os.O_RDONLY if path.is_dir() else os.O_RDWR
    handle = os.open(path, mode)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
