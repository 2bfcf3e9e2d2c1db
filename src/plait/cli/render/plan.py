"""A plan as a page of text, from the same plain values as `--json`."""

import textwrap
from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from plait.cli.plan_said import conflict_text, demand_text, hours_text, money_text
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim

_NAMES = ("safest", "balanced", "richest")
_LEAST_PRICE = 0.5

Told = dict[str, Any]


def print_plan(answer: Told) -> None:
    """Print the plans beside the present mix, what binds, the check, what it rests on."""
    console.print()
    console.print(Text("Which mix of hours would be better", style="bold"))
    console.print(dim(_from(answer)))
    console.print()
    if answer["answer"] == "impossible":
        _section("No mix keeps all of this", conflict_text(answer))
        _section("What this rests on", _rests(answer))
        console.print()
        return
    console.print(_mixes(answer))
    _section("In a sentence", _sentence(answer))
    _section("What holds it back", _binds(answer))
    console.print()
    console.print(Text("On scenarios it was not chosen on", style="bold"))
    console.print(_check(answer))
    for line in _judged(answer):
        _say(line)
    _section("From the safest to the richest", _frontier(answer))
    _section("What this rests on", _rests(answer))
    console.print()


def _section(title: str, lines: Iterator[str]) -> None:
    console.print()
    console.print(Text(title, style="bold"))
    for line in lines:
        _say(line)


def _say(line: str) -> None:
    console.print(
        textwrap.fill(on_one_line(line), max(40, console.width), break_on_hyphens=False)
    )


def _from(answer: Told) -> str:
    return on_one_line(
        f"{answer['scenarios']:,} scenarios of {answer['months']} months, seed"
        f" {answer['seed']}; hours a week, {answer['currency']} a month."
    )


def _named(answer: Told) -> list[tuple[str, Told]]:
    """Return each different plan that has a name, with all its names."""
    places = sorted({answer["named"][name] for name in _NAMES})
    plans = [answer["plans"][place] for place in places]
    return [(" = ".join(n for n in _NAMES if n in p["names"]), p) for p in plans]


def _mixes(answer: Told) -> Table:
    named = _named(answer)
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("", overflow="fold")
    for heading in ("now", *(name for name, _ in named)):
        table.add_column(heading, justify="right")
    columns = [answer["present"], *(plan for _, plan in named)]
    for option in answer["options"]:
        cells = [hours_text(column["hours"][option["name"]]) for column in columns]
        table.add_row(on_one_line(_name(option)), *cells)
    table.add_section()
    table.add_row(dim("it takes"), *(hours_text(column["taken"]) for column in columns))
    table.add_row(dim("income"), *(money_text(column["income"]) for column in columns))
    worst = f"in the worst {1 - answer['weights']['level']:.0%}"
    table.add_row(dim(worst), *(money_text(column["bad"]) for column in columns))
    if answer["floor"]:
        short = [f"{column['chance_short']:.1%}" for column in columns]
        table.add_row(dim(f"mean below {money_text(answer['floor'])}"), *short)
    return table


def _name(option: Told) -> str:
    name = str(option.get("role", option["name"]))
    return name if option["present"] else f"{name} (not held)"


def _sentence(answer: Told) -> Iterator[str]:
    mine, now = answer["plans"][answer["named"]["balanced"]], answer["present"]
    for demand in now["breaks"]:
        yield f"The mix you have does not keep this: {demand_text(answer, demand)}."
    changes = [
        f"{_name(option)} {hours_text(before, '0')} to {hours_text(after, '0')}"
        for option in answer["options"]
        for before, after in [
            (now["hours"][option["name"]], mine["hours"][option["name"]])
        ]
        if before != after
    ]
    if not changes:
        yield "The balanced plan is the mix you have."
        return
    yield f"The balanced plan changes {'; '.join(changes)}."
    gain = mine["income"] - now["income"]
    yield (
        f"It brings {money_text(abs(gain))} a month {'more' if gain >= 0 else 'less'} on"
        f" average, and {money_text(mine['bad'])} in bad scenarios instead of"
        f" {money_text(now['bad'])}."
    )
    for option in answer["options"]:
        if option["needs_consent"] and mine["hours"][option["name"]]:
            whose = ", ".join(option.get("consent_of", ())) or "others"
            yield f"{_name(option)} needs consent first: {whose}."
    if mine["status"] != "best":
        yield (
            "The search was stopped: a mix that scores up to"
            f" {money_text(mine['gap'])} a month more may exist."
        )


def _binds(answer: Told) -> Iterator[str]:
    mine = answer["plans"][answer["named"]["balanced"]]
    stay = {o["name"] for o in answer["options"] if len(o["amounts"]) == 1}
    dear = [
        bind
        for bind in mine["binds"]
        if bind["is_tight"]
        and bind["an_hour_is_worth"] >= _LEAST_PRICE
        and not (len(bind["options"]) == 1 and bind["options"][0] in stay)
    ]
    for bind in dear:
        yield (
            f"{demand_text(answer, bind)}: about"
            f" {money_text(bind['an_hour_is_worth'])} a month for each hour."
        )
    if not dear:
        yield "Nothing: there is room in every limit."
    for more in mine["more_to_give"]:
        unit = "hour" if more["hours"] == 1 else "hours"
        worth = money_text(more["worth"])
        said = (
            f"would be worth {worth} a month" if more["worth"] else "would help nothing"
        )
        yield f"{hours_text(more['hours'])} more {unit} to give {said}."


def _check(answer: Told) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("")
    for heading in ("score", "income", "bad", "score where chosen"):
        table.add_column(heading, justify="right")
    for check in answer["check"]:
        seen, unseen = check["seen"], check["unseen"]
        figures = (unseen["score"], unseen["income"], unseen["bad"], seen["score"])
        table.add_row(check["name"], *map(money_text, figures))
    return table


def _judged(answer: Told) -> Iterator[str]:
    scores = {check["name"]: check["unseen"]["score"] for check in answer["check"]}
    mine = scores["balanced"]
    better = [n for n, s in scores.items() if n not in _NAMES and s > mine]
    if better:
        yield f"There {' and '.join(better)} did better: do not trust the plan too far."
    else:
        yield "There, too, no simple rule does better than the balanced plan."
    own = answer["plans"][answer["best_by_own_weights"]]["names"]
    if "balanced" not in own:
        yield f"By the weights below, the {' and '.join(own)} is the best of all."


def _frontier(answer: Told) -> Iterator[str]:
    for plan in answer["plans"]:
        names = f" ({', '.join(plan['names'])})" if plan["names"] else ""
        mix = ", ".join(
            f"{_name(option)} {hours_text(plan['hours'][option['name']])}"
            for option in answer["options"]
            if plan["hours"][option["name"]]
        )
        yield (
            f"{money_text(plan['income'])}, {money_text(plan['bad'])} in bad"
            f" scenarios{names}: {mix or 'nothing'}."
        )
    now = answer["present"]
    yield f"{money_text(now['income'])}, {money_text(now['bad'])}: the mix you have."


def _times(risk: float) -> str:
    return "as much" if risk == 1 else f"{risk:g} times as much"


def _rests(answer: Told) -> Iterator[str]:
    by_reason: dict[str, list[str]] = {}
    for option in answer["options"]:
        for reason in option.get("assumed", ()):
            by_reason.setdefault(reason, []).append(_name(option))
    for reason, names in by_reason.items():
        yield f"{', '.join(names)}: {reason}."
    weights = answer["weights"]
    if answer.get("knows_capacity") is False:
        yield "What you have to give is not told: no more hours than now. Say it in the settings."
    if not answer["floor"]:
        yield "What a month must cost is not told, so nothing is short and no risk weighs."
    elif answer.get("knows_floor") is False:
        yield (
            "What a month must cost is not told: what usually comes in now,"
            f" {money_text(answer['floor'])}, stands in. Say it in the settings."
        )
    for name in answer.get("left_out", ()):
        yield f"{name} is left out: it tells no hours or no pay."
    yield (
        f"The mean shortfall of the worst {1 - weights['level']:.0%} of scenarios weighs"
        f" {_times(weights['risk'])} as income."
    )
    if weights["value"]:
        yield (
            f"A point of what a role gives, above your own middle, is worth"
            f" {money_text(weights['value'])} a month for each hour a week."
        )
    yield (
        "A role brings in proportion to its hours, and the months are put into one mean:"
        " a plan does not see that a bad month is followed by a good one."
    )
