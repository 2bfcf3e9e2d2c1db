"""What all files made of tags have in common: what is refused in them."""

from plait.formats.source import Source, Unreadable


def refuse_doctype(source: Source) -> None:
    """Raise `Unreadable` if the start of the file declares a document type.

    No bank writes one, and a declaration may name files to read or entities that
    unfold without end.
    """
    if "<!DOCTYPE" in source.head_text.upper():
        raise doctype_refused(source)


def doctype_refused(source: Source) -> Unreadable:
    """Return the refusal of a file that declares a document type."""
    return Unreadable(
        "This file declares a document type (DOCTYPE), which no bank statement does",
        value=source.name,
        fix="Download the statement from the bank again; nothing of it was taken.",
    )


def cut_off(source: Source, place: str = "") -> Unreadable:
    """Return the refusal of a file that ends before it should."""
    return Unreadable(
        "This file is cut off or broken in the middle",
        value=f"{source.name}, {place}" if place else source.name,
        fix="Download the statement from the bank again; nothing of it was taken.",
    )


def endless(source: Source) -> Unreadable:
    """Return the refusal of a file whose single entry would fill the memory."""
    return Unreadable(
        "An entry of this file is larger than a bank writes",
        value=source.name,
        fix="Download the statement from the bank again; nothing of it was taken.",
    )
