"""Before what hurts it is asked once more who it is, and no form is lost by that."""

import time
from html import unescape
from re import findall

import pytest
from django.core import mail
from django.test import Client
from django.urls import get_resolver
from playwright.sync_api import expect

from plait.accounts.audit.queries import what_happened
from plait.accounts.invitations import invite
from plait.accounts.models import Invitation, Person
from plait.book.models import CalendarFeed, ReminderFeed
from plait.domain.audit import Act
from plait.jobs.worker import work_off_due
from plait.web import clock
from tests.several.conftest import account
from tests.several.passkeys import join_with_passkey
from tests.several.test_devices import WORD

PASSWORD = {"password": "Marit has a long one"}
# What it is that hurts, by its address; allauth asks before its own by itself.
HURTS = {
    "/settings/export/now/": {},
    "/settings/delete/": {"confirmation": "delete"},
    "/calendars/feed/": {},
    "/settings/reminders/feed/": {},
    "/account/2fa/webauthn/add/": {"name": "Key"},
    "/account/2fa/totp/activate/": {"code": "123456"},
    "/account/2fa/recovery-codes/generate/": {},
    "/account/email/": {"email": "other@example.org", "action_add": "1"},
    "/server/hand-over/{other}/": {},
    "/server/invite/": {"email": "anna@example.org", "language": "nl"},
    "/server/delete/{other}/": {"because": "She asked me to."},
}


@pytest.fixture
def marit(db):
    return account("Marit", is_steward=True, book_agreed_at=clock.now())


@pytest.fixture
def late(marit):
    """Marit, who signed in more than ten minutes ago."""
    client = Client()
    client.force_login(marit)
    session = client.session
    del session["account_authentication_methods"]
    session.save()
    return client


def asked(answer) -> bool:
    return answer.status_code == 302 and answer["Location"].startswith(
        "/account/reauthenticate/"
    )


@pytest.mark.parametrize("address", HURTS)
def test_every_address_that_hurts_asks_first_and_does_nothing_until_then(
    late, sofie, address
):
    answer = late.post(address.format(other=sofie.pk), HURTS[address])

    assert asked(answer), answer.status_code
    assert not Invitation.objects.exists()
    assert not CalendarFeed.objects.exists()
    assert not ReminderFeed.objects.exists()
    assert not Person.objects.exclude(leaves_at=None).exists()
    assert Person.objects.get(name="Marit").is_steward
    stored = str(late.session.items())
    assert not any(len(v) > 3 and v in stored for v in HURTS[address].values())


def test_what_asks_is_all_that_is_listed():
    found = {
        str(one.pattern)
        for one in get_resolver().url_patterns[0].url_patterns
        if getattr(getattr(one, "callback", None), "is_asked_again", False)
    }

    assert found >= {
        "settings/export/now/",
        "settings/delete/",
        "calendars/feed/",
        "settings/reminders/feed/",
        "server/invite/",
        "server/hand-over/<id:pk>/",
        "server/delete/<id:pk>/",
    }


def test_the_form_goes_on_as_it_was_filled_in(late):
    first = late.post("/server/invite/", HURTS["/server/invite/"])
    page = late.post(first["Location"], PASSWORD)
    form = page.text.partition("data-goes-on")[2].partition("</form>")[0]
    kept = dict(findall(r'name="(\w+)" value="([^"]*)"', unescape(form)))
    kept.pop("csrfmiddlewaretoken", None)

    assert 'action="/server/invite/"' in page.text
    assert kept == HURTS["/server/invite/"]
    late.post("/server/invite/", kept)
    assert Invitation.objects.get().email == "anna@example.org"


def test_another_password_lets_nobody_on_and_is_noted(late, marit):
    first = late.post("/server/invite/", HURTS["/server/invite/"])
    late.post(first["Location"], {"password": "another one altogether"})

    assert asked(late.post("/server/invite/", HURTS["/server/invite/"]))


def test_whoever_signed_in_a_moment_ago_is_not_asked_and_later_is(marit):
    client = Client()
    client.post("/account/login/", WORD)
    client.post("/settings/export/now/")
    assert what_happened(viewer=marit)[0].act == Act.EXPORTED

    session = client.session
    for one in session["account_authentication_methods"]:
        one["at"] = time.time() - 601
    session.save()
    assert asked(client.post("/settings/export/now/"))


def test_a_passkey_shows_who_it_is_and_the_form_goes_on_by_itself(phone):
    invitation = invite(
        viewer=None,
        email="anna@example.org",
        language="en",
        now=clock.now(),
        makes_steward=True,
    )
    join_with_passkey(phone, invitation)
    session = phone.context.cookies()
    assert any(one["name"] == "plait_device" and one["httpOnly"] for one in session)
    forget_confirmations()

    phone.goto("/server/")
    phone.get_by_label("Mail address").fill("bob@example.org")
    phone.get_by_role("button", name="Send the invitation").click()
    expect(phone.locator("h1")).to_contain_text("Show that it is you")
    phone.wait_for_load_state()
    phone.locator("#mfa_webauthn_reauthenticate").click()

    expect(phone.get_by_text("on its way to bob@example.org")).to_be_visible()


def forget_confirmations() -> None:
    """Let it be long ago that anybody signed in."""
    from django.contrib.sessions.models import Session

    from plait.accounts.session_store import SessionStore

    for row in Session.objects.all():
        data = row.get_decoded()
        for one in data.get("account_authentication_methods", []):
            one["at"] -= 601
        row.session_data = SessionStore().encode(data)
        row.save()


@pytest.mark.parametrize("address", ["password/change", "email", "2fa", "2fa/webauthn"])
def test_pages_of_the_way_in_speak_in_own_words_and_dutch(marit, address):
    Person.objects.filter(pk=marit.pk).update(language="nl")
    client = Client()
    client.force_login(Person.objects.get(pk=marit.pk))
    page = client.get(f"/account/{address}/").text

    title = page.partition("<h1>")[2].partition("</h1>")[0]
    assert title in {
        "Een wachtwoord dat alleen jij kent.",
        "Waar mail je bereikt.",
        "Hoe Plait weet dat jij het bent.",
        "Apparaten die je kennen.",
    }


def test_a_mail_about_the_way_in_has_no_network_address(marit):
    Client().post("/account/password/reset/", {"email": "marit@example.org"})
    work_off_due(clock=clock.now)

    [message] = mail.outbox
    assert "/account/password/reset/key/" in message.body
    assert "127.0.0.1" not in message.body
    assert "marit" not in message.body.replace("marit@example.org", "")
