"""One of everything that a person's book holds, and whose rows point at whose."""

from collections.abc import Iterator
from copy import copy
from datetime import date
from decimal import Decimal

from django.apps import apps
from django.db.models import F, ForeignKey

from plait.book.models import (
    Account,
    Batch,
    CalendarSource,
    Event,
    Mapping,
    Payment,
)
from plait.book.models.owned import Owned
from plait.book.operations import (
    attachments,
    availability,
    by_hand,
    feed,
    findings,
    holidays,
    log,
    payers,
    records,
    recurring,
    resilience,
    roles,
    settlements,
    sorting,
)
from plait.book.operations.reminders import choose_reminder
from plait.domain.availability import AbsenceKind
from plait.domain.money import Money
from plait.domain.period import Period
from plait.domain.recurring import Recurrence, Rhythm
from plait.domain.reminders import USUAL, ReminderKind
from plait.domain.roles import Agreement
from plait.domain.rules import RuleField
from plait.domain.settled_findings import SettledAs, SettledFinding
from plait.formats.plait.scenarios import scenario_from
from tests import falling_back
from tests.book.conftest import NOW, SAMPLES, TODAY
from tests.book.statements import Paid, camt

TERMS = Agreement(Period(date(2026, 1, 1)), hours=Decimal(16))
SETTLED = SettledFinding(
    key="inbox",
    kind="inbox",
    settled_as=SettledAs.SETTLED,
    reason="Fine",
    on=TODAY,
    title="3 things have no role yet",
)
AUGUST = Period(date(2026, 8, 1), date(2026, 9, 1))
EACH_MONTH = Recurrence(date(2026, 9, 3), Rhythm.MONTHS)
FIVE = Money(Decimal(5), "EUR")


class Things:
    """One of everything that Omar's book holds."""

    def __init__(self, omar, bring, role_of) -> None:
        self.role = role_of(omar, "Omar's role")
        self.other_role = role_of(omar, "Omar's board")
        self.report = bring(
            camt([Paid(2, "10.00")]), SAMPLES / "agenda-praktijk.ics", viewer=omar
        )
        self.batch = Batch.objects.get(owner=omar)
        self.terms = roles.agree(viewer=omar, role=self.role, terms=TERMS)
        self.entry = records.add_time(
            viewer=omar, role=self.role, on=TODAY, seconds=3600
        )
        self.other_entry = records.add_time(
            viewer=omar, role=self.role, on=TODAY, seconds=1800
        )
        self.payment = Payment.objects.get(owner=omar)
        self.event = Event.objects.filter(owner=omar).first()
        self.rule = sorting.keep_rule(
            viewer=omar,
            field=RuleField.PAYER,
            value="Zorggroep Atlas",
            role=self.role,
            now=NOW,
        )
        self.mapping = Mapping.objects.create(
            owner=omar, name="Card", signature="s", columns={}
        )
        self.away = availability.add_absence(
            viewer=omar, kind=AbsenceKind.LEAVE, period=AUGUST
        )
        self.holiday = holidays.change_holiday(viewer=omar, day="12-31", is_free=True)
        self.timer = log.start_timer(viewer=omar, role=self.role, at=NOW)
        log.leave_events(viewer=omar, fingerprints=[self.event.fingerprint])
        self.followed = CalendarSource.objects.create(
            owner=omar, name="Work", kind="ics", address="https://example.org/a.ics"
        )
        feed.make_feed(viewer=omar, now=NOW)
        feed.make_reminder_feed(viewer=omar, now=NOW)
        choose_reminder(viewer=omar, reminder=USUAL[ReminderKind.TAX])
        self.cause = falling_back.set_cause(
            viewer=omar, name="The ministry", roles=[self.role]
        )
        self.belief = falling_back.set_belief(
            viewer=omar, role=self.role, chance=Decimal("0.2")
        )
        self.fallback = falling_back.set_fallback(
            viewer=omar, role=self.role, what="Teach", weeks=12
        )
        self.invoice = falling_back.add_invoice(
            viewer=omar, role=self.role, amount=FIVE, issued_on=TODAY, due_on=TODAY
        )
        self.settlement = settlements.mark_paid(
            viewer=omar,
            invoice=self.invoice,
            settling=settlements.Settling(FIVE, TODAY, payment=self.payment),
        )
        self.typed = by_hand.add_payment(
            viewer=omar, role=self.role, on=TODAY, amount=FIVE, payer="Omar's payer"
        )
        self.account = self.payment.account
        self.other_account = Account.objects.create(owner=omar, identifier="Other")
        self.receipt = attachments.attach_file(
            viewer=omar,
            payment=self.typed,
            name="receipt.pdf",
            content=b"a receipt",
            now=NOW,
            quota_bytes=1_000,
        )
        self.recurring = recurring.add_recurring(
            viewer=omar,
            entry=recurring.RecurringEntry(EACH_MONTH, self.role, FIVE, payer="Zon"),
        )
        self.alias = payers.join_payers(viewer=omar, alias="Atlas BV", name="Atlas")
        self.settled = findings.settle_finding(viewer=omar, finding=SETTLED)
        self.scenario = resilience.keep_scenario(
            viewer=omar,
            scenario=scenario_from({"name": "Mine", "lose": [{"all": True}]}),
        )

        self.keys = {
            name: one.pk for name, one in vars(self).items() if isinstance(one, Owned)
        }

    def fresh(self) -> "Things":
        """Return the same things as they stand in the book now."""
        now = copy(self)
        for name, pk in self.keys.items():
            kind = type(getattr(self, name))
            setattr(now, name, kind._base_manager.get(pk=pk))
        return now


def crossings() -> Iterator[str]:
    """Yield every column by which a row of one owner points at a row of another's."""
    for model in apps.get_app_config("book").get_models():
        for column in model._meta.concrete_fields:
            other = column.related_model
            if isinstance(column, ForeignKey) and issubclass(other, Owned):
                found = model._base_manager.exclude(
                    **{f"{column.name}__owner": F("owner")}
                ).filter(**{f"{column.name}__isnull": False})
                if found.exists():
                    yield f"{model.__name__}.{column.name}"
