"""A server of several people: Sofie looks after it."""

from datetime import UTC, datetime

import pytest
from allauth.account.models import EmailAddress

from plait.accounts.models import Person

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
