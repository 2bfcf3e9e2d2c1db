"""What became, or would become, of each file of an import."""

from dataclasses import asdict, dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from plait.book.imports.position_choice import OfferedPosition
from plait.book.imports.report import FileReport, ImportReport
from plait.domain.quiet import Kind, hidden
from plait.domain.records import BankLine, EventLine, TimeLine
from plait.web.pages.errors import problem_view, sentence
from plait.wording.records.first_lines import first_line
from plait.wording.roles.positions import position_days_text
from plait.wording.words import Words

_PROBLEMS_LISTED = 50


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
    positions: str = ""


_KINDS = {BankLine: "payments", TimeLine: "time", EventLine: "events"}


def report_record(report: ImportReport, words: Words) -> dict[str, Any]:
    """Return a report in types that JSON has, its first lines in words."""
    files = [_file_record(one, words) for one in report.files]
    positions = [_position_record(one, words) for one in report.positions]
    return {"batch": report.batch, "files": files, "positions": positions}


def _position_record(one: OfferedPosition, words: Words) -> dict[str, Any]:
    return {
        "key": one.key,
        "name": one.name,
        "organisation": one.organisation,
        "days": position_days_text(words, one.started_on, one.ended_on),
        "is_taken": one.is_taken,
    }


def _file_record(one: FileReport, words: Words) -> dict[str, Any]:
    return {
        "path": one.path,
        "format": one.format,
        "label": one.label,
        "n_read": one.n_read,
        "n_new": one.n_new,
        "n_known": one.n_known,
        "n_positions": len(one.positions),
        "n_taken": sum(x.is_taken for x in one.positions),
        "n_changed": one.n_changed,
        "covers": bool(one.covered),
        "untitled": one.untitled,
        "problems": [problem._asdict() for problem in one.problems],
        "new_by_kind": one.new_by_kind,
        "kind": _KINDS[type(one.first[0])] if one.first else "",
        "first": [asdict(first_line(words, line)) for line in one.first],
    }


def file_view(one: dict[str, Any], mapping_url: str = "") -> FileView:
    """Return a file as a page shows it; `mapping_url` is where columns can be named."""
    problems = one["problems"]
    refused = not one["n_read"] and len(problems) == 1
    n_positions = one.get("n_positions", 0)
    more = len(problems) - _PROBLEMS_LISTED
    return FileView(
        name=hidden(Kind.FILE, one["path"]),
        format=_(one["label"]) if one["label"] else "",
        read=number_text(one["n_read"]),
        # Positions are chosen below; how many become roles is not yet decided.
        new=number_text(one["n_new"] - one.get("n_taken", 0)),
        positions=number_text(n_positions) if n_positions else "",
        changed=number_text(one["n_changed"]) if one["n_changed"] else "",
        known=number_text(one["n_known"]),
        refused=sentence(problems[0]) if refused else "",
        mapping_url=mapping_url,
        problems=()
        if refused
        else tuple(problem_view(p) for p in problems[:_PROBLEMS_LISTED]),
        n_problems=len(problems),
        n_more=_("%(n)s more are not listed here.") % {"n": number_text(more)}
        if more > 0
        else "",
        kind=one.get("kind", ""),
        lines=tuple(one.get("first", ())),
    )


def number_text(n: int) -> str:
    """Return a count as the reader's language writes it."""
    return number_format(n, use_l10n=True, force_grouping=True)
