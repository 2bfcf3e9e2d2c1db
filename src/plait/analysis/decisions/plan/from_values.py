"""Makes the model of a plan of plain values: options and limits beside an income model.

An option with the name of a stream is that role, as it stands. One with another name
could be taken on, and its table tells its stream as well.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from plait.analysis.decisions.plan.amounts import least_gain
from plait.analysis.decisions.plan.options import (
    MOST_HOURS,
    Limits,
    Option,
    Together,
    Weights,
)
from plait.analysis.decisions.plan.scenarios import PlanModel
from plait.analysis.income.model import IncomeModel, StreamModel
from plait.analysis.income.model_from_values import (
    WrongModel,
    made,
    model_from_values,
    stream_from_values,
)

Table = Mapping[str, Any]

EVERYBODY = "*"
_OF_OPTION = {field.name for field in fields(Option)} - {
    *("name", "present", "instead_of", "pays")
}
_OF_LIMITS = {"capacity", "law", "roles"}


@dataclass(frozen=True, slots=True)
class _Hours:
    least: float = 0.0
    most: float = MOST_HOURS


def plan_from_values(
    model: Table, options: Sequence[Table], limits: Table
) -> PlanModel:
    """Return the model in plain values; raise `WrongModel` or what it refuses."""
    income = model_from_values(model)
    streams = {stream.name: stream for stream in income.streams}
    _refuse_twice(options)
    read = [_option(table, streams) for table in options]
    whole = replace(
        income,
        streams=income.streams + tuple(s for _, s in read if s.name not in streams),
    )
    chosen = tuple(option for option, _ in read)
    return PlanModel(
        income=whole,
        options=chosen,
        limits=_limits(limits, options, _names(chosen, whole)),
        weights=made(
            Weights,
            {"change": least_gain(income.usual), **_table(limits, "weights")},
            "limits.weights",
        ),
    )


def _names(options: tuple[Option, ...], income: IncomeModel) -> tuple[str, ...]:
    """Return the names of the options, and of the roles that stay as they are."""
    named = [option.name for option in options]
    stay = [s.name for s in income.streams if s.hours and s.name not in named]
    return (*named, *stay)


def _refuse_twice(options: Sequence[Table]) -> None:
    names = [table.get("name") for table in options]
    for name in names:
        if names.count(name) > 1:
            raise WrongModel(
                "Two options have the same name",
                value=f"options {name}",
                fix="Give each a name of its own.",
            )


def _option(
    table: Table, streams: Mapping[str, StreamModel]
) -> tuple[Option, StreamModel]:
    whose = f"options {table.get('name', '?')}"
    mine = {name: value for name, value in table.items() if name in _OF_OPTION}
    rest = {
        name: value
        for name, value in table.items()
        if name not in _OF_OPTION | {"excludes"}
    }
    stream = streams.get(str(table.get("name")))
    if stream is None:
        option = _made(mine, rest, whose)
        return option, stream_from_values({"hours": option.most} | rest, "options")
    for name in rest.keys() - {"name"}:
        raise WrongModel(
            "For a present role this belongs to its stream",
            value=f"{whose}, {name}",
            fix="Write it below [[streams]], or give the option another name.",
        )
    known = {"stays": stream.notice, "present": stream.hours}
    return _made(known | mine, rest, whose), stream


def _made(mine: Table, rest: Table, whose: str) -> Option:
    """Return the option; amounts alone give its least and its most."""
    table = dict(mine)
    if "name" in rest:
        table["name"] = rest["name"]
    amounts = table.get("amounts")
    if isinstance(amounts, list):
        numbers = [amount for amount in amounts if _is_number(amount)]
        table.setdefault("least", min(numbers, default=0.0))
        table.setdefault("most", max(numbers, default=0.0))
    if "least" in table:
        table.setdefault("most", table["least"])
    return made(Option, table, whose)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _limits(limits: Table, options: Sequence[Table], names: tuple[str, ...]) -> Limits:
    for name in limits.keys() - _OF_LIMITS - {"together", "weights"}:
        raise WrongModel(
            "Nothing of a model has this name",
            value=f"limits, {name}",
            fix="See docs/reference/income-model.md for the names there are.",
        )
    plain = {name: limits[name] for name in _OF_LIMITS & limits.keys()}
    return replace(
        made(Limits, plain, "limits"),
        together=tuple(_together(one, names) for one in _listed(limits, "together")),
        apart=tuple(dict.fromkeys(_apart(options, names))),
    )


def _listed(limits: Table, name: str) -> list[object]:
    value = limits.get(name, [])
    if not isinstance(value, list):
        raise WrongModel(
            "This is of another kind than it has to be",
            value=f"limits, {name}: {value!r}",
            fix="Begin each with double brackets, such as [[limits.together]].",
        )
    return value


def _table(limits: Table, name: str) -> Table:
    value = limits.get(name, {})
    if not isinstance(value, Mapping):
        raise WrongModel(
            "This is of another kind than it has to be",
            value=f"limits, {name}: {value!r}",
            fix="Begin it with a line [limits.weights], and one a line below.",
        )
    return value


def _together(table: object, names: tuple[str, ...]) -> Together:
    if not isinstance(table, dict) or not isinstance(table.get("options"), list):
        raise WrongModel(
            "Hours together need the names of their options",
            value=f"limits.together: {table!r}",
            fix='Write options = ["Atlas", "Board"] below [[limits.together]].',
        )
    chosen = [_place(name, names, "limits.together") for name in table["options"]]
    rest = {name: value for name, value in table.items() if name != "options"}
    hours = made(_Hours, rest, "limits.together")
    return Together(tuple(chosen), hours.least, hours.most)


def _apart(
    options: Sequence[Table], names: tuple[str, ...]
) -> Iterator[tuple[int, int]]:
    for place, table in enumerate(options):
        whose = f"options {table.get('name', '?')}, excludes"
        others = table.get("excludes", [])
        if not isinstance(others, list):
            raise WrongModel(
                "This is of another kind than it has to be",
                value=f"{whose}: {others!r}",
                fix='Write a list of names, such as ["Board"], or ["*"] for all.',
            )
        if EVERYBODY in others:
            others = [name for name in names if name != names[place]]
        for name in others:
            other = _place(name, names, whose)
            if other != place:
                yield min(place, other), max(place, other)


def _place(name: object, names: tuple[str, ...], whose: str) -> int:
    if name not in names:
        raise WrongModel(
            "No option has this name",
            value=f"{whose}: {name}",
            fix="Write the name of an option, or of a stream with hours.",
        )
    return names.index(str(name))
