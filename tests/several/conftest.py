"""A server of several people: Sofie looks after it."""

from datetime import UTC, datetime

import pytest
from allauth.account.internal.flows.login import record_authentication
from allauth.account.models import EmailAddress
from django.http import HttpRequest
from django.test import Client

from plait.accounts.models import Person
from tests.several.passkeys import KEY

PHONE = {"viewport": {"width": 390, "height": 844}}
NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)


def account(name: str, **values) -> Person:
    """Somebody who can sign in with a password and keeps a book here."""
    usual = {"created_at": NOW, "has_confirmed": True, "book_agreed_at": NOW}
    person = Person(sign_in_name=name.lower(), name=name, **usual | values)
    person.set_password(f"{name} has a long one")
    person.save()
    EmailAddress.objects.create(
        user=person, email=f"{name.lower()}@example.org", verified=True, primary=True
    )
    return person


@pytest.fixture
def sofie(db):
    return account("Sofie", is_steward=True)


@pytest.fixture
def marit(db):
    return account("Marit")


@pytest.fixture(autouse=True)
def signed_in_just_now(monkeypatch):
    """Let whom a test signs in have done so just now, by a password."""
    plain = Client.force_login

    def force_login(client: Client, person: Person, *more: object) -> None:
        plain(client, person, *more)
        request = HttpRequest()
        request.session = client.session
        record_authentication(request, person, "password")
        request.session.save()

    monkeypatch.setattr(Client, "force_login", force_login)


@pytest.fixture
def phone(transactional_db, page_of):
    """A telephone that knows its person."""
    page = page_of(**PHONE)
    door = page.context.new_cdp_session(page)
    door.send("WebAuthn.enable")
    door.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    return page
