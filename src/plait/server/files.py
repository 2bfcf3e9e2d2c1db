"""Files written whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a reader, or a kill, finds the old or the new, no half."""
    # Beside the file, for a rename is whole only within one file system.
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            # Before the rename, or a power cut could leave the new name on nothing.
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def write_first(path: Path, content: bytes) -> None:
    """Write a file unless somebody else did so meanwhile: all then read the same."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            try:
                os.link(temporary, path)
            except PermissionError:  # a file system that knows no second name
                Path(temporary).replace(path)
    finally:
        Path(temporary).unlink(missing_ok=True)
