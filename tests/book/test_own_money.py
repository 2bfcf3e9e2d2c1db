"""Payments as they count: split over roles, by share, by payer; doubles merged."""

from datetime import date
from decimal import Decimal

import pytest

from plait.book.imports.undo_change import redo_change, undo_change
from plait.book.models import Account, Change, Payment, PaymentShare, TimeEntry
from plait.book.operations import doubles as merge
from plait.book.operations import payers, payments
from plait.book.operations.by_hand import add_payment
from plait.book.operations.export import export_book
from plait.book.operations.sorting import keep_rule
from plait.book.queries import load_portfolio, waiting
from plait.book.queries.doubles import doubles
from plait.book.queries.payers import payers as listed
from plait.domain.doubles import DoubleKind
from plait.domain.money import Money
from plait.domain.payment_kinds.kinds import PaymentKind
from plait.domain.rules import RuleField
from tests.book.conftest import NOW, TODAY
from tests.book.statements import MINE, Paid, camt, ing
from tests.book.tables import records as rows

NATIONAL = "0650238817"  # of MINE, as a Dutch bank wrote it before IBANs


@pytest.fixture
def atlas(nora, role_of):
    return role_of(nora)


@pytest.fixture
def board(nora, role_of):
    return role_of(nora, "Board")


@pytest.fixture
def paid(nora, atlas) -> Payment:
    amount = Money(Decimal(100), "EUR")
    return add_payment(
        viewer=nora, role=atlas, on=date(2026, 3, 2), amount=amount, payer="Atlas BV"
    )


def lines(viewer) -> list[tuple[str, int, str]]:
    """Return role, minor units and payer of each line that analyses see."""
    portfolio = load_portfolio(viewer=viewer, on=TODAY)
    found = portfolio.payments
    keys = [role.key for role in portfolio.roles]
    rows = zip(found.role, found.minor, found.payer, strict=True)
    return [(keys[r] if r >= 0 else "", int(m), found.payers[p]) for r, m, p in rows]


def back_and_forth(viewer, before) -> None:
    after = rows()
    change = Change.objects.filter(owner=viewer).order_by("number").last()
    undo_change(viewer=viewer, change=change, now=NOW)
    assert rows() == before
    redo_change(viewer=viewer, change=change)
    assert rows() == after


def test_a_payment_split_over_roles_is_a_line_for_each(nora, atlas, board, paid):
    before = rows()
    payments.share_payment(viewer=nora, payment=paid, role=board, minor=3000)

    assert lines(nora) == [("atlas", 7000, "Atlas BV"), ("board", 3000, "Atlas BV")]
    back_and_forth(nora, before)
    payments.share_payment(viewer=nora, payment=paid, role=board, minor=0)
    assert lines(nora) == [("atlas", 10000, "Atlas BV")]


@pytest.mark.parametrize("minor", [10000, 20000, -100])
def test_a_part_leaves_something(nora, board, paid, minor):
    with pytest.raises(payments.CannotShare):
        payments.share_payment(viewer=nora, payment=paid, role=board, minor=minor)


def test_a_part_for_its_own_role_is_none(nora, atlas, paid):
    with pytest.raises(payments.CannotShare):
        payments.share_payment(viewer=nora, payment=paid, role=atlas, minor=100)


def test_of_a_joint_account_counts_the_share(nora, bring):
    bring(camt([Paid(2, "100.01"), Paid(3, "10.00")]))
    account, before = Account.objects.get(), rows()

    payments.set_account_share(viewer=nora, account=account, share=500)
    assert [m for _r, m, _p in lines(nora)] == [5000, 500]  # half to even
    back_and_forth(nora, before)
    first = Payment.objects.order_by("booked_on").first()
    payments.set_payment_share(viewer=nora, payment=first, share=1000)
    assert [m for _r, m, _p in lines(nora)] == [10001, 500]
    payments.set_account_share(viewer=nora, account=account, share=0)
    assert [m for _r, m, _p in lines(nora)] == [10001]
    with pytest.raises(payments.BadShare, match="150 %"):
        payments.set_account_share(viewer=nora, account=account, share=1500)


def test_two_names_of_a_payer_are_one_everywhere(nora, atlas, bring, paid):
    bring(camt([Paid(2, "10.00", payer="ATLAS  Holding"), Paid(3, "1.00", "Other")]))
    keep_rule(viewer=nora, field=RuleField.PAYER, value="Atlas BV", role=atlas, now=NOW)
    before = rows()

    payers.join_payers(viewer=nora, alias="Atlas holding", name="Atlas BV")

    assert ("atlas", 1000, "Atlas BV") in lines(nora)  # and what was confirmed holds
    assert listed(viewer=nora)[0] == (
        "Atlas BV",
        (("ATLAS Holding", 1), ("Atlas BV", 1)),
    )
    back_and_forth(nora, before)
    bring(camt([Paid(9, "10.00", payer="Atlas Holding")]))
    assert Payment.objects.get(booked_on=date(2026, 3, 9)).role == atlas


def test_names_joined_one_after_another_come_to_one(nora, paid):
    payers.join_payers(viewer=nora, alias="A", name="B")
    payers.join_payers(viewer=nora, alias="B", name="Atlas BV")
    payers.join_payers(viewer=nora, alias="Atlas BV", name="A")  # a circle
    add_payment(
        viewer=nora,
        role=paid.role,
        on=TODAY,
        amount=Money(Decimal(1), "EUR"),
        payer="B",
    )

    assert len({payer for _r, _m, payer in lines(nora)}) == 1


def test_a_name_is_not_joined_with_itself(nora):
    with pytest.raises(payers.NoPayer):
        payers.join_payers(viewer=nora, alias="Atlas B.V.", name="atlas b v")


def test_in_the_inbox_they_wait_together(nora, bring):
    bring(camt([Paid(2, "10.00", payer="A bv"), Paid(3, "1.00", payer="A holding")]))
    payers.join_payers(viewer=nora, alias="A holding", name="A bv")

    [one] = waiting(viewer=nora)
    assert (one.value, one.n_records) == ("A bv", 2)


def test_payments_told_by_two_formats_before_are_proposed_and_merged(
    nora, atlas, bring
):
    bring(camt([Paid(2, "10.00")]))
    told = Payment.objects.get()
    twin = Payment.objects.get()
    twin.pk, twin.fingerprint, twin.source, twin._state.adding = None, 7, "ing", True
    twin.save()
    payments.move_payments(viewer=nora, payments=[told], role=atlas)
    before = rows()

    [double] = doubles(viewer=nora)
    assert (double.kind, {double.one, double.into}) == (
        DoubleKind.PAYMENT,
        {told.pk, twin.pk},
    )
    merge.merge_payments(
        viewer=nora,
        payment=Payment.objects.get(pk=double.one),
        into=Payment.objects.get(pk=double.into),
    )

    assert Payment.objects.get().role == atlas
    assert doubles(viewer=nora) == ()
    back_and_forth(nora, before)
    assert bring(camt([Paid(2, "10.00")])).files[0].n_new == 0


def test_one_account_under_two_spellings_is_proposed_and_merged(nora, bring):
    bring(ing([Paid(2, "10.00")]))
    account = Account.objects.get()
    other = Account.objects.create(owner=nora, identifier=NATIONAL)
    Payment.objects.create(
        owner=nora,
        account=other,
        fingerprint=3,
        booked_on=TODAY,
        amount_minor=5,
        currency="EUR",
    )
    before = rows()

    [double] = doubles(viewer=nora)
    assert (double.kind, double.one, double.into) == (
        DoubleKind.ACCOUNT,
        other.pk,
        account.pk,
    )
    merge.merge_accounts(viewer=nora, account=other, into=account)

    assert [one.identifier for one in Account.objects.all()] == [MINE]
    assert Payment.objects.filter(account=account).count() == 2
    back_and_forth(nora, before)


def test_an_entry_of_two_exports_is_proposed_merged_or_kept_apart(nora, atlas):
    from plait.book.models import Batch

    told = [
        TimeEntry.objects.create(
            owner=nora,
            fingerprint=number,
            batch=Batch.objects.create(owner=nora, number=number, created_at=NOW),
            on=TODAY,
            seconds=3600,
            started_at=NOW,
            description="Budget" if number == 1 else "Budget 2027",
        )
        for number in (1, 2)
    ]
    before = rows()
    [double] = doubles(viewer=nora)
    assert (double.one, double.into) == (told[0].pk, told[1].pk)  # the later stays

    merge.merge_entries(viewer=nora, entry=told[0], into=told[1])
    assert TimeEntry.objects.get().description == "Budget 2027"
    back_and_forth(nora, before)
    undo_change(viewer=nora, change=Change.objects.order_by("number").last(), now=NOW)

    merge.keep_apart(
        viewer=nora, kind=DoubleKind.TIME, first=double.into, second=double.one
    )
    assert doubles(viewer=nora) == ()


def test_a_removed_payment_does_not_come_again(nora, bring):
    bring(camt([Paid(2, "10.00"), Paid(3, "1.00")]))
    before = rows()
    first = Payment.objects.order_by("booked_on").first()
    payments.remove_payments(viewer=nora, payments=[first])

    back_and_forth(nora, before)
    assert bring(camt([Paid(2, "10.00"), Paid(3, "1.00")])).files[0].n_new == 0
    assert Payment.objects.count() == 1


def test_moved_to_the_role_of_its_part_the_part_goes(nora, atlas, board, paid):
    payments.share_payment(viewer=nora, payment=paid, role=board, minor=3000)
    payments.move_payments(viewer=nora, payments=[paid], role=board)

    assert not PaymentShare.objects.exists()
    assert lines(nora) == [("board", 10000, "Atlas BV")]


def test_what_a_payment_is_can_be_said_and_taken_back(nora, paid):
    before = rows()
    payments.set_payment_kind(viewer=nora, payments=[paid], kind=PaymentKind.LOAN)

    [counted] = load_portfolio(viewer=nora, on=TODAY).payments.kinds.counted
    assert counted == 0
    back_and_forth(nora, before)
    payments.set_payment_kind(viewer=nora, payments=[paid], kind=None)
    [counted] = load_portfolio(viewer=nora, on=TODAY).payments.kinds.counted
    assert counted == 10000


def test_money_that_came_in_is_no_cost(nora, paid):
    with pytest.raises(payments.NotOfThisKind):
        payments.set_payment_kind(viewer=nora, payments=[paid], kind=PaymentKind.COST)


def test_an_export_holds_what_was_said_of_payments(
    nora, omar, *, board, paid, bring, tmp_path
):
    payments.share_payment(viewer=nora, payment=paid, role=board, minor=3000)
    payments.set_payment_share(viewer=nora, payment=paid, share=500)
    payments.set_payment_kind(viewer=nora, payments=[paid], kind=PaymentKind.INCOME)

    export_book(viewer=nora, folder=tmp_path / "mine", today=TODAY)
    bring(*sorted((tmp_path / "mine").iterdir()), viewer=omar)

    [theirs] = Payment.objects.filter(owner=omar)
    assert (theirs.share, theirs.kind) == (500, "income")
    assert lines(omar) == lines(nora)
    assert lines(omar) == [("atlas", 3500, "Atlas BV"), ("board", 1500, "Atlas BV")]


@pytest.mark.parametrize("cell", ["kind=weather", "share=1001", "parts=board"])
def test_a_cell_that_says_nothing_of_a_payment_is_a_problem(nora, atlas, bring, cell):
    name, _, text = cell.partition("=")
    cells = {"kind": "", "share": "", "parts": ""} | {name: text}

    report = bring(
        "plait payments 1,booked_on,amount_minor,currency,payer,counter_account,"
        "reference,account,bank_id,source,status,role,by_rule,kind,share,parts\n"
        f",2026-03-02,10000,EUR,Atlas BV,,,,,,assigned,atlas,no,{','.join(cells.values())}\n"
    )

    assert [len(one.problems) for one in report.files] == [1]
    assert not Payment.objects.exists()
