"""How deep a JSON text goes, looked at before anything reads it."""

DEEPEST = 12

_OPEN, _CLOSE, _QUOTE, _ESCAPE = b"[{", b"]}", ord('"'), ord("\\")


def is_flat(content: bytes) -> bool:
    """Return whether no bracket stands in more than twelve others.

    >>> is_flat(b'[{"a": "[[[["}]'), is_flat(b"[" * 13)
    (True, False)
    """
    depth, in_text, is_escaped = 0, False, False
    for byte in content:
        if in_text:
            in_text = is_escaped or byte != _QUOTE
            is_escaped = byte == _ESCAPE and not is_escaped
        elif byte == _QUOTE:
            in_text = True
        elif byte in _OPEN:
            depth += 1
            if depth > DEEPEST:
                return False
        elif byte in _CLOSE:
            depth -= 1
    return True
