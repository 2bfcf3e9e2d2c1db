"""The door with a passkey: invited, a device that knows her, out, and in again."""

from playwright.sync_api import expect

from plait.accounts.invitations import invite
from plait.web import clock
from tests.several.passkeys import join_with_passkey


def test_a_designer_joins_with_a_passkey_and_comes_back_with_it(phone):
    invitation = invite(
        viewer=None, email="anna@example.org", language="en", now=clock.now()
    )
    faults = []
    phone.on("pageerror", lambda error: faults.append(str(error)))
    phone.on("console", lambda said: said.type == "error" and faults.append(said.text))

    join_with_passkey(phone, invitation)
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
