"""Compile the translations, or say which are missing, unsure or not compiled.

    .venv/bin/python scripts/translations.py [--check]

The compiled files are committed, so that neither an installation nor the wheel
needs gettext.
"""

import argparse
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "src" / "plait" / "locale"


def catalog(source: Path) -> Catalog:
    """Return the texts and translations of a .po file."""
    with source.open("rb") as file:
        return read_po(file, locale=source.parent.parent.name, abort_invalid=True)


def compiled(source: Path) -> bytes:
    """Return what the .mo file beside a .po file must hold."""
    made = io.BytesIO()
    write_mo(made, catalog(source))
    return made.getvalue()


def texts(content: bytes) -> set[str]:
    """Return the translations of a .mo file, without its heading (it holds a date)."""
    read = read_mo(io.BytesIO(content))
    return {repr((m.context, m.id, m.string)) for m in read if m.id}


def faults(source: Path) -> Iterator[str]:
    """Yield what is wrong with one .po file and the .mo file beside it."""
    name = source.relative_to(ROOT)
    for message in catalog(source):
        if not message.id:
            continue
        if message.fuzzy:
            yield f"{name}: unsure (fuzzy): {message.id!r}"
        given = message.string
        if not all(given if isinstance(given, tuple | list) else [given]):
            yield f"{name}: not translated: {message.id!r}"
        for error in message.check():
            yield f"{name}: {error}: {message.id!r}"
    binary = source.with_suffix(".mo")
    if not binary.exists() or texts(binary.read_bytes()) != texts(compiled(source)):
        yield f"{binary.relative_to(ROOT)}: not what {source.name} says: make messages"


def main() -> int:
    """Compile every translation, or check it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    is_check = parser.parse_args().check
    sources = sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))
    if not is_check:
        for source in sources:
            source.with_suffix(".mo").write_bytes(compiled(source))
    found = [fault for source in sources for fault in faults(source)]
    found += [] if sources else ["src/plait/locale: there are no translations"]
    print("\n".join(found) or f"{len(sources)} translation whole and compiled")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
