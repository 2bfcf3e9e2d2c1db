"""What the numbers in Toggl's time entries mean: projects, clients, tags, people."""

from contextlib import suppress
from pathlib import PurePath

from plait.formats import json_items
from plait.formats.archive import WITHIN
from plait.formats.json_items import Entry, as_entry, text_in, texts_in
from plait.formats.source import Source
from plait.formats.trackers.whose import Person
from plait.formats.values import BadValue

_PROJECT = ("project_id", "pid")
_CLIENT = ("client_id", "cid")
_TASK = ("task_id", "tid")
_USER = ("user_id", "uid")


def is_projects(source: Source) -> bool:
    """Return whether this is the list of a workspace's projects."""
    first = json_items.first_entry(source)
    return {"id", "name", "color"} <= first.keys() and bool(
        first.keys() & set(_CLIENT) and first.keys() & {"workspace_id", "wid"}
    )


class Names:
    """The names that entries hold, or that the lists beside them give to numbers."""

    def __init__(self, source: Source) -> None:
        """Learn from the lists that came with a file of entries."""
        self._names: dict[tuple[str, str], str] = {}
        self._clients: dict[str, str] = {}
        self._emails: dict[str, str] = {}
        for other in source.beside:
            if kind := _kind(other):
                for _, item in json_items.entries(other):
                    with suppress(BadValue):
                        self._learn(kind, as_entry(item))

    def _learn(self, kind: str, entry: Entry) -> None:
        number = text_in(entry, "uid" if kind == "user" else "id")
        self._names[kind, number] = text_in(entry, "name", "fullname")
        if kind == "project":
            self._clients[number] = text_in(entry, *_CLIENT)
        elif kind == "user":
            self._emails[number] = text_in(entry, "email")

    def _called(self, kind: str, number: str) -> str:
        """Return a number's name, "" for none, kind and number where unknown."""
        if not number:
            return ""
        return self._names.get((kind, number), "") or f"{kind} {number}"

    def of(self, entry: Entry) -> tuple[str, str, str]:
        """Return client, project and task of an entry."""
        project, task = text_in(entry, *_PROJECT), text_in(entry, *_TASK)
        client = text_in(entry, *_CLIENT) or self._clients.get(project, "")
        return (
            text_in(entry, "client_name", "client") or self._called("client", client),
            text_in(entry, "project_name", "project")
            or self._called("project", project),
            text_in(entry, "task_name", "task") or self._called("task", task),
        )

    def tags(self, entry: Entry) -> str:
        """Return the tags of an entry, between commas."""
        names = texts_in(entry, "tag_names", "tags")
        numbers = texts_in(entry, "tag_ids")
        return ", ".join(names or [self._called("tag", n) for n in numbers])

    def person(self, entry: Entry) -> Person:
        """Return the name and the address of whoever tracked an entry."""
        number = text_in(entry, *_USER)
        name = text_in(entry, "username", "user_name", "user")
        email = text_in(entry, "email", "user_email") or self._emails.get(number, "")
        return name or self._called("user", number), "", email


def _kind(source: Source) -> str:
    """Return what a list beside the entries tells, "" for none of use."""
    first = json_items.first_entry(source)
    if not {"id", "name"} <= first.keys():
        return ""
    if {"uid", "email"} <= first.keys():
        return "user"
    if is_projects(source):
        return "project"
    if first.keys() & set(_PROJECT):
        return "task"
    # Tags and clients look alike; the export calls their files by what they are.
    is_tags = PurePath(source.name.rsplit(WITHIN)[-1]).stem == "tags"
    return "tag" if is_tags else "client"
