"""Begin a book as a person would: twelve roles, leave, who belongs to which role.

    PLAIT_HOME=FOLDER python -m bench.begin

Nothing is imported yet; that is what is measured. The commands run in one process.
"""

import contextlib
import io
from collections.abc import Iterator

from bench.life import (
    FIRST,
    OVERHEADS,
    PRIVATE_PAYERS,
    ROLES,
    Role,
    away,
    check_ins,
    less_to_give,
)
from plait.cli import run
from plait.cli.main import main as plait


def add_role(role: Role) -> None:
    """Add a role with its terms."""
    since = ("--from", FIRST.isoformat())
    what = ("--organisation", role.payers[0], "--kind", role.kind)
    _run("role", "add", role.key.title(), *what, *since)
    hours, *pay = role.terms
    terms = ["--hours", hours]
    terms += ["--pay", pay[0]] if pay else []
    terms += ["--days", role.days] if role.days else []
    _run("agree", role.key, *since, *terms)


def time_off() -> Iterator[tuple[str, ...]]:
    """Yield what the person told of days away, summers and what goes off beside."""
    for kind, days in away():
        yield "--leave", days, "--kind", kind
    for days in less_to_give():
        yield "--season", days, "--hours", "45"
    for kind, hours in OVERHEADS:
        yield "--overhead", kind, "--hours", hours, "--from", FIRST.isoformat()


def check_in() -> None:
    """Say how each role felt, week after week; as a thousand commands it takes long."""
    viewer = run.viewer()
    from django.db.transaction import atomic

    from plait.book.operations import records
    from plait.book.queries import role_keyed

    held = {role.key: role_keyed(viewer=viewer, key=role.key) for role in ROLES}
    with atomic():
        for key, day, answers in check_ins():
            records.check_in(viewer=viewer, role=held[key], day=day, answers=answers)


def rules() -> Iterator[tuple[str, ...]]:
    """Yield what was confirmed: field, subject, and the role or `--private`."""
    for role in ROLES:
        yield from (("payer", payer, role.key) for payer in role.payers)
        yield "project", role.key, role.key
        yield "title", f"Overleg {role.key}", role.key
    yield from (("payer", payer, "--private") for payer in PRIVATE_PAYERS)


def main() -> None:
    """Begin the book."""
    _run("init", "--name", "Marit Voorbeeld", "--capacity", "60", "--country", "NL")
    for role in ROLES:
        add_role(role)
    for told in time_off():
        _run("time-off", *told)
    for rule in rules():
        _run("assign", *rule)
    check_in()


def _run(*words: str) -> None:
    with contextlib.redirect_stdout(io.StringIO()):
        plait(words, standalone_mode=False)


if __name__ == "__main__":
    main()
