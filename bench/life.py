"""An invented working life of ten years: twelve roles, who pays them, what is spent.

The same life comes out at every run: chance is seeded, and the days are spread
evenly over the years, so that a life with four times the lines is as long and four
times as busy.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random
from typing import NamedTuple

FIRST = date(2016, 1, 1)
N_DAYS = 3653  # to 31 December 2025, three leap days among them
REVIEW_ON = FIRST + timedelta(N_DAYS)
OWN_ACCOUNT = "NL91BNCH0000000001"
N_SERIES = 500


class Role(NamedTuple):
    """A role by its key in Plait, how it is agreed, who pays for it, and its days."""

    key: str
    kind: str
    terms: tuple[str, ...]
    payers: tuple[str, ...]
    days: str = ""


ROLES = (
    Role(
        "linde",
        "employment",
        ("24/week", "2950/month"),
        ("Zorggroep Linde",),
        days="mon-wed 9-17",
    ),
    Role(
        "kompas",
        "contract",
        ("8/week", "85/hour"),
        ("Kompas Advies", "Kompas Noord"),
        days="thu 9-17",
    ),
    Role("baken", "contract", ("4/week", "95/hour"), ("Uitgeverij Baken",), "fri 9-13"),
    Role("schelp", "venture", ("6/week",), ("Schelp Winkel", "Schelp Uitbetaling")),
    Role(
        "wilg", "contract", ("12/month", "640/day"), ("Wilg Scholing", "De Wilg Zuid")
    ),
    Role("zolder", "venture", ("2/week",), ("Huur Zolderkamer",)),
    Role("molen", "board", ("8/month",), ("Stichting Molenwiek",)),
    Role("haven", "contract", ("40/year", "4000/fixed"), ("Havenkamer Rijnoever",)),
    Role(
        "duin", "contract", ("3/week", "70/hour"), ("Duinrand Theater", "Duinrand BV")
    ),
    Role("veer", "mentoring", ("2/week",), ("Veerhuis Begeleiding",)),
    Role(
        "kade", "contract", ("20/quarter", "90/hour"), ("Kade Negen", "Kade Negen GmbH")
    ),
    Role("toren", "contract", ("4/week", "60/hour"), ("Torenklok Muziek",)),
)
_SHOPS = ("Kruidenier", "Bakkerij", "Fietsmaker", "Boekhandel", "Tankstation", "Cafe")
_PLACES = ("Aan de Vliet", "Oostpoort", "Weideburg", "Lage Brug", "Stationsweg")
SHOPS = tuple(
    f"{shop} {place} {n}" for shop in _SHOPS for place in _PLACES for n in "123"
)
PRIVATE_PAYERS = ("Spaarrente Wilgenbank", "Retour Postpakket")


OVERHEADS = (("travel", "4"), ("admin", "3"))
ANSWERS = ("energy", "meaning", "growth", "pressure")


class Line(NamedTuple):
    """A booked line; `role` is empty for what is private, `cents` below zero spent."""

    on: date
    cents: int
    payer: str
    account: str
    text: str
    role: str


class Entry(NamedTuple):
    """A stretch of work on one day."""

    start: datetime
    end: datetime
    role: str
    text: str


class Event(NamedTuple):
    """An appointment, or a weekly series of `n` of them."""

    start: datetime
    minutes: int
    role: str
    n: int


def bank_lines(n: int) -> Iterator[Line]:
    """Yield `n` lines in order of days; one in four is money for a role."""
    chance = Random(f"bank {n}")
    for number in range(n):
        on = FIRST + timedelta(number * N_DAYS // n)
        if number % 4:
            yield _spent(chance, on, number)
        elif number % 200:
            yield _earned(chance, on, number)
        else:
            payer = chance.choice(PRIVATE_PAYERS)
            yield Line(on, chance.randrange(100, 9_000), payer, "", "Terug", "")


def _earned(chance: Random, on: date, number: int) -> Line:
    role = chance.choice(ROLES)
    payer = chance.choice(role.payers)
    text = f"Factuur {on.year}-{number:06} {role.key}"
    return Line(
        on, chance.randrange(4_000, 300_000), payer, iban_of(payer), text, role.key
    )


def _spent(chance: Random, on: date, number: int) -> Line:
    shop = chance.choice(SHOPS)
    text = (
        f"Betaalautomaat {8 + number % 12:02}:{number % 60:02} pasnr. 0{number % 90:02}"
    )
    return Line(on, -chance.randrange(150, 25_000), shop, "", text, "")


def iban_of(payer: str) -> str:
    """Return an account number for a payer at a bank that does not exist."""
    number = Random(payer).randrange(10**9, 10**10)
    digits = "".join(str(int(letter, 36)) for letter in f"BNCH{number}NL00")
    return f"NL{98 - int(digits) % 97:02}BNCH{number}"


def entries(n: int) -> Iterator[Entry]:
    """Yield `n` stretches of ten minutes to half an hour, none over another."""
    chance = Random(f"hours {n}")
    before, slot = FIRST, -1
    for number in range(n):
        on = FIRST + timedelta(number * N_DAYS // n)
        slot = slot + 1 if on == before else 0
        before = on
        start = datetime.combine(on, time(7)) + timedelta(minutes=32 * slot)
        end = start + timedelta(seconds=chance.randrange(600, 1800))
        role = chance.choice(ROLES)
        yield Entry(start, end, role.key, f"Werk aan stuk {number}")


def events(n: int) -> Iterator[Event]:
    """Yield `n` events; 500 of a large number are weekly and last half a year."""
    chance = Random(f"events {n}")
    every = max(1, n // N_SERIES)
    for number in range(n):
        on = FIRST + timedelta(number * (N_DAYS - 200) // n)
        start = datetime.combine(on, time(8 + number % 10, 30 * (number % 2)))
        role = chance.choice(ROLES)
        repeats = 26 if every > 1 and number % every == 0 else 1
        yield Event(start, chance.choice((30, 60, 90)), role.key, repeats)


def away() -> Iterator[tuple[str, str]]:
    """Yield absences from all roles: the kind, the first and the last day."""
    for year in range(FIRST.year, REVIEW_ON.year + 1):
        yield "leave", f"{year}-05-03..{year}-05-09"
        yield "leave", f"{year}-07-20..{year}-08-09"
        yield "leave", f"{year}-12-24..{year}-12-31"
        yield "sickness", f"{year}-02-{10 + year % 10}..{year}-02-{12 + year % 10}"


def less_to_give() -> Iterator[str]:
    """Yield the summers, in which there are fewer hours to give."""
    for year in range(FIRST.year, REVIEW_ON.year + 1):
        yield f"{year}-07-01..{year}-08-31"


def check_ins() -> Iterator[tuple[str, date, dict[str, int]]]:
    """Yield how every role felt in each week of the last two years."""
    chance = Random("check-ins")
    for back in range(104, 0, -1):
        for role in ROLES:
            answers = {name: chance.randint(1, 5) for name in ANSWERS}
            yield role.key, REVIEW_ON - timedelta(weeks=back), answers


def income(lines: Iterator[Line]) -> dict[tuple[str, str], int]:
    """Return cents by role and month (`2016-01`): what every tool must answer."""
    told: dict[tuple[str, str], int] = {}
    for line in lines:
        if line.role:
            key = (line.role, f"{line.on:%Y-%m}")
            told[key] = told.get(key, 0) + line.cents
    return told
