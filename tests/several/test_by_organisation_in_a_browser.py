"""The way to one's organisation and back, past the rules for forms and scripts."""

from django.core.cache import cache
from playwright.sync_api import expect

from plait.domain.sign_in_provider import SignInProvider
from tests.servers.openid import CLIENT, OpenIdServer


def test_somebody_goes_to_their_organisation_and_comes_back_signed_in(
    transactional_db, server, settings, live_server, page_of
):
    cache.clear()
    work = OpenIdServer(server, "ES256")
    settings.SERVER_ADDRESS = live_server.url
    settings.ORGANISATIONS = (
        SignInProvider(
            key="work",
            name="Waterschap",
            issuer=work.issuer,
            client_id=CLIENT,
            secret="",
            domains=("work.example",),
            joins_by_domain=True,
            is_private=True,
        ),
    )
    phone = page_of(viewport={"width": 390, "height": 844})
    faults = []
    phone.on("pageerror", lambda error: faults.append(str(error)))
    phone.on("response", lambda r: r.status >= 400 and faults.append(r.url))

    phone.goto("/account/login/")
    phone.get_by_role("button", name="Sign in by Waterschap").click()
    phone.get_by_role("link", name="Yes, it is me").click()
    expect(phone.locator("h1")).to_contain_text("Your organisation signed you in.")

    phone.get_by_role("link", name="Settings").first.click()
    phone.get_by_role("button", name="Sign out").click()
    expect(phone.get_by_role("button", name="Sign in by Waterschap")).to_be_visible()
    assert [one for one in faults if one != f"{work.issuer}/favicon.ico"] == []
