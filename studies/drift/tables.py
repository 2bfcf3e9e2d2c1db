"""The tables of the page: each is rows of cells, the first row the heading."""

from collections.abc import Callable, Iterator

from studies.drift.measures import (
    NO_DRIFT,
    calibrated,
    false_alarms,
    many,
    seen,
    sized,
)
from studies.drift.methods import METHODS, NAIVE, SHIPPED, Method
from studies.drift.series import Drifts, Series, Usual

Rows = list[list[str]]

QUIET = Usual("spread 10 %", spread=0.10)
QUIET_ALIKE = Usual("spread 10 %, weeks alike", spread=0.10, resemblance=0.3)
LIVELY = Usual("spread 25 %")
LIVELY_ALIKE = Usual("spread 25 %, weeks alike", resemblance=0.3)
SKEWED = Usual("spread 25 %, alike, long weeks", resemblance=0.3, is_skewed=True)
WIDE = Usual("spread 40 %, weeks alike", spread=0.40, resemblance=0.3)
WILD = Usual("spread 25 %, alike, wild weeks", resemblance=0.3, wild=0.04)
LEAVE = Usual("spread 25 %, alike, leave", resemblance=0.3, leave=0.2)
SEASON = Usual("spread 15 %, season of 15 %", spread=0.15, season=0.15)
POOL = (QUIET, QUIET_ALIKE, LIVELY, LIVELY_ALIKE)
STEADY = (*POOL, SKEWED, WIDE, WILD, LEAVE, SEASON)

DRIFTS = (
    Drifts("step of 10 %", step=0.10),
    Drifts("step of 25 %", step=0.25),
    Drifts("step of 50 %", step=0.50),
    Drifts("slope of 1 % a week", slope=0.01),
)
LENGTHS = (8, 26, 52, 104, 150)
WEEKS, BEGINS = 104, 40
A_YEAR = 0.5
N_SERIES = 400

Setting = Callable[[Method, Usual], float]


def steady(usual: Usual, n_weeks: int = WEEKS) -> tuple[Series, ...]:
    """Return series without drift."""
    return many(usual, n_weeks, NO_DRIFT, n_weeks, N_SERIES)


def alarms_a_year() -> Rows:
    """Return false alarms a year, each method at the setting of its promise."""
    rows = [_heading("no drift")]
    for usual in STEADY:
        told = (false_alarms(m, steady(usual)).a_year for m in METHODS)
        rows.append([usual.name, *(f"{a_year:.2f}" for a_year in told)])
    return rows


def alarms_by_length() -> Rows:
    """Return the share of steady series of a length that have a false alarm."""
    rows = [_heading("weeks")]
    for n_weeks in LENGTHS:
        made = steady(LIVELY_ALIKE, n_weeks)
        rows.append(
            [str(n_weeks), *(_share(false_alarms(m, made).share) for m in METHODS)]
        )
    return rows


def delays(setting: Setting, kinds: tuple[Usual, ...]) -> Rows:
    """Return weeks until drifts are seen, and how many never are."""
    rows = [["", *_heading("drift")]]
    for usual in kinds:
        alarms = [false_alarms(m, steady(usual), setting(m, usual)) for m in METHODS]
        rows.append([usual.name, "none: a year", *(f"{a.a_year:.2f}" for a in alarms)])
        for drift in DRIFTS:
            made = many(usual, WEEKS, drift, BEGINS, N_SERIES)
            cells = [_delay(m, made, setting(m, usual)) for m in METHODS]
            rows.append([usual.name, drift.name, *cells])
    return rows


def as_promised(method: Method, usual: Usual) -> float:  # noqa: ARG001  # as the others
    """Return the setting that a method has before it knows any series."""
    return method.setting


def one_for_all() -> Setting:
    """Return the settings that give half a false alarm a year over all kinds at once."""
    made = [one for usual in POOL for one in steady(usual)]
    found = {m.name: calibrated(m, made, A_YEAR) for m in METHODS}
    return lambda method, usual: found[method.name]  # noqa: ARG005  # as the others


def one_for_each() -> Setting:
    """Return settings for each kind alone: as if its spread were known beforehand."""
    found = {
        (m.name, usual.name): calibrated(m, steady(usual), A_YEAR)
        for m in METHODS
        for usual in POOL
    }
    return lambda method, usual: found[method.name, usual.name]


def delays_by_length() -> Rows:
    """Return how a step of 25 % halfway fares in series of each length."""
    rows = [_heading("weeks")]
    for n_weeks in LENGTHS:
        made = many(LIVELY_ALIKE, n_weeks, DRIFTS[1], n_weeks // 2, N_SERIES)
        rows.append([str(n_weeks), *(_delay(m, made, m.setting) for m in METHODS)])
    return rows


def sizes() -> Rows:
    """Return how wrong size and beginning are, for steps, CUSUM and naive rule."""
    rows = [
        [
            "",
            "drift",
            "method",
            "at the alarm",
            "8 weeks on",
            "first week",
            "range held",
        ]
    ]
    for usual in (QUIET, LIVELY, LIVELY_ALIKE):
        for drift in DRIFTS[:3]:
            made = many(usual, WEEKS, drift, BEGINS, N_SERIES)
            rows += [
                [usual.name, drift.name, method.name, *_size(method, made)]
                for method in (SHIPPED, NAIVE)
            ]
    return rows


def _size(method: Method, made: tuple[Series, ...]) -> Iterator[str]:
    found = sized(method, made)
    yield f"{found.bias:+.1f}, off {found.error:.1f}"
    yield f"{found.bias_later:+.1f}, off {found.error_later:.1f}"
    yield f"{found.onset:.1f}"
    yield "" if found.held is None else _share(found.held)


def _heading(first: str) -> list[str]:
    return [first, *(method.name for method in METHODS)]


def _delay(method: Method, made: tuple[Series, ...], setting: float) -> str:
    found = seen(method, made, setting)
    if not found.n_series:
        return "none left"
    if found.missed == 1:
        return "none seen"
    notes = [f"{_share(found.missed)} missed"] if found.missed >= 0.005 else []
    if found.n_series < len(made) / 2:
        notes.append(f"{found.n_series} left")
    told = ", ".join(notes)
    return f"{found.delay:.1f} ({told})" if notes else f"{found.delay:.1f}"


def _share(share: float) -> str:
    return f"{100 * share:.0f} %"
