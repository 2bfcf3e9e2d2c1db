"""Collect the texts to translate and compile the translations, or check both.

    .venv/bin/python scripts/translations.py [--check]

The compiled files are committed, so that neither an installation nor the wheel has
to make them.
"""

import argparse
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po
from texts import ROOT, SOURCE, collected

LANGUAGES = ("nl",)
MOST_LINES = 40


def file_of(language: str) -> Path:
    """Return where the translations into a language are written."""
    return SOURCE / "locale" / language / "LC_MESSAGES" / "django.po"


def kept(language: str) -> Catalog:
    """Return the translations into a language as they are written."""
    file = file_of(language)
    if not file.exists():
        heading = f"# What Plait says, in {language}. Collected by: make messages"
        return Catalog(language, header_comment=heading, charset="utf-8", fuzzy=False)
    with file.open("rb") as content:
        return read_po(content, locale=language, abort_invalid=True)


def collect(language: str, wanted: Catalog) -> None:
    """Write down what is to be translated now; keep the translations there are."""
    catalog = kept(language)
    catalog.update(wanted, no_fuzzy_matching=True, update_creation_date=False)
    written = io.BytesIO()
    write_po(written, catalog, width=88, no_location=True, ignore_obsolete=True)
    file_of(language).parent.mkdir(parents=True, exist_ok=True)
    file_of(language).write_bytes(written.getvalue())


def compiled(language: str) -> bytes:
    """Return what the compiled file must hold."""
    made = io.BytesIO()
    write_mo(made, kept(language))
    return made.getvalue()


def spoken(content: bytes) -> set[str]:
    """Return what a compiled file says, without its heading (it holds dates)."""
    read = read_mo(io.BytesIO(content))
    return {repr((m.context, m.id, m.string)) for m in read if m.id}


def faults_of(message: Message) -> Iterator[str]:
    """Yield what is wrong with one translation."""
    said = message.string
    if not all(said if isinstance(said, tuple | list) else [said]):
        yield "not translated"
    if message.fuzzy:
        yield "unsure (fuzzy)"
    yield from map(str, message.check())


def faults(language: str, wanted: Catalog) -> Iterator[str]:
    """Yield what is wrong with the translations into one language."""
    catalog = kept(language)
    here = {(m.context, m.id): m for m in catalog if m.id}
    there = {(m.context, m.id) for m in wanted if m.id}
    for context, text in sorted(there - here.keys(), key=str):
        yield f"{language}: not collected, make messages: {text!r} {context or ''}"
    for context, text in sorted(here.keys() - there, key=str):
        yield f"{language}: no longer used, make messages: {text!r} {context or ''}"
    for (_, text), message in here.items():
        yield from (f"{language}: {fault}: {text!r}" for fault in faults_of(message))
    binary = file_of(language).with_suffix(".mo")
    if not binary.exists() or spoken(binary.read_bytes()) != spoken(compiled(language)):
        yield f"{language}: {binary.relative_to(ROOT)} is out of date, make messages"


def main() -> int:
    """Collect and compile, or check; 1 if a check finds a fault."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    is_check = parser.parse_args().check
    wanted = collected()
    if not is_check:
        for language in LANGUAGES:
            collect(language, wanted)
            file_of(language).with_suffix(".mo").write_bytes(compiled(language))
    found = [fault for language in LANGUAGES for fault in faults(language, wanted)]
    print("\n".join(found[:MOST_LINES]))
    print(f"{len(wanted)} texts, {len(found)} faults")
    return 1 if found and is_check else 0


if __name__ == "__main__":
    sys.exit(main())
