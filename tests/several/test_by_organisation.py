"""Signed in by one's organisation: whom it brings in, and that it opens no book."""

import html
import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal import auth as totp
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import resolve

from plait.accounts.by_organisation import BY_ORGANISATION, ORGANISATION
from plait.accounts.invitations import invite
from plait.accounts.models import Person
from plait.book.closed import match_kind
from plait.book.operations.roles import add_role
from plait.domain.sign_in_provider import SignInProvider
from plait.web import clock
from tests.roles import new_role
from tests.servers.openid import CLIENT, SECRET, OpenIdServer
from tests.several.test_closed import SECRET as OF_HER_BOOK
from tests.several.test_closed import addresses

DOOR, BACK = "/account/oidc/work/login/", "/account/oidc/work/login/callback/"


@pytest.fixture
def work(server, settings, db):
    """The organisation's server; whoever has one of its addresses joins."""
    cache.clear()
    at_work = OpenIdServer(server)
    settings.ORGANISATIONS = (
        SignInProvider(
            key="work",
            name="Waterschap",
            issuer=at_work.issuer,
            client_id=CLIENT,
            secret=SECRET,
            domains=("work.example",),
            joins_by_domain=True,
            is_private=True,
        ),
    )
    return at_work


def to_organisation(client: Client, **form) -> str:
    """Return the address that the door leads to."""
    page = client.post(DOOR, form).content.decode()
    return html.unescape(re.search(r'url=([^"]+)"', page)[1])


def signed_in(work: OpenIdServer, client: Client | None = None, **form) -> Client:
    """Return a browser in which the organisation signed somebody in, or did not."""
    client = client or Client()
    client.back = client.get(BACK, work.code_for(to_organisation(client, **form)))
    return client


def is_in(client: Client) -> bool:
    return client.get("/").status_code == 200


def connected(person: Person) -> Person:
    SocialAccount.objects.create(user=person, provider="work", uid="u-17")
    return person


def invitation(email: str) -> None:
    invite(viewer=None, email=email, language="nl", now=clock.now())


@pytest.mark.parametrize("algorithm", ["RS256", "ES256", "PS256"])
def test_whom_their_domain_lets_in_joins_with_the_proven_address(
    server, work, algorithm
):
    work = OpenIdServer(server, algorithm)
    client = signed_in(work)

    [anna] = Person.objects.all()
    [address] = EmailAddress.objects.filter(user=anna)
    [account] = SocialAccount.objects.all()
    assert client.back.headers["Location"] == "/"
    assert is_in(client)
    assert (anna.name, anna.is_steward) == ("Anna de Wit", False)
    assert (address.email, address.verified) == ("anna@work.example", True)
    assert (account.uid, account.extra_data) == ("u-17", {})
    assert is_in(signed_in(work))  # and comes back
    assert Person.objects.count() == 1


def test_what_is_asked_of_the_organisation_holds_pkce_and_our_secret(work):
    address = to_organisation(Client())
    signed_in(work)

    assert "code_challenge_method=S256" in address
    assert "nonce=" in address
    assert SECRET not in address
    assert [one.path for one in work.asked] == [
        "/.well-known/openid-configuration",
        "/token",
        "/keys",
    ]
    assert work.asked[1].headers["Authorization"].startswith("Basic ")


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://login.other.example"},
        {"aud": "another program"},
        {"aud": [CLIENT, "another"], "azp": "another"},
        {"nonce": "of yesterday"},
        {"nonce": ""},
        {"exp": 1_700_000_000},
        {"exp": ""},
        {"sub": ""},
    ],
)
def test_a_word_that_is_not_meant_for_this_sign_in_is_refused(work, claims):
    work.claims = claims
    client = signed_in(work)

    assert client.back.status_code == 403
    assert "could not be trusted" in client.back.content.decode()
    assert not is_in(client)
    assert not Person.objects.exists()


def test_a_word_that_another_key_signed_is_refused(work):
    from cryptography.hazmat.primitives.asymmetric import rsa

    work.signing_key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    assert signed_in(work).back.status_code == 403

    work.algorithm, work.signing_key = "HS256", "x" * 40
    work._keys = None
    assert signed_in(work).back.status_code == 403
    assert not Person.objects.exists()


def test_a_server_that_calls_itself_otherwise_is_refused(work):
    work.discovery = {"issuer": "https://login.other.example"}
    page = Client().post(DOOR)

    assert page.status_code == 502
    assert "could not be trusted" in page.content.decode()


def test_a_server_that_leads_to_no_page_is_refused(work):
    work.discovery = {"authorization_endpoint": "javascript:alert(1)"}

    assert Client().post(DOOR).status_code == 502


def test_a_server_that_is_out_of_bounds_is_not_asked(work, settings):
    [one] = settings.ORGANISATIONS
    settings.ORGANISATIONS = (one._replace(is_private=False),)

    assert Client().post(DOOR).status_code == 502
    assert work.asked == []


def test_a_state_works_once_in_its_own_browser_and_never_elsewhere(work):
    client, robbed = Client(), Client()
    led = work.code_for(to_organisation(client))

    assert robbed.get(BACK, led).status_code == 403
    assert client.get(BACK, led).status_code == 302
    assert client.get(BACK, led).status_code == 403
    assert client.get(BACK, {"code": "x"}).status_code == 403
    assert client.get(BACK, {"error": "access_denied", **led}).status_code == 403


def test_an_answer_in_the_name_of_another_server_is_refused(work):
    client = Client()
    led = work.code_for(to_organisation(client)) | {"iss": "https://other.example"}

    assert client.get(BACK, led).status_code == 403


@pytest.mark.parametrize(
    "who",
    [
        {"email_verified": False},
        {"email_verified": ""},
        {"email": "anna@other.example"},
        {"email": "anna@work.example.evil.example"},
    ],
)
def test_nobody_joins_without_a_proven_address_of_the_organisation(work, who):
    work.who |= who
    client = signed_in(work)

    assert "did not confirm a mail address" in client.back.content.decode()
    assert not Person.objects.exists()


def test_an_address_may_come_by_userinfo_of_the_same_person(work):
    work.claims = {"email": "", "email_verified": ""}
    address = {"email": "anna@work.example", "email_verified": True}
    work.userinfo = {"sub": "somebody else", **address}
    assert signed_in(work).back.status_code == 403

    work.userinfo = {"sub": "u-17", **address}
    assert is_in(signed_in(work))


def test_without_the_domain_only_an_invitation_lets_in(work, settings):
    [one] = settings.ORGANISATIONS
    settings.ORGANISATIONS = (one._replace(joins_by_domain=False),)
    assert "No account here" in signed_in(work).back.content.decode()

    invitation("anna@work.example")
    assert is_in(signed_in(work))
    assert Person.objects.get().language == "nl"


def test_no_account_is_opened_by_an_address_alone(work, marit):
    work.who["email"] = "marit@work.example"
    EmailAddress.objects.filter(user=marit).update(email="marit@work.example")
    client = signed_in(work)

    assert "sign in to it in your own way" in client.back.content.decode()
    assert not is_in(client)
    assert not SocialAccount.objects.exists()


def test_an_account_is_connected_only_from_inside_it(work, marit):
    inside = Client()
    inside.post(
        "/account/login/",
        {"login": "marit@example.org", "password": "Marit has a long one"},
    )
    assert Client().post(DOOR, {"process": "connect"}).status_code == 404
    signed_in(work, inside, process="connect")

    assert SocialAccount.objects.get().user == marit
    assert "may sign you in" in inside.get("/settings/organisations/").content.decode()
    assert not EmailAddress.objects.filter(email="anna@work.example").exists()
    assert inside.get("/roles/").status_code == 200  # her own session stays her own
    by_work = signed_in(work)
    assert by_work.get("/roles/").status_code == 404

    inside.post("/settings/organisations/work/remove/")
    assert by_work.get("/settings/").status_code == 302  # its sessions are over


@pytest.fixture
def by_work(work, marit):
    """Marit, who has a book, as her organisation signed her in."""
    add_role(viewer=marit, role=new_role(OF_HER_BOOK, organisation=OF_HER_BOOK))
    return signed_in(work, Client()) if connected(marit) else None


def test_on_a_communitys_server_it_opens_no_page_but_the_few_that_hold_nothing(by_work):
    closed = ("/settings/devices/", "/settings/audit/", "/settings/organisations/")
    for address in (*closed, "/account/2fa/", "/account/email/", "/book/begin/"):
        assert by_work.get(address).status_code == 404, address
    found = [
        address
        for _, address in addresses()
        if not getattr(resolve(address).func, "open_by_organisation", False)
        and by_work.get(address).status_code != 404
    ]

    assert found == []
    assert by_work.session["_auth_user_backend"] == BY_ORGANISATION
    assert by_work.session[ORGANISATION] == "work"
    page = by_work.get("/").content.decode()
    assert "Your organisation signed you in." in page
    assert 'href="/roles/"' not in page
    assert 'href="/settings/devices/"' not in page


def test_a_sign_in_that_a_code_completed_is_marked_too(work, marit):
    connected(marit)
    code = totp.generate_totp_secret()
    totp.TOTP.activate(marit, code)
    client = signed_in(work)
    assert client.back.headers["Location"] == "/account/2fa/authenticate/"
    assert not is_in(client)
    [now, *_] = totp.yield_hotp_counters_from_time()
    typed = totp.format_hotp_value(totp.hotp_value(code, now))
    client.post("/account/2fa/authenticate/", {"code": typed})

    assert is_in(client)
    assert client.get("/roles/").status_code == 404


def test_it_ends_with_the_day_with_the_organisation_and_with_suspension(
    work, by_work, marit, settings
):
    left = by_work.session.get_expiry_date() - clock.now()
    assert timedelta(hours=11) < left <= timedelta(hours=12)

    known, settings.ORGANISATIONS = settings.ORGANISATIONS, ()
    assert by_work.get("/settings/").status_code == 302
    settings.ORGANISATIONS = known
    other = signed_in(work)
    assert other.get("/settings/").status_code == 200
    Person.objects.filter(pk=marit.pk).update(is_active=False)
    assert other.get("/settings/").status_code == 302


def test_who_is_suspended_is_not_signed_in(work, marit):
    connected(marit)
    Person.objects.filter(pk=marit.pk).update(is_active=False)

    assert not is_in(signed_in(work))


def test_who_joined_so_gets_no_own_way_in_by_the_organisations_mailbox(work):
    signed_in(work)
    mail.outbox.clear()
    Client().post("/account/password/reset/", {"email": "anna@work.example"})

    assert not any("/reset/" in one.body for one in mail.outbox)


def test_on_an_organisations_server_it_opens_what_is_there(work, settings, marit):
    settings.SERVER = "organisation"
    match_kind()
    connected(marit)
    client = signed_in(work)

    assert client.get("/settings/devices/").status_code == 200
    assert client.get("/settings/organisations/").status_code == 404
    assert client.get("/account/password/set/").status_code == 404
    assert client.get("/roles/").status_code == 404


def test_the_door_has_a_button_for_each_organisation(work):
    page = Client().get("/account/login/").content.decode()

    assert "Sign in by Waterschap" in page
    assert Client().get(DOOR).status_code == 405
    assert Client().post("/account/oidc/elsewhere/login/").status_code == 404
