"""What is run: Plait as it is installed, and the other programs, one question to all."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from bench import life
from bench.measured import Stage

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "bench" / "work"
PLAIT = WORK / "plait" / "bin"
PEERS = WORK / "peers" / "bin"

_BEGUN = WORK / "homes" / "begun"
_BEANCOUNT_QUESTION = (
    "SELECT account, year, month, sum(number) AS total"
    " WHERE account ~ '^Income:' GROUP BY account, year, month"
)


class Book:
    """A book that the stages of one round fill: begun anew before the first."""

    def __init__(self, name: str) -> None:
        self.home = WORK / "homes" / name
        self.env = {"PLAIT_HOME": str(self.home)}

    def begin(self) -> None:
        """Put a book with roles and confirmed rules there, nothing imported yet."""
        shutil.rmtree(self.home, ignore_errors=True)
        shutil.copytree(begun_book(), self.home)

    def stage(self, name: str, *words: object, begins: bool = False) -> Stage:
        """Return a Plait command on this book as a stage."""
        return Stage(
            name,
            [PLAIT / "plait", *map(str, words)],
            answer=self.home.with_name(f"{self.home.name}-{name}.txt"),
            env=self.env,
            before=self.begin if begins else lambda: None,
        )

    def review(self, name: str) -> Stage:
        """Return the question: the whole review, income by role and month within."""
        return self.stage(name, "review", "--on", life.REVIEW_ON, "--json")


def begun_book() -> Path:
    """Return a book with the life's roles and rules, made once a run."""
    if not (_BEGUN / "book.sqlite3").exists():
        begin(PLAIT / "python", {"PLAIT_HOME": str(_BEGUN)})
    return _BEGUN


def forget_begun_book() -> None:
    """Let the next run begin one anew: Plait, or the life, may have changed."""
    shutil.rmtree(_BEGUN, ignore_errors=True)


def begin(python: Path, env: dict[str, str]) -> None:
    """Begin a book where the environment says."""
    told = {**os.environ, **env}
    subprocess.run([python, "-m", "bench.begin"], cwd=ROOT, env=told, check=True)


def hledger(name: str, *files: object, most: int = 99) -> list[Stage]:
    """Return hledger's answer from a file as a stage; none where it is missing."""
    if not shutil.which("hledger"):
        return []
    asked = ("balance", "^income", "--monthly", "--invert", "--output-format", "csv")
    command = ["hledger", *map(str, files), *asked, "--no-total"]
    return [Stage(name, command, WORK / f"{name}.csv", most=most)]


def beancount(
    name: str, file: Path, *, cached: bool = False, most: int = 99
) -> list[Stage]:
    """Return beancount's answer as a stage; none where it is missing."""
    if not (PEERS / "bean-query").exists():
        return []
    command = [PEERS / "bean-query", "--format", "csv", file, _BEANCOUNT_QUESTION]
    env = {} if cached else {"BEANCOUNT_DISABLE_LOAD_CACHE": "1"}
    return [Stage(name, command, WORK / f"{name}.csv", env, most=most)]


def asked(program: str, *words: str) -> str:
    """Return what a program prints, such as its version; empty where it is missing."""
    found: Sequence[str] = [shutil.which(program) or program, *words]
    if not Path(found[0]).exists():
        return ""
    answer = subprocess.run(found, capture_output=True, text=True, check=False)
    return answer.stdout.strip()
