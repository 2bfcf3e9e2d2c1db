"""Say which names in the code are not plain English: the words we no longer use.

    .venv/bin/python scripts/check_words.py

A name is looked at word by word: `role_told` holds "told". Each word stands with what
to write instead; `docs/explanation/decisions/0018-rooms-in-order.md` says why.
"""

import io
import re
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "plait"

INSTEAD = {
    "told": "what it is: fields, options, values, record",
    "untold": "unknown, missing",
    "said": "text, sentence",
    "shown": "view, displayed",
    "tellings": "event marks",
    "telling": "record, statement",
    "desk": "importer",
    "tally": "counts",
    "filing": "assignment",
    "standing": "status",
    "picture": "portfolio, series, chart",
    "pictures": "portfolios, charts",
    "bench": "rule evaluator",
    "lived": "projected hours",
    "relief": "freed hours",
    "reliefs": "freed hours",
    "felt": "wellbeing",
    "hangs": "depends on, concentration",
    "hanging": "depends on, concentration",
    "lasts": "runway",
    "duty": "obligation",
    "duties": "obligations",
    "harmless": "sanitised",
    "trouble": "error, problem",
    "troubles": "errors, problems",
    "patience": "deadline",
    "packing": "encoding, compression",
}
# Names that stand in files or tables of people, and one that is no obligation of tax.
ALLOWED = {
    "lasts",  # a field of the income model's file
    "hanging",  # from a cause to its roles, in the tables
    "DUTY",  # what working-time law asks of a person beside its limits
}

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


def words_of(name: str) -> list[str]:
    """Return the words of a name: `RoleTold` is role and told."""
    return [word.lower() for word in _WORD.findall(name)]


def faults(file: Path) -> Iterator[str]:
    """Yield each name of a module that holds a word we no longer use."""
    path = file.relative_to(ROOT).as_posix()
    seen: set[str] = set()
    for word in words_of(file.stem):
        if word in INSTEAD:
            yield f"{path}: the module's name holds {word!r}: {INSTEAD[word]}"
    for token in tokenize.generate_tokens(
        io.StringIO(file.read_text("utf-8")).readline
    ):
        name = token.string
        if token.type != tokenize.NAME or name in seen:
            continue
        seen.add(name)
        for word in words_of(name):
            if word in INSTEAD and name not in ALLOWED:
                line = token.start[0]
                yield f"{path}:{line}: {name} holds {word!r}: {INSTEAD[word]}"


def main() -> int:
    """Print every fault; 1 if there is one."""
    files = [f for f in sorted(SOURCE.rglob("*.py")) if "migrations" not in f.parts]
    found = [fault for file in files for fault in faults(file)]
    print("\n".join(found) or f"{len(files)} modules, no fault")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
