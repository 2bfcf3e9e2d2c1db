"""Sentences as wide as the window they are read in."""

import os
import shutil
import textwrap
from typing import TextIO


def fitted(text: str, stream: TextIO) -> str:
    """Return a text for a stream: as wide as the window, in a pipe as it stands."""
    if not stream.isatty() and "COLUMNS" not in os.environ:
        return text
    width = shutil.get_terminal_size().columns
    return "\n".join(_filled(line, width) for line in text.split("\n"))


def _filled(line: str, width: int) -> str:
    """Return a line over several; words, addresses and hyphens stay whole."""
    if len(line) <= width:
        return line
    return textwrap.fill(line, width, break_on_hyphens=False, break_long_words=False)
