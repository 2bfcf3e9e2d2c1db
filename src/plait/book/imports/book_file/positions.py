"""Positions of a CV that were chosen become roles; several may run at once."""

from collections.abc import Sequence
from datetime import date

from plait.accounts.models import Person
from plait.book.imports.book_file.counts import Counts
from plait.book.imports.book_file.record_common import name_fingerprint
from plait.book.imports.position_choice import (
    OfferedPosition,
    PositionChoice,
    offered_position,
    organisation_name,
    role_name,
)
from plait.book.models import Batch, Role
from plait.book.operations.roles import add_role
from plait.domain.records import PositionLine
from plait.domain.roles import RoleKind
from plait.domain.rules import plain
from plait.domain.schemas.role import ROLE
from plait.domain.schemas.schema import new_record

_UNPAID = {RoleKind.VOLUNTEERING, RoleKind.STUDY, RoleKind.MENTORING, RoleKind.BOARD}


class PositionIntake(Counts):
    """Takes positions; known is one of the same name at the same organisation."""

    kind = "roles"

    def __init__(
        self,
        viewer: Person,
        batch: Batch | None = None,
        choice: PositionChoice | None = None,
    ) -> None:
        """Without a batch it can plan only."""
        super().__init__()
        self.choice = choice or PositionChoice()
        self.batch = batch
        self.viewer = viewer
        self._held: dict[tuple[str, str, date], str] = {}
        self._named: set[tuple[str, str]] = set()
        self._running: dict[tuple[str, str], str] = {}
        held = Role.objects.filter(owner=viewer).order_by("pk")
        for role in held.select_related("organisation"):
            name, place = self._remember(role)
            if role.ended_on is None:
                self._running[name, place] = role.key

    def begin(self) -> None:
        """Begin a file: count from nothing."""
        super().begin()
        self.offered: list[OfferedPosition] = []

    def plan(self, lines: Sequence[PositionLine]) -> None:
        """Count the positions that the book holds, and those that would become roles."""
        for line in lines:
            named, key = self._found(line)
            if key is not None:
                self.n_known += 1
            elif self._offer(line, named):
                self.n_new += 1
                self._held.setdefault(named, "")
                self._named.add(named[:2])

    def _offer(self, line: PositionLine, named: tuple[str, str, date]) -> bool:
        """Note a position that is no role yet; return whether it becomes one."""
        is_taken = self.choice.takes(line, is_held=named[:2] in self._named)
        self.offered.append(offered_position(line, is_taken=is_taken))
        return is_taken

    def _found(self, line: PositionLine) -> tuple[tuple[str, str, date], str | None]:
        """Return what names the position, and the key of its role if it is held."""
        named = (
            plain(role_name(line)),
            plain(organisation_name(line)),
            line.started_on,
        )
        key = self._held.get(named)
        if key is None and line.ended_on is None:
            key = self._running.get(named[:2])
        return named, key

    def take(self, lines: Sequence[PositionLine]) -> None:
        """Add a role for each chosen position that the book does not hold."""
        for line in lines:
            named, key = self._found(line)
            if key is not None:
                self.n_known += 1
                self.known.append(name_fingerprint(Role, key))
            elif self._offer(line, named):
                self._remember(self._add(line))
                self.n_new += 1

    def _remember(self, role: Role) -> tuple[str, str]:
        name, place = plain(role.name), plain(role.organisation.name)
        self._held[name, place, role.started_on] = role.key
        self._named.add((name, place))
        return name, place

    def _add(self, line: PositionLine) -> Role:
        kind = RoleKind(line.kind)
        role = new_record(
            ROLE,
            {
                "name": role_name(line),
                "organisation.name": organisation_name(line),
                "kind": kind,
                "kind_is_confirmed": line.kind_is_known,
                "period.start": line.started_on,
                "period.end": line.ended_on,
                "is_paid": kind not in _UNPAID,
            },
        )
        return add_role(viewer=self.viewer, role=role, batch=self.batch)
