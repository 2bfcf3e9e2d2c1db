"""Makes the book in this folder; runs on the code of 50924ad and on no other.

    git worktree add ../at-50924ad 50924ad && cd ../at-50924ad
    scripts/environment dev
    PLAIT_HOME=$(mktemp -d) .venv/bin/python …/tests/books/50924ad/make_book.py

With PLAIT_DATABASE_URL it goes into that PostgreSQL database instead. Everybody in it
is made up. README.md says how its files were then taken.
"""

import csv
import io
import json
import random
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from made_up import NORA, OMAR, agenda, home_agenda, moved_agenda

from plait.cli import run

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 22)
BANK, POUNDS = "NL62MOLN0650238817", "revolut:Current:GBP"
PAYMENTS = (
    "plait payments 1,booked_on,amount_minor,currency,payer,counter_account,"
    "reference,account,bank_id,source,standing,role,by_rule"
)
TIME = (
    "plait time 1,on,seconds,started_at,ended_at,client,project,task,description,"
    "tags,billable,person,also_for,standing,role,by_rule"
)
TROUBLE = ["This server cannot be reached", "dav.example", "Try again later."]
DRAWN = random.Random(50924)  # noqa: S311  # made-up figures, no secret


def main() -> None:
    """Fill an empty database with two people's books."""
    run.set_up()
    run.prepare_database()
    from plait.accounts.operations import add_person

    nora = add_person(sign_in_name="nora", name="Nora", now=NOW)
    omar = add_person(sign_in_name="omar", name="Omar", now=NOW)
    _bring(nora, {"book.json": json.dumps(NORA), "bank.csv": _payments()})
    _bring(nora, {"hours.csv": _hours()})
    # The second calendar moves an occurrence of the first; the second bank file
    # holds lines that are known and one that cannot be read.
    _bring(nora, {"agenda.ics": agenda(), "home.ics": home_agenda()})
    _bring(nora, {"agenda.ics": moved_agenda()})
    _bring(nora, {"bank.csv": _again()})
    mistaken = _bring(nora, {"wrong.csv": _wrong()})
    _bring(omar, {"book.json": json.dumps(OMAR), "bank.csv": _of_omar()})
    _bring(omar, {"hours.csv": _hours_of_omar()})
    _undo(nora, mistaken)
    _by_hand(nora)
    _by_hand_of_omar(omar)
    _sign_in(nora, omar)


def _bring(viewer: Any, files: dict[str, str]) -> int:
    from plait.book.operations.imports import import_files
    from plait.formats.source import Options, Source

    with tempfile.TemporaryDirectory() as folder:
        sources = []
        for name, text in files.items():
            path = Path(folder) / name
            path.write_text(text, encoding="utf-8", newline="")
            sources.append(Source(name, path))
        report = import_files(
            viewer=viewer,
            sources=sources,
            options=Options(today=TODAY, timezone=ZoneInfo(viewer.timezone)),
            now=NOW,
        )
    viewer.refresh_from_db()
    for file in report.files:
        print(viewer.name, file.path, file.n_read, file.n_new, *file.problems)  # noqa: T201
    return report.batch


def _undo(viewer: Any, number: int) -> None:
    from plait.book.operations.undo import undo_import
    from plait.book.queries import batch_numbered

    batch = batch_numbered(viewer=viewer, number=number)
    undo_import(viewer=viewer, batch=batch, now=NOW + timedelta(minutes=5))


def _months(first: date, last: date) -> Iterator[date]:
    day = first.replace(day=1)
    while day <= last:
        yield day
        day = (day + timedelta(days=31)).replace(day=1)


def _table(heading: str, rows: list[tuple[object, ...]]) -> str:
    file = io.StringIO(f"{heading}\n")
    file.seek(0, io.SEEK_END)
    csv.writer(file, lineterminator="\n").writerows(("", *row) for row in rows)
    return file.getvalue()


def _line(  # one payment of the table
    on: date, minor: int, payer: str, *, currency: str = "EUR", **more: str
) -> tuple[object, ...]:
    told = {"counter": "", "reference": "", "account": BANK, "bank_id": ""} | more
    standing, role = told.get("standing", "open"), told.get("role", "")
    return (
        *(on, minor, currency, payer, told["counter"], told["reference"]),
        *(told["account"], told["bank_id"], "camt053", standing, role, "no"),
    )


def _payments() -> str:
    return _table(PAYMENTS, [*_income(), *_costs(), *_private(), *_waiting()])


def _income() -> Iterator[tuple[object, ...]]:
    for n, month in enumerate(_months(date(2024, 6, 1), date(2026, 10, 1))):
        salary = 207_550 if month < date(2025, 7, 1) else 182_940
        yield _line(
            month.replace(day=25),
            salary + (166_000 if month.month == 5 else 0),
            "De Linde Practice",
            counter="NL71MOLN0650238850",
            bank_id=f"S{n:04}",
            reference="Salary",
        )
        if month >= date(2025, 3, 1):
            # 12 hours a week at 92 and later 98 euros, some of them not worked.
            yield _line(
                month.replace(day=14),
                DRAWN.randrange(380, 470) * 1000,
                "Atlas Advice",
                reference=f"Invoice {month:%Y}-{month.month:02}",
            )
        if month.month % 3 == 0:
            yield _line(
                month.replace(day=9),
                DRAWN.randrange(180, 420) * 1000,
                "Northwind Trust",
                currency="GBP",
                account=POUNDS,
                reference=f"NW-{month:%y%m}",
            )
        if DRAWN.random() < 0.6:
            yield _line(
                month.replace(day=19),
                DRAWN.randrange(90, 900) * 100,
                "Paper Lantern Shop",
                reference="Sales",
            )
        if month.month == 12:
            yield _line(
                month.replace(day=20), 300_000, "Canal Housing", reference="Board fee"
            )
    yield _line(date(2026, 3, 4), 125_000, "Kite Publishing", currency="USD")
    yield _line(date(2026, 6, 8), 84_000, "Sakura Press", currency="JPY")


def _costs() -> Iterator[tuple[object, ...]]:
    for month in _months(date(2025, 3, 1), date(2026, 10, 1)):
        yield _line(month.replace(day=3), -8_900, "Desk & Daylight", reference="Desk")
        if month.month % 4 == 1:
            yield _line(month.replace(day=5), -41_235, "Ink Supplies")
    yield _line(date(2026, 4, 28), 6_120, "Ink Supplies", reference="Credit note")


def _private() -> Iterator[tuple[object, ...]]:
    for month in _months(date(2025, 11, 1), date(2026, 10, 1)):
        yield _line(month.replace(day=2), -98_000, "Rent of the flat")
        yield _line(month.replace(day=11), -DRAWN.randrange(200, 400) * 100, "Grocer")
    yield _line(
        date(2026, 9, 1),
        -50_000,
        "Nora",
        counter="NL18MOLN0650238868",
        reference="Savings",
    )
    yield _line(
        date(2026, 9, 1), 50_000, "Nora", counter=BANK, account="NL18MOLN0650238868"
    )
    yield _line(date(2026, 7, 3), 20_000, "Birthday", standing="private")


def _waiting() -> Iterator[tuple[object, ...]]:
    yield _line(date(2026, 10, 7), 145_000, "Harbour School", reference="Workshop day")
    yield _line(date(2026, 11, 5), 145_000, "Harbour School", reference="Workshop day")
    yield _line(
        date(2026, 10, 30), 32_000, "Atlas Advise", reference="Travel, paid back"
    )


def _again() -> str:
    known = list(_known_lines())
    fresh = _line(
        date(2026, 11, 14), 441_000, "Atlas Advice", reference="Invoice 2026-11"
    )
    broken = ("2026-13-45", "much", "EUR", *[""] * 6, "open", "", "no")
    return _table(PAYMENTS, [*known, fresh, broken])


def _known_lines() -> Iterator[tuple[object, ...]]:
    for month in _months(date(2026, 6, 1), date(2026, 10, 1)):
        yield _line(month.replace(day=3), -8_900, "Desk & Daylight", reference="Desk")


def _wrong() -> str:
    days = (date(2026, 8, n) for n in range(1, 9))
    return _table(PAYMENTS, [_line(day, 7_700, "Somebody else") for day in days])


def _entry(on: date, hours: float, client: str, **more: str) -> tuple[object, ...]:
    told = {"start": "", "project": "", "task": "", "what": "", "tags": ""} | more
    begin = end = ""
    if told["start"]:
        zone = ZoneInfo("Europe/Amsterdam")
        at = datetime.combine(on, time.fromisoformat(told["start"]), zone)
        begin = f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
        end = f"{at.astimezone(UTC) + timedelta(hours=hours):%Y-%m-%dT%H:%M:%SZ}"
    standing, role = told.get("standing", "open"), told.get("role", "")
    return (
        *(on, round(hours * 3600), begin, end, client, told["project"], told["task"]),
        *(told["what"], told["tags"], told.get("billable", ""), told.get("who", "")),
        *(told.get("also", ""), standing, role, "no"),
    )


def _hours() -> str:
    return _table(TIME, [row for monday in _mondays() for row in _week(monday)])


def _mondays() -> Iterator[date]:
    monday = date(2025, 9, 1)
    while monday <= date(2026, 11, 16):
        yield monday
        monday += timedelta(days=7)


def _week(monday: date) -> Iterator[tuple[object, ...]]:
    def day(n: int) -> date:
        return monday + timedelta(days=n)

    if not date(2026, 7, 20) <= monday < date(2026, 8, 10):
        for n in (0, 1, 3):
            hours = 6.5 + DRAWN.randrange(0, 7) / 4
            yield _entry(day(n), hours, "De Linde", project="Rota", start="08:30")
    # Atlas creeps from its 12 hours since the spring.
    creep = max(0, (monday - date(2026, 4, 6)).days / 7) * 0.12
    for n in (2, 4):
        hours = round(4 + creep + DRAWN.randrange(0, 6) / 4, 2)
        yield _entry(
            *(day(n), hours, "Atlas"),
            project="Budget",
            task="Review",
            tags="advice",
            start="09:00",
            billable="yes",
            who="Nora",
        )
    if monday.day <= 14:
        yield _entry(
            day(1), 2.5, "Canal", project="Board", start="19:30", billable="no"
        )
        yield _entry(
            *(day(5), 3, "Northwind"),
            project="Grants",
            also="canal-board",
            standing="assigned",
            role="northwind",
            what="Grants, useful to the board too",
        )
    if monday.day <= 7:
        yield _entry(day(5), 1, "Mentees", project="Mentoring")
        yield _entry(day(6), 4, "Paper Lantern", project="Prints", start="22:00")
    if monday >= date(2026, 10, 19):
        yield _entry(day(4), 1.5, "Harbour", project="Workshop", what="Preparation")


def _of_omar() -> str:
    rows = [
        _line(
            month.replace(day=27), 312_500, "Atlas Advice", account="DE02MOLN01234567"
        )
        for month in _months(date(2025, 9, 1), date(2026, 10, 1))
    ]
    return _table(PAYMENTS, [*rows, *_known_lines()])


def _hours_of_omar() -> str:
    return _table(
        TIME,
        [
            _entry(monday + timedelta(days=n), 7.75, "Atlas", project="Budget")
            for monday in _mondays()
            for n in range(4)
        ],
    )


def _role(viewer: Any, key: str) -> Any:
    from plait.book.queries import role_keyed

    return role_keyed(viewer=viewer, key=key)


def _by_hand(nora: Any) -> None:
    """What no file brings: lines logged, a timer, answers, calendars, a payment."""
    from plait.book.models import CalendarSource, Event
    from plait.book.operations.feed import make_feed
    from plait.book.operations.lines import log_line
    from plait.book.operations.log import leave_events, start_timer, take_events_as_time
    from plait.book.operations.mappings import keep_mapping
    from plait.book.operations.records import add_payment, check_in
    from plait.book.operations.sorting import keep_rule
    from plait.domain.money import Money
    from plait.domain.rules import RuleField
    from plait.formats.table_mapping import Mapping

    atlas, board = _role(nora, "atlas"), _role(nora, "canal-board")
    log_line(viewer=nora, text="2h atlas + canal-board strategy 20/11", today=TODAY)
    log_line(viewer=nora, text="13:00-14:30 atlas review 19/11", today=TODAY)
    start_timer(viewer=nora, role=atlas, at=NOW, description="Budget review")
    past = Event.objects.filter(
        owner=nora, role=board, starts_at__lt=NOW, superseded_by=None
    ).order_by("starts_at")
    marks = [event.fingerprint for event in past]
    take_events_as_time(viewer=nora, marks=marks[-1:])
    leave_events(viewer=nora, marks=marks[-2:-1])
    amount = Money(Decimal("50.00"), "EUR")
    add_payment(
        viewer=nora,
        role=board,
        on=date(2026, 10, 2),
        amount=amount,
        payer="Canal Housing",
    )
    answers = {"energy": 3, "meaning": 4, "growth": 2, "pressure": 4}
    check_in(viewer=nora, role=board, day=TODAY, answers=answers, note="A long evening")
    keep_rule(viewer=nora, field=RuleField.PAYER, value="Kite", role=None, now=NOW)
    fees = Mapping("time", "5" * 64, (("date", 0), ("hours", 1)), date_order="ymd")
    keep_mapping(
        viewer=nora, name="Fees", signature=fees.signature, columns=fees.to_json()
    )
    make_feed(viewer=nora, now=NOW)
    for kind, address, trouble in (
        ("ics", "https://calendars.example/nora.ics", ""),
        ("caldav", "https://dav.example/nora/", json.dumps(TROUBLE)),
    ):
        CalendarSource.objects.create(
            owner=nora,
            name=f"Nora, {kind}",
            kind=kind,
            address=address,
            username="nora" if kind == "caldav" else "",
            password="made up" if kind == "caldav" else "",
            etag='"5092-4ad"' if kind == "ics" else "",
            modified="Sat, 21 Nov 2026 18:00:00 GMT" if kind == "ics" else "",
            sync_token="https://dav.example/ns/sync/12" if kind == "caldav" else "",
            checked_at=NOW,
            fetched_at=NOW - timedelta(days=1),
            trouble=trouble,
        )


def _by_hand_of_omar(omar: Any) -> None:
    from plait.book.operations.log import start_timer
    from plait.book.operations.records import check_in

    atlas = _role(omar, "atlas")
    start_timer(viewer=omar, role=atlas, at=NOW)
    answers = {"energy": 5, "meaning": 3, "growth": 4, "pressure": 1}
    check_in(viewer=omar, role=atlas, day=TODAY, answers=answers)


def _sign_in(nora: Any, omar: Any) -> None:
    """Leave what signing in leaves: a password, links, tries, sessions."""
    from django.contrib.sessions.models import Session

    from plait.accounts.operations import count_try, make_link, set_password, use_link

    set_password(viewer=nora, password="only in this file")
    use_link(token=make_link(person=nora, now=NOW), now=NOW)
    make_link(person=omar, now=NOW)
    count_try(name="nora", address="127.0.0.1", now=NOW)
    nora.last_login = NOW
    nora.save(update_fields=["last_login"])
    Session.objects.create(
        session_key="a" * 32, session_data="made-up:data", expire_date=NOW
    )


if __name__ == "__main__":
    main()
