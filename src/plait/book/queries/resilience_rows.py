"""Causes, beliefs, fallbacks, invoices and own scenarios: to list and to change."""

from typing import Any

from django.db.models import QuerySet

from plait.accounts.models import Person
from plait.book.models import Belief, Cause, Fallback, Invoice, Scenario
from plait.book.queries.lists import NotThere
from plait.domain import scenarios as words
from plait.formats.plait.scenarios import scenario_from

Kind = type[Cause] | type[Belief] | type[Fallback] | type[Invoice]


def resilience_rows(*, viewer: Person, kind: Kind) -> QuerySet[Any]:
    """Return the viewer's rows of one kind, with their roles, as they were added."""
    held: QuerySet[Any] = kind.objects.filter(owner=viewer).order_by("pk")
    if kind is Cause:
        return held.prefetch_related("hanging__role")
    return held.select_related("role")


def resilience_row(*, viewer: Person, kind: Kind, pk: int) -> Any:  # noqa: ANN401  # a row of the kind
    """Return one of the viewer's rows; raise `NotThere`."""
    found = resilience_rows(viewer=viewer, kind=kind).filter(pk=pk).first()
    if found is None:
        raise NotThere(
            "There is no such cause, belief, fallback or invoice",
            value=str(pk),
            fix="Look at the list again; it may have been removed.",
        )
    return found


def own_scenarios(*, viewer: Person) -> tuple[words.Scenario, ...]:
    """Return the scenarios that the viewer wrote and kept, by name."""
    held = Scenario.objects.filter(owner=viewer).order_by("name")
    return tuple(map(scenario_from, held.values_list("entry", flat=True)))


def scenario_named(*, viewer: Person, name: str) -> Scenario:
    """Return a scenario that the viewer kept; raise `NotThere`."""
    held = Scenario.objects.filter(owner=viewer)
    found = held.filter(name=name).first() or held.filter(name__iexact=name).first()
    if found is None:
        raise NotThere(
            "No scenario of that name is kept",
            value=name,
            fix="See them with: plait stress.",
        )
    return found
