"""A simulated income as a page of text, from the same plain values as `--json`."""

from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim, wrapped

_BLOCKS = "▁▂▃▄▅▆▇█"
_WIDEST = 48
_ROWS = (
    ("p95", "19 in 20 are below"),
    ("p75", "3 in 4 are below"),
    ("p50", "half are below"),
    ("p25", "1 in 4 is below"),
    ("p05", "1 in 20 is below"),
)
_ASSUMED_ALWAYS = (
    "A replacement hangs on the same causes and may end as its stream could. Streams"
    " end apart from each other but for the causes they share."
)

Told = dict[str, Any]


def print_simulation(answer: Told) -> None:
    """Print the fan, the chances, the runway, the streams, and what it rests on."""
    console.print()
    title = f"What may come in over {answer['n_months']} months"
    console.print(Text(title, style="bold"))
    if not answer["streams"]:
        _say("Nothing comes in that could be simulated.")
        return
    console.print(dim(_from(answer)))
    console.print()
    console.print(_fan(answer))
    _section("A month that is too short", _short(answer))
    _section("What you would last", _runway(answer))
    _section("A bad year", _bad_year(answer))
    console.print()
    console.print(_streams(answer))
    _section("What this rests on", _rests(answer))
    if "back_test" in answer:
        _section("How such forecasts held", _held(answer))
    console.print()


def _section(title: str, lines: Iterator[str]) -> None:
    console.print()
    console.print(Text(title, style="bold"))
    for line in lines:
        _say(line)


def _say(line: str) -> None:
    console.print(wrapped(line))


def _from(answer: Told) -> str:
    begins = f" from {answer['first_month']}" if answer["first_month"] else ""
    return (
        f"{answer['scenarios']:,} scenarios{begins}, seed {answer['seed']}; amounts in"
        f" {answer['currency']} a month, where {_money(answer['usual_month'])} are usual."
    )


def _fan(answer: Told) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("")
    for heading in ("first", "", "last"):
        table.add_column(heading, justify="right" if heading else "left")
    rows = {
        name: [month["quantiles"][name] for month in answer["months"]]
        for name, _ in _ROWS
    }
    top = max(max(row) for row in rows.values())
    for name, meaning in _ROWS:
        row = rows[name]
        style = "bold" if name == "p50" else ""
        table.add_row(
            dim(meaning),
            _money(row[0]),
            Text(_spark(row, top), style=style),
            _money(row[-1]),
        )
    return table


def _spark(row: list[float], top: float) -> str:
    """Return one block a month, as high as its share of the top; at most 48 blocks."""
    step = -(-len(row) // _WIDEST)
    means = [
        sum(row[i : i + step]) / len(row[i : i + step])
        for i in range(0, len(row), step)
    ]
    last = len(_BLOCKS) - 1
    return "".join(
        _BLOCKS[max(0, min(last, round(last * mean / top)))] if top > 0 else _BLOCKS[0]
        for mean in means
    )


def _short(answer: Told) -> Iterator[str]:
    if not answer["floor"]:
        yield (
            "What a month must cost is not told, so no month is too short."
            " Say it with --floor 2400, or in the settings."
        )
        return
    floor, months = _money(answer["floor"]), answer["n_months"]
    yield (
        f"Some month of the {months} brings less than {floor} with a chance of"
        f" {_chance(answer['short_ever'])}."
    )
    by = answer["until_short"]["over_by"]
    if months > 12:
        yield f"Within the first twelve it is {_percent(by[11])}."
    worst = max(answer["months"], key=lambda month: month["short"]["value"])
    yield (
        f"The month likeliest to be short is month {worst['month'] + 1}, with"
        f" {_chance(worst['short'])}."
    )


def _runway(answer: Told) -> Iterator[str]:
    months = answer["n_months"]
    if not answer["floor"]:
        yield "Without what a month must cost, savings have nothing to last for."
        return
    savings = _money(answer["savings"])
    if answer.get("knows_savings") is False:
        yield (
            "Your savings are not told and count as nothing. Say them with --savings"
            " 9000, or in the settings."
        )
    yield (
        f"Savings of {savings} and what comes in carry you through all {months} months"
        f" with a chance of {_chance(answer['runway']['never'])}."
    )
    for share, least in answer["runway"]["lasts_in"].items():
        if least is None:
            continue
        yield f"In {share} of the scenarios they last {_months(least)} at least."


def _bad_year(answer: Told) -> Iterator[str]:
    risk = answer["at_risk"]
    usual = _money(risk["usual"])
    whole = f"first {_months(risk['months'])}"
    if risk["var"] <= 0:
        yield (
            f"In 19 of 20 scenarios the {whole} bring no less than the usual {usual}; in"
            f" the worst twentieth they bring {_money(risk['cvar'])}"
            f" (± {_money(2 * risk['cvar_error'])}) less on average."
        )
        return
    yield (
        f"In one of 20 scenarios the {whole} stay {_money(risk['var'])}"
        f" (± {_money(2 * risk['var_error'])}) or more below the usual {usual}; those"
        f" lack {_money(risk['cvar'])} (± {_money(2 * risk['cvar_error'])}) on average."
    )


def _streams(answer: Told) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("Stream")
    for heading in ("a month", "varies", "ends in a year"):
        table.add_column(heading, justify="right")
    table.add_column("hangs on")
    for stream in answer["streams"]:
        table.add_row(
            on_one_line(stream.get("role", stream["name"])),
            _money(stream["monthly"]),
            f"{stream['varies']:.0%}",
            "is over"
            if stream["ends_in"] == 0
            else _percent(stream["ends_within_a_year"]["value"]),
            dim(on_one_line(", ".join(stream["causes"])) or "nothing shared"),
        )
    ends = answer["ends_within_a_year"]
    two = sum(one["value"] for one in ends[2:])
    table.add_section()
    if len(ends) > 2:
        table.add_row(dim("two or more at once"), "", "", _percent(two), "")
    return table


def _rests(answer: Told) -> Iterator[str]:
    by_reason: dict[str, list[str]] = {}
    for stream in answer["streams"]:
        for reason in stream.get("assumed", ()):
            by_reason.setdefault(reason, []).append(on_one_line(stream["role"]))
    for reason, names in by_reason.items():
        yield f"{', '.join(names)}: {reason}."
    for cause in answer["causes"]:
        yield f"{on_one_line(cause['name'])}: {_cause(cause)}."
    sectors = {
        (rate["vintage"], rate["source"])
        for stream in answer["streams"]
        if (rate := stream.get("sector_rate"))
    }
    for vintage, source in sorted(sectors):
        yield (
            f"Rates are of jobs in the United States ({vintage}), not your own chance:"
            f" {source}."
        )
    yield _ASSUMED_ALWAYS
    yield "A range behind ± is of drawing alone; that the model is right is not in it."


def _cause(cause: Told) -> str:
    chance = f"strikes with a chance of {_percent(cause['chance'])} a year"
    if cause["lasts"]:
        return f"{chance} and takes {cause['cut']:.0%} for {_months(cause['lasts'])}"
    hits = "" if cause["hits"] == 1 else f" {cause['hits']:.0%} of"
    return f"{chance} and ends{hits} what hangs on it"


def _held(answer: Told) -> Iterator[str]:
    for test in answer["back_test"]:
        yield (
            f"Sums of {test['months']} months, forecast {test['n_tests']} times in your"
            f" past ({test['n_apart']} that do not overlap): {test['coverage']:.0%} lay in"
            f" the range that promises 80%. Off by {_money(test['error'])} on average;"
            f" last year once more would have been off by {_money(test['naive_error'])}."
        )
    if answer["back_test"]:
        yield "What you took on in between was in none of them."
    else:
        yield "A forecast and what came of it take nineteen months of income at least."


def _chance(estimate: Told) -> str:
    error = 2 * estimate["error"]
    shown = "less than 0.1%" if error < 0.0005 else f"± {100 * error:.1f}%"
    return f"{_percent(estimate['value'])} ({shown})"


def _percent(share: float) -> str:
    """Return a share as percents; one that is not quite nothing or all is not hidden."""
    if share in {0, 1}:
        return f"{share:.0%}"
    if share < 0.001:
        return "less than 0.1%"
    if share > 0.999:
        return "more than 99.9%"
    return f"{share:.1%}" if share < 0.1 or share > 0.9 else f"{share:.0%}"


def _months(n: int) -> str:
    return "one month" if n == 1 else f"{n} months"


def _money(amount: float) -> str:
    return (
        f"{amount:,.0f}".replace("-0", "0") if abs(amount) < 0.5 else f"{amount:,.0f}"
    )
