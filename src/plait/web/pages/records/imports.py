"""What the import pages show: each file's fate, what comes in, what came before."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format, number_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.book.imports.report import ImportReport
from plait.book.models import Batch
from plait.formats.registry import label_of
from plait.web.pages.errors import problem_view, sentence
from plait.web.staging import Staged

_PROBLEMS_SHOWN = 50


@dataclass(frozen=True)
class FileView:
    """One file of an import."""

    name: str
    format: str
    read: str
    new: str
    known: str
    refused: str
    mapping_url: str
    problems: tuple[dict[str, str], ...]
    n_problems: int
    n_more: str


@dataclass(frozen=True)
class PreviewView:
    """The page before an import."""

    sentence: str
    files: tuple[FileView, ...]
    creates: tuple[str, ...]
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


def report_as_json(report: ImportReport) -> dict[str, Any]:
    """Return a report in types that JSON has."""
    files = [{**asdict(one), "known": None} for one in report.files]
    for told, one in zip(files, report.files, strict=True):
        told["problems"] = [problem._asdict() for problem in one.problems]
    return {"batch": report.batch, "files": files}


def preview_view(staged: Staged, outcome: dict[str, Any]) -> PreviewView:
    """Return the page before an import."""
    token = staged.token
    told = outcome.get("files", [])
    n_new = sum(one["n_new"] for one in told)
    places = {source.name: place for place, source in enumerate(staged.sources)}
    return PreviewView(
        sentence=_sentence(outcome, n_new),
        files=tuple(_file(one, _mapping_url(one, token, places)) for one in told),
        creates=tuple(_creates(told)),
        can_confirm=n_new > 0,
        is_stuck=not any(one["n_new"] or one["n_known"] for one in told),
        confirm_url=reverse("import_confirm", args=[token]),
        cancel_url=reverse("import_cancel", args=[token]),
        say_url=reverse("import_say", args=[token]),
    )


def _sentence(outcome: dict[str, Any], n_new: int) -> str:
    if "trouble" in outcome:
        return _("The files could not be read. %(why)s") % {"why": trouble(outcome)}
    if n_new:
        told = ngettext(
            "%(n)s new line would come in.", "%(n)s new lines would come in.", n_new
        )
        return told % {"n": number_format(n_new, use_l10n=True, force_grouping=True)}
    if any(one["n_known"] for one in outcome["files"]):
        return _("All of this is in your book already.")
    return _("Nothing in these files can come in as they are.")


def trouble(outcome: dict[str, Any]) -> str:
    """Return why a reading came to nothing."""
    told = outcome["trouble"]
    if isinstance(told, dict):
        return sentence(told)
    words = {
        "stopped": _("Something went wrong in Plait itself; please try again."),
        "busy": _("Another import is being written; look again in a moment."),
        "cut off": _("Plait was stopped in the middle; look at them again."),
    }
    return words[told]


def stopped(outcome: dict[str, Any]) -> str:
    """Return what is said of an import that did not end well."""
    if outcome["trouble"] == "cut off":
        return _(
            "Plait was stopped while it brought these files in. They came in whole or "
            "not at all: what is there already is counted as known below."
        )
    told = _("The import stopped; your book is as it was. %(why)s")
    return told % {"why": trouble(outcome)}


def _creates(told: list[dict[str, Any]]) -> Iterable[str]:
    together: Counter[str] = Counter()
    for one in told:
        together.update(one["new_by_kind"])
    words = {
        "payments": ngettext("%(n)s payment", "%(n)s payments", together["payments"]),
        "hours": ngettext(
            "%(n)s stretch of time", "%(n)s stretches of time", together["hours"]
        ),
        "events": ngettext("%(n)s event", "%(n)s events", together["events"]),
        "roles": ngettext("%(n)s role", "%(n)s roles", together["roles"]),
    }
    for kind, text in words.items():
        if together[kind]:
            yield text % {"n": _number(together[kind])}


def _file(one: dict[str, Any], mapping_url: str = "") -> FileView:
    problems = one["problems"]
    refused = not one["n_read"] and len(problems) == 1
    more = len(problems) - _PROBLEMS_SHOWN
    return FileView(
        name=one["path"],
        format=_(one["label"]) if one["label"] else "",
        read=_number(one["n_read"]),
        new=_number(one["n_new"]),
        known=_number(one["n_known"]),
        refused=sentence(problems[0]) if refused else "",
        mapping_url=mapping_url,
        problems=()
        if refused
        else tuple(problem_view(p) for p in problems[:_PROBLEMS_SHOWN]),
        n_problems=len(problems),
        n_more=_("%(n)s more are not listed here.") % {"n": _number(more)}
        if more > 0
        else "",
    )


def _mapping_url(one: dict[str, Any], token: str, places: dict[str, int]) -> str:
    """Return where the columns can be named: for a table that no format knows."""
    if not one["has_columns"]:
        return ""
    return reverse("import_columns", args=[token, places[one["path"]]])


def progress_view(told: dict[str, Any], url: str) -> dict[str, Any]:
    """Return how far a reading is."""
    lines = told.get("lines", 0)
    return {
        "done": round(100 * told.get("fraction", 0)),
        "of": 100 if told else 0,
        "file": told.get("file", ""),
        "told": _("%(n)s lines") % {"n": _number(lines)} if lines else "",
        "url": url,
    }


def history_view(held: Iterable[Batch]) -> list[dict[str, Any]]:
    """Return the imports, newest first."""
    return [_batch_row(batch) for batch in held]


def _batch_row(batch: Batch) -> dict[str, Any]:
    files = list(batch.files.all())
    n_new = sum(file.n_new for file in files)
    n_out = sum(len(file.problems) for file in files)
    new = ngettext("%(n)s new line", "%(n)s new lines", n_new) % {"n": _number(n_new)}
    out = ngettext("%(n)s line left out", "%(n)s lines left out", n_out)
    return {
        "when": _when(batch),
        "files": [file.name for file in files],
        "told": new,
        "problems": out % {"n": _number(n_out)} if n_out else "",
        "url": reverse("import_one", args=[batch.number]),
        "undo_url": reverse("import_undo", args=[batch.number]),
        "undone": _("undone") if batch.undone_at else "",
    }


def batch_view(batch: Batch) -> BatchView:
    """Return one import with the fate of each file."""
    told = [
        {
            "path": file.name,
            "label": label_of(file.format),
            "n_read": file.n_read,
            "n_new": file.n_new,
            "n_known": file.n_known,
            "problems": file.problems,
        }
        for file in batch.files.all()
    ]
    return BatchView(batch.number, _when(batch), tuple(_file(one) for one in told))


def undo_question(batch: Batch) -> dict[str, Any]:
    """Return what the page asks before an import is taken back."""
    files = list(batch.files.all())
    n_new = sum(file.n_new for file in files)
    lines = ngettext(
        "%(n)s line goes, with the role it was given.",
        "%(n)s lines go, with the roles they were given.",
        n_new,
    )
    return {
        "title": _("Undo an import"),
        "question": _("Take back what came in on %(when)s?") % {"when": _when(batch)},
        "consequences": [
            lines % {"n": _number(n_new)},
            _("What a later import brought as well stays."),
            _("Importing the files again brings it back; your rules are kept."),
        ],
        "button": _("Take it back"),
        "cancel_url": reverse("imports"),
        "is_harmful": True,
    }


def _when(batch: Batch) -> str:
    return date_format(localtime(batch.created_at), "j F Y, H:i")


def _number(n: int) -> str:
    return number_format(n, use_l10n=True, force_grouping=True)
