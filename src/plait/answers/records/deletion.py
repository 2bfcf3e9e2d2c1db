"""What would go, and what would stay, if everything were deleted?"""

from dataclasses import dataclass

from plait.domain.contents import BookContents
from plait.wording.records import deletion as wording
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class DeletionAnswer:
    """What goes and what stays, a line each; `word` confirms it."""

    language: str
    word: str
    goes: tuple[str, ...]
    stays: tuple[str, ...]
    contents: BookContents


def deletion_answer(held: BookContents, words: Words) -> DeletionAnswer:
    """Return the answer for a book that holds so much."""
    return DeletionAnswer(
        language=words.language,
        word=words.pgettext("typed to confirm", "delete"),
        goes=tuple(wording.goes(words, held)),
        stays=tuple(wording.stays(words, held)),
        contents=held,
    )
