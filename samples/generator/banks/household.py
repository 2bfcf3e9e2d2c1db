"""Private life on the accounts, and what the firm pays every month."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.banks.ledger import Booking, iban_of, main_on
from generator.banks.transfers import transfers
from generator.diary import END, START, chance, mondays, months, working_day

TAX = "Belastingdienst"

# Day of the month, payee, cents, text: what leaves by itself every month.
_MONTHLY = (
    (1, "Hypotheekbank Oever", 138_500, "Hypotheek 77120934"),
    (3, "Zorgverzekering Meander", 14_825, "Premie polis 4410882"),
    (5, "Stroomwerk Energie", 13_200, "Termijnbedrag"),
    (12, "Telecom Pluim", 4_250, "Mobiel en internet"),
    (16, "Sportschool De Werf", 3_450, "Abonnement"),
    (22, "Spoorlijn Reizen", 6_840, "Reizen op rekening"),
)
_FIRM_MONTHLY = (
    (6, "Polder Beroepsrisico", 5_810, "Premie aansprakelijkheid"),
    (8, "Cijferlijn Boekhouden", 2_420, "Abonnement"),
    (28, "Zakenbank Veerhaven", 990, "Kosten betalingsverkeer"),
)
# Payee, weekday, least and most cents, how many weeks in ten.
_WEEKLY = (
    ("Buurtsuper Van Es", 5, 4_200, 9_800, 10),
    ("Buurtsuper Van Es", 2, 1_100, 3_900, 9),
    ("Markthal Groen", 5, 900, 2_900, 6),
    ("Bakkerij Tuinstraat", 4, 480, 1_450, 7),
    ("Eetcafé de Zwaan", 4, 2_350, 6_900, 4),
    ("Boekhandel Inkt & Lijn", 5, 1_250, 3_999, 2),
    ("Kledinghuis Anker", 5, 2_995, 12_900, 1),
)
_ONCE = (
    (date(2024, 2, 26), "Gemeentelijke belastingen", -68_412, "Aanslag 2024"),
    (date(2025, 2, 26), "Gemeentelijke belastingen", -71_980, "Aanslag 2025"),
    (date(2026, 2, 26), "Gemeentelijke belastingen", -74_105, "Aanslag 2026"),
    (date(2024, 4, 11), "Fietsenmaker Rad", -12_450, "Nieuwe ketting en remmen"),
    (date(2025, 9, 4), "Fietsenmaker Rad", -8_900, "Grote beurt"),
    (date(2024, 7, 5), TAX, 83_600, "Teruggaaf inkomstenbelasting 2023"),
    (date(2025, 6, 12), TAX, 121_400, "Teruggaaf inkomstenbelasting 2024"),
    (date(2024, 12, 5), "A. van Dalen-Smit", 50_000, "Voor je verjaardag, mam"),
    (date(2026, 3, 19), "Jitske Hoekstra", 4_250, "Betaalverzoek concertkaartje"),
)


def household() -> Iterator[Booking]:
    """Yield every private booking and every transfer, all within the three years."""
    for part in (_by_the_month, _by_the_week, _once, _firm_costs, transfers):
        yield from (b for b in part() if START <= b.on <= END)


def _by_the_month() -> Iterator[Booking]:
    for month in months():
        for day, name, cents, text in _MONTHLY:
            on = working_day(month.replace(day=day))
            yield Booking(on, main_on(on), -cents, name, text, iban=iban_of(name))


def _by_the_week() -> Iterator[Booking]:
    rng = chance("groceries")
    for monday in mondays():
        for name, weekday, least, most, often in _WEEKLY:
            cents, drawn = rng.randint(least, most), rng.randint(1, 10)
            on = monday + timedelta(weekday)
            if drawn <= often:
                yield Booking(on, main_on(on), -cents, name, "Betaalpas 018 Utrecht")


def _once() -> Iterator[Booking]:
    for on, name, cents, text in _ONCE:
        yield Booking(on, main_on(on), cents, name, text, iban=iban_of(name))


def _firm_costs() -> Iterator[Booking]:
    """Yield what the firm pays every month, and the tax on its profit."""
    for month in months():
        for day, name, cents, text in _FIRM_MONTHLY:
            on = working_day(month.replace(day=day))
            own = (on, "business", -cents, name, text)
            yield Booking(*own, "training", iban_of(name))
        on = working_day(month.replace(day=20))
        cents = 24_500 if month < date(2025, 6, 1) else 98_000
        text = f"Voorlopige aanslag IB {month:%m-%Y}"
        yield Booking(on, "business", -cents, TAX, text, iban=iban_of(TAX))
