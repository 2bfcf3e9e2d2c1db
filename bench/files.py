"""The life as files: what Plait reads, and the same bank lines for other programs."""

import csv
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from pathlib import Path

from bench import life

_BANK_HEADING = (
    *("IBAN/BBAN", "Munt", "BIC", "Volgnr", "Datum", "Rentedatum", "Bedrag"),
    *("Saldo na trn", "Tegenrekening IBAN/BBAN", "Naam tegenpartij"),
    *("Naam uiteindelijke partij", "Naam initiërende partij", "BIC tegenpartij"),
    *("Code", "Batch ID", "Transactiereferentie", "Machtigingskenmerk"),
    *("Incassant ID", "Betalingskenmerk", "Omschrijving-1", "Omschrijving-2"),
    *("Omschrijving-3", "Reden retour", "Oorspr bedrag", "Oorspr munt", "Koers"),
)
_HOURS_HEADING = (
    *("User", "Email", "Client", "Project", "Task", "Description", "Billable"),
    *("Start date", "Start time", "End date", "End time", "Duration", "Tags"),
)
_STAMP = "%Y%m%dT%H%M%S"


def bank_csv(path: Path, n: int) -> None:
    """Write the bank's CSV, 26 columns a line."""
    _table(path, _BANK_HEADING, _bank_rows(n), quoting=csv.QUOTE_ALL)


def _bank_rows(n: int) -> Iterator[list[str]]:
    balance = 1_000_000
    for number, line in enumerate(life.bank_lines(n), 1):
        balance += line.cents
        day, code = line.on.isoformat(), "cb" if line.role else "bc"
        yield [
            *(life.OWN_ACCOUNT, "EUR", "BNCHNL2A", f"{number:018}", day, day),
            *(_comma(line.cents), _comma(balance), line.account, line.payer),
            *("", "", "", code, "", "", "", "", "", line.text),
            *(" ", "", "", "", "", ""),
        ]


def hours_csv(path: Path, n: int) -> None:
    """Write the time tracker's detailed report."""
    _table(path, _HOURS_HEADING, _hours_rows(n))


def _hours_rows(n: int) -> Iterator[list[str]]:
    for entry in life.entries(n):
        yield [
            *("Marit Voorbeeld", "marit@example.org", "", entry.role, "", entry.text),
            *("Yes", str(entry.start.date()), str(entry.start.time())),
            *(str(entry.end.date()), str(entry.end.time())),
            *(str(entry.end - entry.start).zfill(8), ""),
        ]


def calendar(path: Path, n: int) -> None:
    """Write an iCalendar file in local time, weekly series among the events."""
    with path.open("w", encoding="utf-8", newline="\r\n") as file:
        file.write("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//bench//EN\n")
        for number, event in enumerate(life.events(n)):
            file.write(_vevent(number, event))
        file.write("END:VCALENDAR\n")


def _vevent(number: int, event: life.Event) -> str:
    end = event.start + timedelta(minutes=event.minutes)
    repeats = f"RRULE:FREQ=WEEKLY;COUNT={event.n}\n" if event.n > 1 else ""
    return (
        f"BEGIN:VEVENT\nUID:{number}@bench.example\nDTSTAMP:20251231T120000Z\n"
        f"DTSTART;TZID=Europe/Amsterdam:{event.start:{_STAMP}}\n"
        f"DTEND;TZID=Europe/Amsterdam:{end:{_STAMP}}\n{repeats}"
        f"SUMMARY:Overleg {event.role}\nLOCATION:Kamer {number % 40}\nEND:VEVENT\n"
    )


def hledger_journal(path: Path, n: int) -> None:
    """Write an hledger journal that holds of each line what Plait keeps of it."""
    with path.open("w", encoding="utf-8") as file:
        for number, line in enumerate(life.bank_lines(n), 1):
            account = f"  ; account:{line.account}" if line.account else ""
            file.write(
                f"{line.on} * ({number:018}) {line.payer} | {line.text}{account}\n"
                f"    assets:bank  {_point(line.cents)} EUR\n"
                f"    {_other_side(line)}  {_point(-line.cents)} EUR\n\n"
            )


def lean_journal(path: Path, n: int) -> None:
    """Write an hledger journal of the fewest words that give the same answer."""
    with path.open("w", encoding="utf-8") as file:
        for line in life.bank_lines(n):
            file.write(
                f"{line.on} {line.payer} | {line.text}\n"
                f"    assets:bank  {_point(line.cents)} EUR\n"
                f"    {_other_side(line)}\n\n"
            )


def hledger_rules(path: Path, n: int) -> None:  # noqa: ARG001  # one signature for all
    """Write the rules by which hledger reads the bank's CSV: who pays which role."""
    known = {4: "date", 6: "amount", 9: "description"}
    names = [known.get(place, f"c{place}") for place in range(len(_BANK_HEADING))]
    rules = [
        *("skip 1", f"fields {','.join(names)}", "decimal-mark ,", "currency EUR"),
        *("account1 assets:bank", "account2 expenses:private"),
    ]
    for role in life.ROLES:
        payers = [f"%description ^{payer}$" for payer in role.payers]
        rules += ["if", *payers, f"  account2 income:{role.key}", ""]
    path.write_text("\n".join(rules), encoding="utf-8")


def beancount_file(path: Path, n: int) -> None:
    """Write the bank lines as a beancount file."""
    accounts = ["Assets:Bank", "Expenses:Private"]
    accounts += [f"Income:{role.key.title()}" for role in life.ROLES]
    with path.open("w", encoding="utf-8") as file:
        file.write('option "title" "bench"\noption "operating_currency" "EUR"\n')
        file.writelines(f"{life.FIRST} open {name} EUR\n" for name in accounts)
        for line in life.bank_lines(n):
            other = ":".join(map(str.title, _other_side(line).split(":")))
            file.write(
                f'\n{line.on} * "{line.payer}" "{line.text}"\n'
                f"  Assets:Bank  {_point(line.cents)} EUR\n  {other}\n"
            )


WRITERS: dict[str, Callable[[Path, int], None]] = {
    "bank.csv": bank_csv,
    "hours.csv": hours_csv,
    "calendar.ics": calendar,
    "bank.journal": hledger_journal,
    "lean.journal": lean_journal,
    "bank.rules": hledger_rules,
    "bank.beancount": beancount_file,
    "uncached.beancount": beancount_file,  # a run without the cache throws it away
}


def write(folder: Path, **counts: int) -> None:
    """Write files into the folder, each with its number of records: `bank_csv=100`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, writer in WRITERS.items():
        if n := counts.get(name.replace(".", "_")):
            writer(folder / name, n)


def _other_side(line: life.Line) -> str:
    return f"income:{line.role}" if line.role else "expenses:private"


def _table(
    path: Path,
    heading: tuple[str, ...],
    rows: Iterable[list[str]],
    quoting: int = csv.QUOTE_MINIMAL,
) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, quoting=quoting)  # type: ignore[arg-type]  # the csv module's own numbers
        table.writerow(heading)
        table.writerows(rows)


def _point(cents: int) -> str:
    """Return an amount such as -12.05."""
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02}"


def _comma(cents: int) -> str:
    """Return an amount as the bank writes it: +1234,56."""
    return f"{'' if cents < 0 else '+'}{_point(cents)}".replace(".", ",")
