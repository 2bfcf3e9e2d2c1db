"""Before the first record on a community's server: who could read it, with a tick."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from plait.accounts.servers import NotAgreed
from plait.book.models import Book, Role
from plait.book.operations.roles import add_role
from plait.book.operations.settings import change_settings
from plait.web import clock
from plait.web.staging import stage
from tests.roles import new_role
from tests.several.conftest import account

READS = "Whoever runs this server’s database could read everything"


@pytest.fixture
def anna(db):
    return account("Anna", book_agreed_at=None)


@pytest.fixture
def inside(anna):
    client = Client()
    client.force_login(anna)
    return client


def test_nothing_is_kept_before_the_tick_whichever_way_it_comes(inside, anna):
    upload = SimpleUploadedFile("hours.csv", b"Date;Hours\n2026-11-20;2\n")
    ways = (
        lambda: add_role(viewer=anna, role=new_role("Atlas")),
        lambda: change_settings(viewer=anna, capacity_minutes=600),
        lambda: stage(viewer=anna, uploads=[upload], now=clock.now()),
    )
    for way in ways:
        with pytest.raises(NotAgreed, match="could read"):
            way()
    for address in ("/", "/roles/new/", "/import/", "/log/line/", "/start/"):
        inside.post(address, {"name": "Atlas", "line": "2h atlas"})
    inside.post("/import/", {"files": io.BytesIO(b"Date;Hours\n")})

    assert not Book.objects.exists()
    assert not Role.objects.exists()


def test_every_page_of_a_book_leads_to_the_question_first(inside):
    for address in ("/roles/", "/start/", "/import/", "/log/"):
        assert inside.get(address).headers["Location"] == "/book/begin/"
    page = inside.get("/").content.decode()

    assert READS in page
    assert "At home, on your own machine" in page
    assert 'href="/roles/"' not in page


def test_what_was_written_offline_is_refused_in_words(inside):
    who = inside.get("/offline/who/").json()["person"]
    sent = {
        "person": who,
        "id": "0a1b2c3d-0000-4000-8000-000000000000",
        "kind": "line",
        "line": "2h atlas",
        "day": clock.today().isoformat(),
    }
    answer = inside.post("/offline/keep/", sent)

    assert answer.status_code == 422
    assert "could read what you write" in answer.json()["why"]


def test_after_the_tick_the_book_begins(inside, anna):
    untouched = inside.post("/book/begin/", {})
    assert "Tick this first" in untouched.content.decode()

    inside.post("/book/begin/", {"knows": "on"})
    assert inside.get("/roles/").status_code == 200
    anna.refresh_from_db()
    assert add_role(viewer=anna, role=new_role("Atlas"))


def test_the_sample_is_nobodys_book(inside):
    inside.post("/start/sample/")

    assert "Marit" in inside.get("/settings/").content.decode()
    assert inside.get("/roles/").status_code == 200


def test_the_line_on_every_page_leads_to_who_could_read_what(client, inside, settings):
    settings.SERVER_RUN_BY = "Vereniging De Brug"
    for one, address in (
        (client, "/account/login/"),
        (inside, "/"),
        (inside, "/nothing/"),
    ):
        assert 'href="/server/about/"' in one.get(address).content.decode()
    page = client.get("/server/about/").content.decode()

    assert "Vereniging De Brug" in page
    assert "every word and figure of every book" in page
    settings.SERVER = "organisation"
    assert "takes no row of a book" in client.get("/server/about/").content.decode()
