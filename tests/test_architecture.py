"""What the source may not do, wherever it stands: read from the source itself."""

import ast
import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "plait"
CORE = ("domain", "reference", "analysis", "formats", "wording", "answers")
POSIX_ONLY = {
    "curses", "fcntl", "grp", "posix", "pty", "pwd", "readline", "resource",
    "syslog", "termios", "tty",
}  # fmt: skip
POSIX_CALLS = {
    "os.chown", "os.fork", "os.geteuid", "os.getpgid", "os.getuid", "os.killpg",
    "os.mkfifo", "os.setsid", "os.statvfs", "os.uname", "os.wait", "signal.alarm",
    "signal.pause", "time.tzset",
}  # fmt: skip
CLOCKS = ("date.today", "datetime.now", "datetime.today", ".utcnow", "time.time")
CHANCE = ("default_rng", "random.random", "random.choice", "random.randint")
SKINS = ("web", "api", "cli")
TABLES = (".objects", "._default_manager", ".save", ".bulk_create")
SETTINGS = ("os.environ", "os.getenv")


def modules(folder: Path) -> list[Path]:
    """Return the modules of a folder, migrations left out."""
    return [f for f in sorted(folder.rglob("*.py")) if "migrations" not in f.parts]


@cache
def tree_of(file: Path) -> ast.Module:
    """Return what a module says, read once for all questions.

    Python 3.11 fails at times where garbage is collected while it builds the tree.
    """
    gc.disable()
    try:
        return ast.parse(file.read_text("utf-8"))
    finally:
        gc.enable()


def imported(file: Path) -> Iterator[tuple[int, str]]:
    """Yield each imported module, with its line."""
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.lineno, node.module


def called(file: Path) -> Iterator[tuple[int, str]]:
    """Yield what is called or looked up, as it is written: "os.environ"."""
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.Attribute):
            yield node.lineno, ast.unparse(node)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.lineno, node.func.id


def places(file: Path, lines: Iterator[tuple[int, str]]) -> list[str]:
    """Return "book/models.py:12 fcntl" for each."""
    name = file.relative_to(SOURCE).as_posix()
    return [f"{name}:{number} {what}" for number, what in lines]


def test_nothing_needs_a_module_that_only_posix_systems_have():
    found = []
    for file in modules(SOURCE):
        lines = (i for i in imported(file) if i[1].split(".")[0] in POSIX_ONLY)
        found += places(file, lines)

    assert found == []


def test_nothing_calls_what_only_posix_systems_answer():
    found = []
    for file in modules(SOURCE):
        found += places(file, (c for c in called(file) if c[1] in POSIX_CALLS))

    assert found == []


def seeded(file: Path) -> set[int]:
    """Return the lines on which a generator is made of a seed."""
    return {
        node.lineno
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).endswith("default_rng")
        and node.args
    }


@pytest.mark.parametrize("room", CORE)
@pytest.mark.parametrize(
    "ends", [CLOCKS, CHANCE, SETTINGS], ids=["clock", "chance", "settings"]
)
def test_the_core_is_told_and_does_not_look(room, ends):
    found = []
    for file in modules(SOURCE / room):
        # An answer names its seed, so that whoever asks again is answered the same.
        allowed = seeded(file) if room == "answers" else set()
        calls = (c for c in called(file) if c[1].endswith(ends))
        found += places(file, (c for c in calls if c[0] not in allowed))

    assert found == []


@pytest.mark.parametrize("room", SKINS)
def test_a_skin_asks_queries_and_operations_and_never_the_tables(room):
    found = []
    for file in modules(SOURCE / room):
        found += places(file, (c for c in called(file) if c[1].endswith(TABLES)))

    assert found == []


def test_a_skin_shows_answers_and_works_nothing_out():
    found = {
        file.relative_to(SOURCE).as_posix()
        for room in SKINS
        for file in modules(SOURCE / room)
        for _line, name in imported(file)
        if name.startswith("plait.analysis")
    }

    assert found == set()


def test_of_a_context_a_skin_uses_the_portfolio_and_the_words():
    found = [
        place
        for room in SKINS
        for file in modules(SOURCE / room)
        for place in places(file, looked_up_in_a_context(file))
    ]

    assert found == []


def looked_up_in_a_context(file: Path) -> Iterator[tuple[int, str]]:
    """Yield what a module looks up in the context of answers, where it has one."""
    is_given = any(name == "plait.answers.context" for _line, name in imported(file))
    if not is_given and not any(n.endswith("context_on") for _line, n in called(file)):
        return
    for line, name in called(file):
        whose, _, what = name.rpartition(".")
        is_context = whose.rpartition(".")[2] == "context"
        if is_context and what not in {"portfolio", "words"}:
            yield line, name


def test_migrations_know_nothing_of_the_code_that_changes_around_them():
    found = []
    for file in sorted(SOURCE.rglob("migrations/*.py")):
        ours = (i for i in imported(file) if i[1].startswith("plait"))
        found += places(file, ours)

    assert found == []


def test_every_module_says_what_it_is_for():
    silent = [
        str(file.relative_to(SOURCE))
        for file in modules(SOURCE)
        if not ast.get_docstring(tree_of(file))
    ]

    assert silent == []


def test_what_every_command_waits_for_holds_no_answer_and_no_arrays():
    """Setting Django up takes a third of a second; NumPy and answers take a whole one."""
    heavy = "('numpy', 'plait.answers', 'plait.analysis', 'plait.book.queries', 'lxml')"
    code = f"""
import sys, django
django.setup()
print([name for name in sys.modules if name.startswith({heavy})])
"""
    mine = os.environ | {
        "PYTHONPATH": str(SOURCE.parent),
        "DJANGO_SETTINGS_MODULE": "plait.server.settings",
    }

    done = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        env=mine,
        capture_output=True,
        text=True,
    )

    assert done.stdout.strip() == "[]"
