"""The bank file into PostgreSQL, where a server was started beside the measuring."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from bench import life, programs
from bench.measured import Stage

_PYTHON = programs.ROOT / ".venv" / "bin" / "python"  # it has the driver


def stages(bank: Path) -> list[Stage]:
    """Return import and review as stages on a new database each round."""
    told = os.environ.get("PLAIT_TEST_DATABASE_URL", "")
    if not told:
        return []
    server = urlsplit(told)._replace(path="/postgres").geturl()
    env = {
        "PLAIT_DATABASE_URL": server,
        "PLAIT_HOME": str(programs.WORK / "homes" / "postgresql"),
        "PYTHONPATH": str(programs.ROOT / "src"),
    }
    words_of = {
        "PostgreSQL: import bank": ("import", bank),
        "PostgreSQL: review": ("review", "--on", life.REVIEW_ON, "--json"),
    }
    made = [
        Stage(
            name,
            [_PYTHON, "-m", "plait", *map(str, words)],
            programs.WORK / f"postgresql-{words[0]}.txt",
            env,
            most=2,
        )
        for name, words in words_of.items()
    ]
    made[0].before = lambda: _begin(server, env)
    return made


def _begin(server: str, env: dict[str, str]) -> None:
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    programs.begin(_PYTHON, env)
