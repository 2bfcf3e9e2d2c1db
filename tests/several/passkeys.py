"""Joining with a passkey in a browser that has a device which knows its person."""

from playwright.sync_api import Page, expect

from plait.accounts.invitations import address_of
from plait.accounts.models import Invitation

KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def join_with_passkey(phone: Page, invitation: Invitation) -> None:
    """Join by the invitation's link, up to the first page inside."""
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
