"""A population on one PostgreSQL server, written by COPY: many people, most with little.

    python -m bench.many.population 1000 KEYS

It needs `PLAIT_DATABASE_URL` and writes into an empty database that `plait` brought up
to date. How many records somebody has is log-normal: half of them 60 or fewer, one in a
hundred some 2,500, and a few, the first ones, 30,000. KEYS becomes a file with a line
for each: the cookie of a session, and how many records there are. All are invented.
"""

import random
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from math import log
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from django.db.models import Model

    from plait.accounts.models import Person

MEDIAN, SPREAD, MOST = 60, 1.6, 30_000
# One in so many has MOST records.
ONE_IN = 250
LAST = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
ROLES = (
    ("practice", "Practice manager", "employment", "Huisartsen De Brug", 24),
    ("studio", "Designer", "venture", "Studio Noord", 8),
    ("advice", "Adviser", "contract", "Kompas Advies", 6),
    ("board", "Board member", "board", "Stichting Molenwiek", 2),
)


class Somebody(NamedTuple):
    """One of the people: their key, how many records, and their session."""

    key: int
    n_records: int
    session: str


def sizes(n: int, rng: random.Random) -> Iterator[int]:
    """Yield of each of `n` people how many records they have."""
    for number in range(n):
        drawn = round(rng.lognormvariate(log(MEDIAN), SPREAD))
        yield MOST if number % ONE_IN == 0 else min(max(drawn, 1), MOST)


def fill(n: int, seed: int = 12) -> list[Somebody]:
    """Write `n` people with their books and sessions; return them."""
    from django.contrib.sessions.models import Session
    from django.db import connection, transaction

    from plait.accounts.models import Owner, Person
    from plait.book import models as rows

    rng = random.Random(seed)
    people = [
        Somebody(key, size, f"{rng.getrandbits(160):032x}"[:32])
        for key, size in enumerate(sizes(n, rng), start=1)
    ]
    made = [_person(one) for one in people]
    with transaction.atomic():
        _copy(Owner, ({"id": one.key, "kind": "person"} for one in people))
        _copy(Person, (vars(one) for one in made))
        _copy(rows.Book, ({"owner_id": o.key, "revision": o.key} for o in people))
        _copy(rows.Organisation, _of_roles(people, _organisation))
        _copy(rows.Role, _of_roles(people, _role))
        _copy(rows.Agreement, _of_roles(people, _agreement))
        _copy(rows.Payment, (p for one in people for p in _payments(one)))
        _copy(rows.TimeEntry, (t for one in people for t in _hours(one)))
        sessions = zip(people, made, strict=True)
        _copy(Session, (_session(one, person) for one, person in sessions))
        with connection.cursor() as cursor:
            cursor.execute(_SEQUENCES)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return people


# Rows that were copied took no number from a sequence; the next ones begin after them.
_SEQUENCES = """
DO $$ DECLARE one record; BEGIN
  FOR one IN SELECT table_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'id' AND is_identity = 'YES'
  LOOP
    EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, ''id''),
      coalesce((SELECT max(id) FROM %I), 0) + 1)', one.name, one.name);
  END LOOP;
END $$
"""


def _copy(model: type["Model"], rows: Iterable[dict[str, Any]]) -> None:
    """Write rows by COPY; what a row does not name is as the model has it."""
    from django.db import connection

    columns = list(model._meta.concrete_fields)  # noqa: SLF001  # Django's documented name
    usual = {f.attname: f.get_default() for f in columns}
    table = model._meta.db_table  # noqa: SLF001  # the same
    names = ", ".join(f'"{f.column}"' for f in columns)
    with (
        connection.cursor() as cursor,
        cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as target,
    ):
        for number, row in enumerate(rows, start=1):
            whole = {**usual, **({"id": number} if "id" in usual else {}), **row}
            target.write_row(
                [f.get_db_prep_save(whole[f.attname], connection) for f in columns]
            )


def _person(one: Somebody) -> "Person":
    from django.contrib.auth.hashers import make_password

    from plait.accounts.models import Person

    return Person(
        pk=one.key,
        sign_in_name=f"somebody{one.key}",
        name="Robin",
        password=make_password(None),
        capacity_minutes=40 * 60,
        country="NL",
        has_confirmed=True,
        book_agreed_at=NOW,
        created_at=NOW,
    )


def _of_roles(
    people: list[Somebody], make: Callable[[int, int], dict[str, Any]]
) -> Iterator[dict[str, Any]]:
    for one in people:
        for place in range(len(ROLES)):
            pk = _role_pk(one, place)
            yield {"id": pk, "owner_id": one.key, **make(pk, place)}


def _role_pk(one: Somebody, place: int) -> int:
    return (one.key - 1) * len(ROLES) + place + 1


def _organisation(_pk: int, place: int) -> dict[str, Any]:
    return {"name": ROLES[place][3]}


def _role(pk: int, place: int) -> dict[str, Any]:
    key, name, kind, *_ = ROLES[place]
    return {
        "key": key,
        "name": name,
        "kind": kind,
        "organisation_id": pk,
        "started_on": date(2016, 1, 1),
        "colour": place + 1,
    }


def _agreement(pk: int, place: int) -> dict[str, Any]:
    return {
        "role_id": pk,
        "starts_on": date(2016, 1, 1),
        "minutes": ROLES[place][4] * 60,
    }


def _payments(one: Somebody) -> Iterator[dict[str, Any]]:
    """Yield the half of the records that is money, evenly over the years."""
    for number, day in enumerate(_days(one.n_records // 2)):
        place = number % len(ROLES)
        yield {
            **_sorted(one, place, number),
            "booked_on": day,
            "amount_minor": 40_000 + 1_000 * (number % 90),
            "currency": "EUR",
            "payer": ROLES[place][3],
        }


def _hours(one: Somebody) -> Iterator[dict[str, Any]]:
    for number, day in enumerate(_days(one.n_records - one.n_records // 2)):
        place = number % len(ROLES)
        yield {
            **_sorted(one, place, number),
            "on": day,
            "seconds": 1800 * (1 + number % 9),
            "project": ROLES[place][1],
        }


def _sorted(one: Somebody, place: int, number: int) -> dict[str, Any]:
    from plait.domain.records import RecordStatus

    return {
        "id": next(_ids),
        "owner_id": one.key,
        "role_id": _role_pk(one, place),
        "fingerprint": number,
        "status": RecordStatus.ASSIGNED.value,
    }


_ids = iter(range(1, sys.maxsize))


def _days(n: int) -> Iterator[date]:
    """Yield `n` days up to the last: four a week at first, over ten years if many."""
    span = min(max(n * 2, 30), 3650)
    for number in range(n):
        yield LAST - timedelta(days=span * (n - 1 - number) // max(n, 1))


def _session(one: Somebody, person: "Person") -> dict[str, Any]:
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from plait.accounts.session_store import SessionStore, stored_key

    held = {
        SESSION_KEY: str(one.key),
        BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
        HASH_SESSION_KEY: person.get_session_auth_hash(),
    }
    return {
        "session_key": stored_key(one.session),
        "session_data": SessionStore().encode(held),
        "expire_date": datetime.now(UTC) + timedelta(days=14),
    }


def main() -> None:
    """Write as many people as the first word says, and their sessions to a file."""
    import django

    django.setup()
    people = fill(int(sys.argv[1]))
    lines = (f"{one.session} {one.n_records}" for one in people)
    Path(sys.argv[2]).write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
