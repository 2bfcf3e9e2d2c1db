"""Who looks after a server lets people in and out, and opens no book."""

import pytest
from django.test import Client

from plait.accounts.models import Person

OF_STEWARDS = (
    "/server/invite/",
    "/server/withdraw/1/",
    "/server/suspend/{}/",
    "/server/let-in/{}/",
    "/server/hand-over/{}/",
)


def test_nobody_else_finds_the_page_nor_does_what_is_on_it(client, marit, sofie):
    client.force_login(marit)

    assert client.get("/server/").status_code == 404
    for address in OF_STEWARDS:
        answer = client.post(address.format(sofie.pk), {"email": "a@b.nl"})
        assert answer.status_code == 404
    assert Person.objects.get(pk=sofie.pk).is_active


def test_who_is_suspended_is_signed_out_and_stays_out(client, marit, sofie):
    inside = Client()
    inside.login(
        email="marit@example.org", password="Marit has a long one"
    )  # of a test
    assert inside.get("/settings/").status_code == 200
    client.force_login(sofie)

    client.post(f"/server/suspend/{marit.pk}/")
    assert inside.get("/settings/").status_code == 302
    inside.post(
        "/account/login/",
        {"login": "marit@example.org", "password": "Marit has a long one"},
    )
    assert inside.get("/settings/").status_code == 302

    client.post(f"/server/let-in/{marit.pk}/")
    inside.post(
        "/account/login/",
        {"login": "marit@example.org", "password": "Marit has a long one"},
    )
    assert inside.get("/settings/").status_code == 200


def test_the_page_names_people_and_says_nothing_of_their_books(client, marit, sofie):
    client.force_login(sofie)
    page = client.get("/server/").content.decode()

    assert "Marit" in page
    assert "marit@example.org" not in page


def test_stewardship_is_handed_over_and_never_lost(client, marit, sofie):
    client.force_login(sofie)
    client.post(f"/server/hand-over/{marit.pk}/")

    assert client.get("/server/").status_code == 404
    assert list(Person.objects.filter(is_steward=True)) == [marit]


@pytest.mark.parametrize("pk", [0, 999_999])
def test_nobody_who_is_not_there_is_suspended(client, sofie, pk):
    client.force_login(sofie)

    assert client.post(f"/server/suspend/{pk}/").status_code == 404
