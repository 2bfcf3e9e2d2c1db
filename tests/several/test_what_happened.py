"""What a person reads of their account, and what stewards read of each other."""

import re

import pytest
from django.core import mail
from django.test import Client

from plait.accounts.audit.queries import what_happened
from plait.accounts.models import SignIn
from plait.domain.audit import Act
from plait.jobs.worker import work_off_due
from plait.web import clock
from tests.several.test_devices import FIREFOX, WORD, signed_in


def acts(person) -> list[Act]:
    return [one.act for one in what_happened(viewer=person)]


def test_the_page_says_in_plain_words_what_happened(marit, sofie):
    client = signed_in()
    client.post("/account/login/", WORD | {"password": "guessed at random"})
    Client().post("/account/login/", WORD | {"password": "guessed at random"})
    steward = Client()
    steward.force_login(sofie)
    steward.post(f"/server/suspend/{marit.pk}/")
    steward.post(f"/server/let-in/{marit.pk}/")
    page = signed_in().get("/settings/audit/").content.decode()

    assert "You signed in: Firefox, Linux" in page
    assert "Somebody tried to sign in and was refused" in page
    assert "Sofie suspended Marit" in page
    assert "Sofie let Marit in again" in page


def test_a_steward_reads_acts_of_stewards_and_nobody_else_does(marit, sofie, client):
    client.force_login(sofie)
    client.post("/server/invite/", {"email": "anna@example.org", "language": "en"})
    client.post(f"/server/suspend/{marit.pk}/")
    page = client.get("/server/acts/").content.decode()
    table = client.get("/server/acts/csv/").getvalue().decode()

    assert "You invited somebody" in page
    assert "You suspended Marit" in table
    assert "signed in" not in page + table
    other = signed_in()
    assert other.get("/server/acts/").status_code in {302, 404}
    client.post(f"/server/let-in/{marit.pk}/")
    other = signed_in()
    assert other.get("/server/acts/").status_code == 404
    assert other.get("/server/acts/csv/").status_code == 404


def test_a_new_device_is_told_by_mail_and_ended_from_there(marit):
    known, stranger = signed_in(), signed_in("Mozilla/5.0 (Windows NT) Chrome/140")
    known.post("/account/login/", WORD)
    work_off_due(clock=clock.now)

    [message] = mail.outbox
    link = re.search(r"http://localhost(/not-me/\S+)", message.body)[1]
    assert message.subject == "New sign-in to Plait"
    assert "Chrome, Windows" in message.body
    assert acts(marit).count(Act.NEW_DEVICE) == 1

    asked = Client().get(link)
    assert "Chrome, Windows" in asked.content.decode()
    assert stranger.get("/settings/").status_code == 200
    after = Client().post(link, follow=True).content.decode()

    assert "That device is signed out." in after
    assert stranger.get("/settings/").status_code == 302
    assert known.get("/settings/").status_code == 200
    assert acts(marit)[0] == Act.NOT_ME
    assert "over already" in Client().get(link).content.decode()


def test_a_device_is_known_again_by_its_mark_and_not_by_its_address(marit, client):
    one = signed_in()
    one.post("/settings/devices/others/end/")
    one.cookies.pop("plait_session")
    one.post("/account/login/", WORD)
    work_off_due(clock=clock.now)

    assert Act.NEW_DEVICE not in acts(marit)
    assert mail.outbox == []
    stored = str([*SignIn.objects.values()])
    assert "127.0.0.1" not in stored


@pytest.mark.parametrize("token", ["x", "1:x", "9" * 400])
def test_an_address_that_was_made_up_ends_nothing(marit, token):
    inside = signed_in(FIREFOX)

    Client().post(f"/not-me/{token}/")

    assert inside.get("/settings/").status_code == 200


@pytest.mark.slow
def test_whoever_guesses_on_and_on_fills_nobodys_list(marit, settings):
    settings.ACCOUNT_RATE_LIMITS = False
    for _ in range(30):
        Client().post("/account/login/", WORD | {"password": "guessed at random"})

    assert acts(marit).count(Act.SIGN_IN_REFUSED) == 20
