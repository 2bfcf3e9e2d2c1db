"""What the calendars hold for the roles, on today's page."""

from datetime import UTC, date, datetime

import pytest

from plait.accounts.operations import add_person
from plait.book.models import Event
from plait.book.operations.roles import add_role
from plait.domain.roles import RoleKind
from tests.roles import new_role

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def marit(client):
    person = add_person(sign_in_name="marit", name="Marit", now=NOW)
    client.force_login(person)
    return person


@pytest.fixture
def board(marit):
    return add_role(
        viewer=marit,
        role=new_role(
            "Board",
            organisation="Buurtvonk",
            kind=RoleKind.BOARD,
            started_on=date(2024, 1, 1),
        ),
    )


def meeting(board, hour, **more):
    told = {
        "owner": board.owner,
        "fingerprint": hour,
        "role": board,
        "status": 1,
        "uid": f"meeting-{hour}",
        "title": f"Meeting {hour}",
        "on": date(2026, 11, 23),
        "starts_at": datetime(2026, 11, 23, hour, tzinfo=UTC),
        "ends_at": datetime(2026, 11, 23, hour + 1, tzinfo=UTC),
    }
    return Event.objects.create(**told | more)


def test_an_event_stands_at_its_local_time_with_its_role(client, board):
    meeting(board, 13)

    page = client.get("/?on=2026-11-21").content.decode()

    # 13:00 UTC is 14:00 in Amsterdam in November.
    assert "14:00–15:00" in page
    assert "Meeting 13" in page


def test_an_event_that_was_replaced_or_has_no_role_is_not_shown(client, board):
    meeting(board, 9, role=None, status=0)

    assert b"Meeting 9" not in client.get("/?on=2026-11-21").content


def test_an_event_that_is_over_is_not_shown(client, board):
    meeting(board, 9)

    assert b"Meeting 9" not in client.get("/?on=2026-11-24").content
