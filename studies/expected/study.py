"""How what should come is told from what did, on made-up streams of nine kinds.

    .venv/bin/python -m studies.expected.study

Each stream is paid for 26 months, and goes on for three. To the payment of the 26th
month (or the fortnight nearest to it) one thing happens, or nothing. The book is
looked at on the day before, and on every third day after that payday for six weeks;
what is told then and was not before counts. Beside it stands the naive rule, which
sets each whole month against the one before. The table is what stands in
docs/explanation/method-expected.md: a hundred streams of each kind for each thing.
"""

import sys
from collections.abc import Callable
from datetime import date, timedelta

import numpy as np

from plait.analysis.income.expected import expected
from plait.analysis.series.streams import income_of
from plait.domain.period import add_months
from plait.domain.records import RecordStatus
from plait.reference.rates import published_rates
from tests.cast import Life, terms

Payday = tuple[date, float]
Pays = Callable[[np.random.Generator], list[Payday]]
Tells = Callable[[list[Payday], date, float], set[tuple[str, date]]]

N_STREAMS = 100
WEEKS_LOOKED = 6
_MONTHS = [add_months(date(2024, 1, 1), month) for month in range(29)]
_FIRST_FRIDAY = date(2024, 1, 5)


def _working(day: date) -> date:
    """Return the Friday before a day in the weekend, else the day."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def _salary(rng: np.random.Generator) -> list[Payday]:
    day, pay = int(rng.integers(20, 29)), float(rng.integers(18, 40) * 100)
    paid = []
    for month in _MONTHS:
        on = _working(month.replace(day=day))
        paid.append((on, pay * (1.03 if month.year > 2024 else 1)))
        if month.month == 5:
            paid.append((on, round(pay * 0.7, 2)))
        if month.month == 12:
            paid.append((on, round(pay * 0.5, 2)))
    return paid


def _fortnight(rng: np.random.Generator) -> list[Payday]:
    pay = float(rng.integers(8, 20) * 100)
    return [(_FIRST_FRIDAY + timedelta(days=14 * n), pay) for n in range(63)]


def _retainer(rng: np.random.Generator) -> list[Payday]:
    """Pay the same invoice up to a week late, as work comes round to it."""
    pay = float(rng.integers(5, 30) * 100)
    late = rng.integers(0, 8, len(_MONTHS))
    return [
        (m + timedelta(days=9 + int(n)), pay)
        for m, n in zip(_MONTHS, late, strict=True)
    ]


def _by_hours(rng: np.random.Generator) -> list[Payday]:
    """Pay what was worked, a fifth more or less, within two weeks."""
    late = rng.integers(0, 15, len(_MONTHS))
    pays = 2000 * np.exp(rng.normal(0, 0.2, len(_MONTHS)))
    days = [m + timedelta(days=9 + int(n)) for m, n in zip(_MONTHS, late, strict=True)]
    return list(zip(days, pays.round(2).tolist(), strict=True))


def _rent(rng: np.random.Generator) -> list[Payday]:
    """Pay on the first, now and then on the last day of the month before."""
    early = rng.random(len(_MONTHS)) < 0.15
    days = [m - timedelta(days=int(e)) for m, e in zip(_MONTHS, early, strict=True)]
    return [(day, 780.0) for day in days]


def _lumpy(rng: np.random.Generator) -> list[Payday]:
    """Pay most months, any day of it."""
    paid = []
    for month in _MONTHS:
        if rng.random() < 0.8:
            on = month + timedelta(days=int(rng.integers(0, 28)))
            paid.append((on, float(rng.integers(300, 1500))))
    return paid


KINDS: dict[str, Pays] = {
    "salary with holiday pay, agreed gross": _salary,
    "every two weeks": _fortnight,
    "retainer, a week's spread": _retainer,
    "by the hour, two weeks' spread": _by_hours,
    "rent, sometimes a day early": _rent,
    "most months, any day": _lumpy,
}
AGREED = {"salary with holiday pay, agreed gross"}
HAPPENS = (
    *("nothing", "missing", "10 days late", "10 % short", "30 % short", "doubled"),
    "10 days late from then on",
)


def happen(what: str, paid: list[Payday], place: int) -> list[Payday]:
    """Return the payments once that has happened to the one at a place."""
    earlier, (on, pay), later = paid[:place], paid[place], paid[place + 1 :]
    late = timedelta(days=10)
    here = {
        "nothing": [(on, pay)],
        "missing": [],
        "10 days late": [(on + late, pay)],
        "10 % short": [(on, pay * 0.9)],
        "30 % short": [(on, pay * 0.7)],
        "doubled": [(on, pay), (on + timedelta(days=3), pay)],
        "10 days late from then on": [(on + late, pay)],
    }[what]
    if what == "10 days late from then on":
        later = [(day + late, amount) for day, amount in later]
    return [*earlier, *here, *later]


def told(paid: list[Payday], on: date, agreed: float) -> set[tuple[str, date]]:
    """Return the kinds of things that are told on a day, with their paydays."""
    life = Life(on=on.isoformat())
    pay = f"{agreed:.2f} EUR/salary" if agreed else ""
    life.role("Work", terms("8/week", pay=pay, since="2024-01-01"))
    for day, amount in paid:
        if day <= on:
            life.is_paid_on("Work", f"{amount:.2f} EUR", day)
    # The account is in daily use.
    life.is_paid_on("", "-1 EUR", on, status=RecordStatus.PRIVATE)
    portfolio, rates = life.portfolio(), published_rates(["EUR"])
    found = expected(portfolio, income_of(portfolio, rates), rates).unexpected
    return {(one.kind.value, one.due_on) for one in found}


def naive(paid: list[Payday], on: date, agreed: float) -> set[tuple[str, date]]:  # noqa: ARG001  # one of two alike
    """Return what setting each whole month against the one before it tells."""
    this = on.replace(day=1)
    sums = {
        first: sum(amount for day, amount in paid if day.replace(day=1) == first)
        for first in (add_months(this, -2), add_months(this, -1))
    }
    before, last = sums.values()
    is_so = {
        "missing": before and not last,
        "short": last and last < 0.95 * before,
        "doubled": before and last > 1.9 * before,
    }
    return {(kind, add_months(this, -1)) for kind, is_true in is_so.items() if is_true}


def looked_at(kind: str, what: str, seed: int, *, tells: Tells) -> dict[str, int]:
    """Return what was ever told anew, with the days after the payday."""
    plain = KINDS[kind](np.random.default_rng(seed))
    place = next(n for n, (day, _) in enumerate(plain) if day >= date(2026, 1, 25))
    last, agreed = plain[place][0], 4000.0 if kind in AGREED else 0.0
    paid = happen(what, plain, place)
    before = tells(paid, last - timedelta(days=1), agreed)
    first: dict[str, int] = {}
    weeks = WEEKS_LOOKED + 6 * (what == "10 days late from then on")
    for days in range(0, 7 * weeks, 3):
        for found, _ in tells(paid, last + timedelta(days=days), agreed) - before:
            first.setdefault(found, days)
    return first


def main() -> None:
    """Print for each kind and thing how often each finding was told, and when."""
    for kind in KINDS:
        for what in HAPPENS:
            shown = (_counted(kind, what, tells) for tells in (told, naive))
            sys.stdout.write(f"| {kind} | {what} | {' | '.join(shown)} |\n")
            sys.stdout.flush()


def _counted(kind: str, what: str, tells: Tells) -> str:
    days: dict[str, list[int]] = {}
    for seed in range(N_STREAMS):
        for found, after in looked_at(kind, what, seed, tells=tells).items():
            days.setdefault(found, []).append(after)
    shown = (
        f"{found} {len(days[found])} ({np.median(days[found]):.0f} d)"
        for found in sorted(days)
    )
    return ", ".join(shown) or "–"


if __name__ == "__main__":
    main()
