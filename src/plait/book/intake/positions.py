"""Positions of a CV become roles; one that never ended runs beside the others."""

from array import array

from plait.accounts.models import Person
from plait.book.models import Batch, Role
from plait.book.operations.roles import add_role
from plait.domain.records import PositionLine
from plait.domain.roles import RoleKind
from plait.domain.rules import plain

_UNPAID = {RoleKind.VOLUNTEERING, RoleKind.STUDY, RoleKind.MENTORING, RoleKind.BOARD}


class PositionIntake:
    """Takes positions; known is one of the same name at the same organisation."""

    kind = "roles"

    def __init__(self, batch: Batch, viewer: Person) -> None:
        self.batch = batch
        self.viewer = viewer
        self.n_new = 0
        self.n_known = 0
        self.known = array("q")
        held = Role.objects.filter(owner=viewer).values_list(
            "name", "organisation__name", "started_on"
        )
        self._held = {(plain(name), plain(place), on) for name, place, on in held}
        self._running = {(name, place) for name, place, _ in self._held}

    def take(self, lines: list[PositionLine]) -> None:
        """Add a role for each position that the book does not hold."""
        for line in lines:
            name = line.title or line.organisation
            mark = (plain(name), plain(line.organisation), line.started_on)
            if mark in self._held or (
                line.ended_on is None and mark[:2] in self._running
            ):
                self.n_known += 1
                continue
            self._held.add(mark)
            self._add(line, name)

    def finish(self) -> None:
        """Nothing waits for the end of the file."""

    def _add(self, line: PositionLine, name: str) -> None:
        kind = RoleKind(line.kind)
        add_role(
            viewer=self.viewer,
            name=name[:200],
            organisation=(line.organisation or name)[:200],
            kind=kind,
            started_on=line.started_on,
            ended_on=line.ended_on,
            is_paid=kind not in _UNPAID,
            kind_is_confirmed=line.kind_is_known,
            batch=self.batch,
        )
        self.n_new += 1
