"""Nora with a book, Charlie with another, and what their browsers send."""

from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
import time_machine
from django.conf import settings as conf
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Max
from django.test import Client
from django.urls import resolve, reverse

from plait.accounts.models import Envelope, Person
from plait.accounts.operations import add_person, make_link
from plait.accounts.sign_ins import note_sign_in
from plait.book.job_kinds import CALENDAR_VISIT
from plait.book.models import Batch, CalendarSource, Change
from plait.book.operations.attachments import attach_file
from plait.book.operations.availability import (
    add_absence,
    add_overhead,
    add_season,
)
from plait.book.operations.by_hand import add_payment
from plait.book.operations.feed import make_feed, make_reminder_feed
from plait.book.operations.holidays import change_holiday
from plait.book.operations.records import add_time
from plait.book.operations.recurring import RecurringEntry, add_recurring
from plait.book.operations.roles import add_role, agree
from plait.book.operations.sorting import keep_rule
from plait.domain.availability import AbsenceKind, OverheadKind, Season
from plait.domain.money import Money
from plait.domain.period import Period
from plait.domain.recurring import Recurrence, Rhythm
from plait.domain.roles import RoleKind
from plait.domain.rules import RuleField
from plait.domain.sharing import (
    Choice,
    PaymentLine,
    Slice,
    SliceKind,
    to_bytes,
)
from plait.exchange.shares import ShareTerms, share
from plait.jobs.operations import enqueue
from plait.jobs.waking import no_longer, when_woken
from plait.jobs.worker import work_off_due
from plait.web import clock
from plait.web.staging import stage
from tests.cast import terms
from tests.falling_back import add_invoice, set_cause, set_fallback
from tests.roles import new_role

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 20)
SECRET = "Zilverdraad"  # in all that is Nora's, so that it is seen where it leaks


@pytest.fixture(autouse=True)
def friday_morning(request):
    """Let pages read this clock: Friday 20 November 2026."""
    if request.node.get_closest_marker("browser"):
        yield None  # a browser keeps its own time; cookies would end in its past
        return
    with time_machine.travel(NOW, tick=True) as clock:
        yield clock


@pytest.fixture(autouse=True)
def jobs_at_once(request):
    """Carry out what a page asks for before it answers, where it is written for good."""
    mark = request.node.get_closest_marker("django_db")
    is_written = mark is not None and mark.kwargs.get("transaction")
    if not is_written and "transactional_db" not in request.fixturenames:
        yield
        return
    at_once = partial(work_off_due, clock=clock.now)
    when_woken(at_once)
    yield at_once
    no_longer(at_once)


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    """Hash passwords at once: how hard that is at run time is Django's to prove."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def nora(db) -> Person:
    return add_person(sign_in_name="nora", name="Nora", now=NOW)


@pytest.fixture
def charlie(db) -> Person:
    return add_person(sign_in_name="charlie", name="Charlie", now=NOW)


@pytest.fixture
def as_nora(nora) -> Client:
    return signed_in(nora)


@pytest.fixture
def as_charlie(charlie) -> Client:
    return signed_in(charlie)


@pytest.fixture
def as_nobody(db) -> Client:
    return Client()


def signed_in(person: Person) -> Client:
    """Return a browser in which the person is signed in."""
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def role_of(db):
    """Give a person a role: `role_of(nora, "Atlas")`, at "Atlas House"."""

    def role_of(viewer, name="Atlas", **told):
        told = {
            "organisation": f"{name} House",
            "started_on": date(2020, 1, 1),
            "kind": RoleKind.CONTRACT,
        } | told
        return add_role(viewer=viewer, role=new_role(name, **told))

    return role_of


@pytest.fixture
def life_of(role_of):
    """Give a person a little of everything: a role with hours and money."""

    def life_of(viewer):
        role = role_of(viewer)
        for day in (9, 10, 11):
            on = date(2026, 11, day)
            add_time(viewer=viewer, role=role, on=on, seconds=3 * 3600)
        for month in (8, 9, 10):
            on, amount = date(2026, month, 28), Money(Decimal(1200), "EUR")
            add_payment(viewer=viewer, role=role, on=on, amount=amount)
        return role

    return life_of


def behind(viewer, role):
    """Give a person something to fall back on; return the ids of it."""
    fallback = set_fallback(viewer=viewer, role=role, what=SECRET, weeks=6)
    invoice = add_invoice(
        viewer=viewer,
        role=role,
        number=SECRET,
        amount=Money(Decimal(1200), "EUR"),
        issued_on=date(2026, 10, 1),
        due_on=date(2026, 10, 31),
    )
    return {
        "cause": set_cause(viewer=viewer, name=SECRET, roles=[role]).pk,
        "fallback": fallback.pk,
        "invoice": invoice.pk,
    }


def shared(viewer, role):
    """Show something of a person's, and show them something; return the ids of it."""
    one = share(
        viewer=viewer,
        terms=ShareTerms(
            kind=SliceKind.PAYMENTS,
            choice=Choice(roles=(role.key,), since=date(2026, 1, 1)),
            name=SECRET,
            until=date(2027, 6, 30),
            by_mail=False,
            purpose=SECRET,
        ),
        today=TODAY,
        now=NOW,
    )
    told = Slice(
        SliceKind.PAYMENTS,
        TODAY,
        since=date(2026, 1, 1),
        role=SECRET,
        payments=(PaymentLine(TODAY, Decimal(9), "EUR", SECRET),),
    )
    other = Envelope.objects.create(
        owner_id=viewer.pk,
        uuid=uuid4(),
        share_uuid=uuid4(),
        giver_name=SECRET,
        slice_kind=told.kind,
        payload=to_bytes(told),
        sent_at=NOW,
        until=date(2027, 6, 30),
    )
    return {"share": one.uuid, "received": other.share_uuid}


@pytest.fixture
def ids(nora, role_of):
    """Nora's own things, by the ids that addresses name them with."""
    role = role_of(nora, SECRET)
    kept = agree(viewer=nora, role=role, terms=terms("16/week"))
    rule = keep_rule(
        viewer=nora, field=RuleField.PAYER, value=f"{SECRET} bv", role=role, now=NOW
    )
    batch = Batch.objects.create(owner=nora, number=7, created_at=NOW)
    batch.files.create(owner=nora, name=f"{SECRET}.csv")
    upload = SimpleUploadedFile(f"{SECRET}.csv", b"Dag;Bedrag\n2026-11-20;12,50\n")
    staged = stage(viewer=nora, uploads=[upload], now=NOW)
    august = Period(date(2026, 8, 1), date(2026, 9, 1))
    holiday = change_holiday(viewer=nora, day="12-24", is_free=True)
    away = add_absence(
        viewer=nora, kind=AbsenceKind.LEAVE, period=august, role=role, note=SECRET
    )
    season = add_season(viewer=nora, season=Season(august, Decimal(20)))
    travel = add_overhead(
        viewer=nora, kind=OverheadKind.TRAVEL, period=august, hours=Decimal(2)
    )
    followed = CalendarSource.objects.create(
        owner=nora,
        name=SECRET,
        kind="ics",
        address=f"https://calendar.example.org/{SECRET}.ics",
        checked_at=NOW,
    )
    hours = add_time(viewer=nora, role=role, on=TODAY, seconds=3600, description=SECRET)
    money = add_payment(
        viewer=nora, role=role, on=TODAY, amount=Money(Decimal(9), "EUR"), payer=SECRET
    )
    receipt = attach_file(
        viewer=nora,
        payment=money,
        name=f"{SECRET}.pdf",
        content=SECRET.encode(),
        now=NOW,
        quota_bytes=1_000,
    )
    rent = add_recurring(
        viewer=nora,
        entry=RecurringEntry(
            when=Recurrence(TODAY, Rhythm.MONTHS),
            role=role,
            amount=Money(Decimal(-9), "EUR"),
            text=SECRET,
        ),
    )
    yield {
        "attachment": receipt.pk,
        "recurring": rent.pk,
        **shared(nora, role),
        "table": "invoices",
        "recurring_on": TODAY.isoformat(),
        "entry": hours.pk,
        "payment": money.pk,
        "record_kind": "payments",
        "calendar": followed.pk,
        "device": note_sign_in(
            person=nora, session_key=SECRET, now=NOW, agent=f"{SECRET} Firefox"
        ).pk,
        "job": enqueue(owner=nora, kind=CALENDAR_VISIT, key=SECRET, now=NOW).pk,
        "feed": make_feed(viewer=nora, now=NOW),
        "topic": "today",
        "reminder_feed": make_reminder_feed(viewer=nora, now=NOW),
        "away": away.pk,
        "holiday": holiday.pk,
        "season": season.pk,
        "overhead": travel.pk,
        **behind(nora, role),
        "role": role.key,
        "terms": kept.pk,
        "rule": rule.pk,
        "import": batch.number,
        "change": Change.objects.filter(owner=nora).order_by("number").last().number,
        "upload": staged.token,
        "first": 0,
        "link": make_link(person=nora, now=NOW),
    }
    staged.drop()


# A change of several calendars is an import of each, with an undo of its own; what is
# written offline is sent by a script; the next step of the start leads back; a running
# timer offers to stop and to discard it; what an import brought offers it on its page.
SAYS_NOTHING = {
    "calendar_add",
    "offline_keep",
    "start",
    "timer_start",
    "import_confirm",
}
SAYS_NOTHING |= {"calendars_refresh", "calendar_refresh", "delete_everything"}
SAYS_NOTHING |= {"import_columns"}  # columns that are named lead on to the preview
SAYS_NOTHING |= {"sample", "sample_leave"}  # a book that is nobody's own


@pytest.fixture(autouse=True)
def every_change_offers_to_undo_it(monkeypatch):
    """Let each POST that changes a book answer with the one way back, in every test."""
    post = Client.post

    def watched(self, path, *args, **options):
        if conf.SESSION_COOKIE_NAME not in self.cookies:  # nobody's book
            return post(self, path, *args, **options)
        last = last_change_number()
        answer = post(self, path, *args, **options)
        number = last_change_number()
        name = resolve(urlsplit(path).path).url_name
        if number != last and name not in SAYS_NOTHING:
            line = self.session.get("undo_line", ["", ""])
            assert Change.objects.filter(pk__gt=last).count() == 1, name
            assert line[1].startswith("/history/"), name
            made = Change.objects.get(pk=number).number
            assert line[1] == reverse("change_undo", args=[made]), name
        return answer

    def last_change_number():
        return Change.objects.aggregate(last=Max("pk"))["last"] or 0

    monkeypatch.setattr(Client, "post", watched)
