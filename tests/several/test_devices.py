"""Where somebody is signed in, and ending that."""

import pytest
from django.test import Client

from plait.accounts.models import SignIn
from plait.accounts.sign_ins import device_of

WORD = {"login": "marit@example.org", "password": "Marit has a long one"}
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def signed_in(agent: str = FIREFOX) -> Client:
    client = Client(headers={"user-agent": agent})
    client.post("/account/login/", WORD)
    return client


def test_each_device_is_listed_and_one_is_ended(marit):
    here, there = signed_in(), signed_in("Mozilla/5.0 (iPhone) Safari/604.1")
    page = here.get("/settings/devices/").content.decode()
    assert "Firefox, Linux" in page
    assert "Safari, iPhone" in page

    row = SignIn.objects.get(device="Safari, iPhone")
    here.post(f"/settings/devices/{row.pk}/end/")

    assert there.get("/settings/").status_code == 302
    assert here.get("/settings/").status_code == 200


def test_all_others_are_ended_at_once(marit):
    here, others = signed_in(), [signed_in(), signed_in()]
    here.post("/settings/devices/others/end/")

    assert [other.get("/settings/").status_code for other in others] == [302, 302]
    assert here.get("/settings/").status_code == 200


def test_another_persons_device_is_not_there(marit, sofie, client):
    there = signed_in()
    client.force_login(sofie)

    answer = client.post(
        f"/settings/devices/{SignIn.objects.filter(owner=marit).get().pk}/end/"
    )

    assert answer.status_code == 404
    assert there.get("/settings/").status_code == 200


@pytest.mark.parametrize(
    ("agent", "said"),
    [
        (FIREFOX, "Firefox, Linux"),
        (
            "Mozilla/5.0 (Windows NT 10.0) Chrome/140 Safari/537 Edg/140",
            "Edge, Windows",
        ),
        ("curl/8", ""),
        ("<script>" * 5_000, ""),
    ],
)
def test_a_device_is_called_by_browser_and_system(agent, said):
    assert device_of(agent) == said
