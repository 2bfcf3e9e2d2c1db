"""Reading the files of an import, apart from the book: nothing is written or locked."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from time import time

from django.conf import settings

from plait.accounts.models import Person
from plait.book.imports.book_file.person_record import is_empty_book
from plait.book.imports.child import Cancelled, read_apart
from plait.book.models import Mapping
from plait.formats.reading.files import read_all
from plait.formats.reading.request import request_for
from plait.formats.reading.spool import OnProgress, Spool, spooled
from plait.formats.source import Options, Source

__all__ = ["Cancelled", "read_files", "reading_folder"]

_LEFT_SECONDS = 24 * 3600


def _never() -> bool:
    return False


@contextmanager
def reading_folder() -> Iterator[Path]:
    """Make a folder for one reading, which is removed at its end.

    It lies with the book, not where everybody's files lie; what a killed program left
    of one goes a day later, at the next import or upload.
    """
    place = Path(settings.PLAIT_HOME) / "staging" / "reading"
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    for left in place.iterdir():
        with suppress(OSError):
            if time() - left.stat().st_mtime > _LEFT_SECONDS:
                rmtree(left, ignore_errors=True)
    with TemporaryDirectory(dir=place) as folder:
        yield Path(folder)


def read_files(  # what a reading is told
    *,
    viewer: Person,
    sources: Sequence[Source],
    options: Options,
    folder: Path,
    on_progress: OnProgress | None = None,
    is_cancelled: Callable[[], bool] = _never,
) -> Spool:
    """Read files into a folder of the person's own; raises `Cancelled`.

    One that cannot be read is refused by name and does not keep the others. Tables
    that no format knows are read as the person said before of tables like them.
    """
    held = Mapping.objects.filter(owner=viewer).order_by("pk")
    request = request_for(
        sources,
        folder / "unpacked",
        options,
        dict(held.values_list("signature", "columns")),
        takes_settings=is_empty_book(viewer),
    )
    read = (
        read_apart(request, is_cancelled) if settings.READS_APART else read_all(request)
    )
    return spooled(read, folder, on_progress)
