"""The database itself refuses what must not be, however it is written."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from plait.accounts.models import (
    AuditHead,
    AuditLink,
    Envelope,
    KnownDevice,
    KnownKey,
    Letter,
    Look,
    MailChoice,
    MailRefusal,
    Owner,
    Person,
    SentFile,
    Share,
    ShareLink,
    SigningKey,
)
from plait.book import bulk
from plait.book.models import (
    Absence,
    Account,
    AccountName,
    Agreement,
    Attachment,
    Batch,
    Belief,
    CalendarSource,
    CalendarTitles,
    Cause,
    CauseRole,
    Change,
    CheckIn,
    Coverage,
    DismissedRole,
    Event,
    EventAnswer,
    Fallback,
    HolidayChange,
    Invoice,
    KeptApart,
    Mapping,
    Organisation,
    OtherFingerprint,
    Overhead,
    PayerName,
    Payment,
    PaymentShare,
    Recurring,
    Reminder,
    Role,
    Rule,
    Scenario,
    Season,
    SettledFinding,
    Settlement,
    StoredFile,
    TimeEntry,
    Timer,
    TimeShare,
)
from tests.book.conftest import NOW

DAY = date(2026, 3, 2)


class Rows:
    """A valid row of every kind, with the rows it needs."""

    def __init__(self, owner: Person, role: Role) -> None:
        self.mine = {"owner": owner}
        self.owner = Owner.objects.get(pk=owner.pk)
        self.role = role
        self.record = {**self.mine, "fingerprint": 1, "status": 0}
        self.cause = Cause.objects.create(**self.mine, name="Budget")
        bill = {"role": role, "issued_on": DAY, "due_on": DAY}
        self.invoice = Invoice.objects.create(
            **self.mine, **bill, amount_minor=1, currency="EUR"
        )
        paid = {"booked_on": DAY, "amount_minor": 1, "currency": "EUR"}
        self.payment = Payment.objects.create(
            **self.record | {"fingerprint": 9}, **paid
        )
        self.entry = TimeEntry.objects.create(**self.record, on=DAY, seconds=60)
        self.account = Account.objects.create(**self.mine, identifier="NL61")

    def of(self, model: type[models.Model]) -> dict[str, Any]:
        """Return the fields of a row that the table takes once."""
        days = {"starts_on": DAY, "ends_on": DAY + timedelta(days=7)}
        more: dict[type[models.Model], dict[str, Any]] = {
            Absence: {"kind": "leave", **days},
            Account: {"identifier": "NL62"},
            Agreement: {"role": self.role, "starts_on": DAY},
            Attachment: {"payment": self.payment, "name": "a.pdf", "size": 1}
            | {"sha256": "00", "added_at": NOW},
            AuditHead: {"owner": self.owner, "day": DAY, "number": 1},
            AuditLink: {"owner": self.owner, "number": 1},
            KnownDevice: {"owner": self.owner, "mark_hash": "1", "seen_at": NOW},
            MailChoice: {
                "owner": self.owner,
                "kind": "week",
                "is_on": True,
                "handled_at": NOW,
            },
            MailRefusal: {"owner": self.owner, "email": "a@b.nl", "at": NOW},
            KnownKey: {"owner": self.owner, "number": UUID(int=1), "public": "1"}
            | {"name": "Nora", "seen_at": NOW},
            SentFile: {"owner": self.owner, "uuid": UUID(int=1)}
            | {"share_uuid": UUID(int=1), "sha256": "1", "made_at": NOW},
            Letter: {"owner": self.owner, "uuid": UUID(int=1)}
            | {"share_uuid": UUID(int=1), "about": UUID(int=1)}
            | {"name": "Kim", "written_at": NOW},
            ShareLink: {"owner": self.owner, "share_uuid": UUID(int=1)}
            | {"token_hash": "1", "made_at": NOW},
            SigningKey: {"owner": self.owner, "number": UUID(int=1), "public": "1"}
            | {"made_at": NOW},
            Share: {"owner": self.owner, "uuid": UUID(int=1), "until": DAY}
            | {"slice_kind": "hours_by_role", "way": "file", "receiver_name": "Kim"}
            | {"made_at": NOW},
            Envelope: {"owner": self.owner, "uuid": UUID(int=1), "until": DAY}
            | {"share_uuid": UUID(int=1), "slice_kind": "hours_by_role"}
            | {"sent_at": NOW},
            Look: {"owner": self.owner, "share_uuid": UUID(int=1), "day": DAY},
            Recurring: {"starts_on": DAY, "rhythm": "weeks", "amount_minor": 1},
            Reminder: {"kind": "log", "is_on": True, "at": "19:00", "weekday": 6}
            | {"count": 1, "ends_weeks": 0},
            StoredFile: {"sha256": "00", "size": 1, "content": b"a"},
            Batch: {"number": 1, "created_at": NOW},
            Belief: {"role": self.role, "chance": 200},
            CalendarSource: {"name": "Work", "kind": "ics", "address": "https://a"},
            CalendarTitles: {"name": "Work", "is_kept": True},
            Cause: {"name": "Ministry"},
            CauseRole: {"cause": self.cause, "role": self.role},
            Change: {"number": 9, "made_at": NOW, "request": "a"},
            CheckIn: {"role": self.role, "week_on": DAY}
            | dict.fromkeys(("energy", "meaning", "growth", "pressure"), 3),
            Event: self.record
            | {"fingerprint": 2, "uid": "u", "on": DAY, "starts_at": NOW}
            | {"ends_at": NOW},
            EventAnswer: {"fingerprint": 1},
            Fallback: {"role": self.role, "what": "Locum", "weeks": 6},
            Invoice: {"role": self.role, "issued_on": DAY, "due_on": DAY}
            | {"amount_minor": 1, "currency": "EUR"},
            Mapping: {"name": "Card", "signature": "s", "columns": {}},
            Organisation: {"name": "House"},
            OtherFingerprint: {"kind": "time", "fingerprint": 1},
            HolidayChange: {"day": "12-24", "is_free": True},
            KeptApart: {"kind": "time", "first": 1, "second": 2},
            DismissedRole: {"name": "buurtsuper"},
            PayerName: {"alias": "atlas holding", "name": "Atlas"},
            PaymentShare: {"payment": self.payment, "role": self.role}
            | {"amount_minor": 5},
            AccountName: {"account": self.account, "identifier": "062"},
            Coverage: {"kind": "account", "starts_on": DAY, "ends_on": DAY},
            Overhead: {"kind": "travel", "starts_on": DAY, "minutes": 60},
            Payment: self.record
            | {"booked_on": DAY, "amount_minor": 1, "currency": "EUR"},
            Owner: {"kind": "person"},
            Person: {"sign_in_name": "ada", "name": "Ada", "created_at": NOW},
            Role: {"key": "key", "name": "Name", "kind": "board", "colour": 1}
            | {"organisation": self.role.organisation, "started_on": DAY},
            Rule: {"field": "payer", "value": "atlas", "created_at": NOW},
            Scenario: {"name": "Both", "entry": {}},
            Season: {"minutes": 60, **days},
            SettledFinding: {"key": "inbox", "kind": "inbox", "reason": "Fine"}
            | {"settled_as": "settled", "on": DAY, "title": "One thing waits"},
            Settlement: {"invoice": self.invoice, "amount_minor": 1}
            | {"kind": "fee", "source": "person", "fingerprint": 9},
            TimeEntry: self.record | {"fingerprint": 2, "on": DAY, "seconds": 60},
            Timer: {"role": self.role, "started_at": NOW},
            TimeShare: {"entry": self.entry, "role": self.role},
        }
        return (self.mine if model not in {Owner, Person} else {}) | more[model]


@pytest.fixture
def rows(nora, role_of) -> Rows:
    return Rows(nora, role_of(nora))


# Of every check: a table, and what makes its valid row break the rule.
BROKEN: dict[str, list[tuple[type[models.Model], dict[str, Any]]]] = {
    "share_slice_is_known": [(Share, {"slice_kind": "everything"})],
    "share_way_is_known": [(Share, {"way": "pigeon"})],
    "share_ground_is_known": [(Share, {"ground": "habit"})],
    "envelope_slice_is_known": [(Envelope, {"slice_kind": "everything"})],
    "absence_ends_after_start": [(Absence, {"ends_on": DAY})],
    "account_share_is_a_share": [(Account, {"share": 1001})],
    "coverage_ends_after_start": [(Coverage, {"ends_on": DAY - timedelta(days=1)})],
    "coverage_kind_is_known": [(Coverage, {"kind": "weather"})],
    "kept_apart_kind_is_known": [(KeptApart, {"kind": "weather"})],
    "payment_part_is_money": [(PaymentShare, {"amount_minor": 0})],
    "payment_share_is_a_share": [(Payment, {"share": 1001})],
    "payment_kind_is_known": [(Payment, {"kind": "weather"})],
    "absence_fits_a_day": [(Absence, {"minutes": 0})],
    "role_balance_has_a_day": [(Role, {"balance_minutes": 5})],
    "absence_kind_is_known": [(Absence, {"kind": "gone"})],
    "agreement_basis_is_known": [(Agreement, {"pay_basis": "favour"})],
    "agreement_clause_is_known": [(Agreement, {"clause": "maybe"})],
    "agreement_counts_is_known": [(Agreement, {"counts_as": "hobby"})],
    "agreement_ends_after_start": [
        (Agreement, {"ends_on": DAY}),
        (Agreement, {"ends_on": DAY - timedelta(days=1)}),
    ],
    "agreement_pay_is_whole": [
        (Agreement, {"pay_minor": 5, "pay_basis": "hour"}),
        (Agreement, {"pay_minor": 5, "pay_currency": "EUR"}),
        (Agreement, {"pay_currency": "EUR", "pay_basis": "hour"}),
        (Agreement, {"pay_minor": -5, "pay_currency": "EUR", "pay_basis": "hour"}),
    ],
    "agreement_per_is_known": [(Agreement, {"per": "decade"})],
    "belief_chance_is_a_share": [(Belief, {"chance": 1001})],
    "calendar_kind_is_known": [(CalendarSource, {"kind": "paper"})],
    "cause_chance_is_a_share": [(Cause, {"chance": 1001})],
    "check_in_answers_1_to_5": [
        (CheckIn, {name: value})
        for name in ("energy", "meaning", "growth", "pressure")
        for value in (0, 6)
    ],
    "entry_standing_tells_role": [
        (TimeEntry, {"status": 1}),
        (TimeEntry, {"status": 3}),
        (TimeEntry, {"status": 0, "role": ...}),
        (TimeEntry, {"status": 2, "role": ...}),
    ],
    "event_ends_after_start": [(Event, {"ends_at": NOW - timedelta(seconds=1)})],
    "event_standing_tells_role": [
        (Event, {"status": 1}),
        (Event, {"status": 2, "role": ...}),
    ],
    "fallback_share_is_sensible": [(Fallback, {"share": 5001})],
    "fingerprint_kind_is_known": [(OtherFingerprint, {"kind": "invoice"})],
    "invoice_asks_for_money": [(Invoice, {"amount_minor": 0})],
    "invoice_due_after_issue": [(Invoice, {"due_on": DAY - timedelta(days=1)})],
    "overhead_ends_after_start": [(Overhead, {"ends_on": DAY})],
    "overhead_fits_a_week": [(Overhead, {"minutes": 168 * 60 + 1})],
    "overhead_kind_is_known": [(Overhead, {"kind": "tea"})],
    "owner_kind_is_known": [(Owner, {"kind": "firm"})],
    "payment_standing_tells_role": [
        (Payment, {"status": 1}),
        (Payment, {"status": 2, "role": ...}),
    ],
    "person_capacity_fits_a_week": [(Person, {"capacity_minutes": 168 * 60 + 1})],
    "person_sets_a_share_aside": [(Person, {"set_aside": 1001})],
    "recurring_rhythm_is_known": [(Recurring, {"rhythm": "moons"})],
    "recurring_ends_after_start": [(Recurring, {"ends_on": DAY})],
    "recurring_every_so_many": [(Recurring, {"every": 0}), (Recurring, {"every": 61})],
    "recurring_is_money_or_time": [
        (Recurring, {"amount_minor": None}),
        (Recurring, {"seconds": 60}),
        (Recurring, {"amount_minor": None, "seconds": 60}),
    ],
    "reminder_kind_is_known": [(Reminder, {"kind": "weather"})],
    "mail_is_on_a_weekday": [(MailChoice, {"weekday": 7})],
    "mail_kind_is_known": [(MailChoice, {"kind": "news"})],
    "reminder_is_on_a_weekday": [(Reminder, {"weekday": 7})],
    "role_colour_1_to_8": [(Role, {"colour": 0}), (Role, {"colour": 9})],
    "role_ends_after_start": [(Role, {"ended_on": DAY})],
    "role_kind_is_known": [(Role, {"kind": "hobby"})],
    "rule_field_is_known": [(Rule, {"field": "weather"})],
    "settled_finding_as_is_known": [(SettledFinding, {"settled_as": "gone"})],
    "settlement_kind_is_known": [(Settlement, {"kind": "gift"})],
    "settlement_source_is_known": [(Settlement, {"source": "rumour"})],
    "settlement_settles_or_refuses": [
        (Settlement, {"amount_minor": 0}),
        (Settlement, {"kind": "refused"}),
        (Settlement, {"kind": "refused", "amount_minor": 0, "fingerprint": None}),
    ],
    "settlement_keeps_its_payment": [
        (Settlement, {"payment": ..., "fingerprint": None})
    ],
    "season_ends_after_start": [(Season, {"ends_on": DAY})],
    "season_fits_a_week": [(Season, {"minutes": 168 * 60 + 1})],
}
CASES = [(name, *case) for name, cases in BROKEN.items() for case in cases]

# Of every table that holds something once: what tells two of them apart, so that
# the table takes a second.
APART: dict[str, tuple[type[models.Model], dict[str, Any]]] = {
    "attachment_kept_once": (Attachment, {"sha256": "01"}),
    "file_stored_once": (StoredFile, {"sha256": "01"}),
    "share_made_once": (Share, {"uuid": UUID(int=2)}),
    "envelope_delivered_once": (
        Envelope,
        {"uuid": UUID(int=2), "share_uuid": UUID(int=2)},
    ),
    "envelope_of_share_once": (
        Envelope,
        {"uuid": UUID(int=2), "share_uuid": UUID(int=2)},
    ),
    "look_noted_once_a_day": (Look, {"day": DAY + timedelta(days=1)}),
    "audit_link_once_in_a_chain": (AuditLink, {"number": 2}),
    "audit_head_once_a_day": (AuditHead, {"day": DAY + timedelta(days=1)}),
    "known_key_one_believed": (KnownKey, {"ended_at": NOW, "public": "2"}),
    "sent_file_made_once": (SentFile, {"uuid": UUID(int=2)}),
    "letter_taken_in_once": (Letter, {"uuid": UUID(int=2)}),
    "share_link_one_of_share": (ShareLink, {"share_uuid": UUID(int=2)}),
    "known_key_once": (KnownKey, {"ended_at": NOW, "public": "2"}),
    "signing_key_one_in_use": (SigningKey, {"ended_at": NOW, "public": "2"}),
    "signing_key_once": (SigningKey, {"ended_at": NOW, "public": "2"}),
    "device_known_once": (KnownDevice, {"mark_hash": "2"}),
    "mail_kind_chosen_once": (MailChoice, {"kind": "tax"}),
    "mail_refused_once_noted": (MailRefusal, {"email": "b@b.nl"}),
    "account_name_held_once": (AccountName, {"identifier": "063"}),
    "holiday_changed_once": (HolidayChange, {"day": "12-25"}),
    "holiday_changed_once_for_all": (HolidayChange, {"day": "12-25"}),
    "kept_apart_once": (KeptApart, {"second": 3}),
    "reminder_chosen_once": (Reminder, {"kind": "files"}),
    "role_dismissed_once": (DismissedRole, {"name": "other"}),
    "payer_name_held_once": (PayerName, {"alias": "other"}),
    "payment_shared_once": (PaymentShare, {}),
    "account_named_once": (Account, {"identifier": "NL63"}),
    "agreement_starts_once": (Agreement, {"starts_on": DAY + timedelta(days=1)}),
    "batch_numbered_once": (Batch, {"number": 2}),
    "change_numbered_once": (Change, {"number": 2, "request": "b"}),
    "change_requested_once": (Change, {"number": 2, "request": "b"}),
    "calendar_followed_once": (CalendarSource, {"address": "https://b"}),
    "calendar_titles_said_once": (CalendarTitles, {"name": "Home"}),
    "cause_holds_role_once": (CauseRole, {}),
    "cause_named_once": (Cause, {"name": "Other"}),
    "check_in_once_a_week": (CheckIn, {"week_on": DAY + timedelta(days=7)}),
    "entry_held_once": (TimeEntry, {"fingerprint": 3}),
    "entry_shared_once": (TimeShare, {}),
    "event_answered_once": (EventAnswer, {"fingerprint": 2}),
    "event_held_once": (Event, {"fingerprint": 3}),
    "fingerprint_known_once": (OtherFingerprint, {"fingerprint": 2}),
    "mapping_named_once": (Mapping, {"name": "Bank"}),
    "organisation_named_once": (Organisation, {"name": "Home"}),
    "payment_held_once": (Payment, {"fingerprint": 3}),
    "role_keyed_once": (Role, {"key": "other"}),
    "rule_kept_once": (Rule, {"value": "other"}),
    "scenario_named_once": (Scenario, {"name": "One"}),
    "season_starts_once": (Season, {"starts_on": DAY + timedelta(days=1)}),
    "finding_settled_once": (SettledFinding, {"key": "other"}),
    "settlement_of_a_pair_once": (Settlement, {"fingerprint": 3}),
    "timer_runs_once": (Timer, {}),
}


def save(model: type[models.Model], row: dict[str, Any]) -> None:
    model.objects.create(**row)


def insert_in_bulk(model: type[models.Model], row: dict[str, Any]) -> None:
    made = model(**row)
    fields = [f for f in model._meta.concrete_fields if not f.primary_key]
    values = [
        field.get_db_prep_save(field.pre_save(made, add=True), connection)
        for field in fields
    ]
    bulk.insert(model, [field.name for field in fields], [values])


def create_many(model: type[models.Model], row: dict[str, Any]) -> None:
    model.objects.bulk_create([model(**row)])


WAYS = [save, insert_in_bulk, create_many]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("case", CASES, ids=[f"{c[0]} {c[2]}" for c in CASES])
def test_a_row_that_breaks_a_rule_is_refused(rows, way, case):
    name, model, wrong = case
    row = rows.of(model) | wrong
    if row.get("role") is ...:
        row["role"] = rows.role
    if row.get("payment") is ...:
        row["payment"] = rows.payment

    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        way(model, row)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("case", APART.values(), ids=APART.keys())
def test_what_is_held_once_is_refused_the_second_time(rows, way, case):
    model, _ = case
    row = rows.of(model)
    save(model, row)

    with pytest.raises(IntegrityError), transaction.atomic():
        way(model, row)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("case", APART.values(), ids=APART.keys())
def test_two_that_differ_in_what_names_them_are_taken(rows, way, case):
    model, apart = case
    before = model.objects.count()
    way(model, rows.of(model))

    if apart:
        way(model, rows.of(model) | apart)

    assert model.objects.count() == before + 1 + bool(apart)


def test_a_sign_in_name_is_given_once(rows):
    save(Person, rows.of(Person))

    with pytest.raises(IntegrityError), transaction.atomic():
        save(Person, rows.of(Person))


def test_two_people_may_use_the_same_names(rows, omar):
    for model in (Account, Batch, Mapping, Organisation, Payment, Rule):
        save(model, rows.of(model))
        save(model, rows.of(model) | {"owner": omar})


@pytest.mark.parametrize("model", [Payment, TimeEntry, Event])
def test_a_record_without_an_owner_is_refused(rows, model):
    row = rows.of(model) | {"owner": None}

    with pytest.raises(IntegrityError), transaction.atomic():
        save(model, row)


def test_time_is_never_negative(rows):
    with pytest.raises(IntegrityError), transaction.atomic():
        save(TimeEntry, rows.of(TimeEntry) | {"seconds": -1})


def test_a_role_that_records_belong_to_cannot_be_deleted(rows):
    row = rows.of(Payment) | {"role": rows.role, "status": 1}
    save(Payment, row)

    with pytest.raises(models.ProtectedError), transaction.atomic():
        rows.role.delete()


def test_every_constraint_of_the_tables_is_tried_here():
    found = {
        constraint.name
        for app in ("book", "accounts")
        for model in apps.get_app_config(app).get_models()
        for constraint in model._meta.constraints
    }

    assert found == {*BROKEN, *APART}
