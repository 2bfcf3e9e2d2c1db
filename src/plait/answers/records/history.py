"""What has changed in the book, and what of it can be undone?"""

from dataclasses import dataclass
from datetime import datetime

from plait.domain.changes import NOT_UNDONE, ChangedThing, ChangePage, ListedChange
from plait.wording.records import history as wording
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class ChangeAnswer:
    """One change: `text` says what was done, `detail` to what.

    `what` names the operation; `batch` is the number of an import. Of what can be
    undone or redone, a later change may still stand in the way. `instead` says what to do about what has left
    the book, "" for all that can be undone.
    """

    number: int
    made_at: datetime
    what: str
    text: str
    detail: str
    batch: int | None
    undone_at: datetime | None
    can_undo: bool
    can_redo: bool
    instead: str
    things: tuple[ChangedThing, ...]


@dataclass(frozen=True, slots=True)
class HistoryAnswer:
    """A page of the changes of a book, newest first."""

    language: str
    heading: str
    page: int
    n_pages: int
    n_changes: int
    changes: tuple[ChangeAnswer, ...]


def history_answer(page: ChangePage, words: Words) -> HistoryAnswer:
    """Return a page of the book's history in words."""
    return HistoryAnswer(
        language=words.language,
        heading=wording.heading_text(words, page.n_changes),
        page=page.page,
        n_pages=page.n_pages,
        n_changes=page.n_changes,
        changes=tuple(change_answer(one, words) for one in page.changes),
    )


def change_answer(change: ListedChange, words: Words) -> ChangeAnswer:
    """Return one change in words."""
    instead = NOT_UNDONE.get(change.what, "")
    return ChangeAnswer(
        number=change.number,
        made_at=change.made_at,
        what=change.what,
        text=wording.what_text(words, change),
        detail=wording.detail_text(words, change),
        batch=change.batch,
        undone_at=change.undone_at,
        can_undo=change.undone_at is None and change.what not in NOT_UNDONE,
        instead=words.gettext(instead) if instead else "",
        # The files of an import are imported again.
        can_redo=change.undone_at is not None and change.batch is None,
        things=change.things,
    )
