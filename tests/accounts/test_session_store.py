"""Sessions: the browser has the key, the database its hash."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client

from plait.accounts.models import SignInLink
from plait.accounts.operations import (
    LinkSpent,
    add_person,
    make_link,
    set_password,
    use_link,
)
from plait.accounts.session_store import SessionStore, stored_key

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


@pytest.fixture
def nora(db):
    return add_person(sign_in_name="nora", name="Nora", now=NOW)


def test_what_a_copied_database_holds_signs_nobody_in(nora):
    browser, thief = Client(), Client()
    browser.force_login(nora)
    kept = Session.objects.get().pk

    thief.cookies["plait_session"] = kept

    assert browser.get("/roles/").status_code == 200
    assert thief.get("/roles/").status_code == 302
    assert kept == stored_key(browser.cookies["plait_session"].value)


def test_a_session_that_is_over_or_ended_is_none(db):
    session = SessionStore()
    session["who"] = "nora"
    session.create()
    key = session.session_key
    assert SessionStore(key)["who"] == "nora"

    Session.objects.update(expire_date=NOW - timedelta(days=4000))
    over = SessionStore(key).load()
    session.delete()

    assert over == {}
    assert not SessionStore().exists(key)


def test_signing_in_clears_away_what_is_over(nora):
    Client().force_login(nora)
    Session.objects.update(expire_date=NOW - timedelta(days=1))
    make_link(person=nora, now=NOW - timedelta(hours=1))

    use_link(token=make_link(person=nora, now=NOW), now=NOW)

    assert not Session.objects.exists()
    assert SignInLink.objects.count() == 1


def test_a_new_password_ends_the_links_from_before(nora):
    token = make_link(person=nora, now=NOW)
    set_password(viewer=nora, password="seven green ladders")

    with pytest.raises(LinkSpent):
        use_link(token=token, now=NOW)


def test_a_link_from_before_the_clock_was_set_back_lasts_no_longer(nora):
    token = make_link(person=nora, now=NOW + timedelta(days=900))

    with pytest.raises(LinkSpent):
        use_link(token=token, now=NOW)


@pytest.mark.django_db(transaction=True)
def test_of_many_who_open_a_link_at_one_moment_one_comes_in():
    if connection.vendor == "sqlite":
        pytest.skip("there writers take turns from their first statement")
    nora = add_person(sign_in_name="nora", name="Nora", now=NOW)
    token = make_link(person=nora, now=NOW)

    def opened(_):
        try:
            return use_link(token=token, now=NOW) == nora
        except LinkSpent:
            return False
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as together:
        came_in = list(together.map(opened, range(24)))

    assert sum(came_in) == 1
