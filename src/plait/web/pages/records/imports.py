"""The import pages: what becomes of each file, what comes in, what came before."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format, number_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.book.imports.report import FileReport, ImportReport
from plait.book.models import Batch
from plait.domain.records import BankLine, EventLine, TimeLine
from plait.formats.registry import label_of
from plait.web.pages.errors import problem_view, sentence
from plait.web.staging import Staged
from plait.wording.records.first_lines import first_line
from plait.wording.words import Words

_PROBLEMS_LISTED = 50
# With more files than these the page would be long before its button.
_OPEN_AT_ONCE = 3


@dataclass(frozen=True)
class FileView:
    """One file of an import."""

    name: str
    format: str
    read: str
    new: str
    changed: str
    known: str
    refused: str
    mapping_url: str
    problems: tuple[dict[str, str], ...]
    n_problems: int
    n_more: str
    kind: str = ""
    lines: tuple[dict[str, str], ...] = ()
    opens: bool = False


@dataclass(frozen=True)
class PreviewView:
    """The page before an import."""

    sentence: str
    files: tuple[FileView, ...]
    creates: tuple[str, ...]
    titles_note: str
    can_confirm: bool
    is_stuck: bool
    confirm_url: str
    cancel_url: str
    say_url: str


@dataclass(frozen=True)
class BatchView:
    """One import after it happened."""

    number: int
    when: str
    files: tuple[FileView, ...]


_KINDS = {BankLine: "payments", TimeLine: "time", EventLine: "events"}


def report_record(report: ImportReport, words: Words) -> dict[str, Any]:
    """Return a report in types that JSON has, its first lines in words."""
    files = [_file_record(one, words) for one in report.files]
    return {"batch": report.batch, "files": files}


def _file_record(one: FileReport, words: Words) -> dict[str, Any]:
    return {
        "path": one.path,
        "format": one.format,
        "label": one.label,
        "n_read": one.n_read,
        "n_new": one.n_new,
        "n_known": one.n_known,
        "n_changed": one.n_changed,
        "covers": bool(one.covered),
        "problems": [problem._asdict() for problem in one.problems],
        "new_by_kind": one.new_by_kind,
        "kind": _KINDS[type(one.first[0])] if one.first else "",
        "first": [asdict(first_line(words, line)) for line in one.first],
    }


def preview_view(staged: Staged, outcome: dict[str, Any]) -> PreviewView:
    """Return the page before an import."""
    token = staged.token
    files = outcome.get("files", [])
    n_new = sum(one["n_new"] for one in files)
    is_news = any(one["n_new"] or one["n_changed"] for one in files)
    # A quiet month: nothing was paid, and that is known now.
    covers = any(one["covers"] and not one["n_read"] for one in files)
    indices = {source.name: index for index, source in enumerate(staged.sources)}
    return PreviewView(
        sentence=_sentence(outcome, n_new),
        files=tuple(
            replace(
                _file(one, _mapping_url(one, token, indices)),
                opens=len(files) <= _OPEN_AT_ONCE,
            )
            for one in files
        ),
        creates=tuple(_creates(files)),
        titles_note=titles_note(files),
        can_confirm=is_news or covers,
        is_stuck=not (is_news or covers or any(one["n_known"] for one in files)),
        confirm_url=reverse("import_confirm", args=[token]),
        cancel_url=reverse("import_cancel", args=[token]),
        say_url=reverse("import_say", args=[token]),
    )


def titles_note(files: Iterable[dict[str, Any]]) -> str:
    """Return of which calendars titles are not kept, "" if there are none."""
    names = sorted({name for one in files for name in one.get("untitled", ())})
    if not names:
        return ""
    return _(
        "Of the events of %(calendars)s only the times are kept, since titles may be"
        " private to others, such as a patient's name. You choose for each calendar."
    ) % {"calendars": ", ".join(names)}


def _sentence(outcome: dict[str, Any], n_new: int) -> str:
    if "trouble" in outcome:
        return _("The files could not be read. %(why)s") % {"why": error_text(outcome)}
    n_changed = sum(one["n_changed"] for one in outcome["files"])
    texts = [*_new_text(n_new), *_changed_text(n_changed)]
    if texts:
        return " ".join(texts)
    if any(one["covers"] and not one["n_read"] for one in outcome["files"]):
        return _("Nothing was paid in this time; your book would know that.")
    if any(one["n_known"] for one in outcome["files"]):
        return _("All of this is already in your book.")
    return _("Nothing in these files can be imported as they are.")


def _new_text(n: int) -> Iterable[str]:
    if n:
        one = ngettext(
            "%(n)s new line would come in.", "%(n)s new lines would come in.", n
        )
        yield one % {"n": _number(n)}


def _changed_text(n: int) -> Iterable[str]:
    if n:
        one = ngettext(
            "%(n)s time entry would be corrected.",
            "%(n)s time entries would be corrected.",
            n,
        )
        yield one % {"n": _number(n)}


def error_text(outcome: dict[str, Any]) -> str:
    """Return why a reading came to nothing."""
    error = outcome["trouble"]
    if isinstance(error, dict):
        return sentence(error)
    texts = {
        "stopped": _("Something went wrong in Plait itself; please try again."),
        "busy": _("Another import is running; try again in a moment."),
        "cut off": _("Plait was stopped halfway; read them again."),
    }
    return texts[error]


def stopped_text(outcome: dict[str, Any]) -> str:
    """Return why an import did not end well."""
    if outcome["trouble"] == "cut off":
        return _(
            "Plait was stopped while it imported these files. They came in completely or "
            "not at all: what is there already is counted as known below."
        )
    text = _("The import stopped; your book is as it was. %(why)s")
    return text % {"why": error_text(outcome)}


def _creates(files: list[dict[str, Any]]) -> Iterable[str]:
    counts: Counter[str] = Counter()
    for one in files:
        counts.update(one["new_by_kind"])
    texts = {
        "payments": ngettext("%(n)s payment", "%(n)s payments", counts["payments"]),
        "hours": ngettext("%(n)s time entry", "%(n)s time entries", counts["hours"]),
        "events": ngettext("%(n)s event", "%(n)s events", counts["events"]),
        "roles": ngettext("%(n)s role", "%(n)s roles", counts["roles"]),
    }
    for kind, text in texts.items():
        if counts[kind]:
            yield text % {"n": _number(counts[kind])}


def _file(one: dict[str, Any], mapping_url: str = "") -> FileView:
    problems = one["problems"]
    refused = not one["n_read"] and len(problems) == 1
    more = len(problems) - _PROBLEMS_LISTED
    return FileView(
        name=one["path"],
        format=_(one["label"]) if one["label"] else "",
        read=_number(one["n_read"]),
        new=_number(one["n_new"]),
        changed=_number(one["n_changed"]) if one["n_changed"] else "",
        known=_number(one["n_known"]),
        refused=sentence(problems[0]) if refused else "",
        mapping_url=mapping_url,
        problems=()
        if refused
        else tuple(problem_view(p) for p in problems[:_PROBLEMS_LISTED]),
        n_problems=len(problems),
        n_more=_("%(n)s more are not listed here.") % {"n": _number(more)}
        if more > 0
        else "",
        kind=one.get("kind", ""),
        lines=tuple(one.get("first", ())),
    )


def _mapping_url(one: dict[str, Any], token: str, indices: dict[str, int]) -> str:
    """Return where the columns can be named: for a table that no format knows."""
    if not one["has_columns"]:
        return ""
    return reverse("import_columns", args=[token, indices[one["path"]]])


def progress_view(progress: dict[str, Any], url: str) -> dict[str, Any]:
    """Return how far a reading is."""
    lines = progress.get("lines", 0)
    return {
        "done": round(100 * progress.get("fraction", 0)),
        "of": 100 if progress else 0,
        "file": progress.get("file", ""),
        "lines": _("%(n)s lines") % {"n": _number(lines)} if lines else "",
        "url": url,
    }


def history_view(batches: Iterable[Batch]) -> list[dict[str, Any]]:
    """Return the imports, newest first."""
    return [_batch_row(batch) for batch in batches]


def _batch_row(batch: Batch) -> dict[str, Any]:
    files = list(batch.files.all())
    n_new = sum(file.n_new for file in files)
    n_out = sum(len(file.problems) for file in files)
    n_changed = sum(file.n_changed for file in files)
    new = ngettext("%(n)s new line", "%(n)s new lines", n_new) % {"n": _number(n_new)}
    changed = ngettext("%(n)s corrected", "%(n)s corrected", n_changed)
    if n_changed:
        new = f"{new}, {changed % {'n': _number(n_changed)}}"
    out = ngettext("%(n)s line left out", "%(n)s lines left out", n_out)
    return {
        "when": _when(batch),
        "files": [file.name for file in files],
        "added": new,
        "problems": out % {"n": _number(n_out)} if n_out else "",
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
    return BatchView(batch.number, _when(batch), tuple(_file(one) for one in files))


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
            lines % {"n": _number(n_new)},
            _("What a later import also contained stays."),
            _("Importing the files again brings it back; your rules stay."),
        ],
        "button": _("Undo the import"),
        "cancel_url": reverse("imports"),
        "is_harmful": True,
    }


def _when(batch: Batch) -> str:
    return date_format(localtime(batch.created_at), "j F Y, H:i")


def _number(n: int) -> str:
    return number_format(n, use_l10n=True, force_grouping=True)
