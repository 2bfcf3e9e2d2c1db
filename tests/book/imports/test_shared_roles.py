"""Roles that a line shares with others, named by a key that nobody holds."""

import pytest

from plait.book.models import TimeShare

TIME = (
    "plait time 1,on,seconds,started_at,ended_at,client,project,task,description,tags,"
    "billable,person,status,role,by_rule,also_for\n"
    ",2026-03-02,3600,,,Park,,,,,,,assigned,atlas,no,{also}\n"
)
PAYMENTS = (
    "plait payments 1,booked_on,amount_minor,currency,payer,counter_account,reference,"
    "account,bank_id,source,status,role,by_rule,booking_id,kind,share,parts\n"
    ",2026-03-02,90000,EUR,Park,,,,,,assigned,atlas,no,,,,{parts}\n"
)


@pytest.fixture
def roles(nora, role_of):
    return role_of(nora, "Atlas"), role_of(nora, "Board")


def missing(report):
    return [one.value for file in report.files for one in file.problems]


def test_a_key_that_nobody_holds_is_told_like_that_of_the_line_itself(bring, roles):
    report = bring(TIME.format(also="board bord"))

    assert missing(report) == ["bord"]
    assert [share.role.key for share in TimeShare.objects.all()] == ["board"]


def test_keys_that_are_held_are_no_problem(bring, roles):
    assert missing(bring(TIME.format(also="board"))) == []


def test_the_same_holds_for_the_parts_of_a_payment(bring, roles):
    assert missing(bring(PAYMENTS.format(parts="bord:30000"))) == ["bord"]
