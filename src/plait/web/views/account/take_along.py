"""Taking the book along: as open files, or as one copy of the whole."""

import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.conf import settings
from django.db import connection
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from plait.accounts.audit import note
from plait.accounts.models import Person
from plait.accounts.queries import n_people
from plait.book.backup import back_up, book_file
from plait.book.operations.export import export_book
from plait.domain.audit import Act
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.confirmed import confirmed_lately


@require_GET
def export(request: HttpRequest) -> HttpResponseBase:
    """Hand out everything the person's book holds; on a server, ask for a press first."""
    if settings.SERVER:
        return render(request, "account/export.html")
    return _exported(viewer_of(request))


@confirmed_lately
@require_POST
def export_now(request: HttpRequest) -> FileResponse:
    """Hand it out on a server, to whoever showed lately that it is them."""
    viewer = viewer_of(request)
    note(owner=viewer, act=Act.EXPORTED, now=clock.now())
    return _exported(viewer)


def _exported(viewer: Person) -> FileResponse:
    """Return everything the person's book holds, as open files in one zip."""
    name = f"plait-{clock.today().isoformat()}"
    packed = tempfile.TemporaryFile()  # noqa: SIM115  # closed by the response
    with _folder() as folder:
        inside = folder / name
        export_book(viewer=viewer, folder=inside, today=clock.today())
        _pack(inside, packed)
    packed.seek(0)
    return FileResponse(packed, as_attachment=True, filename=f"{name}.zip")


@require_GET
def backup(request: HttpRequest) -> FileResponse:
    """Hand out a copy of the whole file: only where it is one person's book."""
    viewer_of(request)
    if not can_back_up():
        raise Http404
    copy = tempfile.TemporaryFile()  # noqa: SIM115  # closed by the response
    with _folder() as folder:
        file = folder / "book.sqlite3"
        back_up(book=book_file(connection.settings_dict), to=file)
        copy.write(file.read_bytes())
    copy.seek(0)
    name = f"plait-backup-{clock.today().isoformat()}.sqlite3"
    return FileResponse(copy, as_attachment=True, filename=name)


def can_back_up() -> bool:
    """Return whether the whole database is the one person's to take."""
    is_alone = connection.vendor == "sqlite" and n_people() == 1
    return is_alone and not settings.SERVER


@contextmanager
def _folder() -> Iterator[Path]:
    """Lend a folder beside the book, which may not fit where temporary files go."""
    with tempfile.TemporaryDirectory(dir=settings.PLAIT_HOME) as folder:
        yield Path(folder)


def _pack(folder: Path, into: IO[bytes]) -> None:
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                # What was attached is seldom smaller packed, and is read back as it is.
                is_apart = file.parent != folder
                how = zipfile.ZIP_STORED if is_apart else zipfile.ZIP_DEFLATED
                name = f"{folder.name}/{file.relative_to(folder).as_posix()}"
                archive.write(file, name, how)
