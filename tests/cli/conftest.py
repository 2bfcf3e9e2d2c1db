"""Commands run in the tests' own process, or as a program with a book of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from plait.cli.main import main
from plait.cli.render.terminal import console
from tests.book.conftest import bring, nora, omar, role_of, write  # noqa: F401  # the same fixtures

ROOT = Path(__file__).parents[2]

Run = Callable[..., Result]
Program = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def plait(db: None) -> Run:
    """Run a command on the tests' database: `plait("role", "list")`.

    Any exception that is no answer to the person fails the test.
    """

    def plait(*words: str | Path, **told: str) -> Result:
        wide = {"COLUMNS": "200"} | told
        # It took the width of whichever test imported it first.
        console.width = int(wide["COLUMNS"])
        answer = CliRunner(env=wide).invoke(main, [str(word) for word in words])
        if answer.exception and not isinstance(answer.exception, SystemExit):
            raise answer.exception
        return answer

    return plait


@pytest.fixture
def as_json(plait: Run) -> Callable[..., Any]:
    """Run a command with --json and return what it printed, read."""

    def as_json(*words: str | Path) -> Any:
        return json.loads(plait(*words, "--json").stdout)

    return as_json


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    kept = {
        n: v for n, v in os.environ.items() if not n.startswith(("PLAIT_", "DJANGO"))
    }
    return kept | {
        "PLAIT_HOME": str(tmp_path / "home"),
        "PYTHONPATH": str(ROOT / "src"),
    }


@pytest.fixture
def program(environment: dict[str, str]) -> Program:
    """Run `plait` as a program of its own, in an empty data folder."""

    def program(*words: str | Path, **told: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "plait", *map(str, words)],
            env=environment | told,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return program
