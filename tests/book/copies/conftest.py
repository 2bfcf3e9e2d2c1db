"""Books in files of their own, for copying, damaging and killing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.book.copies.files import ROOT, rename, tell

ROLE = "role add Atlas --organisation Zon --kind contract --from 2024-01-01"


@pytest.fixture(scope="session")
def made(tmp_path_factory) -> Path:
    """A book with one role, made by the command as a person would."""
    home = tmp_path_factory.mktemp("made")
    kept = {
        n: v for n, v in os.environ.items() if not n.startswith(("PLAIT", "DJANGO"))
    }
    environment = kept | {"PLAIT_HOME": str(home), "PYTHONPATH": str(ROOT / "src")}
    for words in (
        ["init", "--name", "Nora"],
        ROLE.split(),
    ):
        subprocess.run(
            [sys.executable, "-m", "plait", *words],
            env=environment,
            check=True,
            capture_output=True,
        )
    return home / "book.sqlite3"


@pytest.fixture
def book(made, tmp_path) -> Path:
    """A book of Nora's, with a write-ahead log as the app keeps it."""
    home = tmp_path / "home"
    home.mkdir()
    shutil.copyfile(made, home / "book.sqlite3")
    tell(home / "book.sqlite3", "PRAGMA journal_mode=WAL")
    return home / "book.sqlite3"


@pytest.fixture
def backup(made, tmp_path) -> Path:
    """A backup of Olga's book, so that it can be told from the other."""
    file = tmp_path / "olga.sqlite3"
    shutil.copyfile(made, file)
    tell(file, "PRAGMA journal_mode=DELETE")
    rename(file, "Olga")
    return file
