"""JSON Resume: a CV as JSON, its work, volunteer, education and client projects."""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from plait.domain.errors import Problem
from plait.domain.records import Line, PositionLine
from plait.domain.roles import RoleKind
from plait.formats.cv.positions import plain, proposed_kind, years_held
from plait.formats.json_items import clean
from plait.formats.source import Options, Source, Unreadable
from plait.formats.values import BadValue, shorten

NAME = "json_resume"
LABEL = "JSON Resume"

# A CV is some 20 KB; the whole text is held in memory at once.
_LARGEST_BYTES = 10_000_000

_AS_A_LIST = "Write this section as a list, between [ and ]."
_AS_FIELDS = "Write this entry as fields, between { and }."
_AS_TEXT = "Write this field as text, between quotation marks."

Entry = dict[str, Any]


class _Section(NamedTuple):
    """Where a section keeps our words; `kind` is None where the title must tell.

    The second name of a field is the one it had in early versions.
    """

    kind: RoleKind | None
    organisation: tuple[str, ...]
    title: tuple[str, ...]
    summary: str = "summary"


_SECTIONS = {
    "work": _Section(None, ("name", "company"), ("position",)),
    "volunteer": _Section(RoleKind.VOLUNTEERING, ("organization",), ("position",)),
    "education": _Section(
        RoleKind.STUDY, ("institution",), ("studyType", "area"), "area"
    ),
    "projects": _Section(None, ("entity",), ("roles",), "description"),
}

# A project is a role of its own only where it was done for a client.
_FOR_A_CLIENT = re.compile(r"client|freelance|contract|consult|opdracht|auftrag|mandat")


def recognise(source: Source) -> bool:
    """Return whether this is a JSON object with the sections of a CV."""
    text = source.head_text
    if not text.lstrip().startswith("{"):
        return False
    if re.search(r'"basics"\s*:|"\$schema"\s*:\s*"[^"]*resume', text):
        return True
    has_section = re.search(r'"(work|volunteer|education)"\s*:\s*\[', text)
    return bool(has_section and re.search(r'"(position|institution)"\s*:', text))


def read(source: Source, options: Options) -> Iterator[Line | Problem]:  # noqa: ARG001  # one signature for all
    """Yield a position per entry, running if it has no end date."""
    resume = _parsed(source)
    if not isinstance(resume, dict):
        raise Unreadable(
            "This is JSON, but not a CV",
            value=source.name,
            fix="Choose a file with the sections of JSON Resume.",
        )
    return _lines(resume)


def _lines(resume: Entry) -> Iterator[Line | Problem]:
    count = 0
    for name, section in _SECTIONS.items():
        entries = resume.get(name)
        if entries is None:
            continue
        if not isinstance(entries, list):
            yield _problem(name, _wrong_type(entries, _AS_A_LIST))
            continue
        for position, entry in enumerate(entries, start=1):
            count += 1
            try:
                line = _line(count, section, entry)
            except BadValue as bad:
                yield _problem(f"{name} {position}", bad)
            else:
                if line is not None:
                    yield line


def _line(number: int, section: _Section, entry: object) -> PositionLine | None:
    if not isinstance(entry, dict):
        raise _wrong_type(entry, _AS_FIELDS)
    organisation = _text(entry, *section.organisation)
    title = _title(entry, section)
    kind, kind_is_known = _kind(section, entry, title, organisation)
    if kind is None:
        return None
    if not organisation and not title:
        raise BadValue(
            "Neither an organisation nor a title is given",
            value=json.dumps(entry, ensure_ascii=False),
            fix="Add one of them in the file, or add the role by hand.",
        )
    held = years_held(_text(entry, "startDate"), _text(entry, "endDate"))
    return PositionLine(
        line=number,
        organisation=organisation,
        title=title,
        kind=kind,
        kind_is_known=kind_is_known,
        started_on=held.start,
        ended_on=held.end,
        summary=_text(entry, section.summary),
        place=_text(entry, "location"),
    )


def _title(entry: Entry, section: _Section) -> str:
    if section.title != ("roles",):
        return _text(entry, *section.title)
    roles = entry.get("roles") or []
    if not isinstance(roles, list):
        raise _wrong_type(roles, _AS_A_LIST)
    return ", ".join(clean(role) for role in roles if isinstance(role, str))


def _kind(
    section: _Section, entry: Entry, title: str, organisation: str
) -> tuple[RoleKind | None, bool]:
    """Return the kind and whether the file says so; None leaves the entry out."""
    if section.kind is not None:
        return section.kind, True
    if section.title != ("roles",):
        return proposed_kind(title, organisation), False
    words = plain(f"{_text(entry, 'type')} {organisation}")
    is_role = organisation and title and _FOR_A_CLIENT.search(words)
    return (RoleKind.CONTRACT if is_role else None), False


def _text(entry: Entry, *names: str) -> str:
    """Return the first of the fields that is filled in."""
    for name in names:
        value = entry.get(name)
        if value is None or value == "":
            continue
        if not isinstance(value, str):
            raise _wrong_type(value, _AS_TEXT)
        return clean(value)
    return ""


def _wrong_type(value: object, fix: str) -> BadValue:
    return BadValue(
        "This part of the CV is of another type than it should be",
        value=json.dumps(value, ensure_ascii=False),
        fix=fix,
    )


def _problem(where: str, bad: BadValue) -> Problem:
    return Problem(where, bad.what, shorten(bad.value), bad.fix)


def _parsed(source: Source) -> object:
    """Return the JSON; numbers as their text, so that none is too large."""
    if source.size > _LARGEST_BYTES:
        raise Unreadable(
            "This file is larger than a CV can be",
            value=f"{source.name}, {source.size // 1_000_000} MB",
            fix="Choose a JSON Resume of at most 10 MB.",
        )
    try:
        with source.text() as file:
            text = file.read()
        return json.loads(text.removeprefix("\ufeff"), parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        raise Unreadable(
            "The JSON breaks off or has a mistake and cannot be read on",
            value=f"{source.name}, line {error.lineno}, column {error.colno}",
            fix="Export the file again; nothing of it was taken.",
        ) from error
    except (RecursionError, UnicodeError) as error:
        raise Unreadable(
            "This JSON is built in a way that no CV is",
            value=source.name,
            fix="Export the file again; nothing of it was taken.",
        ) from error
