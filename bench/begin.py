"""Begin a book as a person would: twelve roles, and who belongs to which, confirmed.

    PLAIT_HOME=FOLDER python -m bench.begin

Nothing is imported yet; that is what is measured. The commands run in one process.
"""

import contextlib
import io
from collections.abc import Iterator

from bench.life import FIRST, PRIVATE_PAYERS, ROLES, Role
from plait.cli.main import main as plait


def add_role(role: Role) -> None:
    """Add a role with its terms."""
    hours, *pay = role.terms
    options = ["--organisation", role.payers[0], "--kind", role.kind]
    options += ["--from", FIRST.isoformat(), "--hours", hours]
    options += ["--pay", pay[0]] if pay else []
    _run("role", "add", role.key.title(), *options)


def rules() -> Iterator[tuple[str, ...]]:
    """Yield what was confirmed: field, subject, and the role or `--private`."""
    for role in ROLES:
        yield from (("payer", payer, role.key) for payer in role.payers)
        yield "project", role.key, role.key
        yield "title", f"Overleg {role.key}", role.key
    yield from (("payer", payer, "--private") for payer in PRIVATE_PAYERS)


def main() -> None:
    """Begin the book."""
    _run("init", "--name", "Marit Voorbeeld", "--capacity", "60")
    for role in ROLES:
        add_role(role)
    for rule in rules():
        _run("assign", *rule)


def _run(*words: str) -> None:
    with contextlib.redirect_stdout(io.StringIO()):
        plait(words, standalone_mode=False)


if __name__ == "__main__":
    main()
