"""Files written on the spot, and the options a reader gets with them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from plait.formats.source import Options, Source


@pytest.fixture
def options() -> Options:
    return Options(today=date(2026, 3, 2), timezone=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture
def a_file(tmp_path: Path) -> Callable[..., Source]:
    """Write text (or bytes as they are) to a file and return it as a source."""

    def write(content: str | bytes, encoding: str = "utf-8") -> Source:
        path = tmp_path / "given.txt"
        if isinstance(content, str):
            content = content.encode(encoding)
        path.write_bytes(content)
        return Source("given.txt", path)

    return write
