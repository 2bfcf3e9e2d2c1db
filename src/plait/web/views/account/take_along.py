"""Taking the book along: as open files, or as one copy of the whole."""

import tempfile
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from plait.accounts.audit import note
from plait.accounts.models import Person
from plait.accounts.queries import n_people
from plait.book.backup import back_up, book_file
from plait.domain.audit import Act
from plait.jobs.operations import enqueue
from plait.jobs.queries import jobs_of
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.confirmed import confirmed_lately
from plait.web.job_kinds import EXPORT
from plait.web.taking_along import is_large, made_for, name_on, write_zip


@require_GET
def export(request: HttpRequest) -> HttpResponseBase:
    """Hand out everything the person's book holds; on a server, ask for a press first."""
    viewer = viewer_of(request)
    if settings.SERVER:
        job = jobs_of(viewer=viewer).filter(kind=EXPORT).first()
        page = {"job": job, "has_file": made_for(viewer) is not None}
        return render(request, "account/export.html", page)
    return _exported(viewer)


@confirmed_lately
@require_POST
def export_now(request: HttpRequest) -> HttpResponseBase:
    """Hand it out on a server, to whoever showed lately that it is them.

    What is large is put together by a job, and fetched when it is done.
    """
    viewer = viewer_of(request)
    note(owner=viewer, act=Act.EXPORTED, now=clock.now())
    if is_large(viewer):
        enqueue(owner=viewer, kind=EXPORT, now=clock.now())
        return redirect("export")
    return _exported(viewer)


@confirmed_lately
@require_POST
def export_file(request: HttpRequest) -> FileResponse:
    """Hand out what a job put together."""
    file = made_for(viewer_of(request))
    if file is None:
        raise Http404
    return FileResponse(file.open("rb"), as_attachment=True, filename=file.name)


def _exported(viewer: Person) -> FileResponse:
    packed = tempfile.TemporaryFile()  # noqa: SIM115  # closed by the response
    write_zip(viewer, packed, today=clock.today())
    packed.seek(0)
    name = f"{name_on(clock.today())}.zip"
    return FileResponse(packed, as_attachment=True, filename=name)


@require_GET
def backup(request: HttpRequest) -> FileResponse:
    """Hand out a copy of the whole file: only where it is one person's book."""
    viewer_of(request)
    if not can_back_up():
        raise Http404
    copy = tempfile.TemporaryFile()  # noqa: SIM115  # closed by the response
    with tempfile.TemporaryDirectory(dir=settings.PLAIT_HOME) as folder:
        file = Path(folder) / "book.sqlite3"
        back_up(book=book_file(connection.settings_dict), to=file)
        copy.write(file.read_bytes())
    copy.seek(0)
    name = f"plait-backup-{clock.today().isoformat()}.sqlite3"
    return FileResponse(copy, as_attachment=True, filename=name)


def can_back_up() -> bool:
    """Return whether the whole database is the one person's to take."""
    is_alone = connection.vendor == "sqlite" and n_people() == 1
    return is_alone and not settings.SERVER
