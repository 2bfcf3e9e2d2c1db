"""Every address of a server, by every method, as each kind of visitor."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from plait.accounts.invitations import invite
from plait.accounts.models import Person, Share
from plait.accounts.sharing.operations import end_share
from plait.book.operations.roles import add_role
from plait.domain.sharing import Choice, SliceKind
from plait.exchange.shares import ShareTerms, share
from plait.jobs.worker import work_off_due
from plait.web import clock
from tests.roles import new_role

SECRET = "Kwartelkoning"
LIKELY = {
    "id": "1",
    "int": "1",
    "uuid": "00000000-0000-4000-8000-000000000000",
}
METHODS = ("get", "post", "put", "delete", "options", "head")
# What anybody may look at: the door, and what a browser installs.
OPEN = {
    *("sign_in", "sign_in_link", "invited", "offline", "manifest", "service_worker"),
    *(
        "calendar_feed",
        "reminder_feed",
        "server_about",
        "not_me",
        "not_me_after",
        "favicon",
    ),
}


def addresses(share: object = LIKELY["uuid"]) -> list[tuple[str, str]]:
    """Return name and address of every page, its parts filled with likely words."""
    return sorted(
        (name, address.replace(LIKELY["uuid"], str(share)))
        for name, address in set(_below(get_resolver(), "/"))
    )


def _below(resolver: URLResolver, before: str):
    for one in resolver.url_patterns:
        part = str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _below(one, before + part)
        elif isinstance(one, URLPattern):
            yield one.name or "", _filled(before + part.lstrip("^").rstrip("$"))


def _filled(pattern: str) -> str:
    filled = ""
    while "<" in pattern:
        head, _, rest = pattern.partition("<")
        part, _, pattern = rest.partition(">")
        filled += head.removesuffix("(?P") + LIKELY.get(part.partition(":")[0], "x")
        pattern = pattern.partition(")")[2] if head.endswith("(?P") else pattern
    return filled + pattern


@pytest.fixture
def secret(marit):
    """Marit, whose book nobody else may see a letter of."""
    add_role(viewer=marit, role=new_role(SECRET, organisation=SECRET))
    return marit


def seen_by(client: Client, share: object = LIKELY["uuid"]) -> list[str]:
    """Return what a visitor gets that they should not: faults, and Marit's secret."""
    found = []
    for name, address in addresses(share):
        for method in METHODS:
            answer = getattr(client, method)(address)
            if answer.status_code >= 500 or SECRET in str(answer.getvalue()):
                found.append(f"{method} {name} {address}: {answer.status_code}")
    return found


def test_nobody_gets_further_than_the_door(secret):
    client, inside = Client(), []
    for name, address in addresses():
        answer = client.get(address)
        is_door = name in OPEN or name.startswith(("account_", "mfa_"))
        if answer.status_code == 200 and not is_door:
            inside.append(f"{name} {address}")

    assert inside == []
    assert seen_by(client) == []


def test_another_person_and_the_steward_see_nothing_of_hers(secret, sofie):
    client = Client()
    client.force_login(sofie)
    client.raise_request_exception = False

    assert seen_by(client) == []
    assert Person.objects.filter(pk=secret.pk).exists()


def test_who_was_invited_gets_as_far_as_the_form(secret):
    client = Client()
    invitation = invite(
        viewer=None, email="anna@example.org", language="en", now=clock.now()
    )
    session = client.session
    session["invitation"] = invitation.pk
    session.save()

    assert seen_by(client) == []
    assert client.get("/account/signup/").status_code == 200


def test_who_is_suspended_gets_as_far_as_nobody(secret, sofie):
    client = Client()
    client.force_login(secret)
    before = client.get("/roles/")
    Person.objects.filter(pk=secret.pk).update(is_active=False)

    assert SECRET in before.content.decode()
    assert seen_by(client) == []


def shown_to_sofie(marit: Person, kind: SliceKind, role: str) -> Share:
    """Show Sofie something of Marit's, and deliver it."""
    today = clock.today()
    found = share(
        viewer=marit,
        terms=ShareTerms(
            kind=kind,
            choice=Choice(roles=(role,), since=today - timedelta(days=40)),
            name="Sofie",
            until=today + timedelta(days=40),
            by_mail=True,
            email="sofie@example.org",
        ),
        today=today,
        now=clock.now(),
    )
    work_off_due(clock=clock.now)
    return found


@pytest.mark.parametrize("is_over", [False, True])
def test_whom_something_is_shown_sees_nothing_else_and_nothing_after(
    secret, sofie, is_over
):
    add_role(viewer=secret, role=new_role("Studio", organisation="Studio"))
    # What runs is of another role; what ended was of the secret one itself.
    kind, role = SliceKind.HOURS, SECRET.lower() if is_over else "studio"
    one = shown_to_sofie(secret, kind, role)
    client = Client()
    client.force_login(sofie)
    client.raise_request_exception = False
    client.post(f"/received/{one.uuid}/open/")
    before = client.get(f"/received/{one.uuid}/")
    assert (SECRET in before.content.decode()) is is_over
    if is_over:
        end_share(viewer=secret, share_uuid=one.uuid, now=clock.now())

    assert seen_by(client, one.uuid) == []
