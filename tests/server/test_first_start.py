"""A server's first command on a database without tables."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_tries_can_be_counted_from_the_first_command_on(tmp_path):
    mine = {n: v for n, v in os.environ.items() if not n.startswith("PLAIT_")}
    mine |= {
        "PLAIT_HOME": str(tmp_path),
        "PLAIT_SERVER": "community",
        "PLAIT_ADDRESS": "http://localhost:8321",
        "PYTHONPATH": str(ROOT / "src"),
    }
    words = ["invite", "ada@example.org", "--steward"]

    subprocess.run([sys.executable, "-m", "plait", *words], env=mine, check=True)

    with closing(sqlite3.connect(tmp_path / "book.sqlite3")) as database:
        asked = database.execute("SELECT count(*) FROM plait_cache")
        assert asked.fetchone() == (0,)
