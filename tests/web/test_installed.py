"""Plait as an installed app: what a browser asks for, and what was written offline."""

import json
from uuid import uuid4

import pytest

from plait.book.models import CheckIn, TimeEntry
from plait.web.pages.installed import device_id
from tests.web.conftest import SECRET, TODAY

FRIDAY, SUNDAY = "2026-11-13", "2026-11-15"


@pytest.fixture
def atlas(nora, role_of):
    return role_of(nora, "Atlas")


def entry(person, **fields) -> dict[str, str]:
    usual = {"kind": "line", "id": str(uuid4()), "person": device_id(person)}
    return usual | {"day": FRIDAY, "device_zone": "Europe/Amsterdam"} | fields


def test_the_manifest_has_icons_that_are_there_and_two_short_ways(client, db):
    answer = client.get("/manifest.webmanifest", headers={"accept-language": "nl"})
    manifest = json.loads(answer.content)
    icons = [client.get(icon["src"]) for icon in manifest["icons"]]

    assert answer["Content-Type"] == "application/manifest+json"
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    assert [icon["Content-Type"] for icon in icons] == ["image/png"] * 4
    assert [one["url"] for one in manifest["shortcuts"]] == ["/log/", "/check-in/"]
    assert manifest["shortcuts"][0]["name"] == "Noteren"


def test_the_worker_keeps_files_that_are_there_and_no_page_of_a_person(as_nora, ids):
    answer = as_nora.get("/sw.js")
    lines = answer.text.splitlines()
    files = json.loads(lines[2].removeprefix("const FILES = ").removesuffix(";"))
    shell = as_nora.get("/offline/").text

    assert answer["Content-Type"].startswith("text/javascript")
    assert [one for one in files if as_nora.get(one).status_code != 200] == []
    assert lines[1] == 'const SHELL = "/offline/";'
    assert SECRET.casefold() not in shell.casefold()
    assert "plait-person" not in shell
    assert "csrfmiddlewaretoken" not in shell


def test_a_line_counts_from_the_day_it_was_written_and_is_kept_once(
    nora, as_nora, atlas
):
    sent = entry(nora, line="2h atlas budget review yesterday")
    answers = [as_nora.post("/offline/keep/", sent) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [200, 200]
    kept = TimeEntry.objects.get(owner=nora)
    assert (kept.on.isoformat(), kept.description) == ("2026-11-12", "budget review")


def test_times_are_those_of_where_it_was_written(nora, as_nora, atlas):
    line = {"line": "13:00-14:00 atlas call", "device_zone": "America/New_York"}
    as_nora.post("/offline/keep/", entry(nora, **line))

    kept = TimeEntry.objects.get(owner=nora)
    assert (kept.zone, kept.started_at.hour) == ("America/New_York", 18)


def test_a_check_in_is_of_the_week_it_was_written_in(nora, as_nora, atlas):
    points = dict.fromkeys(("energy", "meaning", "growth", "pressure"), "4")
    sent = entry(nora, kind="check_in", role="atlas", day=SUNDAY, **points)
    answer = as_nora.post("/offline/keep/", sent)

    assert answer.status_code == 200
    assert CheckIn.objects.get(owner=nora).week_on.isoformat() == "2026-11-09"


def test_nobody_elses_sign_in_sends_it(nora, as_charlie, charlie, role_of):
    role_of(charlie, "Atlas")
    answer = as_charlie.post("/offline/keep/", entry(nora, line="2h atlas"))

    assert answer.status_code == 409
    assert not TimeEntry.objects.exists()
    assert device_id(nora) != device_id(charlie)


def test_a_spent_session_leads_to_signing_in_and_keeps_nothing(nora, client, atlas):
    answer = client.post("/offline/keep/", entry(nora, line="2h atlas"))

    assert answer.status_code == 302
    assert client.get("/offline/who/").status_code == 302
    assert not TimeEntry.objects.exists()


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"line": "2h nobody"}, "role"),
        ({"line": ""}, "A part of this entry is missing."),
        ({"line": "2h atlas", "day": "2031-01-01"}, "The date of this device"),
        ({"kind": "check_in", "role": "atlas"}, "A part of this entry is missing."),
        ({"line": "2h atlas", "id": "5"}, "UUID"),
    ],
)
def test_what_cannot_be_kept_says_why(nora, as_nora, atlas, fields, why):
    answer = as_nora.post("/offline/keep/", entry(nora, **fields))

    assert answer.status_code == 422
    assert why in json.loads(answer.content)["why"]
    assert not TimeEntry.objects.exists()


def test_a_form_that_is_sent_twice_is_kept_once(nora, as_nora, atlas):
    form = {"line": "2h atlas", "request": str(uuid4())}
    as_nora.post("/log/line/", form)
    again = as_nora.post("/log/line/", form)
    as_nora.post("/log/line/", form | {"line": "3h atlas"})

    assert again["Location"] == "/log/"
    assert sorted(e.seconds for e in TimeEntry.objects.all()) == [7200, 10800]


def test_a_line_sent_by_its_form_is_not_kept_again_by_the_device(nora, as_nora, atlas):
    sent = entry(nora, line="2h atlas", day=TODAY.isoformat())
    as_nora.post("/log/line/", {"line": "2h atlas", "request": sent["id"]})
    as_nora.post("/offline/keep/", sent)

    assert TimeEntry.objects.count() == 1


def test_signing_out_lets_the_device_forget_whose_it_was(as_nora):
    assert as_nora.post("/sign-out/")["Location"] == "/sign-in/?left=1"
