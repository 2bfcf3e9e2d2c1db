"""A book that holds what no door lets in: pages and commands answer all the same."""

from datetime import UTC, date, datetime, timedelta

import pytest

from plait.book.models import Absence, Agreement, Event, Payment, Role, TimeEntry
from tests.web.addresses import PAGES, address

GENERAL = sorted(
    name
    for name, page in PAGES.items()
    if not page.is_public and not page.names and "GET" in page.methods
)
NEVER = date(9999, 12, 31)
LONG_AGO = date(1, 1, 1)
COMMANDS = (
    ("role", "list"),
    ("review",),
    ("hours",),
    ("drift",),
    ("capacity",),
    ("worktime",),
    ("income",),
    ("concentration",),
    ("obligations",),
    ("stress",),
    ("simulate",),
    ("plan",),
    ("known",),
    ("inbox",),
    ("records",),
    ("export", "out"),
)


def _roles(viewer, role):
    Role.objects.filter(pk=role.pk).update(started_on=LONG_AGO, ended_on=NEVER)


def _terms(viewer, role):
    Agreement.objects.create(
        owner=viewer,
        role=role,
        starts_on=LONG_AGO,
        ends_on=NEVER,
        minutes=2_000_000_000,
        pay_minor=10**18,
        pay_basis="hour",
        pay_currency="EUR",
    )


def _money(viewer, role):
    for n in range(40):
        Payment.objects.create(
            owner=viewer,
            role=role,
            status=1,
            fingerprint=10_000 + n,
            booked_on=date(2026, 10, 28) - timedelta(days=30 * n),
            amount_minor=10**18,
            currency="EUR",
            payer="Atlas",
        )


def _time(viewer, role):
    for n, on in enumerate([LONG_AGO, date(1800, 5, 5), date(2600, 1, 1), NEVER]):
        TimeEntry.objects.create(
            owner=viewer,
            role=role,
            status=1,
            fingerprint=20_000 + n,
            on=on,
            seconds=3600,
        )
        Payment.objects.create(
            owner=viewer,
            role=role,
            status=1,
            fingerprint=21_000 + n,
            booked_on=on,
            amount_minor=5000,
            currency="EUR",
        )


def _hours(viewer, role):
    TimeEntry.objects.create(
        owner=viewer,
        role=role,
        status=1,
        fingerprint=30_000,
        on=date(2026, 11, 12),
        seconds=2_000_000_000,
    )


def _events(viewer, role):
    for n, year in enumerate([2, 9998]):
        start = datetime(year, 3, 3, 9, tzinfo=UTC)
        Event.objects.create(
            owner=viewer,
            role=role,
            status=1,
            fingerprint=40_000 + n,
            uid=f"u{n}",
            occurrence="x",
            on=start.date(),
            starts_at=start,
            ends_at=start + timedelta(hours=2),
        )
    Absence.objects.create(
        owner=viewer, kind="leave", starts_on=LONG_AGO, ends_on=NEVER
    )


EXTREMES = {
    "roles": _roles,
    "terms": _terms,
    "money": _money,
    "time": _time,
    "hours": _hours,
    "events": _events,
}


@pytest.mark.parametrize("kind", EXTREMES)
def test_every_page_answers_whatever_the_book_holds(nora, as_nora, life_of, kind):
    EXTREMES[kind](nora, life_of(nora))
    as_nora.raise_request_exception = False

    answers = {name: as_nora.get(address(name, {})).status_code for name in GENERAL}

    assert {name for name, status in answers.items() if status >= 500} == set()


@pytest.mark.parametrize("kind", EXTREMES)
def test_every_command_answers_whatever_the_book_holds(
    nora, life_of, kind, tmp_path, monkeypatch
):
    from click.testing import CliRunner

    from plait.cli.main import main

    EXTREMES[kind](nora, life_of(nora))
    monkeypatch.chdir(tmp_path)

    crashed = {
        words[0]: repr(answer.exception)
        for words in COMMANDS
        if (answer := CliRunner().invoke(main, list(words))).exception
        and not isinstance(answer.exception, SystemExit)
    }

    assert crashed == {}


@pytest.mark.parametrize("number", [2**63, 10**30])
def test_a_number_that_no_database_holds_is_no_address(as_nora, number):
    answer = as_nora.get(f"/records/time/{number}/")

    assert answer.status_code == 404


def test_an_event_of_a_number_too_large_is_none(as_nora, life_of, nora):
    life_of(nora)

    answer = as_nora.post(address("log_events", {}), {"event": str(2**63)})

    assert answer.status_code < 500


def test_a_text_that_no_table_takes_is_nothing_of_ours(as_nora, nora, ids):
    """PostgreSQL has no NUL in a text; an address may name one."""
    for name in ("text", "role", "payer", "account", "source"):
        answer = as_nora.get(f"/records/?{name}=%00")
        assert answer.status_code in {200, 404}, name

    answer = as_nora.post("/findings/reopen/", {"key": "\0"})
    assert answer.status_code == 404
    answer = as_nora.post("/log/line/", {"line": f"2h {ids['role']} \0"})
    assert answer.status_code in {302, 404}
