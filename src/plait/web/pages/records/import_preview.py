"""The page before an import: what would come in, or how far the reading is."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.jobs.models import Job
from plait.web.pages.errors import sentence
from plait.web.pages.records.import_files import FileView, file_view, number_text
from plait.web.staging import Staged

# With more files than these the page would be long before its button.
_OPEN_AT_ONCE = 3


@dataclass(frozen=True)
class PositionTick:
    """A position of a CV that may become a role."""

    key: str
    name: str
    organisation: str
    days: str
    is_ticked: bool


@dataclass(frozen=True)
class PreviewView:
    """The page before an import."""

    sentence: str
    files: tuple[FileView, ...]
    creates: tuple[str, ...]
    positions: tuple[PositionTick, ...]
    titles_note: str
    can_confirm: bool
    is_stuck: bool
    confirm_url: str
    cancel_url: str
    say_url: str


def preview_view(staged: Staged, outcome: dict[str, Any]) -> PreviewView:
    """Return the page before an import."""
    token = staged.token
    files = outcome.get("files", [])
    n_new = sum(one["n_new"] - one.get("n_taken", 0) for one in files)
    positions = _position_ticks(staged, outcome)
    is_news = any(one["n_new"] or one["n_changed"] for one in files) or bool(positions)
    # A quiet month: nothing was paid, and that is known now.
    covers = any(one["covers"] and not one["n_read"] for one in files)
    indices = {source.name: index for index, source in enumerate(staged.sources)}
    return PreviewView(
        sentence=_sentence(outcome, n_new),
        files=tuple(
            replace(
                file_view(one, _mapping_url(one, token, indices)),
                opens=len(files) <= _OPEN_AT_ONCE,
            )
            for one in files
        ),
        creates=tuple(_creates(files)),
        positions=positions,
        titles_note=titles_note(files),
        can_confirm=is_news or covers,
        is_stuck=not (is_news or covers or any(one["n_known"] for one in files)),
        confirm_url=reverse("import_confirm", args=[token]),
        cancel_url=reverse("import_cancel", args=[token]),
        say_url=reverse("import_say", args=[token]),
    )


def _position_ticks(
    staged: Staged, outcome: dict[str, Any]
) -> tuple[PositionTick, ...]:
    """Return the positions found; ticked as was chosen before an import that stopped."""
    chosen = staged.chosen_positions
    return tuple(
        PositionTick(
            key=one["key"],
            name=one["name"],
            organisation=one["organisation"],
            days=one["days"],
            is_ticked=one["is_taken"] if chosen is None else one["key"] in chosen,
        )
        for one in outcome.get("positions", ())
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
    n_positions = len(outcome.get("positions", ()))
    texts = [
        *_new_text(n_new),
        *_changed_text(n_changed),
        *_positions_text(n_positions),
    ]
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
        yield one % {"n": number_text(n)}


def _positions_text(n: int) -> Iterable[str]:
    if n:
        one = ngettext(
            "%(n)s position was found: choose whether it becomes a role.",
            "%(n)s positions were found: choose which become roles.",
            n,
        )
        yield one % {"n": number_text(n)}


def _changed_text(n: int) -> Iterable[str]:
    if n:
        one = ngettext(
            "%(n)s time entry would be corrected.",
            "%(n)s time entries would be corrected.",
            n,
        )
        yield one % {"n": number_text(n)}


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
        counts["roles"] -= one.get("n_taken", 0)
    texts = {
        "payments": ngettext("%(n)s payment", "%(n)s payments", counts["payments"]),
        "hours": ngettext("%(n)s time entry", "%(n)s time entries", counts["hours"]),
        "events": ngettext("%(n)s event", "%(n)s events", counts["events"]),
        "roles": ngettext("%(n)s role", "%(n)s roles", counts["roles"]),
    }
    for kind, text in texts.items():
        if counts[kind]:
            yield text % {"n": number_text(counts[kind])}


def _mapping_url(one: dict[str, Any], token: str, indices: dict[str, int]) -> str:
    """Return where the columns can be named: for a table that no format knows."""
    if not one["has_columns"]:
        return ""
    return reverse("import_columns", args=[token, indices[one["path"]]])


def progress_view(job: Job | None, url: str) -> dict[str, Any]:
    """Return how far a reading is."""
    return {
        "done": job.n_done if job else 0,
        "of": job.n_all if job else 0,
        "file": job.progress_text if job else "",
        "url": url,
    }
