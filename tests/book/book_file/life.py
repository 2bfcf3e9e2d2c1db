"""A whole working life put into a book by every way there is, awkward texts included."""

from datetime import date
from decimal import Decimal
from typing import Any

from plait.accounts.models import Person
from plait.accounts.operations import change_person
from plait.book.models import Event, Invoice, Organisation, Payment, Role, TimeEntry
from plait.book.operations.availability import add_absence, add_overhead, add_season
from plait.book.operations.by_hand import add_payment
from plait.book.operations.findings import settle_finding
from plait.book.operations.holidays import change_holiday
from plait.book.operations.mappings import keep_mapping
from plait.book.operations.records import add_time, check_in
from plait.book.operations.recurring import RecurringEntry, add_recurring
from plait.book.operations.reminders import choose_reminder
from plait.book.operations.roles import add_role, agree
from plait.book.operations.settlements import Settling, mark_paid, unmark_payment
from plait.book.operations.sorting import keep_rule, place_record
from plait.domain.availability import AbsenceKind, OverheadKind, Season
from plait.domain.blocks import blocks_from
from plait.domain.money import Money
from plait.domain.period import Period
from plait.domain.recurring import Recurrence, Rhythm
from plait.domain.reminders import USUAL, Reminder, ReminderKind
from plait.domain.roles import Agreement, Clause, CountsAs, PayBasis, Per, RoleKind
from plait.domain.rules import RuleField
from plait.domain.settled_findings import SettledAs, SettledFinding
from plait.domain.settlements import SettlementKind
from plait.formats.tables.mapping import Mapping
from tests.book.book_file.conftest import NOW
from tests.falling_back import add_invoice, set_belief, set_cause, set_fallback
from tests.roles import new_role

MINE, SAVINGS = "NL62MOLN0650238817", "NL18WILG0417164558"
FORMULA = '=HYPERLINK("x";"y")'
AWKWARD = '+31 \'"quoted", two\nlines; \tünïcödé 🧶 \r end'

# Money moves to the savings account before Plait knows that account: that line stays
# open, the one on the other statement is private for sure.
MAIN = f"""Datum;Naam / Omschrijving;Rekening;Tegenrekening;Code;Af Bij;Bedrag (EUR);Mutatiesoort;Mededelingen
20260302;Zorggroep Atlas;{MINE};NL14VEER0724584293;OV;Bij;1.200,00;Overschrijving;Invoice 1
20260302;Zorggroep Atlas;{MINE};NL14VEER0724584293;OV;Bij;1.200,00;Overschrijving;Invoice 1
20260303;=cmd|'/C calc'!A0;{MINE};;BA;Af;4,50;Betaalautomaat;-1+1
20260304;Spaarrekening;{MINE};{SAVINGS};GT;Af;100,00;Online bankieren;Sparen
20260305;Someone new;{MINE};NL93VEER0000000001;OV;Bij;55,10;Overschrijving;@home
"""
OTHER = f"""Datum;Naam / Omschrijving;Rekening;Tegenrekening;Code;Af Bij;Bedrag (EUR);Mutatiesoort;Mededelingen
20260304;Hoofdrekening;{SAVINGS};{MINE};GT;Bij;100,00;Online bankieren;Sparen
"""
YEN = """Date,Counter Party,Reference,Type,Amount (JPY),Balance (JPY)
06/03/2026,Kōbō Press,Column,FASTER,30000,30000
07/03/2026,Kōbō Press,Back,FASTER,-500,29500
"""
HOURS = """User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags
Nora,n@x.example,Atlas,Budget,,=1+1,Yes,2026-03-02,09:00:00,2026-03-02,12:30:00,03:30:00,"a, b"
Nora,n@x.example,,Misc,,"say ""hi"", 🧶",No,2026-03-03,23:30:00,2026-03-04,00:30:00,01:00:00,
"""
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//y
X-WR-CALNAME:Work
BEGIN:VEVENT
UID:weekly
DTSTAMP:20260301T000000Z
DTSTART:20260309T{hour}0000Z
DTEND:20260309T{end}0000Z
RRULE:FREQ=WEEKLY;COUNT=3
SUMMARY:Atlas meeting
END:VEVENT
BEGIN:VEVENT
UID:away
DTSTAMP:20260301T000000Z
DTSTART;VALUE=DATE:20260310
DTEND;VALUE=DATE:20260312
SUMMARY:-Away-
END:VEVENT
END:VCALENDAR
"""


def live(viewer: Person, bring_in: Any) -> None:
    """Fill the book: roles, rules, files, records by hand, check-ins, a mapping."""
    change_person(
        viewer=viewer,
        capacity_minutes=2_255,
        language="nl",
        country="DE",
        region="BY",
        born_on=date(1984, 2, 29),
        travel_minutes=0,
        savings_minor=1_450_050,
        floor_minor=0,
        set_aside=305,
        numbers="1 234,56",
        dates="26-11-30",
        clock="12",
        hidden_findings="tax,law",
    )
    roles = _roles(viewer)
    _rules(viewer, roles)
    bring_in(viewer, MAIN, YEN, HOURS)
    bring_in(viewer, OTHER)
    bring_in(viewer, CALENDAR.format(hour="09", end="10"), titles=True)
    # The series has moved.
    bring_in(viewer, CALENDAR.format(hour="13", end="15"))
    _by_hand(viewer, roles)
    _to_give(viewer, roles)
    _to_lean_on(viewer, roles)
    _settled(viewer)
    _findings_settled(viewer)


def _roles(viewer: Person) -> dict[str, Role]:
    roles = {}
    for n, kind in enumerate(RoleKind):
        roles[kind.value] = add_role(
            viewer=viewer,
            role=new_role(
                f"{kind.value} {AWKWARD}"[:200],
                key=kind.value,
                organisation=f"{FORMULA} {n // 2}",
                kind=kind,
                # Not in the order they were added: the picture orders them by this.
                started_on=date(2024, 1, 9 - n),
                ended_on=date(2026, 6, 1) if kind is RoleKind.STUDY else None,
                is_paid=n % 3 != 0,
                kind_is_confirmed=kind is not RoleKind.BOARD,
                balance=Decimal("-12.25") if kind is RoleKind.EMPLOYMENT else None,
                balance_from=date(2025, 1, 1) if kind is RoleKind.EMPLOYMENT else None,
            ),
        )
    roles["board"].colour = 2  # a colour somebody chose
    roles["board"].occupation, roles["board"].place = "2421", "Utrecht; =online"
    roles["board"].skills = "teaching, été"
    roles["board"].save()
    Organisation.objects.filter(owner=viewer, name__endswith="1").update(
        sector="care", country="NL"
    )
    _terms(viewer, roles)
    return roles


def _terms(viewer: Person, roles: dict[str, Role]) -> None:
    hourly = Money(Decimal("85.50"), "EUR")
    agreed = [
        Agreement(
            Period(date(2024, 1, 9)),
            Decimal(24),
            notice_days=0,
            blocks=blocks_from("mon 09:00-17:00, sun 22:00-06:30"),
        ),
        Agreement(
            Period(date(2025, 1, 1), date(2027, 1, 1)),
            Decimal(100) / 60,  # 100 minutes: a number that does not end
            Per.MONTH,
            PayBasis.HOURLY,
            hourly,
            30,
            Clause.EXCLUSIVE,
            CountsAs.WORKER,
            has_opted_out=True,
        ),
    ]
    for terms in agreed:
        agree(viewer=viewer, role=roles["contract"], terms=terms)
    yen = Money(Decimal(30_000), "JPY")
    fixed = Agreement(
        Period(date(2024, 5, 1)), pay_basis=PayBasis.FIXED, pay=yen, per=Per.TOTAL
    )
    agree(viewer=viewer, role=roles["venture"], terms=fixed)


def _to_give(viewer: Person, roles: dict[str, Role]) -> None:
    # The later one first: a file keeps the order in which they were told.
    for kind, month, key in [
        ("leave", 7, ""),
        ("leave", 3, ""),
        ("sickness", 3, ""),
        ("parental", 3, "board"),
        ("other", 3, "study"),
    ]:
        add_absence(
            viewer=viewer,
            kind=AbsenceKind(kind),
            period=Period(date(2026, month, 2), date(2026, month, 9)),
            role=roles[key] if key else None,
            hours=Decimal("3.5") if kind == "other" else None,
            note=AWKWARD if key else "",
        )
    for day, is_free, key in [
        ("Good Friday", False, ""),
        ("12-24", True, "board"),
        ("2026-05-29", True, ""),
    ]:
        change_holiday(
            viewer=viewer,
            day=day,
            is_free=is_free,
            organisation=roles[key].organisation if key else None,
        )
    for amount, seconds in ((Money(Decimal("-11.50"), "EUR"), None), (None, 5400)):
        add_recurring(
            viewer=viewer,
            entry=RecurringEntry(
                Recurrence(
                    date(2026, 3, 2), Rhythm.WEEKDAYS, 2, except_on=(date(2026, 5, 4),)
                ),
                next(iter(roles.values())),
                amount,
                seconds,
                text="Kamerhuur",
            ),
        )
    for one in (USUAL[ReminderKind.TAX], Reminder(ReminderKind.LOG, is_on=True)):
        choose_reminder(viewer=viewer, reminder=one)
    for year, hours in [(2026, Decimal(0)), (2025, Decimal("20.3"))]:
        days = Period(date(year, 7, 1), date(year, 9, 1))
        add_season(viewer=viewer, season=Season(days, hours))
    for kind in OverheadKind:
        add_overhead(
            viewer=viewer,
            kind=kind,
            period=Period(
                date(2026, 1, 1), date(2027, 1, 1) if kind == "rest" else None
            ),
            hours=Decimal(100) / 60,
            role=roles["contract"] if kind == "travel" else None,
        )


def _to_lean_on(viewer: Person, roles: dict[str, Role]) -> None:
    for name, keys, chance in [
        ("The ministry", ("contract", "board"), None),
        (AWKWARD, (), Decimal("0.155")),
    ]:
        hanging = [roles[key] for key in keys]
        set_cause(viewer=viewer, name=name, roles=hanging, chance=chance)
    for key, chance, years in [("contract", "1", "0.5"), ("board", "0", "100")]:
        role = roles[key]
        set_belief(
            viewer=viewer, role=role, chance=Decimal(chance), years=Decimal(years)
        )
    set_fallback(viewer=viewer, role=roles["board"], what="Teach", weeks=0)
    set_fallback(
        viewer=viewer,
        role=roles["contract"],
        what=AWKWARD,
        weeks=13,
        share=Decimal("1.25"),
        helper=FORMULA,
        step=AWKWARD,
        step_by=date(2026, 12, 1),
    )
    for number, amount, paid_on in [
        ("", "1200.50 EUR", None),
        (FORMULA, "30000 JPY", date(2026, 10, 3)),
    ]:
        value, currency = amount.split()
        add_invoice(
            viewer=viewer,
            role=roles["contract"],
            amount=Money(Decimal(value), currency),
            issued_on=date(2026, 10, 1),
            due_on=date(2026, 10, 31),
            paid_on=paid_on,
            number=number,
        )


def _settled(viewer: Person) -> None:
    """Say of one invoice what paid it, what did not, and what will not come."""
    invoice = Invoice.objects.get(owner=viewer, number="")
    first, second = Payment.objects.filter(
        owner=viewer, amount_minor=120_000, currency="EUR"
    ).order_by("pk")[:2]
    for amount, kind, payment in [
        ("1100.50", SettlementKind.PAYMENT, first),
        ("20.00", SettlementKind.FEE, first),
        ("10.00", SettlementKind.CREDIT, None),
        ("5.00", SettlementKind.WRITE_OFF, None),
    ]:
        money = Money(Decimal(amount), "EUR")
        settling = Settling(money, date(2026, 11, 3), kind, payment)
        mark_paid(viewer=viewer, invoice=invoice, settling=settling)
    unmark_payment(viewer=viewer, invoice=invoice, payment=second, noted_on=None)


def _rules(viewer: Person, roles: dict[str, Role]) -> None:
    for field, value, key in [
        (RuleField.PAYER, "Zorggroep ATLAS", "contract"),
        (RuleField.PAYER, FORMULA, "board"),
        (RuleField.REFERENCE, "-1+1", ""),
        (RuleField.ACCOUNT, "NL14 VEER 0724 5842 93", "contract"),
        (RuleField.PROJECT, "Budget", "contract"),
        (RuleField.TITLE, "Away", ""),
        (RuleField.CALENDAR, "Work", "mentoring"),
    ]:
        role = roles[key] if key else None
        keep_rule(viewer=viewer, field=field, value=value, role=role, now=NOW)


def _by_hand(viewer: Person, roles: dict[str, Role]) -> None:
    add_time(
        viewer=viewer,
        role=roles["study"],
        on=date(2026, 3, 6),
        seconds=5_401,
        also_for=[roles["venture"], roles["board"]],
        description=AWKWARD,
    )
    add_time(
        viewer=viewer,
        role=roles["study"],
        on=date(2026, 3, 5),  # before the one above, and added after it
        seconds=60,
        also_for=[roles["employment"]],
        zone="Asia/Tokyo",
    )
    add_time(
        viewer=viewer,
        role=roles["study"],
        on=date(2026, 3, 4),
        seconds=43_200,
        is_on_call=True,
    )
    for amount in ("-12.30 EUR", "5000 JPY", "5000 JPY"):
        number, currency = amount.split()
        add_payment(
            viewer=viewer,
            role=roles["venture"],
            on=date(2026, 3, 8),
            amount=Money(Decimal(number), currency),
            payer=AWKWARD,
        )
    yen = Payment.objects.get(owner=viewer, currency="JPY", amount_minor=-500)
    place_record(viewer=viewer, record=yen, role=roles["opportunity"])
    misc = TimeEntry.objects.get(owner=viewer, project="Misc")
    place_record(viewer=viewer, record=misc, role=None)
    answers = {"energy": 1, "meaning": 5, "growth": 3, "pressure": 2}
    for key, day in [("board", 2), ("contract", 2), ("board", 9)]:
        check_in(
            viewer=viewer,
            role=roles[key],
            day=date(2026, 3, day),
            answers=answers,
            note=AWKWARD,
        )
    told = (("date", 0), ("amount", 1))
    table = Mapping("payments", "s1", told, out_words=("af",)).to_json()
    keep_mapping(viewer=viewer, name="My =table", signature="s1", columns=table)
    assert Event.objects.filter(owner=viewer).exclude(superseded_by=None).count() == 3


def _findings_settled(viewer: Person) -> None:
    numbers = (("over", 5.4), ("agreed", None), ("roles", ("board", "contract")))
    for settled_as, key in zip(SettledAs, ("role-over:board", FORMULA), strict=True):
        settle_finding(
            viewer=viewer,
            finding=SettledFinding(
                key=key,
                kind="role-over",
                settled_as=settled_as,
                reason=" ".join(AWKWARD.split())[:200],
                on=date(2026, 11, 3),
                title=AWKWARD[:300],
                role="board" if key != FORMULA else "",
                numbers=numbers,
            ),
        )
