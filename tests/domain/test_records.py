"""Two lines are one record exactly when what makes them themselves is equal."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from plait.domain.records import (
    BankLine,
    EventLine,
    PositionLine,
    RecordStatus,
    TimeLine,
)
from tests.cast import day

BANK = BankLine(
    line=1,
    booked_on=day("2025-03-03"),
    amount_minor=8500,
    currency="EUR",
    payer="Zorggroep Atlas",
    counter_account="NL01",
    reference="Invoice 7",
    account="NL99",
)
START = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)
TIME = TimeLine(line=1, on=day("2025-03-03"), seconds=3600, project="Budget")
EVENT = EventLine(
    line=1,
    uid="a@example.org",
    occurrence="20250303T090000Z",
    starts_at=START,
    ends_at=START + timedelta(hours=1),
    title="Board",
)
POSITION = PositionLine(
    line=1,
    organisation="Stichting Buurtvonk",
    title="Treasurer",
    kind="board",
    kind_is_known=True,
    started_on=day("2023-01-01"),
)


@pytest.mark.parametrize(
    "change",
    [
        {"account": "NL98"},
        {"booked_on": day("2025-03-04")},
        {"amount_minor": 8501},
        {"currency": "GBP"},
        {"payer": "Zorggroep Atlas BV"},
        {"counter_account": "NL02"},
        {"reference": "Invoice 8"},
        {"bank_id": "1"},
    ],
)
def test_a_bank_line_is_another_one_if_any_of_its_facts_differ(change):
    assert BANK._replace(**change).identity != BANK.identity


@pytest.mark.parametrize(
    "change", [{"line": 2}, {"role": "atlas"}, {"status": RecordStatus.PRIVATE}]
)
def test_where_a_bank_line_stood_and_what_it_is_for_do_not_make_another(change):
    assert BANK._replace(**change).identity == BANK.identity


def test_the_banks_own_number_makes_the_wording_irrelevant():
    numbered = BANK._replace(bank_id="7")

    assert numbered._replace(reference="INVOICE 7").identity == numbered.identity
    assert numbered._replace(bank_id="8").identity != numbered.identity
    assert numbered._replace(amount_minor=1).identity != numbered.identity


@pytest.mark.parametrize(
    "change",
    [
        {"on": day("2025-03-04")},
        {"seconds": 3601},
        {"project": "Plan"},
        {"client": "Atlas"},
        {"task": "Call"},
        {"description": "x"},
        {"person": "Nora"},
        {"started_at": START},
    ],
)
def test_a_time_entry_is_another_one_if_any_of_its_facts_differ(change):
    assert TIME._replace(**change).identity != TIME.identity


@pytest.mark.parametrize(
    "change", [{"line": 9}, {"tags": "x"}, {"is_billable": True}, {"role": "atlas"}]
)
def test_labels_do_not_make_another_time_entry(change):
    assert TIME._replace(**change).identity == TIME.identity


def test_a_time_entry_is_the_same_in_another_time_zone():
    # 09:00 UTC is 10:00 an hour east of it.
    east = START.astimezone(timezone(timedelta(hours=1)))

    assert (
        TIME._replace(started_at=START).identity
        == TIME._replace(started_at=east).identity
    )


@pytest.mark.parametrize(
    "change",
    [
        {"uid": "b@example.org"},
        {"occurrence": "20250310T090000Z"},
        {"starts_at": START + timedelta(minutes=1)},
        {"ends_at": START + timedelta(hours=2)},
        {"title": "Board meeting"},
        {"location": "Utrecht"},
    ],
)
def test_an_event_that_moved_or_was_renamed_is_a_new_state_of_it(change):
    assert EVENT._replace(**change).identity != EVENT.identity


def test_an_event_is_the_same_in_another_calendar_file():
    assert EVENT._replace(line=7, calendar="Home").identity == EVENT.identity


def test_a_position_told_again_is_the_same_even_once_it_has_ended():
    again = POSITION._replace(
        organisation="STICHTING BUURTVONK",
        title="treasurer",
        ended_on=day("2025-01-01"),
        summary="Kept the books.",
    )

    assert again.identity == POSITION.identity


@pytest.mark.parametrize(
    "change",
    [{"title": "Chair"}, {"organisation": "Other"}, {"started_on": day("2024-01-01")}],
)
def test_another_title_organisation_or_start_is_another_position(change):
    assert POSITION._replace(**change).identity != POSITION.identity
