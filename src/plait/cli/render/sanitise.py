"""Text that others wrote, made fit for a terminal.

A file's name, a payer or a title may hold the letters that move the cursor, change
the window's title or turn the writing round; none of them reaches the terminal.
"""

import re

# Control characters but for tab and line end, and marks that reorder what is read.
COMMANDS = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]"
)


def sanitised(text: str) -> str:
    r"""Return the text without characters that command a terminal.

    >>> sanitised("a\x1b[31mb\u202ec")
    'a[31mbc'
    """
    return COMMANDS.sub("", text)


def on_one_line(text: str) -> str:
    """Return the text harmless and without line ends, for a name within a sentence."""
    return " ".join(sanitised(text).split())
