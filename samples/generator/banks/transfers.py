"""Money moved between her own accounts, both sides, and spent on holidays."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from generator.banks.ledger import Booking, iban_of, iban_of_own, main_on
from generator.diary import chance, months, working_day

ME, ME_IN_FULL = "M van Dalen", "Marit van Dalen"
FIRM = "Van Dalen Praktijktraining"
_MONEY_GREW = date(2025, 6, 1)  # since Atlas pays, more goes home and to savings


def transfers() -> Iterator[Booking]:
    """Yield every transfer, the interest and fees beside them, and the holidays."""
    parts = (_home, _german, _travel_card, _bank_changes, _sterling_home, _travel)
    for part in parts:
        yield from part()


def moved(on: date, giver: str, taker: str, cents: int, text: str) -> Iterator[Booking]:
    """Yield both sides of a transfer between two of her own accounts."""
    name = dict.fromkeys(("starling", "wise", "monzo", "n26", "sparkasse"), ME_IN_FULL)
    name["business"] = FIRM
    to, frm = iban_of_own(taker), iban_of_own(giver)
    yield Booking(on, giver, -cents, name.get(taker, ME), text, iban=to)
    yield Booking(on, taker, cents, name.get(giver, ME), text, iban=frm)


def _home() -> Iterator[Booking]:
    """From the firm to the household, and from there to savings, every month."""
    for month in months():
        home, saved = (20_000, 15_000) if month < _MONEY_GREW else (165_000, 90_000)
        on = working_day(month.replace(day=25))
        yield from moved(on, "business", main_on(on), home, "Privé-opname")
        on = working_day(month.replace(day=27))
        yield from moved(on, main_on(on), "savings", saved, "Sparen")
    for year, cents in ((2023, 9_312), (2024, 21_744), (2025, 24_190)):
        own = (date(year, 12, 31), "savings", cents, "Spaarbank Wilgenhof")
        yield Booking(*own, f"Rente {year}")


def _german() -> Iterator[Booking]:
    """Yield what the German client paid, brought home, and the bank's fees."""
    for on, cents in (
        (date(2024, 7, 10), 100_000),
        (date(2025, 5, 12), 180_000),
        (date(2025, 12, 10), 180_000),
        (date(2026, 8, 10), 250_000),
    ):
        yield from moved(on, "sparkasse", "business", cents, "Umbuchung Honorar")
    for month in (m for m in months() if m.month in (3, 6, 9, 12)):
        bank = (working_day(month.replace(day=29)), "sparkasse", -1_185)
        yield Booking(*bank, "Sparkasse Weidenau", "Entgeltabschluss", "training")


def _travel_card() -> Iterator[Booking]:
    """Three times a year money goes on the travel card."""
    rng = chance("travel card")
    for month in (m for m in months() if m >= date(2024, 9, 1)):
        if month.month in (4, 7, 10):
            on = working_day(month.replace(day=9))
            yield from _top_up(on, rng.randrange(15_000, 30_000, 5_000))


def _top_up(on: date, cents: int) -> Iterator[Booking]:
    """Money put on the travel card, which words its side in a way of its own."""
    giver, taker = moved(on, main_on(on), "revolut", cents, "Reiskaart")
    yield giver._replace(iban=iban_of("Revolut travel card"))
    yield taker._replace(name=f"Payment from {ME}")


def _bank_changes() -> Iterator[Booking]:
    """Yield what she took along to new banks: in 2025 both, in 2026 the pounds."""
    on = date(2024, 12, 31)
    yield from moved(on, "main-old", "main", 250_000, "Overstap naar nieuwe bank")
    yield from moved(on, "starling", "wise", 150_000, "NEW ACCOUNT")
    yield from moved(date(2025, 12, 31), "wise", "monzo", 250_000, "NEW ACCOUNT")


def _sterling_home() -> Iterator[Booking]:
    """Pounds brought home twice a year, at the rate of the day."""
    for on, pence, cents in (
        (date(2024, 5, 14), 120_000, 139_680),
        (date(2024, 11, 12), 80_000, 96_240),
        (date(2025, 5, 13), 120_000, 142_560),
        (date(2025, 11, 11), 100_000, 113_700),
        (date(2026, 5, 12), 120_000, 138_360),
        (date(2026, 11, 10), 100_000, 114_300),
    ):
        main, pot = main_on(on), {2024: "starling", 2025: "wise"}.get(on.year, "monzo")
        out, back = moved(on, pot, main, pence, "TO EURO ACCOUNT")
        yield out
        yield back._replace(cents=cents)


def _travel() -> Iterator[Booking]:
    """Holidays: on the N26 card until summer 2024, then on the Revolut card."""
    rng = chance("holidays")
    yield from moved(date(2024, 7, 15), "main-old", "n26", 90_000, "Vakantiegeld reis")
    for number in range(14):
        on = date(2024, 7, 23) + timedelta(number)
        yield _spent(rng, on, "n26", 5_900)
    rest = (date(2024, 8, 19), "n26", "main-old", 12_000, "Rekening wordt opgeheven")
    yield from moved(*rest)
    for year in (2025, 2026):
        for number in range(0, 17, 2):
            yield _spent(rng, date(year, 7, 22) + timedelta(number), "revolut", 3_100)


def _spent(rng: Random, on: date, account: str, most: int) -> Booking:
    names = ("Trattoria Il Pozzo", "Albergo Miralago", "Alimentari Ferri")
    return Booking(on, account, -rng.randint(900, most), rng.choice(names), "Card")
