"""Say what the documentation misses: dead links, commands, settings, the glossary.

.venv/bin/python scripts/check_docs.py
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs" / "reference"
GLOSSARY = ROOT / "docs" / "glossary.md"
START = ROOT / "README.md"

_FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$", re.MULTILINE)
_LINK = re.compile(r"\[[^\]]*\]\(<?([^)\s>]+)>?[^)]*\)")
_ELSEWHERE = re.compile(r"[a-z]+:")
_SETTING = re.compile(r"\bPLAIT_[A-Z]+(?:_[A-Z]+)*\b")


def pages() -> list[Path]:
    """Return every tracked or new page, those that git ignores left out."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    found = [ROOT / name for name in listed.stdout.splitlines()]
    return [page for page in found if page.exists() and "changelog.d" not in page.parts]


@cache
def prose(page: Path) -> str:
    """Return a page's text without its blocks of code."""
    return _FENCE.sub("", page.read_text(encoding="utf-8"))


@cache
def headings(page: Path) -> list[str]:
    """Return the headings of a page, without marks."""
    return [re.sub(r"[`*]", "", text) for text in _HEADING.findall(prose(page))]


def anchor(heading: str) -> str:
    """Return the link target that a heading gets: lower case, words by hyphens."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def links(page: Path) -> Iterator[tuple[str, Path, str]]:
    """Yield each link within the tree: as written, the file, the anchor."""
    for target in _LINK.findall(prose(page)):
        if _ELSEWHERE.match(target):
            continue
        path, _, fragment = target.partition("#")
        yield target, (page.parent / path).resolve() if path else page, fragment


def dead_links() -> Iterator[str]:
    """Yield links whose file or heading is not there."""
    for page in pages():
        for target, file, fragment in links(page):
            if not file.exists():
                yield f"{page.relative_to(ROOT)}: links to what is not there: {target}"
            elif fragment and fragment not in map(anchor, headings(file)):
                yield f"{page.relative_to(ROOT)}: no such heading: {target}"


def lost_pages() -> Iterator[str]:
    """Yield pages under docs/ that no way from the README leads to."""
    seen, ahead = set(), [START]
    while ahead:
        page = ahead.pop()
        if page in seen or page.suffix != ".md" or not page.exists():
            continue
        seen.add(page)
        ahead += [file for _, file, _ in links(page)]
    for page in pages():
        if page not in seen and ROOT / "docs" in page.parents:
            yield f"{page.relative_to(ROOT)}: no link leads here from README.md"


def commands(group: click.Command, name: str = "plait") -> Iterator[str]:
    """Yield every command in full, as it is typed."""
    yield name
    if isinstance(group, click.Group):
        context = click.Context(group, info_name=name)
        for word in group.list_commands(context):
            command = group.get_command(context, word)
            if command is not None and not command.hidden:
                yield from commands(command, f"{name} {word}")


def settings() -> set[str]:
    """Return the names of all settings that the source reads."""
    source = (ROOT / "src" / "plait").rglob("*.py")
    return {n for file in source for n in _SETTING.findall(file.read_text("utf-8"))}


def missing_headings() -> Iterator[str]:
    """Yield commands and settings without a heading under docs/reference."""
    from plait.cli.main import main as command_line

    have = {text for page in REFERENCE.rglob("*.md") for text in headings(page)}
    for name in [*commands(command_line), *sorted(settings())]:
        if name not in have:
            yield f"docs/reference: no heading for {name}"


def stale_reference() -> Iterator[str]:
    """Yield a fault for each generated page that is not what the source says."""
    sys.path.insert(0, str(ROOT))
    from scripts import references

    for page in references.stale():
        yield f"docs/reference/{page.name}: run python -m scripts.references"


def missing_glossary() -> Iterator[str]:
    """Yield a fault if the glossary is not there."""
    if not GLOSSARY.exists():
        yield f"{GLOSSARY.relative_to(ROOT)}: is not there"


def main() -> int:
    """Print every fault; 1 if there is one."""
    checks = (
        dead_links,
        lost_pages,
        missing_headings,
        stale_reference,
        missing_glossary,
    )
    faults = [fault for check in checks for fault in check()]
    print("\n".join(faults) or f"{len(pages())} pages, no fault")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
