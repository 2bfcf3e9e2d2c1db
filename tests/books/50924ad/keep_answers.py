"""Writes what the commands of 50924ad answer on the book, as files in answers/.

PLAIT_HOME=… .venv/bin/python tests/books/50924ad/keep_answers.py
"""

import json
from datetime import UTC, datetime
from pathlib import Path

import time_machine
from click.testing import CliRunner

from plait.cli.main import main

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
COMMANDS = (
    *("review", "hours", "hours --by month", "drift", "drift atlas", "capacity"),
    *("worktime", "income", "income atlas", "concentration", "exposure", "duties"),
    *("stress", "simulate --scenarios 4000", "plan --scenarios 1000", "checkin --list"),
    *("role list", "time-off", "inbox", "rules", "imports", "mapping", "calendars"),
    "calendars feed",
)


def keep(folder: Path, person: str) -> None:
    """Write a file for each command, named after it."""
    folder.mkdir(parents=True, exist_ok=True)
    for words in COMMANDS:
        runner = CliRunner(env={"PLAIT_PERSON": person, "COLUMNS": "200"})
        answer = runner.invoke(main, [*words.split(), "--json"])
        if answer.exception and not isinstance(answer.exception, SystemExit):
            raise answer.exception
        name = "-".join(word.strip("-") for word in words.split())
        told = json.loads(answer.stdout)
        text = json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True)
        (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    with time_machine.travel(NOW, tick=False):
        for someone in ("nora", "omar"):
            keep(Path(__file__).parent / "answers" / someone, someone)
