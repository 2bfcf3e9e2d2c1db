"""Make the sample portfolio's book, the way a person would: command by command.

    PLAIT_HOME=FOLDER .venv/bin/python scripts/bring_in_samples.py

samples/portfolio.toml says what no file says: who it is, the roles, what was agreed,
and which payer or project belongs to which role. The rest comes out of the files in
samples/files through `plait import`. All commands run in one process, which is
quicker than one each and does the same.
"""

import contextlib
import io
import json
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from plait.cli.main import main as plait

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
Table = dict[str, Any]


def run(*words: object) -> Table:
    """Run one command and return its answer; stop where it could not be done."""
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            plait([*map(str, words), "--json"], standalone_mode=False)
    except SystemExit as ended:
        if ended.code not in {0, 1}:  # 1: problems in the data, each in the answer
            sys.exit(f"plait {' '.join(map(str, words))}: {printed.getvalue()}")
    return json.loads(printed.getvalue())


def terms(agreement: Table) -> Iterator[str]:
    """Yield the options that say what was agreed."""
    yield f"--from={agreement['from']}"
    if "hours" in agreement:
        yield f"--hours={agreement['hours']}/{agreement['per']}"
    if "pay" in agreement:
        amount = f"{agreement['currency']} {agreement['pay']}"
        yield f"--pay={amount}/{agreement['pay_basis']}"
    if "notice_days" in agreement:
        yield f"--notice={agreement['notice_days']}d"
    yield f"--clause={agreement['clause']}"


def add_role(role: Table) -> str:
    """Add a role with its first terms, then the later ones; return its key."""
    first, *later = role["agreements"]
    options = ["--organisation", role["organisation"], "--kind", role["kind"]]
    options += [] if role["paid"] else ["--unpaid"]
    key = run("role", "add", role["name"], *options, *terms(first))["key"]
    for agreement in later:
        run("agree", key, *terms(agreement))
    return key


def confirm(rule: Table, keys: dict[str, str]) -> None:
    """Say once which role a payer, project or calendar belongs to."""
    role = keys[rule["role"]] if rule["role"] else "--private"
    run("assign", rule["field"], rule["value"], role)


def main() -> None:
    """Begin the book, add the roles, confirm the rules, bring in the files."""
    sample = tomllib.loads((SAMPLES / "portfolio.toml").read_text("utf-8"))
    person = sample["person"]
    options = {
        "--name": person["name"],
        "--currency": person["currency"],
        "--timezone": person["timezone"],
        "--capacity": person["capacity_hours"],
    }
    print(f"Making the sample book of {person['name']} …", flush=True)
    run("init", *(word for option in options.items() for word in option))
    keys = {role["key"]: add_role(role) for role in sample["roles"]}
    for rule in sample["rules"]:
        confirm(rule, keys)
    bring_in(SAMPLES / "files")


def bring_in(folder: Path) -> None:
    """Import every file of a folder and print what came of each."""
    for file in run("import", folder)["files"]:
        counts = f"{file['new']:6,} new  {len(file['problems']):3} problems"
        print(f"  {counts}  {file['path']}")


if __name__ == "__main__":
    main()
