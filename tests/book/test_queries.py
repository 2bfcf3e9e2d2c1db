"""The picture: what was put in, as known on a date, in a handful of queries."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import numpy as np
import pytest

from plait.accounts.operations import change_person
from plait.book import queries
from plait.book.imports.undo import undo_import
from plait.book.models import Batch, Payment, Role
from plait.book.operations.by_hand import add_payment
from plait.book.operations.records import add_time, check_in
from plait.book.operations.roles import (
    agree,
    change_role,
    remove_agreement,
    remove_role,
)
from plait.book.operations.sorting import (
    drop_rule,
    keep_rule,
    place_record,
    sort_once,
)
from plait.book.queries import load_portfolio, revision_of
from plait.domain.columns import NO_ROLE
from plait.domain.money import Money
from plait.domain.period import Period
from plait.domain.portfolio import CheckIn, Person
from plait.domain.roles import (
    Agreement,
    Clause,
    CountsAs,
    Organisation,
    PayBasis,
    Per,
)
from plait.domain.roles import Role as Told
from plait.domain.rules import RuleField
from plait.domain.waiting import Waiting
from tests.book.conftest import NOW, TODAY
from tests.book.lives import live
from tests.book.statements import MINE, Paid, camt
from tests.formats.ics_samples import calendar, event
from tests.roles import other_role

TERMS = Agreement(
    period=Period(date(2026, 1, 1)),
    hours=Decimal("16.5"),
    per=Per.MONTH,
    pay_basis=PayBasis.HOURLY,
    pay=Money(Decimal("85.50"), "EUR"),
    notice_days=30,
    clause=Clause.CONSENT,
    counts_as=CountsAs.SELF_EMPLOYED,
)
ANSWERS = {"energy": 4, "meaning": 5, "growth": 2, "pressure": 3}


def days(values: np.ndarray) -> list[str]:
    return [str(value) for value in values]


# What was put in comes out.


def test_a_role_comes_out_as_it_was_put_in(nora, role_of):
    role = role_of(nora, is_paid=False, ended_on=date(2027, 1, 1))
    agree(viewer=nora, role=role, terms=TERMS)

    (told,) = load_portfolio(viewer=nora, on=TODAY).roles

    assert told == Told(
        key="atlas",
        name="Atlas",
        kind=role.kind,
        organisation=Organisation("Atlas House"),
        period=Period(date(2020, 1, 1), date(2027, 1, 1)),
        is_paid=False,
        colour=1,
        agreements=(TERMS,),
    )


def test_the_person_comes_out_as_they_told_themselves(nora):
    change_person(viewer=nora, capacity_minutes=38 * 60 + 30, currency="GBP")

    told = load_portfolio(viewer=nora, on=TODAY).person

    assert told == Person("Nora", "GBP", "Europe/Amsterdam", Decimal("38.5"))


def test_payments_come_out_in_order_of_their_days(bring, nora, role_of):
    atlas = role_of(nora)
    bring(camt([Paid(9, "-4.20", "Shop", ""), Paid(2, "10.00", "Zorggroep Atlas")]))
    keep_rule(
        viewer=nora, field=RuleField.PAYER, value="Zorggroep Atlas", role=atlas, now=NOW
    )

    told = load_portfolio(viewer=nora, on=TODAY).payments

    assert days(told.on) == ["2026-03-02", "2026-03-09"]
    assert told.minor.tolist() == [1000, -420]
    assert [told.payers[n] for n in told.payer] == ["Zorggroep Atlas", "Shop"]
    assert [told.currencies[n] for n in told.currency] == ["EUR", "EUR"]
    assert [told.accounts[n] for n in told.account] == [MINE, MINE]
    assert told.role.tolist() == [0, NO_ROLE]
    assert told.status.tolist() == [1, 0]


def test_money_added_by_hand_has_no_account(nora, role_of):
    role = role_of(nora)
    add_payment(viewer=nora, role=role, on=TODAY, amount=Money(Decimal(5), "JPY"))

    told = load_portfolio(viewer=nora, on=TODAY).payments

    assert (told.accounts, told.currencies) == (("",), ("JPY",))
    assert told.minor.tolist() == [5]


def test_hours_shared_by_two_roles_are_one_entry_that_serves_both(nora, role_of):
    one, other = role_of(nora, "One"), role_of(nora, "Other")
    add_time(viewer=nora, role=one, on=TODAY, seconds=3600, also_for=[other])
    add_time(viewer=nora, role=other, on=TODAY, seconds=60)

    told = load_portfolio(viewer=nora, on=TODAY).hours

    assert told.seconds.tolist() == [3600, 60]
    assert [told.of_role(n)[1].tolist() for n in (0, 1)] == [[3600], [3600, 60]]


def test_events_come_out_on_their_local_day_with_their_instants(bring, nora):
    # Half past eleven at night in UTC is half past midnight in Amsterdam.
    bring(calendar(event("DTSTART:20261101T233000Z", "DTEND:20261102T003000Z")))

    told = load_portfolio(viewer=nora, on=TODAY).events

    assert days(told.on) == ["2026-11-02"]
    assert days(told.starts_at) == ["2026-11-01T23:30:00"]
    assert days(told.ends_at) == ["2026-11-02T00:30:00"]
    assert (told.is_all_day.tolist(), told.is_busy.tolist()) == ([False], [True])


def test_check_ins_come_out_by_week(nora, role_of):
    role = role_of(nora)
    check_in(viewer=nora, role=role, day=TODAY, answers=ANSWERS, note="Full week")

    told = load_portfolio(viewer=nora, on=TODAY).check_ins

    # 20 November 2026 is a Friday; its Monday is the 16th.
    assert told == (CheckIn("atlas", date(2026, 11, 16), **ANSWERS, note="Full week"),)


def test_what_waits_is_gathered_by_its_subject(bring, nora):
    bring(
        camt(
            [
                Paid(2, "10.00", "Zorggroep Atlas"),
                Paid(9, "5.00", "ZORGGROEP  ATLAS"),
                Paid(9, "-99.00", "Shop"),
            ]
        )
    )

    assert load_portfolio(viewer=nora, on=TODAY).waiting == (
        Waiting(
            field="payer",
            value="Zorggroep Atlas",
            n_records=2,
            minor=1500,
            currency="EUR",
            first_on=date(2026, 3, 2),
            last_on=date(2026, 3, 9),
        ),
    )


def test_an_empty_book_gives_an_empty_picture(nora):
    told = load_portfolio(viewer=nora, on=TODAY)

    assert (told.roles, told.check_ins, told.waiting) == ((), (), ())
    assert [len(c) for c in (told.payments, told.hours, told.events)] == [0, 0, 0]


# As known on a date.


def test_what_came_later_is_not_in_a_picture_of_the_past(bring, nora, role_of):
    role = role_of(nora)
    bring(camt([Paid(2, "10.00"), Paid(9, "20.00")]))
    for day in (2, 9):
        on = date(2026, 3, day)
        add_time(viewer=nora, role=role, on=on, seconds=60 * day)
        check_in(viewer=nora, role=role, day=on, answers=ANSWERS)

    told = load_portfolio(viewer=nora, on=date(2026, 3, 8))

    assert told.payments.minor.tolist() == [1000]
    assert told.hours.seconds.tolist() == [120]
    assert [one.week_on for one in told.check_ins] == [date(2026, 3, 2)]
    assert [one.minor for one in told.waiting] == [1000]


def test_the_day_itself_is_in_its_picture(bring, nora):
    bring(camt([Paid(9, "20.00")]))

    assert len(load_portfolio(viewer=nora, on=date(2026, 3, 9)).payments) == 1


def test_shared_hours_of_later_are_not_in_a_picture_of_the_past(nora, role_of):
    one, other = role_of(nora, "One"), role_of(nora, "Other")
    add_time(viewer=nora, role=one, on=TODAY, seconds=60, also_for=[other])

    told = load_portfolio(viewer=nora, on=TODAY - timedelta(days=1)).hours

    assert (len(told), len(told.also_entry)) == (0, 0)


def test_calendars_are_told_as_far_ahead_as_they_reach(bring, nora):
    bring(calendar(event("DTSTART:20270301T090000Z")))

    assert len(load_portfolio(viewer=nora, on=TODAY).events) == 1


# However much there is.


@pytest.fixture
def asked(django_assert_max_num_queries):
    """Return how many queries a question takes."""

    def asked(question) -> int:
        with django_assert_max_num_queries(36) as seen:
            question()
        return len(seen)

    return asked


QUESTIONS = {
    "portfolio": lambda me: load_portfolio(viewer=me, on=TODAY),
    "waiting": lambda me: queries.waiting(viewer=me),
    "n_waiting": lambda me: queries.n_waiting(viewer=me),
    "samples_of_waiting": lambda me: queries.samples_of_waiting(viewer=me),
    "roles": lambda me: [list(r.agreements.all()) for r in queries.roles(viewer=me)],
    "rules": lambda me: [r.role for r in queries.rules(viewer=me)],
    "batches": lambda me: [list(b.files.all()) for b in queries.batches(viewer=me)],
    "confirmed_subjects": lambda me: queries.confirmed_subjects(viewer=me),
    "upcoming_events": lambda me: [
        e.role for e in queries.upcoming_events(viewer=me, since=NOW)
    ],
}


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS.keys())
def test_twenty_times_as_much_takes_as_many_queries(nora, omar, asked, question):
    live(nora, roles=2, payments=10, hours=10, events=10)
    live(omar, roles=40, payments=200, hours=200, events=200)
    for viewer, n_rules in ((nora, 1), (omar, 20)):
        for n in range(n_rules):
            keep_rule(
                viewer=viewer,
                field=RuleField.PAYER,
                value=f"Payer {n}",
                role=Role.objects.filter(owner=viewer).first(),
                now=NOW,
            )

    assert asked(lambda: question(omar)) == asked(lambda: question(nora))


def test_a_picture_takes_a_handful_of_queries(nora, asked):
    live(nora, roles=12, payments=300, hours=250, events=100)

    # The revision; roles with organisations; agreements; hours and shares; payments
    # and accounts; events; check-ins; what waits of money, hours and calendars;
    # leave, seasons and overheads; causes and what hangs on them, beliefs,
    # fallbacks, invoices; what files cover, names of accounts, payments by hand, hours
    # and shares by their tracker, calendars followed.
    assert asked(lambda: load_portfolio(viewer=nora, on=TODAY)) == 36


def test_a_picture_asked_again_takes_one_query(nora, asked):
    live(nora, roles=2, payments=10, hours=10, events=10)
    load_portfolio(viewer=nora, on=TODAY)

    assert asked(lambda: load_portfolio(viewer=nora, on=TODAY)) == 1


@pytest.mark.slow
def test_ten_years_come_out_whole(nora):
    live(nora, roles=12, payments=30_000, hours=25_000, events=10_000)

    told = load_portfolio(viewer=nora, on=TODAY)

    sizes = (told.payments, told.hours, told.events)
    assert [len(one) for one in sizes] == [30_000, 25_000, 10_000]
    assert int(told.payments.minor.sum()) == sum(100 + n for n in range(30_000))
    assert int(told.hours.seconds.sum()) == sum(60 + n for n in range(25_000))


# What is remembered is never stale.


class Book:
    """Nora's book with one of everything, ready to be changed."""

    def __init__(self, nora, bring, role_of) -> None:
        self.nora = nora
        self.bring = bring
        self.role = role_of(nora)
        self.spare = role_of(nora, "Spare")
        self.terms = agree(viewer=nora, role=self.role, terms=TERMS)
        self.rule = keep_rule(
            viewer=nora, field=RuleField.PAYER, value="Shop", role=None, now=NOW
        )
        bring(camt([Paid(2, "10.00"), Paid(3, "-5.00", "Shop", "")]))
        self.payment = Payment.objects.get(payer="Zorggroep Atlas")
        self.batch = Batch.objects.get(owner=nora)


CHANGES = {
    "add_time": lambda b: add_time(viewer=b.nora, role=b.role, on=TODAY, seconds=60),
    "add_payment": lambda b: add_payment(
        viewer=b.nora, role=b.role, on=TODAY, amount=Money(Decimal(5), "EUR")
    ),
    "check_in": lambda b: check_in(
        viewer=b.nora, role=b.role, day=TODAY, answers=ANSWERS
    ),
    "agree": lambda b: agree(
        viewer=b.nora,
        role=b.role,
        terms=Agreement(Period(date(2026, 6, 1)), hours=Decimal(8)),
    ),
    "remove_agreement": lambda b: remove_agreement(viewer=b.nora, agreement=b.terms),
    "change_role": lambda b: change_role(
        viewer=b.nora, role=b.role, to=other_role(b.role, name="Other")
    ),
    "remove_role": lambda b: remove_role(viewer=b.nora, role=b.spare),
    "keep_rule": lambda b: keep_rule(
        viewer=b.nora,
        field=RuleField.PAYER,
        value="Zorggroep Atlas",
        role=b.role,
        now=NOW,
    ),
    "drop_rule": lambda b: drop_rule(viewer=b.nora, rule=b.rule),
    "sort_once": lambda b: sort_once(
        viewer=b.nora, field=RuleField.PAYER, value="Zorggroep Atlas", role=b.role
    ),
    "place_record": lambda b: place_record(
        viewer=b.nora, record=b.payment, role=b.role
    ),
    "import_files": lambda b: b.bring(camt([Paid(20, "7.00")])),
    "undo_import": lambda b: undo_import(viewer=b.nora, batch=b.batch, now=NOW),
    "change_person": lambda b: change_person(viewer=b.nora, capacity_minutes=60),
}


@pytest.fixture
def book(nora, bring, role_of) -> Book:
    return Book(nora, bring, role_of)


def seen(viewer, on=TODAY) -> str:
    """Return all that a picture holds, written out."""
    told = load_portfolio(viewer=viewer, on=on)
    columns = (told.payments, told.hours, told.events)
    written = [{k: str(v) for k, v in vars(one).items()} for one in columns]
    return repr((told.person, told.roles, told.check_ins, told.waiting, written))


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_picture_after_a_change_is_another_one(nora, book, change):
    before = seen(nora)

    change(book)

    assert seen(nora) != before


def test_a_preview_leaves_the_picture_as_it_was(nora, bring, book):
    before, revision = load_portfolio(viewer=nora, on=TODAY), revision_of(viewer=nora)

    bring(camt([Paid(20, "7.00")]), keep=False)

    assert load_portfolio(viewer=nora, on=TODAY) is before
    assert revision_of(viewer=nora) == revision


def test_a_change_after_one_that_was_taken_back_shows(nora, bring, book):
    from django.db import transaction

    with transaction.atomic():
        bring(camt([Paid(20, "7.00")]))
        seen(nora)  # remembered, of a state that will never have been
        transaction.set_rollback(True)
    bring(camt([Paid(20, "8.00")]))

    told = load_portfolio(viewer=nora, on=TODAY)

    assert told.payments.minor.tolist() == [1000, -500, 800]


def test_pictures_are_remembered_per_date(nora, book):
    early = load_portfolio(viewer=nora, on=date(2026, 3, 2))
    late = load_portfolio(viewer=nora, on=TODAY)

    assert (len(early.payments), len(late.payments)) == (1, 2)
    assert load_portfolio(viewer=nora, on=date(2026, 3, 2)) is early


def test_pictures_are_remembered_per_person(nora, omar, bring, book):
    bring(camt([Paid(2, "77.00")]), viewer=omar)

    told = [load_portfolio(viewer=who, on=TODAY) for who in (nora, omar, nora)]

    assert [one.person.name for one in told] == ["Nora", "Omar", "Nora"]
    assert [len(one.payments) for one in told] == [2, 1, 2]


def test_another_persons_change_leaves_my_picture(nora, omar, bring, book):
    before = load_portfolio(viewer=nora, on=TODAY)

    bring(camt([Paid(2, "77.00")]), viewer=omar)

    assert load_portfolio(viewer=nora, on=TODAY) is before


def test_a_few_pictures_are_remembered_and_no_more(nora, book):
    first = load_portfolio(viewer=nora, on=TODAY)

    for back in range(1, 9):
        load_portfolio(viewer=nora, on=TODAY - timedelta(days=back))

    assert load_portfolio(viewer=nora, on=TODAY) is not first


def test_threads_may_ask_at_once(nora, book):
    """The memory alone: many threads come and go in it, more dates than it holds."""
    from concurrent.futures import ThreadPoolExecutor

    from plait.book.queries.memory import Memory

    kept = {back: object() for back in range(20)}
    memory = Memory(most=8)

    def ask(n: int) -> bool:
        key = n % 20
        return memory.of(key, lambda: kept[key]) is kept[key]

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(ask, range(5_000)))


# Lists.


def test_roles_are_listed_running_ones_first(nora, role_of):
    role_of(nora, "Ended", ended_on=date(2021, 1, 1))
    role_of(nora, "Later", started_on=date(2025, 1, 1))
    role_of(nora, "Earlier")

    listed = [role.name for role in queries.roles(viewer=nora)]

    assert listed == ["Earlier", "Later", "Ended"]


def test_a_role_is_found_by_its_key_and_by_its_name(nora, role_of):
    role = role_of(nora, "Zorggroep Atlas")

    found = [
        queries.role_keyed(viewer=nora, key=key)
        for key in ("zorggroep-atlas", "Zorggroep Atlas", "ZORGGROEP ATLAS")
    ]

    assert found == [role] * 3


def test_events_of_roles_are_listed_from_now_on(bring, nora, role_of):
    bring(
        calendar(
            "X-WR-CALNAME:Work\r\n",
            event("DTSTART:20261119T090000Z", "SUMMARY:Over", uid="1"),
            event("DTSTART:20261122T090000Z", "SUMMARY:Second", uid="2"),
            event("DTSTART:20261121T090000Z", "SUMMARY:First", uid="3"),
        ),
        titles=True,
    )
    keep_rule(
        viewer=nora,
        field=RuleField.CALENDAR,
        value="Work",
        role=role_of(nora),
        now=NOW,
    )

    now = datetime(2026, 11, 20, tzinfo=UTC)
    coming = queries.upcoming_events(viewer=nora, since=now)

    assert [one.title for one in coming] == ["First", "Second"]
