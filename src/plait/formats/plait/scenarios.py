"""Scenarios of a stress test as a person writes them: a small TOML or JSON file.

    [[scenarios]]
    name = "The province stops"
    lose = [{ cause = "Primary-care budget", after = 2 }]
    cut = [{ sector = "publishing", by = 0.5, months = 12 }]
    delay = [{ invoiced = true, days = 60 }]

docs/reference/stress-scenarios.md lists the fields.
"""

import json
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from plait.domain.scenarios import Blow, Effect, Kind, Over, Scenario
from plait.formats.lines import text_of
from plait.formats.plait import fields
from plait.formats.plait.fields import Entry
from plait.formats.source import Source, Unreadable
from plait.formats.values import BadValue

MOST_SCENARIOS = 100
MOST_EFFECTS = 50
_LARGEST_BYTES = 1_000_000
_LONGEST = 200
_MOST_MONTHS = 600
_MOST_DAYS = 3_650
_BLOWS = (Blow.LOSE, Blow.CUT, Blow.DELAY)
_NAMED = (Over.ROLE, Over.PAYER, Over.SECTOR, Over.SKILL, Over.CAUSE)
_WHOLE = (Over.INVOICED, Over.EARNED, Over.ALL)
_OWN_FIELD = {Blow.LOSE: (), Blow.CUT: ("by",), Blow.DELAY: ("days",)}

Values = Mapping[str, Any]


def read(source: Source) -> tuple[Scenario, ...]:
    """Return the scenarios of a file; raise `Unreadable` with the place that is wrong."""
    document = _document(source)
    entries = document.get("scenarios") if isinstance(document, dict) else None
    if not isinstance(entries, list) or not 0 < len(entries) <= MOST_SCENARIOS:
        raise Unreadable(
            "This file does not list scenarios, one to a hundred",
            value=source.name,
            fix="Begin each with [[scenarios]] and give it a name.",
        )
    return tuple(
        _placed(f"scenarios {number}", entry)
        for number, entry in enumerate(entries, start=1)
    )


def scenario_from(entry: Entry) -> Scenario:
    """Return the scenario of one entry; raise `BadValue` for what cannot be."""
    fields.only(entry, ("name", *(blow.value for blow in _BLOWS)))
    name = fields.text(entry, "name", _LONGEST, needed=True)
    effects = [effect for blow in _BLOWS for effect in _effects(entry, blow)]
    if not 0 < len(effects) <= MOST_EFFECTS:
        raise BadValue(
            "A scenario needs something that happens, at most fifty things",
            value=name,
            fix='Add such as lose = [{ role = "atlas" }].',
        )
    return Scenario(Kind.OWN, name, tuple(effects))


def scenario_entry(scenario: Scenario) -> dict[str, Any]:
    """Return a scenario as a file holds it; `scenario_from` reads it back the same."""
    entry: dict[str, Any] = {"name": scenario.name}
    for effect in scenario.effects:
        entry.setdefault(effect.blow.value, []).append(_effect_entry(effect))
    return entry


def _effect_entry(effect: Effect) -> dict[str, Any]:
    entry: dict[str, Any] = {effect.over.value: effect.name or True}
    if effect.blow is Blow.CUT:
        entry["by"] = float(effect.share)
    if effect.blow is Blow.DELAY:
        entry["days"] = effect.days
    if effect.after:
        entry["after"] = effect.after
    if effect.months is not None:
        entry["months"] = effect.months
    return entry


def _placed(where: str, entry: object) -> Scenario:
    if not isinstance(entry, dict):
        raise Unreadable(
            "A scenario is a table of fields",
            value=f"{where}: {entry!r}",
            fix="Begin it with [[scenarios]] and give it a name.",
        )
    try:
        return scenario_from(entry)
    except BadValue as bad:
        raise Unreadable(bad.what, value=f"{where}: {bad.value}", fix=bad.fix) from bad


def _effects(entry: Entry, blow: Blow) -> list[Effect]:
    listed = entry.get(blow.value, [])
    if isinstance(listed, dict):
        listed = [listed]
    if not isinstance(listed, list) or not all(isinstance(o, dict) for o in listed):
        raise BadValue(
            "What happens is a list of tables",
            value=f"{blow.value} = {listed!r}",
            fix='Write it as [{ role = "atlas" }].',
        )
    return [_effect(one, blow) for one in listed]


def _effect(entry: Entry, blow: Blow) -> Effect:
    overs = [over for over in (*_NAMED, *_WHOLE) if over.value in entry]
    own = _OWN_FIELD[blow]
    fields.only(entry, (*(over.value for over in overs), *own, "after", "months"))
    if len(overs) != 1:
        raise BadValue(
            "This has to say what it happens to, one thing",
            value=f"{blow.value} = {dict(entry)!r}",
            fix="Name a role, payer, sector, skill or cause; or write all = true.",
        )
    [over] = overs
    return Effect(
        blow=blow,
        over=over,
        name=_name(entry, over),
        share=_share(entry) if own == ("by",) else Decimal(1),
        days=fields.needed_whole(entry, "days", 1, _MOST_DAYS)
        if own == ("days",)
        else 0,
        after=fields.whole(entry, "after", 0, _MOST_MONTHS) or 0,
        months=fields.whole(entry, "months", 1, _MOST_MONTHS),
    )


def _name(entry: Entry, over: Over) -> str:
    if over in _NAMED:
        return fields.text(entry, over.value, _LONGEST, needed=True)
    if not fields.yes(entry, over.value, default=True):
        raise BadValue(
            "What is not to happen is left out",
            value=f"{over.value} = false",
            fix="Write true, or leave this effect out.",
        )
    return ""


def _share(entry: Entry) -> Decimal:
    share = fields.needed_number(entry, "by", 1)
    if not share:
        raise BadValue(
            "A cut by nothing is no cut",
            value=f"by = {share}",
            fix="Write the share that is lost, such as 0.2 for a fifth.",
        )
    return share


def _document(source: Source) -> object:
    if source.size > _LARGEST_BYTES:
        raise Unreadable(
            "This file is too large for scenarios",
            value=f"{source.name}, {source.size / 1e6:,.0f} MB",
            fix="Leave out what is no scenario.",
        )
    with text_of(source) as file:
        text = file.read()
    try:
        if text.lstrip().startswith("{"):
            return json.loads(text, parse_float=Decimal)
        return tomllib.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise Unreadable(
            "This file has a mistake and cannot be read on",
            value=f"{source.name}: {error}",
            fix="Look at that place; texts stand in quotes, decimals take a point.",
        ) from error
