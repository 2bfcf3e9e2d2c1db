"""Exports of several files, zipped as the trackers zip them."""

import io
import zipfile
from pathlib import Path

from plait.formats.archive import WITHIN, members
from plait.formats.source import Source


def zipped(files: dict[str, str | bytes]) -> bytes:
    """Return a zip of these files."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return written.getvalue()


def unpacked(files: dict[str, str | bytes], folder: Path) -> dict[str, Source]:
    """Return the files of such a zip by their names in it."""
    path = folder / "export.zip"
    path.write_bytes(zipped(files))
    found = members(Source("export.zip", path), folder / "unpacked")
    return {source.name.split(WITHIN)[1]: source for source in found}
