"""Which part of the three years stands in which file.

Nothing stands in two files but the first two weeks of July 2026, which both CAMT
statements hold: the person asked for the second before the first had ended.
"""

from datetime import date

from generator import check_ins
from generator.banks import bank_abroad, bank_dutch, bank_sterling, mt940, ofx
from generator.banks.camt import camt_02, camt_08
from generator.banks.household import household
from generator.banks.income import income
from generator.banks.ledger import Booking, Statement, Stretch, statement
from generator.calendars import calendars
from generator.cv import linkedin, resume
from generator.hours import hours
from generator.trackers import client_trackers, sheets, trackers

_OVERLAP = date(2026, 7, 1), date(2026, 7, 14)


def bookings() -> list[Booking]:
    """Return everything that was booked on any of her accounts."""
    return [*income(), *household()]


def files() -> dict[str, bytes]:
    """Return every sample file by its name."""
    told = {**_money(bookings()), **_time(hours()), **_calendars(), **_identity()}
    return told | {"check-ins.json": check_ins.check_ins()}


def _money(told: list[Booking]) -> dict[str, bytes]:
    def of(key: str, first: date = date.min, last: date = date.max) -> Statement:
        return statement(told, key, first, last)

    in_2024, in_2025 = date(2024, 12, 31), date(2025, 12, 31)
    on_2025, on_2026 = date(2025, 1, 1), date(2026, 1, 1)
    return {
        "rabobank-2023-2024.csv": bank_dutch.rabobank(of("main-old")),
        "ing-2025.csv": bank_dutch.ing(of("main", last=in_2025)),
        "camt053-2026-first-half.xml": camt_02(of("main", on_2026, _OVERLAP[1])),
        "camt053-2026-second-half.xml": camt_08(of("main", _OVERLAP[0])),
        "zakelijk-2023-2024.sta": mt940.mt940(of("business", last=in_2024)),
        "zakelijk-2025.ofx": ofx.ofx_1(of("business", on_2025, in_2025)),
        "zakelijk-2026.ofx": ofx.ofx_2(of("business", on_2026)),
        "starling-2023-2024.csv": bank_sterling.starling(of("starling")),
        "wise-2025.csv": bank_sterling.wise(of("wise")),
        "monzo-2026.csv": bank_sterling.monzo(of("monzo")),
        "abn-amro-savings.tab": bank_dutch.abn_amro(of("savings")),
        "n26-2024.csv": bank_abroad.n26(of("n26")),
        "sparkasse.csv": bank_abroad.sparkasse(of("sparkasse")),
        "revolut.csv": bank_abroad.revolut(of("revolut")),
        "inkomsten columns.xlsx": sheets.columns_xlsx(of("column-sheet")),
        "onkosten buurtvonk.csv": sheets.cash_csv(of("cash-sheet")),
    }


def _time(told: list[Stretch]) -> dict[str, bytes]:
    own = [s for s in told if s.role != "atlas"]
    atlas = [s for s in told if s.role == "atlas"]
    quarters = [date(2025, m, 1) for m in (1, 4, 7, 10)] + [date(2026, 1, 1)]
    found = {"toggl-2023-2024.csv": trackers.toggl(_until(own, quarters[0]))}
    for number in range(4):
        is_new, is_day_first = number > 1, number % 2 == 1
        name = f"clockify-2025-q{number + 1}.csv"
        found[name] = trackers.clockify(
            _until(own, quarters[number + 1], quarters[number]),
            is_new=is_new,
            is_day_first=is_day_first,
            is_24_hours=is_day_first,
        )
    middle = date(2026, 7, 1)
    found["harvest-atlas-2025.csv"] = client_trackers.harvest(
        _until(atlas, quarters[4])
    )
    found["kimai-atlas-2026-first-half.csv"] = client_trackers.kimai(
        _until(atlas, middle, quarters[4])
    )
    found["kimai-atlas-2026-second-half.csv"] = client_trackers.kimai_german(
        _until(atlas, date.max, middle)
    )
    found["solidtime-2026.csv"] = client_trackers.solidtime(
        _until(own, date.max, quarters[4])
    )
    return found


def _until(told: list[Stretch], end: date, start: date = date.min) -> list[Stretch]:
    return [s for s in told if start <= s.start.date() < end]


def _calendars() -> dict[str, bytes]:
    return {
        "agenda-marit.ics": calendars.own_calendar(),
        "agenda-praktijk.ics": calendars.practice_calendar(),
    }


def _identity() -> dict[str, bytes]:
    return {
        "Basic_LinkedInDataExport_11-20-2026.zip": linkedin.linkedin(),
        "resume.json": resume.resume(),
    }
