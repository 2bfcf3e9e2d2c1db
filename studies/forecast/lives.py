"""Made-up lives: what each role brings, month by month, over five years.

Twelve kinds were there while the method was chosen, on other seeds. Three (SECOND)
were written when it seemed to be done, and showed three faults, which were mended.
Three more (LATER) were written after that, when it was frozen, and only judge it.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Rng = np.random.Generator
MONTHS = 62


@dataclass(frozen=True, eq=False)
class Role:
    """Months of a role; it begins in month `begin` and ends before `end`, if ever."""

    months: Floats
    is_job: bool = False
    begin: int = 0
    end: int | None = None


Life = list[Role]
Kind = Callable[[Rng], Life]
_month = np.arange(MONTHS)


def _around(rng: Rng, mean: float, varies: float) -> Floats:
    return mean * rng.gamma(varies**-2, varies**2, MONTHS)


def _usual(rng: Rng) -> list[Floats]:
    """Return a job of 2,000 that never moves, lessons of 1,000 and workshops of 600."""
    return [np.full(MONTHS, 2000.0), _around(rng, 1000, 0.3), _around(rng, 600, 0.8)]


def _life(months: list[Floats]) -> Life:
    return [Role(one, is_job=number == 0) for number, one in enumerate(months)]


def steady(rng: Rng) -> Life:
    """Let nothing happen."""
    return _life(_usual(rng))


def ends_as_jobs(rng: Rng) -> Life:
    """End each stream with 1.1 % a month, for 5.5 months."""
    found = _usual(rng)
    for months in found:
        month = int(rng.geometric(0.011))
        while month < MONTHS:
            gone = int(rng.geometric(1 / 5.5))
            months[month : month + gone] = 0
            month += gone + int(rng.geometric(0.011))
    return _life(found)


def wanders(rng: Rng) -> Life:
    """Let the level of both clients walk by a tenth a month."""
    job, *clients = _usual(rng)
    walks = [np.exp(rng.normal(0, 0.1, MONTHS).cumsum()) for _ in clients]
    return _life([job, *(c * w for c, w in zip(clients, walks, strict=True))])


def grows(rng: Rng) -> Life:
    """Let all of it grow by 1 % a month."""
    return _life([one * 1.01**_month for one in _usual(rng)])


def shrinks(rng: Rng) -> Life:
    """Let all of it shrink by 1 % a month."""
    return _life([one * 0.99**_month for one in _usual(rng)])


def seasons(rng: Rng) -> Life:
    """Let clients pay half more at one time of the year and half less at the other."""
    wave = 1 + 0.5 * np.sin(2 * np.pi * (_month + rng.integers(12)) / 12)
    job, *clients = _usual(rng)
    return _life([job, *(one * wave for one in clients)])


def begins_later(rng: Rng) -> Life:
    """Begin the workshops in the third or fourth year."""
    job, lessons, workshops = _usual(rng)
    begin = int(rng.integers(24, 48))
    workshops[:begin] = 0
    return [Role(job, is_job=True), Role(lessons), Role(workshops, begin=begin)]


def lumpy(rng: Rng) -> Life:
    """Make a project every second month, paid in one to three parts, and a retainer."""
    months = np.zeros(MONTHS)
    for begin in _month.repeat(rng.poisson(0.5, MONTHS)).tolist():
        parts = int(rng.integers(1, 4))
        months[begin : begin + parts] += rng.lognormal(np.log(4500), 0.7) / parts
    return [Role(months), Role(_around(rng, 700, 0.1))]


def clients_come_and_go(rng: Rng) -> Life:
    """Let clients come 1.3 times a year and stay for 14 months, beside a small job."""
    life = [Role(np.full(MONTHS, 1200.0), is_job=True)]
    for begin in np.flatnonzero(rng.random(MONTHS + 40) < 0.11).tolist():
        first, end = begin - 40, begin - 40 + int(rng.geometric(1 / 14))
        if end <= 0:
            continue
        months = _around(rng, rng.lognormal(np.log(900), 0.6), 0.25)
        months[: max(0, first)] = 0
        months[end:] = 0
        last = end if end < MONTHS else None
        life.append(Role(months, begin=max(0, first), end=last))
    return life


def come_and_go_in_one(rng: Rng) -> Life:
    """Do the same, with all clients under one role: a firm of one's own."""
    job, *clients = clients_come_and_go(rng)
    return [job, Role(sum((one.months for one in clients), np.zeros(MONTHS)))]


def steps(rng: Rng) -> Life:
    """Step each stream up or down by about a third every year and a half."""
    found = _usual(rng)
    for months in found:
        month = int(rng.geometric(1 / 18))
        while month < MONTHS:
            months[month:] *= rng.choice([0.7, 0.8, 1.25, 1.4])
            month += int(rng.geometric(1 / 18))
    return _life(found)


def raises(rng: Rng) -> Life:
    """Give a salary with 3 % in January, holiday pay and a thirteenth month; a client."""
    calendar = (_month + 10) % 12
    usual = 2600 * 1.03 ** ((_month + 10) // 12)
    salary = usual * (1 + 1.0 * (calendar == 11) + 0.96 * (calendar == 4))
    return [Role(salary, is_job=True), Role(_around(rng, 700, 0.25))]


def royalties(rng: Rng) -> Life:
    """Pay royalties twice a year, of very unequal size, and lessons beside them."""
    paid = np.where((_month + rng.integers(6)) % 6 == 0, 1.0, 0.0)
    sizes = rng.lognormal(np.log(5000), 0.5, MONTHS)
    return [Role(paid * sizes), Role(_around(rng, 1500, 0.2))]


def fixed_terms(rng: Rng) -> Life:
    """Follow jobs of one to two years, one after the other, with a gap and other pay each."""
    life, begin = [Role(_around(rng, 500, 0.5))], -int(rng.integers(0, 12))
    while begin < MONTHS:
        end = begin + int(rng.integers(12, 25))
        months = np.zeros(MONTHS)
        months[max(0, begin) : max(0, end)] = rng.normal(2600, 300)
        if end > 0:
            last = end if end < MONTHS else None
            life.append(Role(months, True, max(0, begin), last))
        begin = end + int(rng.integers(0, 4))
    return life


def winds_down(rng: Rng) -> Life:
    """Have four clients, of whom one is given up every year or so, and a pension after."""
    life, end = [], int(rng.integers(8, 30))
    for _ in range(4):
        months = _around(rng, 1100, 0.3)
        months[end:] = 0
        life.append(Role(months, end=end if end < MONTHS else None))
        end += int(rng.integers(8, 20))
    begin = int(rng.integers(20, 40))
    pension = np.where(_month >= begin, 1500.0, 0.0)
    return [*life, Role(pension, is_job=True, begin=begin)]


def retainers(rng: Rng) -> Life:
    """Pay three retainers by the quarter, dearer each January, beside small work."""
    life = [Role(_around(rng, 600, 0.4))]
    for _ in range(3):
        paid = (_month + rng.integers(3)) % 3 == 0
        dearer = (1 + rng.uniform(0, 0.06)) ** ((_month + 6) // 12)
        life.append(Role(paid * dearer * rng.normal(2400, 500)))
    return life


def break_taken(rng: Rng) -> Life:
    """Take a break of four to eight months once, in which clients pay a third."""
    begin, months = int(rng.integers(8, 54)), int(rng.integers(4, 9))
    left = np.where((_month >= begin) & (_month < begin + months), 0.3, 1.0)
    clients = [_around(rng, mean, 0.35) for mean in (1500, 900, 500)]
    return [Role(one * left) for one in clients]


def newcomer(rng: Rng) -> Life:
    """Begin small, and grow to a full practice over some years, with lumpy months."""
    middle, pace = rng.uniform(8, 40), rng.uniform(5, 14)
    level = 0.15 + 0.85 / (1 + np.exp(-(_month - middle) / pace))
    return [Role(_around(rng, 4500, 0.5) * level)]


KINDS: dict[str, Kind] = {
    "steady": steady,
    "streams end as jobs do": ends_as_jobs,
    "the level wanders": wanders,
    "grows by 1% a month": grows,
    "shrinks by 1% a month": shrinks,
    "seasons": seasons,
    "one begins later": begins_later,
    "projects, lumpy": lumpy,
    "clients come and go": clients_come_and_go,
    "the same in one role": come_and_go_in_one,
    "steps up and down": steps,
    "salary with raises": raises,
}
SECOND: dict[str, Kind] = {
    "royalties twice a year": royalties,
    "fixed terms in a row": fixed_terms,
    "winding down": winds_down,
}
LATER: dict[str, Kind] = {
    "retainers by the quarter": retainers,
    "a break of half a year": break_taken,
    "a newcomer": newcomer,
}
