"""Every change of a book that is handed something, tried with what is another's."""

from collections.abc import Callable
from decimal import Decimal

from plait.accounts.models import Person
from plait.book.imports import followed_calendars, undo, undo_change
from plait.book.operations import (
    attachments,
    availability,
    by_hand,
    calendar_titles,
    doubles,
    entries,
    findings,
    holidays,
    invoices,
    journal,
    log,
    nameless,
    organisations,
    payers,
    payments,
    records,
    recurring,
    resilience,
    role_history,
    roles,
    rule_from_record,
    settlements,
    sort_waiting,
    sorting,
    week,
)
from plait.book.queries.changes import last_change_of
from plait.domain.availability import Absence as Away
from plait.domain.availability import AbsenceKind, OverheadKind
from plait.domain.payment_kinds.kinds import PaymentKind
from plait.domain.rules import RuleField
from plait.domain.waiting import Waiting
from tests import falling_back
from tests.book.conftest import NOW, TODAY
from tests.book.owned_things import AUGUST, EACH_MONTH, FIVE, TERMS, Things
from tests.roles import other_role

ANSWERS = {"energy": 3, "meaning": 3, "growth": 3, "pressure": 3}
WAITS = Waiting("payer", "Zorggroep Atlas", 1, minor=1_000, currency="EUR")
Change = Callable[[Person, Things], object]


def add_time(me: Person, t: Things) -> None:
    records.add_time(viewer=me, role=t.role, on=TODAY, seconds=60)


REFUSED: dict[str, Change] = {
    "add_time": add_time,
    "add_payment": lambda me, t: by_hand.add_payment(
        viewer=me, role=t.role, on=TODAY, amount=FIVE
    ),
    "check_in": lambda me, t: records.check_in(
        viewer=me, role=t.role, day=TODAY, answers=ANSWERS
    ),
    "check_in_week": lambda me, t: records.check_in_week(
        viewer=me, day=TODAY, answered=[(t.role, ANSWERS, "")]
    ),
    "remove_time": lambda me, t: records.remove_time(viewer=me, entry=t.entry),
    "change_entry": lambda me, t: entries.change_entry(
        viewer=me, entry=t.entry, seconds=60
    ),
    "move_entries": lambda me, t: entries.move_entries(
        viewer=me, entries=[t.entry], role=None
    ),
    "split_entry": lambda me, t: entries.split_entry(
        viewer=me, entry=t.entry, seconds=60
    ),
    "join_entries": lambda me, t: entries.join_entries(
        viewer=me, entries=[t.entry, t.other_entry]
    ),
    "remove_entries": lambda me, t: entries.remove_entries(
        viewer=me, entries=[t.entry]
    ),
    "set_days": lambda me, t: week.set_days(
        viewer=me, cells=[week.Cell(t.role, TODAY, 60)]
    ),
    "start_timer": lambda me, t: log.start_timer(viewer=me, role=t.role, at=NOW),
    "add_absence": lambda me, t: availability.add_absence(
        viewer=me, kind=AbsenceKind.LEAVE, period=AUGUST, role=t.role
    ),
    "note_leave": lambda me, t: availability.note_leave(
        viewer=me, found=[(Away(AbsenceKind.LEAVE, AUGUST), t.role, "")]
    ),
    "change_holiday": lambda me, t: holidays.change_holiday(
        viewer=me, day="12-24", is_free=True, organisation=t.role.organisation
    ),
    "reset_holiday": lambda me, t: holidays.reset_holiday(
        viewer=me, day="12-24", organisation=t.role.organisation
    ),
    "remove_holiday_change": lambda me, t: holidays.remove_holiday_change(
        viewer=me, change=t.holiday
    ),
    "add_overhead": lambda me, t: availability.add_overhead(
        viewer=me,
        kind=OverheadKind.TRAVEL,
        period=AUGUST,
        hours=Decimal(1),
        role=t.role,
    ),
    "remove_availability": lambda me, t: availability.remove_availability(
        viewer=me, row=t.away
    ),
    "set_cause": lambda me, t: falling_back.set_cause(
        viewer=me, name="The ministry", roles=[t.role]
    ),
    "drop_cause": lambda me, t: resilience.drop_cause(viewer=me, cause=t.cause),
    "set_belief": lambda me, t: falling_back.set_belief(
        viewer=me, role=t.role, chance=Decimal("0.1")
    ),
    "drop_belief": lambda me, t: resilience.drop_belief(viewer=me, belief=t.belief),
    "set_fallback": lambda me, t: falling_back.set_fallback(
        viewer=me, role=t.role, what="Mine", weeks=1
    ),
    "drop_fallback": lambda me, t: resilience.drop_fallback(
        viewer=me, fallback=t.fallback
    ),
    "add_invoice": lambda me, t: falling_back.add_invoice(
        viewer=me, role=t.role, amount=FIVE, issued_on=TODAY, due_on=TODAY, number="2"
    ),
    "pay_in_full": lambda me, t: invoices.pay_in_full(
        viewer=me, invoice=t.invoice, on=TODAY, batch=None
    ),
    "mark_paid": lambda me, t: settlements.mark_paid(
        viewer=me,
        invoice=t.invoice,
        settling=settlements.Settling(FIVE, TODAY, payment=t.payment),
    ),
    "mark_all_paid": lambda me, t: settlements.mark_all_paid(
        viewer=me, invoice=t.invoice, settlings=[]
    ),
    "unmark_paid": lambda me, t: settlements.unmark_paid(
        viewer=me, invoice=t.invoice, payments=[t.payment], noted_on=TODAY
    ),
    "unmark_payment": lambda me, t: settlements.unmark_payment(
        viewer=me, invoice=t.invoice, payment=t.payment, noted_on=TODAY
    ),
    "drop_settlement": lambda me, t: settlements.drop_settlement(
        viewer=me, settlement=t.settlement
    ),
    "remove_invoice": lambda me, t: invoices.remove_invoice(
        viewer=me, invoice=t.invoice
    ),
    "reopen_finding": lambda me, t: findings.reopen_finding(
        viewer=me, settled=t.settled
    ),
    "drop_scenario": lambda me, t: resilience.drop_scenario(
        viewer=me, scenario=t.scenario
    ),
    "keep_rule": lambda me, t: sorting.keep_rule(
        viewer=me, field=RuleField.PAYER, value="Atlas", role=t.role, now=NOW
    ),
    "sort_once": lambda me, t: sorting.sort_once(
        viewer=me, field=RuleField.PAYER, value="Atlas", role=t.role
    ),
    "change_rule": lambda me, t: sorting.change_rule(
        viewer=me, rule=t.rule, value="Zon", role=t.role, now=NOW
    ),
    "drop_rule": lambda me, t: sorting.drop_rule(viewer=me, rule=t.rule),
    "place_record": lambda me, t: sorting.place_record(
        viewer=me, record=t.payment, role=None
    ),
    "change_role": lambda me, t: roles.change_role(
        viewer=me, role=t.role, to=other_role(t.role, name="Mine")
    ),
    "remove_role": lambda me, t: roles.remove_role(viewer=me, role=t.role),
    "agree": lambda me, t: roles.agree(viewer=me, role=t.role, terms=TERMS),
    "remove_agreement": lambda me, t: roles.remove_agreement(
        viewer=me, agreement=t.terms
    ),
    "correct_agreement": lambda me, t: roles.correct_agreement(
        viewer=me, agreement=t.terms, terms=TERMS
    ),
    "forget": lambda me, t: followed_calendars.forget(
        viewer=me, source=t.followed, keeps=True, now=NOW
    ),
    "keep_titles_of": lambda me, t: calendar_titles.keep_titles_of(
        viewer=me, source=t.followed, keeps=False
    ),
    "undo_import": lambda me, t: undo.undo_import(viewer=me, batch=t.batch, now=NOW),
    "attach_file": lambda me, t: attachments.attach_file(
        viewer=me,
        payment=t.payment,
        name="a.pdf",
        content=b"a",
        now=NOW,
        quota_bytes=100,
    ),
    "remove_attachment": lambda me, t: attachments.remove_attachment(
        viewer=me, attachment=t.receipt
    ),
    "change_payment": lambda me, t: by_hand.change_payment(
        viewer=me, payment=t.typed, role=None, on=TODAY, amount=FIVE
    ),
    "move_payments": lambda me, t: payments.move_payments(
        viewer=me, payments=[t.payment], role=None
    ),
    "share_payment": lambda me, t: payments.share_payment(
        viewer=me, payment=t.typed, role=t.other_role, minor=100
    ),
    "set_payment_share": lambda me, t: payments.set_payment_share(
        viewer=me, payment=t.payment, share=500
    ),
    "set_payment_kind": lambda me, t: payments.set_payment_kind(
        viewer=me, payments=[t.payment], kind=PaymentKind.LOAN
    ),
    "correct_payment": lambda me, t: payments.correct_payment(
        viewer=me,
        payment=t.payment,
        correction=payments.PaymentCorrection(reference="Mine"),
    ),
    "remove_payments": lambda me, t: payments.remove_payments(
        viewer=me, payments=[t.payment]
    ),
    "name_account": lambda me, t: payments.name_account(
        viewer=me, account=t.account, name="Mine"
    ),
    "set_account_share": lambda me, t: payments.set_account_share(
        viewer=me, account=t.account, share=500
    ),
    "correct_account": lambda me, t: payments.correct_account(
        viewer=me, account=t.account, name="Mine", share=500
    ),
    "correct_payment_always": lambda me, t: rule_from_record.correct_payment_always(
        viewer=me,
        payment=t.typed,
        correction=payments.PaymentCorrection(t.other_role, is_placed=True),
        now=NOW,
    ),
    "change_entry_always": lambda me, t: rule_from_record.change_entry_always(
        viewer=me,
        entry=t.entry,
        changes={"project": "Mine", "role": t.other_role},
        now=NOW,
    ),
    "rule_for": lambda me, t: rule_from_record.rule_for(
        viewer=me, records=[t.typed], role=t.other_role, now=NOW
    ),
    "add_recurring": lambda me, t: recurring.add_recurring(
        viewer=me, entry=recurring.RecurringEntry(EACH_MONTH, t.role, FIVE)
    ),
    "change_recurring": lambda me, t: recurring.change_recurring(
        viewer=me,
        held=t.recurring,
        entry=recurring.RecurringEntry(EACH_MONTH, None, FIVE),
    ),
    "end_recurring": lambda me, t: recurring.end_recurring(
        viewer=me, held=t.recurring, last_on=TODAY
    ),
    "remove_recurring": lambda me, t: recurring.remove_recurring(
        viewer=me, held=t.recurring
    ),
    "skip_day": lambda me, t: recurring.skip_day(
        viewer=me, held=t.recurring, on=EACH_MONTH.starts_on
    ),
    "own_day": lambda me, t: recurring.own_day(
        viewer=me, held=t.recurring, on=EACH_MONTH.starts_on
    ),
    "sort_waiting": lambda me, t: sort_waiting.sort_waiting(
        viewer=me, waits=WAITS, to=sort_waiting.Sorting(t.role), now=NOW
    ),
    "sort_all": lambda me, t: sort_waiting.sort_all(
        viewer=me, confirmed=[(WAITS, t.role)], now=NOW
    ),
    "sort_nameless": lambda me, t: nameless.sort_nameless(
        viewer=me, group=nameless.Nameless(RuleField.REFERENCE, "x"), role=t.role
    ),
    "merge_payments": lambda me, t: doubles.merge_payments(
        viewer=me, payment=t.payment, into=t.typed
    ),
    "merge_entries": lambda me, t: doubles.merge_entries(
        viewer=me, entry=t.entry, into=t.other_entry
    ),
    "merge_accounts": lambda me, t: doubles.merge_accounts(
        viewer=me, account=t.account, into=t.other_account
    ),
    "rename_organisation": lambda me, t: organisations.rename_organisation(
        viewer=me, organisation=t.role.organisation, name="Mine"
    ),
    "name_organisation": lambda me, t: organisations.name_organisation(
        viewer=me, organisation=t.role.organisation, name="Mine"
    ),
    "join_organisations": lambda me, t: organisations.join_organisations(
        viewer=me,
        organisation=t.role.organisation,
        into=t.other_role.organisation,
    ),
    "part_payer": lambda me, t: payers.part_payer(viewer=me, alias=t.alias),
    "merge_roles": lambda me, t: role_history.merge_roles(
        viewer=me, role=t.role, into=t.other_role
    ),
    "split_role": lambda me, t: role_history.split_role(
        viewer=me, role=t.role, on=TODAY, to=other_role(t.role, name="Mine")
    ),
    "change_key": lambda me, t: role_history.change_key(
        viewer=me, role=t.role, key="mine"
    ),
    "archive_role": lambda me, t: role_history.archive_role(
        viewer=me, role=t.role, is_archived=True
    ),
    "undo_change": lambda me, t: undo_change.undo_change(
        viewer=me, change=last_change_of(viewer=t.role.owner), now=NOW
    ),
    "undo_rows": lambda me, t: journal.undo_rows(
        viewer=me, change=last_change_of(viewer=t.role.owner), now=NOW
    ),
    "redo_change": lambda me, t: undo_change.redo_change(
        viewer=me, change=last_change_of(viewer=t.role.owner)
    ),
    "redo_rows": lambda me, t: journal.redo_rows(
        viewer=me, change=last_change_of(viewer=t.role.owner)
    ),
    "revert_updates": lambda me, t: journal.revert_updates(
        viewer=me, change=last_change_of(viewer=t.role.owner)
    ),
}
