"""Two exports made from one: each holds a part of the lines, as a bank would give it.

`parts(path)` returns what stands before the lines, the lines themselves, what stands
after; any stretch of the lines between the two is a file again.
"""

import re
from pathlib import Path
from typing import NamedTuple

# How one line of a statement that is no table looks.
_BLOCKS = {
    ".xml": rb"<Ntry>.*?</Ntry>\n?",
    ".ofx": rb"<STMTTRN>.*?</STMTTRN>\r?\n",
    ".sta": rb":61:.*?(?=:61:|:62F:)",
}
_WITHOUT_HEADING = (".tab",)


class Parts(NamedTuple):
    """A file in pieces."""

    before: bytes
    lines: list[bytes]
    after: bytes

    def file(self, first: int, end: int) -> bytes:
        """Return the file that holds the lines from `first` up to `end`."""
        return self.before + b"".join(self.lines[first:end]) + self.after


def parts(path: Path) -> Parts:
    """Return the pieces of a statement of one account and one message."""
    content = path.read_bytes()
    if path.suffix not in _BLOCKS:
        rows = content.splitlines(keepends=True)
        n_before = 0 if path.suffix in _WITHOUT_HEADING else 1
        return Parts(b"".join(rows[:n_before]), rows[n_before:], b"")
    found = list(re.finditer(_BLOCKS[path.suffix], content, re.DOTALL))
    before, after = content[: found[0].start()], content[found[-1].end() :]
    return Parts(before, [one[0] for one in found], after)
