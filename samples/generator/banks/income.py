"""What the other roles bring in and cost."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.banks.ledger import (
    OPEN,
    Booking,
    iban_of,
    main_on,
    sterling_on,
)
from generator.diary import END, START, chance, months, payday, working_day
from generator.trackers import training

PRACTICE = "Huisartsenpraktijk De Linde"
ATLAS = "Zorggroep Atlas"
MAGAZINE = "Uitgeverij Praktijk & Zorg"
CHARITY = "Stichting Buurtvonk"
AGENT = "Harewood & Pike Lettings"
UNIVERSITY = "University of Aldermoor"
NEW_PRACTICE = "Huisartsen Sterrenkwartier"
NEW_PUBLISHER = "Uitgeverij Kadans"

_SALARY = {2023: 286_840, 2024: 286_840, 2025: 292_115, 2026: 296_875}
ATLAS_FEE = 294_667  # 8 hours x 52 / 12 x EUR 85 = 2,946.67
_COLUMN_FEE = 32_500


def income() -> Iterator[Booking]:
    """Yield every booking that belongs to a role, or waits to be given one."""
    parts = (_salary, _atlas, _columns, _board, _flat, _study, _not_named)
    for part in (*parts, training.fees, training.costs):
        yield from (b for b in part() if START <= b.on <= END)


def _salary() -> Iterator[Booking]:
    """Net pay on the 24th; holiday pay in May, an extra month in December."""
    for month in months():
        on = payday(month.replace(day=24))
        cents = _SALARY[month.year]
        extra = {
            5: (cents * 70 // 100, "Vakantiegeld"),
            12: (cents // 2, "Eindejaarsuitkering"),
        }
        text = f"Salaris {month:%m-%Y}"
        for amount, what in [(cents, text), *filter(None, [extra.get(month.month)])]:
            own = (on, main_on(on), amount, PRACTICE, what)
            yield Booking(*own, "practice", iban_of(PRACTICE))


def _atlas() -> Iterator[Booking]:
    """Yield the same amount for every month since March 2025, paid in the next."""
    rng = chance("when Atlas pays")
    for month in (m for m in months() if m >= date(2025, 3, 1)):
        billed = (month + timedelta(32)).replace(day=1)
        on = working_day(billed + timedelta(rng.randint(13, 18)))
        text = f"Factuur ATL-{month:%Y-%m} projectleiding 8 uur per week"
        own = (on, "business", ATLAS_FEE, ATLAS, text)
        yield Booking(*own, "atlas", iban_of(ATLAS))


def column_months() -> list[date]:
    """Return the months with a column: none in August, two after April 2026."""
    regular = [m for m in months() if m.month != 8 and m <= date(2026, 4, 1)]
    return [*regular, date(2026, 6, 1), date(2026, 7, 1)]


def _columns() -> Iterator[Booking]:
    """Yield a fee for each column that came out; in her own sheet until 2025."""
    rng = chance("when the magazine pays")
    for number, month in enumerate(column_months(), start=1):
        on = working_day(month.replace(day=26) + timedelta(rng.randint(0, 8)))
        account = "business" if on >= date(2025, 1, 1) else "column-sheet"
        text = f"Column {number} {month:%m-%Y}"
        own = (on, account, _COLUMN_FEE, MAGAZINE, text)
        yield Booking(*own, "columns", iban_of(MAGAZINE))


def _board() -> Iterator[Booking]:
    """Small expenses paid back, by bank in most quarters, from the cash box in all."""
    rng = chance("what the charity pays back")
    for month in (m for m in months() if m.month % 3 == 2):
        on = working_day(month.replace(day=18))
        cents = rng.randrange(1_850, 6_400, 5)
        own = (on, main_on(on), cents, CHARITY, "Onkostenvergoeding bestuur")
        yield Booking(*own, "board", iban_of(CHARITY))
        on = working_day(month.replace(day=11))
        cash = (on, "cash-sheet", rng.randrange(420, 1_480, 10), CHARITY)
        yield Booking(*cash, "Parkeren en koffie vergadering", "board")


def _flat() -> Iterator[Booking]:
    """Rent less the agent's fee and insurance, and two repairs, in pounds."""
    for month in months():
        on = working_day(month.replace(day=2))
        pot = sterling_on(on)
        yield Booking(on, pot, 78_000, AGENT, "RENT FLAT 4 KIRKDALE", "flat")
        yield Booking(on, pot, -9_360, AGENT, "MGMT FEE 12 PCT", "flat")
        on = working_day(month.replace(day=15))
        insured = (on, pot, -1_420, "Pennine Landlord Cover", "POLICY PLC88213")
        yield Booking(*insured, "flat")
    boiler, roof = date(2025, 2, 11), date(2026, 1, 20)
    heating = (boiler, "wise", -64_250, "Aire Valley Heating", "BOILER REPAIR")
    yield Booking(*heating, "flat")
    gutter = (roof, "monzo", -31_800, "Kirkdale Roofing", "GUTTER AND SLATES")
    yield Booking(*gutter, "flat")


def _study() -> Iterator[Booking]:
    """Tuition in pounds, in February and September."""
    for month in (m for m in months() if m.month in (2, 9)):
        on = working_day(month.replace(day=20))
        own = (on, sterling_on(on), -198_000, UNIVERSITY)
        yield Booking(*own, f"MSC HCL 20447781 {month:%Y-%m}", "study")


def _not_named() -> Iterator[Booking]:
    """Yield EUR 1,310 of this autumn, from two new payers that no rule covers."""
    for on, cents, name, text in (
        (date(2026, 9, 30), 45_000, NEW_PRACTICE, "Kennissessie 25 september"),
        (date(2026, 10, 21), 26_000, NEW_PUBLISHER, "Hoofdstuk 3 handboek"),
        (date(2026, 11, 4), 26_000, NEW_PUBLISHER, "Hoofdstuk 4 handboek"),
        (date(2026, 11, 13), 18_500, NEW_PRACTICE, "Terugkomuur 6 november"),
        (date(2026, 11, 18), 15_500, NEW_PUBLISHER, "Correcties handboek"),
    ):
        yield Booking(on, "business", cents, name, text, OPEN, iban_of(name))
