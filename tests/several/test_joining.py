"""Joining a server of several people: by a mail to one's own address, and not else."""

import re

import pytest
from django.core import mail

from plait.accounts.invitations import address_of, invite
from plait.accounts.models import Invitation, Person
from plait.jobs.worker import work_off_due
from plait.web import clock

NEW = {"email": "anna@example.org", "name": "Anna", "password1": "a long way to Rome"}


@pytest.fixture
def link(db):
    invitation = invite(
        viewer=None, email="Anna@example.org", language="nl", now=clock.now()
    )
    return address_of(invitation).removeprefix("http://localhost")


def test_nobody_joins_who_was_not_invited(client, db):
    for address in ("/account/signup/", "/account/signup/passkey/"):
        page = client.get(address)
        client.post(address, NEW)

        assert "You join by an invitation." in page.content.decode()
    assert not Person.objects.exists()


def test_who_was_invited_joins_with_a_password_and_is_signed_in(client, link):
    client.post(link)
    answer = client.post("/account/signup/", NEW)

    [anna] = Person.objects.all()
    assert answer.status_code == 302
    assert (anna.name, anna.language, anna.is_steward) == ("Anna", "nl", False)
    assert "anna" not in anna.sign_in_name
    assert "Waar wil je je boek bewaren?" in client.get("/").content.decode()
    assert client.get(link).status_code == 410  # it worked once


def test_an_invitation_is_for_the_address_it_went_to(client, link):
    client.post(link)
    page = client.post("/account/signup/", NEW | {"email": "bob@example.org"})

    assert "went to another address" in page.content.decode()
    assert not Person.objects.exists()


def test_two_browsers_with_one_invitation_make_one_person(client, link):
    from django.test import Client

    other = Client()
    client.post(link)
    other.post(link)
    client.post("/account/signup/", NEW)
    late = other.post("/account/signup/", NEW)

    assert late.status_code in {200, 403}
    assert Person.objects.count() == 1


@pytest.mark.parametrize("token", ["x", "1:x", "9" * 400, "1:" + "A" * 43])
def test_an_address_that_was_made_up_is_over(client, link, token):
    page = client.get(f"/invited/{token}/")

    assert page.status_code == 410
    assert "This invitation is over." in page.content.decode()


def test_a_copy_of_the_database_lets_nobody_join(link):
    [row] = Invitation.objects.values()

    assert not any(part in str(row) for part in link.strip("/").split("/")[1:])


def test_a_steward_invites_by_mail_in_the_language_asked_for(client, sofie):
    client.force_login(sofie)
    client.post("/server/invite/", {"email": "anna@example.org", "language": "nl"})
    work_off_due(clock=clock.now)

    [message] = mail.outbox
    [(html, _)] = message.alternatives
    assert message.to == ["anna@example.org"]
    assert message.subject == "Je bent uitgenodigd voor Plait"
    assert "Sofie nodigt je uit" in message.body
    assert "Sofie nodigt je uit" in html
    link = re.search(r"http://localhost(/invited/\S+)", message.body)[1]
    assert client.get(link).status_code == 200


def test_an_invitation_that_was_withdrawn_is_over(client, sofie, link):
    client.force_login(sofie)
    client.post(f"/server/withdraw/{Invitation.objects.get().pk}/")
    client.logout()

    assert client.get(link).status_code == 410


def test_the_link_of_ones_own_machine_opens_nothing_here(client, marit):
    from plait.accounts.operations import make_link

    token = make_link(person=marit, now=clock.now())

    assert client.get(f"/sign-in/{token}/").status_code == 404
    assert client.get("/sign-in/").headers["Location"] == "/account/login/"
