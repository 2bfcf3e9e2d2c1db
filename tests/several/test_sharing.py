"""Marit shows Sofie a slice of her book: nothing more, and nothing after its end."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from plait.accounts.leaving.asking import ask_to_leave
from plait.accounts.models import Envelope, Look, Share
from plait.accounts.operations import change_person
from plait.book.models import Role
from plait.book.operations.by_hand import add_payment
from plait.book.operations.deletion import delete_everything
from plait.book.operations.records import add_time
from plait.book.operations.role_history import change_key
from plait.book.operations.roles import add_role, agree
from plait.domain.money import Money
from plait.domain.sharing import Choice, SliceKind
from plait.exchange.shares import ShareTerms, share
from plait.jobs.worker import work_off_due
from plait.web import clock
from tests.cast import terms as agreed
from tests.roles import new_role

SECRET = "Kwartelkoning"
WORDS = "Ontwerp nachtvlinder"


@pytest.fixture
def studio(marit):
    """Marit's book: a role to be shown, and one that is nobody's business."""
    today = clock.today()
    change_person(viewer=marit, capacity_minutes=40 * 60)
    for name in ("Studio", SECRET):
        role = add_role(viewer=marit, role=new_role(name, organisation=name))
        agree(viewer=marit, role=role, terms=agreed("16/week"))
        for days in range(1, 80):
            on = today - timedelta(days=days)
            if on.weekday() < 2:
                add_time(viewer=marit, role=role, on=on, seconds=7 * 3600)
        on, amount = today - timedelta(days=20), Money(Decimal("1234.50"), "EUR")
        add_payment(
            viewer=marit, role=role, on=on, amount=amount, text=f"{WORDS} {name}"
        )
    return marit


def shown(giver, kind=SliceKind.AVAILABILITY, *, roles=(), **more) -> Share:
    """Show Sofie something, and deliver it."""
    today = clock.today()
    found = share(
        viewer=giver,
        terms=ShareTerms(
            kind=kind,
            choice=Choice(roles=roles, since=today - timedelta(days=90)),
            name="Sofie, my coach",
            until=more.pop("until", today + timedelta(days=180)),
            by_mail=True,
            email=more.pop("email", "sofie@example.org"),
        ),
        today=today,
        now=clock.now(),
    )
    work_off_due(clock=clock.now)
    return found


def role_named(viewer, name: str) -> Role:
    return Role.objects.get(owner=viewer, name=name)


@pytest.fixture
def as_sofie(sofie):
    client = Client()
    client.force_login(sofie)
    return client


def page_of(client: Client, one: Share) -> str:
    """Open something that is shown, and return its page."""
    client.post(reverse("received_open", args=[one.uuid]))
    return client.get(reverse("received", args=[one.uuid])).content.decode()


def test_she_sees_the_band_alone_once_she_said_to_look(studio, as_sofie):
    one = shown(studio)
    address = reverse("received", args=[one.uuid])

    listed = as_sofie.get(reverse("received_list")).content.decode()
    closed = as_sofie.get(address).content.decode()
    assert "Marit" in listed
    assert "Marit will see that you looked" in closed
    assert "a week free" not in closed + listed
    assert not Look.objects.exists()

    page = page_of(as_sofie, one)
    # 40 hours available less 28 given: 12 a week.
    assert "Marit has more than a day a week free, until" in page
    assert "12" not in page.split("<main")[1].split("until")[0]
    assert SECRET not in page
    assert Look.objects.get().name == "Sofie, my coach"
    client = Client()
    client.force_login(studio)
    assert "Sofie, my coach" in client.get(reverse("looks")).content.decode()


@pytest.mark.parametrize(
    ("kind", "text"),
    [(SliceKind.HOURS, "to Studio since"), (SliceKind.PAYMENTS, "€1,234.50")],
)
def test_hours_and_payments_are_of_one_role_alone(studio, as_sofie, kind, text):
    one = shown(studio, kind, roles=("studio",))

    page = page_of(as_sofie, one)
    table = as_sofie.get(reverse("received_csv", args=[one.uuid])).getvalue().decode()

    assert text in page
    assert SECRET not in page + table


def gone(client: Client, one: Share) -> bool:
    """Return whether nothing of it is left to its receiver, whatever is asked."""
    asked = ["received", "received_csv"]
    statuses = {
        client.get(reverse(name, args=[one.uuid])).status_code for name in asked
    }
    statuses.add(client.post(reverse("received_open", args=[one.uuid])).status_code)
    listed = client.get(reverse("received_list")).content.decode()
    held = Envelope.objects.filter(share_uuid=one.uuid)
    is_empty = not held.exclude(payload=b"", giver_name="").exists()
    return statuses == {404} and "Marit" not in listed and is_empty


def test_once_she_ends_it_nothing_is_left(studio, as_sofie):
    one = shown(studio, SliceKind.PAYMENTS, roles=("studio",))
    page_of(as_sofie, one)
    giver = Client()
    giver.force_login(studio)

    giver.post(reverse("share_end", args=[one.uuid]))

    assert gone(as_sofie, one)
    add_time(
        viewer=studio, role=role_named(studio, "Studio"), on=clock.today(), seconds=3600
    )
    work_off_due(clock=clock.now)
    assert gone(as_sofie, one)


def test_once_its_last_day_is_over_nothing_is_seen_even_before_it_is_emptied(
    studio, as_sofie
):
    one = shown(studio)
    page_of(as_sofie, one)
    yesterday = clock.today() - timedelta(days=1)

    Share.objects.filter(pk=one.pk).update(until=yesterday)
    Envelope.objects.filter(share_uuid=one.uuid).update(until=yesterday)
    seen = as_sofie.get(reverse("received", args=[one.uuid])).status_code
    add_time(viewer=studio, role=role_named(studio, "Studio"), on=yesterday, seconds=60)
    work_off_due(clock=clock.now)

    assert seen == 404
    assert gone(as_sofie, one)


def test_once_she_is_gone_nothing_is_left(studio, as_sofie):
    one = shown(studio, SliceKind.HOURS, roles=("studio",))
    page_of(as_sofie, one)

    delete_everything(viewer=studio)

    assert gone(as_sofie, one)
    assert not Share.objects.exists()
    assert not Look.objects.exists()


def test_once_she_asks_to_be_deleted_nothing_is_left(studio, as_sofie):
    one = shown(studio)
    page_of(as_sofie, one)

    ask_to_leave(viewer=studio, now=clock.now())

    assert gone(as_sofie, one)


def test_what_is_shown_follows_the_book(studio, as_sofie):
    one = shown(studio, SliceKind.PAYMENTS, roles=("studio",))
    first = Envelope.objects.get(share_uuid=one.uuid)

    amount = Money(Decimal("777.00"), "EUR")
    role = role_named(studio, "Studio")
    add_payment(viewer=studio, role=role, on=clock.today(), amount=amount)
    work_off_due(clock=clock.now)

    assert "€777.00" in page_of(as_sofie, one)
    assert Envelope.objects.get(share_uuid=one.uuid).supersedes == first.uuid


def test_a_key_that_another_role_has_now_shows_nothing_of_it(studio, as_sofie):
    one = shown(studio, SliceKind.HOURS, roles=("studio",))

    change_key(viewer=studio, role=role_named(studio, "Studio"), key="old-studio")
    other = role_named(studio, SECRET)
    change_key(viewer=studio, role=other, key="studio")
    work_off_due(clock=clock.now)

    assert SECRET not in page_of(as_sofie, one)


def test_whether_an_address_has_an_account_is_not_told(studio, sofie):
    client = Client()
    client.force_login(studio)
    pages = []
    for email in ("sofie@example.org", "nobody@example.org"):
        one = shown(studio, email=email)
        answers = [
            client.get(reverse("share", args=[one.uuid])),
            client.get(reverse("shares")),
            client.get(reverse("jobs")),
        ]
        text = "".join(answer.content.decode() for answer in answers[:1])
        pages.append(text.replace(email, "").replace(str(one.uuid), ""))

    first, second = (
        [line for line in page.splitlines() if "csrf" not in line] for page in pages
    )
    assert first == second
