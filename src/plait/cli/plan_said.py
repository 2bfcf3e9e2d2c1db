"""Demands, hours and money of a plan in words."""

from collections.abc import Iterator
from typing import Any

Told = dict[str, Any]


def conflict_text(answer: Told) -> Iterator[str]:
    """Yield the demands that contradict each other, and what to do."""
    if not answer["conflict"]:
        yield "The search was stopped before any mix was found. Tell fewer options."
        return
    for demand in answer["conflict"]:
        yield f"{demand_text(answer, demand)}."
    load = {option["name"]: option["load"] for option in answer["options"]}
    needed = [
        demand["figure"] * load[demand["options"][0]]
        for demand in answer["conflict"]
        if demand["kind"] == "least"
    ]
    if len(needed) > 1 and any(d["kind"] == "capacity" for d in answer["conflict"]):
        yield (
            f"Together they need {hours_text(sum(needed))} hours, of"
            f" {hours_text(answer['capacity'])} to give."
        )
    yield "Give up any one of them, and the others can be kept."


def demand_text(answer: Told, demand: Told) -> str:
    """Return what is demanded."""
    shown = {o["name"]: str(o.get("role", o["name"])) for o in answer["options"]}
    names = [shown[name] for name in demand["options"]]
    hours = hours_text(demand["figure"])
    return {
        "most": f"{names[0]} takes {hours} hours at most, and no amounts between its own",
        "apart": f"{' and '.join(names)} exclude each other",
        "roles": f"No more than {hours} roles at once",
        "law": f"{hours} hours that count for working-time law at most",
        "together-most": f"{hours} hours at most for {' and '.join(names)} together",
        "together-least": f"{hours} hours at least for {' and '.join(names)} together",
        "capacity": f"{hours} hours a week to give",
        "least": f"{names[0]} {_has_to(answer, demand)} {hours} hours at least",
    }[demand["kind"]]


def _has_to(answer: Told, demand: Told) -> str:
    by_name = {option["name"]: option for option in answer["options"]}
    can_leave = by_name[demand["options"][0]]["can_leave"]
    return "takes" if can_leave else "has to be held, with"


def hours_text(hours: float, none: str = "–") -> str:
    """Return hours without needless digits; a dash, or another word, for none."""
    return f"{hours:.2f}".rstrip("0").rstrip(".") if round(hours, 2) else none


def money_text(amount: float) -> str:
    """Return a whole amount."""
    return f"{amount:,.0f}" if abs(amount) >= 0.5 else "0"
