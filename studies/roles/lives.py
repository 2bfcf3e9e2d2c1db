"""Made-up books of people with several roles: who pays them, and what they track.

Each part of a life is a role with its payers and clients, or money and hours that are
none. Names, words and amounts are drawn; about a third of all payments have no word
that says what they are.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from plait.domain.period import add_months
from plait.domain.proposals.role_evidence import (
    ClientRecords,
    PayerRecords,
    RoleEvidence,
)
from plait.domain.roles import RoleKind
from plait.domain.rules import RuleField

ON = date(2026, 11, 20)
Chance = np.random.Generator
_HEADS = ("Zorggroep", "Praktijk", "Stichting", "Bureau", "Werkplaats", "Atelier")
_TAILS = ("Atlas", "Linde", "Vonk", "Kolk", "Papaver", "Wolk", "Sterren", "Brug")
_LETTERS = "bdfgklmnprstvz"


@dataclass
class Book:
    """What waits, and whose it is: the name of each true role by payer and client."""

    payers: list[PayerRecords] = field(default_factory=list)
    clients: list[ClientRecords] = field(default_factory=list)
    truth: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, RoleKind] = field(default_factory=dict)
    names: int = 0

    def evidence(self) -> RoleEvidence:
        """Return it as the book's query does."""
        return RoleEvidence(
            ON, "Nora Brand", (), tuple(self.payers), tuple(self.clients)
        )

    def name(self, chance: Chance) -> str:
        """Return an organisation that is no other of this book."""
        self.names += 1
        letter = _LETTERS[self.names % len(_LETTERS)]
        tail = str(chance.choice(_TAILS)).lower()
        return (
            f"{chance.choice(_HEADS)} {letter.upper()}{'aeiou'[self.names % 5]}{tail}"
        )

    def paid(self, payer: str, lines: list[tuple[date, int, str]]) -> None:
        """Add a payer with its payments: days, whole units and texts."""
        days, units, texts = zip(*sorted(lines), strict=True)
        minor = tuple(100 * one for one in units)
        self.payers.append(
            PayerRecords(RuleField.PAYER, payer, "EUR", days, minor, texts)
        )

    def tracked(self, client: str, hours: float, texts: tuple[str, ...] = ()) -> None:
        """Add a client with so many hours a week for half a year."""
        days = tuple(ON - timedelta(weeks=week) for week in range(26, 0, -1))
        seconds = (round(hours * 3600),) * len(days)
        of = RuleField.CLIENT
        records = ClientRecords(
            of, client, (), days, seconds, True, frozenset(texts)
        )  # a field
        self.clients.append(records)


def _months(n: int, on: int = 25) -> list[date]:
    first = add_months(ON, -n)
    return [add_months(first, month).replace(day=on) for month in range(n)]


def _some(chance: Chance, n: int) -> list[date]:
    """Return days without a rhythm over two years."""
    back = np.sort(chance.choice(np.arange(5, 700), size=n, replace=False))
    return [ON - timedelta(days=int(one)) for one in back]


def _worded(chance: Chance, *words: str) -> str:
    """Return one of the words, or nothing for a third of all."""
    return str(chance.choice(words)) if chance.random() > 1 / 3 else ""


def _job(book: Book, chance: Chance) -> None:
    name, pay = book.name(chance), int(chance.integers(900, 4000))
    text = _worded(chance, "Salaris", "Loon periode", "Salary", "Gehalt")
    lines = [
        (
            day,
            round(pay * (1.8 if day.month == 5 else 1)),
            text,
        )  # May, with holiday pay
        for day in _months(int(chance.integers(5, 24)))
    ]
    book.paid(name.upper() + " B.V.", lines)
    _of(book, name, RoleKind.EMPLOYMENT, name.upper() + " B.V.")


def _client(book: Book, chance: Chance) -> None:
    name = book.name(chance)
    text = _worded(chance, "Factuur 2026-014", "Invoice 7", "Rechnung 88")
    n = int(chance.integers(3, 20))
    lines = [(day, int(chance.integers(200, 4000)), text) for day in _some(chance, n)]
    book.paid(name + " BV", lines)
    short = name.split()[-1]
    is_tracked = chance.random() < 0.6  # not everybody tracks hours
    if is_tracked:
        book.tracked(short, float(chance.uniform(1, 12)))
    _of(book, name, RoleKind.CONTRACT, name + " BV", *([short] if is_tracked else []))


def _board(book: Book, chance: Chance) -> None:
    name = book.name(chance)
    text = _worded(chance, "Vacatiegeld", "Bestuursvergoeding", "Board fee")
    lines = [(day, 450, text) for day in _months(20)[::3]]
    book.paid(name, lines)
    _of(book, name, RoleKind.BOARD, name)


def _unpaid(book: Book, chance: Chance) -> None:
    name = book.name(chance)
    text = str(chance.choice(["Onkostenvergoeding", "Reiskosten", "Expenses"]))
    lines = [(day, int(chance.integers(5, 60)), text) for day in _some(chance, 6)]
    book.paid(name, lines)
    _of(book, name, RoleKind.VOLUNTEERING, name)


def _study(book: Book, chance: Chance) -> None:
    name = "Universiteit " + book.name(chance).split()[-1]
    book.tracked(name, float(chance.uniform(2, 10)))
    _of(book, name, RoleKind.STUDY, name)


def _business(book: Book, chance: Chance) -> None:
    own = book.name(chance).split()[-1] + " Training"
    payers = [book.name(chance) for _ in range(4)]
    for payer in payers:
        text = _worded(chance, "Factuur 2026-031", "Invoice 12")
        n = int(chance.integers(2, 8))
        book.paid(payer, [(day, 920, text) for day in _some(chance, n)])
    book.tracked(own, 5, tuple(f"Trainingsdag {payer}" for payer in payers[:3]))
    _of(book, own, RoleKind.CONTRACT, own, *payers)


def _flat(book: Book, chance: Chance) -> None:
    name = book.name(chance)
    text = _worded(chance, "Huur", "RENT FLAT 4", "Miete")
    book.paid(name, [(day, 780, text) for day in _months(14)])
    _of(book, name, RoleKind.VENTURE, name)


def _of(book: Book, role: str, kind: RoleKind, *names: str) -> None:
    book.kinds[role] = kind
    book.truth |= dict.fromkeys(names, role)


def _no_role(book: Book, chance: Chance) -> None:
    """Add what everybody's statements hold beside their work."""
    monthly = _months(18, on=3)
    for payer, units, text in (
        ("Belastingdienst", 130, "Zorgtoeslag"),
        ("SVB", 270, "Kinderbijslag"),
        ("N. Brand", 400, "Naar spaarrekening"),
        ("J. de Vries", 450, _worded(chance, "Energie en internet", "Boodschappen")),
        ("Familie Brand", 150, ""),
        ("Stichting Pensioenfonds", 610, ""),
    ):
        if chance.random() < 0.5:  # half of all people have each
            book.paid(payer, [(day, units, text) for day in monthly])
    for payer, text in (
        ("Anne Bakker", "Tikkie etentje"),
        ("Warenhuis Zuid", "Retour bestelling"),
        ("Zorgverzekeraar Noord", "Declaratie tandarts"),
        ("Marktplaats", ""),
        ("Spaarbank", "Rente"),
    ):
        n = int(chance.integers(1, 8))
        units = chance.integers(5, 140, size=n)
        days = _some(chance, n)
        book.paid(payer, [(d, int(u), text) for d, u in zip(days, units, strict=True)])
    for client in ("Privé", "Sport", "Reading"):
        if chance.random() < 0.3:  # who tracks more than work
            book.tracked(client, 3)


_PARTS: tuple[Callable[[Book, Chance], None], ...] = (
    *(_job, _client, _client, _board, _unpaid, _study, _business, _flat),
)


def life(seed: int) -> Book:
    """Return the book of somebody with three to six roles."""
    chance = np.random.default_rng(seed)
    book = Book()
    n = int(chance.integers(3, 7))
    for part in chance.choice(len(_PARTS), size=n, replace=False):
        _PARTS[int(part)](book, chance)
    _no_role(book, chance)
    return book
