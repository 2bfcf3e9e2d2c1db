"""The imports so far: what came in with each, and what undoing one means."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.book.models import Batch
from plait.domain.quiet import Kind, hidden
from plait.formats.registry import label_of
from plait.web.pages.records.import_files import FileView, file_view, number_text
from plait.web.staging import Staged
from plait.web.templatetags.written import written_day
from plait.wording.words import words_for

_FILES_NAMED = 3


@dataclass(frozen=True)
class BatchView:
    """One import after it happened."""

    number: int
    when: str
    files: tuple[FileView, ...]


def waiting_view(uploads: Iterable[Staged], language: str) -> list[dict[str, str]]:
    """Return uploads that wait for their owner's word: their files, and where to go on."""
    words = words_for(language)
    return [
        {
            "names": words.listed(
                [hidden(Kind.FILE, source.name) for source in one.sources], _FILES_NAMED
            ),
            "url": reverse("import_preview", args=[one.token]),
        }
        for one in uploads
    ]


def history_view(batches: Iterable[Batch]) -> list[dict[str, Any]]:
    """Return the imports, newest first."""
    return [_batch_row(batch) for batch in batches]


def _batch_row(batch: Batch) -> dict[str, Any]:
    files = list(batch.files.all())
    n_new = sum(file.n_new for file in files)
    n_out = sum(len(file.problems) for file in files)
    n_changed = sum(file.n_changed for file in files)
    new = ngettext("%(n)s new line", "%(n)s new lines", n_new) % {
        "n": number_text(n_new)
    }
    changed = ngettext("%(n)s corrected", "%(n)s corrected", n_changed)
    if n_changed:
        new = f"{new}, {changed % {'n': number_text(n_changed)}}"
    out = ngettext("%(n)s line left out", "%(n)s lines left out", n_out)
    return {
        "when": _when(batch),
        "files": [file.name for file in files],
        "added": new,
        "problems": out % {"n": number_text(n_out)} if n_out else "",
        "url": reverse("import_one", args=[batch.number]),
        "undo_url": reverse("import_undo", args=[batch.number]),
        "undone": _("undone") if batch.undone_at else "",
    }


def batch_view(batch: Batch) -> BatchView:
    """Return one import with what became of each file."""
    files = [
        {
            "path": file.name,
            "label": label_of(file.format),
            "n_read": file.n_read,
            "n_new": file.n_new,
            "n_known": file.n_known,
            "n_changed": file.n_changed,
            "problems": file.problems,
        }
        for file in batch.files.all()
    ]
    return BatchView(batch.number, _when(batch), tuple(file_view(one) for one in files))


def undo_question(batch: Batch) -> dict[str, Any]:
    """Return what the page asks before an import is taken back."""
    files = list(batch.files.all())
    n_new = sum(file.n_new for file in files)
    lines = ngettext(
        "%(n)s line is removed, with the role it was given.",
        "%(n)s lines are removed, with the roles they were given.",
        n_new,
    )
    return {
        "title": _("Undo an import"),
        "question": _("Undo the import of %(when)s?") % {"when": _when(batch)},
        "consequences": [
            lines % {"n": number_text(n_new)},
            _("What a later import also contained stays."),
            _("Importing the files again brings it back; your rules stay."),
        ],
        "button": _("Undo the import"),
        "cancel_url": reverse("imports"),
        "is_harmful": True,
    }


def _when(batch: Batch) -> str:
    return written_day(localtime(batch.created_at), "j F Y, H:i")
