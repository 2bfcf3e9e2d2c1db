"""The files that were imported, one line each."""

from plait.accounts.models import Person
from plait.book.queries.lists import batches
from plait.domain.import_list import ImportedFileLine


def imported_files(*, viewer: Person) -> tuple[ImportedFileLine, ...]:
    """Return every file that was imported, those of the latest import first."""
    return tuple(
        ImportedFileLine(
            batch=batch.number,
            made_at=batch.created_at,
            undone_at=batch.undone_at,
            name=file.name,
            format=file.format,
            n_read=file.n_read,
            n_new=file.n_new,
            n_changed=file.n_changed,
            n_known=file.n_known,
            n_problems=len(file.problems),
        )
        for batch in batches(viewer=viewer)
        for file in batch.files.all()
    )
