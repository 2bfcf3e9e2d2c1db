"""The door with a passkey: invited, a device that knows her, out, and in again."""

import pytest
from playwright.sync_api import expect

from plait.accounts.invitations import address_of, invite
from plait.web import clock

PHONE = {"viewport": {"width": 390, "height": 844}}
KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def phone(transactional_db, page_of):
    page = page_of(**PHONE)
    door = page.context.new_cdp_session(page)
    door.send("WebAuthn.enable")
    door.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    return page


def test_a_designer_joins_with_a_passkey_and_comes_back_with_it(phone):
    invitation = invite(
        viewer=None, email="anna@example.org", language="en", now=clock.now()
    )
    faults = []
    phone.on("pageerror", lambda error: faults.append(str(error)))
    phone.on("console", lambda said: said.type == "error" and faults.append(said.text))

    phone.goto(address_of(invitation).removeprefix("http://localhost"))
    expect(
        phone.get_by_text("whoever runs its database could read").first
    ).to_be_visible()
    phone.get_by_role("button", name="Join").click()
    phone.get_by_label("Your name").fill("Anna")
    phone.get_by_role("button", name="Go on with a passkey").click()
    expect(phone.get_by_role("button", name="Make the passkey")).to_be_visible()
    phone.wait_for_load_state()
    phone.get_by_role("button", name="Make the passkey").click()
    expect(phone.locator("h1")).to_contain_text("keep your book", timeout=15_000)
    phone.get_by_label("I know that whoever runs this server").check()
    phone.get_by_role("button", name="Keep my book here").click()
    expect(phone.locator("h1")).to_contain_text("Where do you live")

    phone.goto("/settings/")
    phone.get_by_role("button", name="Sign out").click()
    expect(phone.locator("#passkey_login")).to_be_visible()
    phone.wait_for_load_state()
    phone.locator("#passkey_login").click()
    expect(phone.locator("h1")).to_contain_text("Where do you live", timeout=15_000)
    assert faults == []
