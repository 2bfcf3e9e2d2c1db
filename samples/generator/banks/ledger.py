"""What is true: bookings and stretches of work, before any product words them."""

from datetime import date, datetime, timedelta
from typing import NamedTuple
from zlib import crc32

# Banks that do not exist, so that no number can be somebody's.
_INVENTED_BANKS = ("WILG", "VEER", "MOLN", "LEPL")

PRIVATE = ""
OPEN = "?"  # nobody has said yet which role this is for


class Booking(NamedTuple):
    """One line on one of her accounts; cents are positive when they came in.

    `role` is a key of portfolio.toml, empty for private life and transfers of her
    own, and `OPEN` for what still waits to be named.
    """

    on: date
    account: str
    cents: int
    name: str
    text: str
    role: str = PRIVATE
    iban: str = ""


class Stretch(NamedTuple):
    """Work without a pause, in local time, for one role."""

    start: datetime
    minutes: int
    role: str
    note: str

    @property
    def end(self) -> datetime:
        """When the work stopped."""
        return self.start + timedelta(minutes=self.minutes)


class Account(NamedTuple):
    """One of her own accounts; `cents` stood on it when the three years began."""

    number: str
    bic: str
    currency: str
    cents: int


class Row(NamedTuple):
    """A booking with its place in the account and the balance after it."""

    number: int
    booking: Booking
    balance: int


class Statement(NamedTuple):
    """The rows of one account over some days, both included."""

    account: Account
    first: date
    last: date
    opening: int
    rows: list[Row]

    @property
    def closing(self) -> int:
        """The balance after the last row."""
        return self.rows[-1].balance if self.rows else self.opening


def iban(country: str, basic: str) -> str:
    """Return the account number with its check digits (ISO 13616, modulo 97).

    >>> iban("GB", "WEST12345698765432")
    'GB82WEST12345698765432'
    """
    digits = "".join(str(int(letter, 36)) for letter in f"{basic}{country}00")
    return f"{country}{98 - int(digits) % 97:02}{basic}"


def iban_of(name: str) -> str:
    """Return the invented Dutch account of somebody by their name."""
    seed = crc32(name.encode())
    return iban("NL", f"{_INVENTED_BANKS[seed % 4]}{seed:010}")


MAIN_OLD = Account(iban("NL", "LEPL0417164301"), "LEPLNL2U", "EUR", 412_055)
MAIN = Account(iban("NL", "MOLN0650238817"), "MOLNNL2A", "EUR", 0)
BUSINESS = Account(iban("NL", "VEER0239471102"), "VEERNL2R", "EUR", 318_240)
SAVINGS = Account("417164558", "WILGNL2A", "EUR", 1_240_000)
STARLING = Account("starling", "", "GBP", 326_410)
WISE = Account("wise", "", "GBP", 0)
MONZO = Account("monzo", "", "GBP", 0)
N26 = Account(iban("DE", "990110012621345678"), "NTSX", "EUR", 8_415)
SPARKASSE = Account(iban("DE", "990500000004471120"), "WEIDDE3K", "EUR", 61_380)
REVOLUT = Account("revolut", "", "EUR", 2_500)
COLUMN_SHEET = Account("columns", "", "EUR", 0)
CASH_SHEET = Account("cash", "", "EUR", 0)

ACCOUNTS = {
    "main-old": MAIN_OLD,
    "main": MAIN,
    "business": BUSINESS,
    "savings": SAVINGS,
    "starling": STARLING,
    "wise": WISE,
    "monzo": MONZO,
    "n26": N26,
    "sparkasse": SPARKASSE,
    "revolut": REVOLUT,
    "column-sheet": COLUMN_SHEET,
    "cash-sheet": CASH_SHEET,
}


def iban_of_own(key: str) -> str:
    """Return an own account as the other side's bank writes it."""
    known = {"savings": iban("NL", f"WILG0{SAVINGS.number}")}
    sterling = {"starling": "PLTA000000", "wise": "PLTB000000", "monzo": "PLTC000000"}
    known |= {pot: iban("GB", f"{bank}41716455") for pot, bank in sterling.items()}
    return known.get(key, ACCOUNTS[key].number)


def main_on(day: date) -> str:
    """Return which account she lived from that day: she changed banks in 2025."""
    return "main-old" if day < date(2025, 1, 1) else "main"


def sterling_on(day: date) -> str:
    """Return which account held her pounds that day."""
    return {2023: "starling", 2024: "starling", 2025: "wise"}.get(day.year, "monzo")


def statement(
    bookings: list[Booking], key: str, first: date = date.min, last: date = date.max
) -> Statement:
    """Return the rows of an account between two days, numbered from its first ever."""
    account = ACCOUNTS[key]
    balance = opening = account.cents
    rows = []
    own = sorted((b for b in bookings if b.account == key), key=lambda b: b.on)
    for number, booking in enumerate(own, start=1):
        balance += booking.cents
        if booking.on < first:
            opening = balance
        elif booking.on <= last:
            rows.append(Row(number, booking, balance))
    return Statement(account, first, last, opening, rows)
