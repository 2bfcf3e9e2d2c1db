"""An organisation's server keeps no book: no page, no command, no job, no row."""

import re

import pytest
from click.testing import CliRunner
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import resolve

from plait.accounts.operations import change_person
from plait.accounts.servers import KeepsNoBooks
from plait.book.closed import KindChanged, close_tables, match_kind, open_tables
from plait.book.job_kinds import CALENDAR_VISIT
from plait.book.operations.roles import add_role
from plait.cli.main import _COMMANDS, main
from plait.jobs.kinds import all_kinds, kind_named
from plait.server.book_check import kind_problems
from tests.roles import new_role
from tests.several.test_closed import addresses

# Whatever else is there: none of these is, for all of them open a book.
OF_A_BOOK = ("findings", "tables", "roles", "hours", "income", "records", "downloads")


@pytest.fixture
def organisation(settings, db):
    """Make this an organisation's server, as its start does."""
    settings.SERVER = "organisation"
    match_kind()


@pytest.fixture
def inside(organisation, marit):
    client = Client()
    client.force_login(marit)
    return client


@transaction.atomic
def written(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def is_of_allauth(address: str) -> bool:
    return address.startswith("/account/")


def test_no_page_of_a_book_is_there_for_anybody_by_any_method(organisation, sofie):
    steward, nobody = Client(), Client(enforce_csrf_checks=True)
    steward.force_login(sofie)
    found = []
    for _, address in addresses():
        view = resolve(address).func
        if getattr(view, "needs_no_book", False) or is_of_allauth(address):
            absent = view.__module__.removeprefix("plait.web.views.").split(".")[0]
            assert absent not in OF_A_BOOK, address
            continue
        asked = [(steward, method) for method in ("get", "post", "options")]
        for client, method in (*asked, (nobody, "post")):
            answer = getattr(client, method)(address)
            if answer.status_code != 404:
                found.append(f"{method} {address}: {answer.status_code}")

    assert found == []


def test_what_stays_is_there(inside, marit):
    for address in ("/", "/settings/", "/settings/devices/", "/settings/jobs/"):
        assert inside.get(address).status_code == 200, address
    inside.post(
        "/settings/",
        {
            "name": "Marit D",
            "language": "nl",
            "theme": "dark",
            "timezone": "Europe/Amsterdam",
            "numbers": "",
            "dates": "",
            "clock": "",
        },
    )
    marit.refresh_from_db()

    assert (marit.name, marit.language, marit.theme) == ("Marit D", "nl", "dark")


def test_no_page_that_is_there_leads_to_one_that_is_not(organisation, sofie):
    client, seen, waiting = Client(), set(), ["/", "/account/login/"]
    client.force_login(sofie)
    while waiting:
        address = waiting.pop()
        seen.add(address)
        answer = client.get(address)
        assert answer.status_code in {200, 302, 405}, address
        for link in re.findall(
            r'(?:href|action)="(/[^"#?]*)', answer.getvalue().decode()
        ):
            if link not in seen and not link.startswith("/static/"):
                waiting.append(link)
                resolve(link)

    assert len(seen) > 10
    assert not {"/roles/", "/log/", "/sw.js", "/manifest.webmanifest"} & seen


def test_no_command_of_a_book_is_there(monkeypatch):
    monkeypatch.setenv("PLAIT_SERVER", "organisation")
    listed = CliRunner().invoke(main, ["--help"]).output
    here = {"serve", "invite", "worker", "check", "mail", "bounce"}

    for name in _COMMANDS:
        if name in here:
            assert f"  {name} " in listed
        else:
            answer = CliRunner().invoke(main, [name])
            assert answer.exit_code == 2, name
            assert "keeps nobody's book" in answer.output, name
            assert f"  {name} " not in listed


def test_no_job_of_a_book_is_there(organisation):
    with pytest.raises(KeyError):
        kind_named(CALENDAR_VISIT)
    assert not any(kind.needs_book for kind in all_kinds())


def test_its_database_takes_no_row_of_a_book_from_anybody(organisation):
    for model in apps.get_app_config("book").get_models(include_auto_created=True):
        columns = ", ".join(f'"{f.column}"' for f in model._meta.local_fields)
        nothing = ", ".join("NULL" for _ in model._meta.local_fields)
        row = f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES ({nothing})'
        with pytest.raises(IntegrityError, match="keeps no books"):
            written(row)


def test_no_operation_keeps_anything_of_a_book(organisation, marit):
    with pytest.raises(KeepsNoBooks, match="keeps nobody's book"):
        add_role(viewer=marit, role=new_role("Atlas"))
    with pytest.raises(KeepsNoBooks):
        change_person(viewer=marit, capacity_minutes=60)


def test_a_server_with_books_does_not_become_an_organisations(settings, marit):
    add_role(viewer=marit, role=new_role("Atlas"))
    settings.SERVER = "organisation"

    with pytest.raises(KindChanged, match="this database does"):
        match_kind()
    settings.SERVER = "community"
    match_kind()
    add_role(viewer=marit, role=new_role("Harbour"))


def test_an_empty_one_may_become_a_communitys(organisation, settings, marit):
    close_tables()  # a second start finds them closed
    settings.SERVER = "community"
    match_kind()

    assert add_role(viewer=marit, role=new_role("Atlas"))
    open_tables()


def test_the_check_says_that_the_kind_was_changed(settings, marit):
    add_role(viewer=marit, role=new_role("Atlas"))
    settings.SERVER = "organisation"

    [problem] = kind_problems()
    assert "Start it with PLAIT_SERVER=community again" in problem
