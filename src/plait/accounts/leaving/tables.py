"""Every table that points to a person or an owner, and in which order to empty them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from graphlib import TopologicalSorter

from django.apps import apps
from django.db import models

from plait.accounts.models import AuditHead, AuditLink, Owner, Person

# Hashes that say nothing of anybody once what they stood for is deleted.
STAY: tuple[type[models.Model], ...] = (AuditLink, AuditHead)
_THEMSELVES: tuple[type[models.Model], ...] = (Owner, Person)
Kind = type[models.Model]


@dataclass(frozen=True)
class Pointing:
    """Rows of `kind` that point to people by the lookup `by`.

    They are removed with the person, or, where `is_cut`, stay without them.
    """

    kind: Kind
    by: str
    is_cut: bool = False

    def rows(self, owners: Iterable[int]) -> models.QuerySet[models.Model]:
        """Return those of the owners."""
        every = self.kind._base_manager.all()  # noqa: SLF001  # without the journal
        return every.filter(**{f"{self.by}__in": list(owners)})


def pointing_to_people() -> list[Pointing]:
    """Return every table that points to a person or owner, whoever is pointed to last."""
    found = list(_found())
    kinds = {one.kind for one in found}
    before: dict[Kind, set[Kind]] = {kind: set() for kind in kinds}
    for kind in kinds:
        for _, above in _references(kind):
            if above in kinds and above is not kind:
                before[above].add(kind)
    order = {
        kind: at for at, kind in enumerate(TopologicalSorter(before).static_order())
    }
    return sorted(found, key=lambda one: (order[one.kind], one.by))


def _found() -> Iterator[Pointing]:
    every = [
        kind
        for kind in apps.get_models(include_auto_created=True)
        if kind not in (*STAY, *_THEMSELVES)
    ]
    direct = [
        Pointing(kind, field.name, field.remote_field.on_delete is models.SET_NULL)
        for kind in every
        for field, above in _references(kind)
        if above in _THEMSELVES
    ]
    yield from direct
    # What stands in other people's tables has no owner of its own: rows of rows.
    yield from _below(every, {one.kind: one.by for one in direct if not one.is_cut})


def _below(every: list[Kind], ways: dict[Kind, str]) -> Iterator[Pointing]:
    for kind in every:
        if kind in ways:
            continue
        for field, above in _references(kind):
            if above in ways:
                by = f"{field.name}__{ways[above]}"
                yield Pointing(kind, by)
                yield from _below(every, {**ways, kind: by})
                return


def _references(
    kind: Kind,
) -> Iterator[tuple[models.ForeignKey[models.Model], Kind]]:
    for field in kind._meta.fields:  # noqa: SLF001  # Django's name for it
        if isinstance(field, models.ForeignKey):
            above = field.related_model
            yield field, kind if isinstance(above, str) else above
