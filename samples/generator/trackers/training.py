"""The days on which she trained other practices, and what they paid for it."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from generator.banks.ledger import Booking, iban, iban_of
from generator.diary import END, START, chance, is_free, working_day

GERMAN = "Praxis am Weidenbogen"
CLIENTS = (
    "Huisartsen Zilverlinde",
    "Praktijk Wolkenveld",
    "Huisartsen Zevenster",
    "Gezondheidshuis Papaver",
    GERMAN,
)
# How many days a month, from October 2023 (paid later) to November 2026.
_DAYS_A_MONTH = {
    2023: (0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 1),
    2024: (1, 2, 1, 0, 2, 1, 0, 0, 2, 2, 2, 1),
    2025: (1, 2, 2, 1, 1, 2, 0, 0, 2, 3, 2, 1),
    2026: (2, 1, 3, 2, 1, 2, 0, 0, 3, 3, 2, 0),
}
_DAY_RATE = {2023: 88_000, 2024: 88_000, 2025: 92_000, 2026: 96_000}


class TrainingDay(NamedTuple):
    """One day of training and its invoice."""

    on: date
    client: str
    cents: int
    invoice: str


def training_days() -> list[TrainingDay]:
    """Return every day of training, also those just before the three years."""
    found = []
    for year, months in _DAYS_A_MONTH.items():
        fridays = (_fridays(year, m)[:n] for m, n in enumerate(months, start=1))
        for number, on in enumerate((d for month in fridays for d in month), start=1):
            client = CLIENTS[(number * 3 + year) % len(CLIENTS)]
            invoice = f"{year}-{number:03}"
            found.append(TrainingDay(on, client, _DAY_RATE[year], invoice))
    return [d for d in found if d.on <= END]


def _fridays(year: int, month: int) -> list[date]:
    """Return the month's Fridays that are no holiday, the second one first."""
    first = date(year, month, 1)
    friday = first + timedelta((4 - first.weekday()) % 7)
    all_of_them = [friday + timedelta(7 * n) for n in (1, 2, 0, 3)]
    return [d for d in all_of_them if d.month == month and not is_free(d)]


def fees() -> Iterator[Booking]:
    """Yield what the practices paid, 10 to 45 days after the invoice."""
    rng = chance("how late practices pay")
    for day in training_days():
        paid_on = working_day(day.on + timedelta(3 + rng.randint(10, 45)))
        if not START <= paid_on <= END:
            continue
        text = f"Factuur {day.invoice} trainingsdag {day.on:%d-%m-%Y}"
        if day.client == GERMAN:
            text = f"Rechnung {day.invoice} Schulung {day.on:%d.%m.%Y}"
            yield Booking(
                paid_on,
                "sparkasse",
                day.cents,
                GERMAN,
                text,
                "training",
                iban("DE", "990500000008812034"),
            )
        else:
            own = (paid_on, "business", day.cents, day.client, text)
            yield Booking(*own, "training", iban_of(day.client))


def costs() -> Iterator[Booking]:
    """Yield what training days cost: a hall every third time, handouts."""
    for number, day in enumerate(training_days()):
        if number % 3 or not START <= day.on <= END:
            continue
        on = working_day(day.on + timedelta(5))
        if on <= END:
            hall = "Zaalverhuur Het Kwartier"
            text = f"Zaal {day.on:%d-%m-%Y}"
            own = (on, "business", -16_500, hall, text)
            yield Booking(*own, "training", iban_of(hall))
