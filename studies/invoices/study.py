"""How paid invoices are told from open ones, on made-up lives of seven kinds of client.

    .venv/bin/python -m studies.invoices.study

Each life has one client, who was asked for money every month of a year. Each invoice
is paid as such clients do, or (one of eight) not at all. Beside them come payments
that are for no invoice: a return of a purchase, and invoices that Plait was not told
of. Two rules say of each invoice whether it is paid; the matcher may also ask. The
naive rule takes the first payment of exactly the amount after the invoice's date.
The table is what stands in docs/explanation/method-invoices.md: a hundred lives each.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from plait.analysis.series.settling.settle import settled
from plait.analysis.series.settling.status import InvoiceState
from plait.domain.period import add_months
from plait.domain.portfolio import Portfolio
from tests.cast import Life

N_LIVES = 100
ON = date(2026, 11, 20)
_MONTHS = [add_months(date(2025, 9, 1), month) for month in range(12)]
_NOT_PAID = 1 / 8
# What card processors keep: 1.5 % and a quarter.
_FEE, _FEE_EACH = 0.015, 25

Chance = np.random.Generator


@dataclass
class Told:
    """Invoices (number, cents, day), payments (cents, day, text), and who paid."""

    invoices: list[tuple[str, int, date]] = field(default_factory=list)
    payments: list[tuple[int, date, str, str]] = field(default_factory=list)
    paid: set[str] = field(default_factory=set)

    def ask(self, chance: Chance, on: date, minor: int) -> str:
        """Ask for money; return the invoice's number."""
        number = f"{on.year}-{len(self.invoices) + 14:03}"
        day = on + timedelta(days=int(chance.integers(0, 5)))
        self.invoices.append((number, minor, day))
        return number

    def pay(
        self, minor: int, on: date, text: str, *numbers: str, by: str = "Brons"
    ) -> None:
        """Pay an amount, and with it these invoices."""
        self.payments.append((minor, on, text, by))
        self.paid.update(numbers)


def _amount(chance: Chance) -> int:
    """Return hours at a price, in cents: not often the same twice."""
    return int(chance.integers(4, 40)) * 8500


def _later(on: date, chance: Chance, most: int = 45) -> date:
    return on + timedelta(days=int(chance.integers(8, most)))


def _with_number(chance: Chance, told: Told, on: date) -> None:
    """Name the number, as clients write it."""
    number = told.ask(chance, on, _amount(chance))
    if chance.random() >= _NOT_PAID:
        texts = [f"Factuur {number}", f"inv. {number.replace('-', '')}", number]
        text = texts[int(chance.integers(3))]
        told.pay(told.invoices[-1][1], _later(on, chance), text, number)


def _without_number(chance: Chance, told: Told, on: date) -> None:
    """Pay the amount, and name nothing."""
    number = told.ask(chance, on, _amount(chance))
    if chance.random() >= _NOT_PAID:
        told.pay(told.invoices[-1][1], _later(on, chance), "dank", number)


def _same_amount(chance: Chance, told: Told, on: date) -> None:
    """Pay a retainer of one amount within its month, and name nothing."""
    number = told.ask(chance, on, 150_000)
    if chance.random() >= _NOT_PAID:
        told.pay(150_000, _later(on, chance, 26), "maandbedrag", number)


def _in_parts(chance: Chance, told: Told, on: date) -> None:
    """Pay six tenths, then the rest; name it in half of the cases."""
    number, minor = told.ask(chance, on, _amount(chance)), told.invoices[-1][1]
    if chance.random() >= _NOT_PAID:
        first, text = minor * 6 // 10, f"fact {number}" if chance.random() < 0.5 else ""
        day = _later(on, chance, 20)
        told.pay(first, day, text)
        told.pay(minor - first, _later(day, chance, 20), text, number)


def _two_at_once(chance: Chance, told: Told, on: date) -> None:
    """Pay the invoices of two months in one transfer, and name nothing."""
    number = told.ask(chance, on, _amount(chance))
    if len(told.invoices) % 2 == 0 and chance.random() >= _NOT_PAID:
        two = told.invoices[-2:]
        whole = sum(minor for _, minor, _ in two)
        told.pay(whole, _later(on, chance), "twee facturen", two[0][0], number)


def _by_card(chance: Chance, told: Told, on: date) -> None:
    """Pay by card: a processor pays out less its fee, and names the number or not."""
    number, minor = told.ask(chance, on, _amount(chance)), told.invoices[-1][1]
    if chance.random() >= _NOT_PAID:
        text = f"payout {number}" if chance.random() < 0.5 else "payout"
        fee = round(minor * _FEE) + _FEE_EACH
        day = _later(on, chance, 12)
        told.pay(minor - fee, day, text, number, by="Card House")


def _mixed(chance: Chance, told: Told, on: date) -> None:
    """Do any of these."""
    every = [_with_number, _without_number, _in_parts, _by_card]
    every[int(chance.integers(len(every)))](chance, told, on)


CLIENTS: dict[str, Callable[[Chance, Told, date], None]] = {
    "names the number": _with_number,
    "names nothing": _without_number,
    "one amount each month": _same_amount,
    "in two parts": _in_parts,
    "two at once": _two_at_once,
    "by card, less a fee": _by_card,
    "any of these": _mixed,
}


def life(kind: str, seed: int) -> Told:
    """Return a year of one client, and money that is for no invoice."""
    chance, told = np.random.default_rng(seed), Told()
    for month in _MONTHS:
        CLIENTS[kind](chance, told, month)
        if chance.random() < 0.2:
            # One of the same amount that Plait was not told of.
            minor = told.invoices[-1][1]
            told.pay(minor, _later(month, chance), f"Factuur {chance.integers(70, 99)}")
        if chance.random() < 0.1:
            back, day = told.invoices[-1][1], _later(month, chance)
            told.pay(-back, day, "laptop", by="Shop")
            told.pay(back, day + timedelta(days=12), "retour", by="Shop")
    return told


def portfolio(told: Told) -> Portfolio:
    """Return what Plait would know of such a life."""
    book = Life(on=str(ON)).role("Design", at="Brons")
    for number, minor, on in told.invoices:
        due = on + timedelta(days=30)
        amount = f"{minor / 100:.2f} EUR"
        book.invoices_for("Design", amount, str(on), str(due), number=number)
    for minor, on, text, by in told.payments:
        amount = f"{minor / 100:.2f} EUR"
        book.is_paid_on("Design", amount, on, by=by, reference=text)
    return book.portfolio()


def naive(told: Told) -> dict[str, str]:
    """Return what the first payment of exactly the amount says of each invoice."""
    used: set[int] = set()
    found: dict[str, str] = {}
    payments = sorted(enumerate(told.payments), key=lambda pair: pair[1][1])
    for number, minor, on in sorted(told.invoices, key=lambda one: one[2]):
        fits = [
            at
            for at, (paid, day, _, _) in payments
            if paid == minor and day >= on and at not in used
        ]
        used.update(fits[:1])
        found[number] = "paid" if fits else "open"
    return found


def matcher(told: Told) -> dict[str, str]:
    """Return what the matcher says of each invoice: paid, open or asked."""
    words = {InvoiceState.PAID: "paid", InvoiceState.UNSURE: "asked"}
    return {
        told.invoices[one.invoice][0]: words.get(one.state, "open")
        for one in settled(portfolio(told))
    }


def errors(kind: str, says: Callable[[Told], dict[str, str]], n_lives: int) -> Counter:
    """Return how often a rule calls an open invoice paid, a paid one open, or asks."""
    counts: Counter[str] = Counter()
    for seed in range(n_lives):
        told = life(kind, seed)
        for number, state in says(told).items():
            is_paid = number in told.paid
            counts["n"] += 1
            counts["asked"] += state == "asked"
            counts["paid, and is not"] += state == "paid" and not is_paid
            counts["open, and is paid"] += state == "open" and is_paid
    return counts


def main() -> None:
    """Print the table."""
    print(  # noqa: T201  # the table
        "| client | invoices | naive: paid, and is not | naive: open, and is paid |"
        " paid, and is not | open, and is paid | asked |"
    )
    for kind in CLIENTS:
        before, now = (errors(kind, rule, N_LIVES) for rule in (naive, matcher))
        wrong = ("paid, and is not", "open, and is paid")
        cells = [now["n"], *(before[w] for w in wrong), *(now[w] for w in wrong)]
        print(f"| {kind} | {' | '.join(map(str, cells))} | {now['asked']} |")  # noqa: T201


if __name__ == "__main__":
    main()
