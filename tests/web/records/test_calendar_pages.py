"""The pages of calendars: followed, looked at again, removed, and one's own shared."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from plait.book.imports.batches import import_files
from plait.book.job_kinds import CALENDAR_VISIT
from plait.book.models import CalendarFeed, CalendarSource, Event
from plait.book.operations.roles import agree
from plait.formats.source import Options, Source
from plait.jobs.models import Job
from plait.jobs.worker import work_off_due
from plait.web import clock
from tests.cast import terms
from tests.formats.ics_samples import calendar, event
from tests.servers.answering import Said
from tests.servers.radicale import PASSWORDS
from tests.web.conftest import NOW, SECRET

TEAM = event("DTSTART:20261123T090000Z", "SUMMARY:Team", uid="team")
MINUTE = timedelta(minutes=1)
BOARD = event("DTSTART:20261124T090000Z", "SUMMARY:Board", uid="board")


@pytest.fixture(autouse=True)
def at_home(settings):
    """Let calendars be fetched from this machine, where the tests' servers are."""
    settings.FETCHES_PRIVATE = True


@pytest.fixture
def team(server) -> str:
    """The address of a calendar with one meeting."""
    server.by_path["/private-7f3a9c/team.ics"] = Said(200, calendar(TEAM).encode())
    return server.at("/private-7f3a9c/team.ics")


@pytest.fixture
def followed(as_nora, nora, team) -> CalendarSource:
    add(as_nora, address=team, titles="on")
    as_nora.get(reverse("calendars"))  # where it is said that it came in
    return CalendarSource.objects.get(owner=nora)


def add(client, **told):
    return client.post(reverse("calendar_add"), told)


def said(answer) -> list[str]:
    return [str(message) for message in get_messages(answer.wsgi_request)]


def titles() -> set[str]:
    return set(Event.objects.filter(superseded_by=None).values_list("title", flat=True))


# Following


def test_a_calendar_is_followed_by_its_address(as_nora, nora, team):
    answer = add(as_nora, address=team, titles="on")

    assert answer["Location"] == reverse("calendars")
    assert said(answer) == ["1 new event came in."]
    assert titles() == {"Team"}
    assert "team" in as_nora.get(reverse("calendars")).text


def test_an_address_is_not_shown_since_it_may_be_a_secret(as_nora, followed):
    answer = as_nora.get(reverse("calendars"))

    assert "7f3a9c" not in answer.text
    assert "127.0.0.1" in answer.text


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("", "This field is required."),
        ("my calendar", "This is not the address of a calendar: my calendar."),
        ("{server}/none.ics", "There is no calendar at this address, or no longer"),
        ("{server}/page", "This is the address of a web page, not of a calendar"),
    ],
)
def test_an_address_that_leads_to_no_calendar_is_told_on_the_page(
    as_nora, server, address, sentence
):
    server.by_path["/page"] = Said(200, b"<html>Hello</html>")

    answer = add(as_nora, address=address.format(server=server.at("")))

    assert sentence in answer.text
    assert not CalendarSource.objects.exists()


def test_a_private_network_is_refused_where_it_is_not_allowed(
    as_nora, team, server, settings
):
    settings.FETCHES_PRIVATE = False

    answer = add(as_nora, address=team, titles="on")

    assert (
        "This address leads into a private network, where Plait does not ask:"
        " 127.0.0.1. If it is your own server, start Plait with"
        " PLAIT_FETCH_PRIVATE=1." in answer.text
    )
    assert server.asked == []


def test_a_calendar_that_is_followed_already_is_told(as_nora, followed, team):
    assert (
        "This calendar is followed already"
        in add(as_nora, address=team, titles="on").text
    )


@pytest.fixture(scope="module")
def home(radicale):
    """Omar's calendars on a server of his own."""
    for path, name in (("web-work", "Web work"), ("web-club", "Web <club>")):
        address = radicale.make(path, name, "omar")
        radicale.put(address, "e.ics", calendar(event(*_EVENT, uid=path)), "omar")
    return radicale


_EVENT = ("DTSTART:20261125T090000Z", "SUMMARY:Met")


def test_of_several_calendars_those_that_are_chosen_are_followed(as_nora, nora, home):
    login = {"username": "omar", "password": PASSWORDS["omar"]}
    asking = add(as_nora, address=home.address, **login)
    assert "Which calendars?" in asking.text
    assert "Web &lt;club&gt;" in asking.text
    assert not CalendarSource.objects.exists()

    chosen = [f"{home.address}omar/web-club/", f"{home.address}omar/web-work/"]
    answer = add(as_nora, address=home.address, **login, which="yes", chosen=chosen)

    assert said(answer) == ["2 new events came in."]
    names = CalendarSource.objects.filter(owner=nora).values_list("name", flat=True)
    assert set(names) == {"Web work", "Web <club>"}


def test_of_several_calendars_one_at_least_is_chosen(as_nora, home):
    login = {"username": "omar", "password": PASSWORDS["omar"]}

    answer = add(as_nora, address=home.address, **login, which="yes")

    assert "Choose at least one of them." in answer.text
    assert not CalendarSource.objects.exists()


def test_a_calendar_that_nobody_offered_is_not_followed(as_nora, home, team):
    login = {"username": "omar", "password": PASSWORDS["omar"]}

    add(as_nora, address=home.address, **login, which="yes", chosen=[team])

    assert not CalendarSource.objects.exists()


def test_a_password_is_never_shown_again(as_nora, home):
    secret = PASSWORDS["omar"]
    address = f"{home.address}omar/web-work/"
    add(as_nora, address=address, username="omar", password=secret)
    source = CalendarSource.objects.get()

    pages = [
        as_nora.get(reverse("calendars")),
        as_nora.get(reverse("calendar_add")),
        as_nora.get(reverse("calendar_remove", args=[source.pk])),
        as_nora.get(reverse("settings")),
    ]

    assert secret not in source.password
    assert not any(secret in page.text for page in pages)
    assert "127.0.0.1, as omar" in pages[0].text


def test_a_password_is_not_in_what_is_taken_along(as_nora, home):
    address = f"{home.address}omar/web-work/"
    add(as_nora, address=address, username="omar", password=PASSWORDS["omar"])

    answer = as_nora.get(reverse("export"))

    packed = answer.getvalue()
    assert PASSWORDS["omar"].encode() not in packed
    assert b"web-work/" not in packed


# Looking again


def asked(client, source, name="calendar_refresh"):
    args = [source.pk] if name == "calendar_refresh" else []
    return client.post(reverse(name, args=args))


def refresh(client, source, name="calendar_refresh"):
    """Ask for a visit, let it be made, and open the page that says what it came to."""
    answer = asked(client, source, name)
    work_off_due(clock=clock.now)
    return client.get(answer["Location"])


@pytest.mark.parametrize("name", ["calendar_refresh", "calendars_refresh"])
def test_what_is_new_comes_in_at_a_press(as_nora, followed, server, name):
    said_now = Said(200, calendar(TEAM, BOARD).encode())
    server.by_path["/private-7f3a9c/team.ics"] = said_now

    answer = refresh(as_nora, followed, name)

    assert said(answer) == ["1 new event came in."]
    assert titles() == {"Team", "Board"}


def test_that_nothing_has_changed_is_told(as_nora, followed):
    assert said(refresh(as_nora, followed)) == ["Nothing has changed."]


def test_what_changed_without_anything_new_is_told(as_nora, followed, server):
    gone = Said(200, calendar(event("DTSTART:20200101T090000Z", uid="x")).encode())
    server.by_path["/private-7f3a9c/team.ics"] = gone
    refresh(as_nora, followed)
    server.by_path["/private-7f3a9c/team.ics"] = Said(200, calendar(TEAM).encode())

    answer = refresh(as_nora, followed)

    assert said(answer)[-1] == "Calendar updated."


def test_what_could_not_be_taken_is_told(as_nora, followed, server):
    broken = calendar(TEAM, BOARD, event("SUMMARY:No start", uid="broken"))
    server.by_path["/private-7f3a9c/team.ics"] = Said(200, broken.encode())

    assert said(refresh(as_nora, followed)) == [
        "1 new event came in.",
        "1 event was left out; the list of imports says why.",
    ]


def test_trouble_is_told_and_stays_on_the_page(as_nora, followed, server):
    server.by_path["/private-7f3a9c/team.ics"] = Said(404)
    sentence = (
        "There is no calendar at this address, or no longer: 127.0.0.1. Copy the"
        " address from your calendar again."
    )

    answer = refresh(as_nora, followed)

    assert said(answer) == [f"team: {sentence}"]
    assert sentence in as_nora.get(reverse("calendars")).text


def test_trouble_is_told_in_dutch(as_nora, nora, followed, server):
    server.by_path["/private-7f3a9c/team.ics"] = Said(404)
    refresh(as_nora, followed)
    nora.language = "nl"
    nora.save(update_fields=["language"])

    assert as_nora.get(reverse("calendars")).status_code == 200


def test_a_server_that_takes_its_time_holds_up_no_page(as_nora, followed, server):
    n_before = len(server.asked)

    first, again = asked(as_nora, followed), asked(as_nora, followed)
    waiting = as_nora.get(first["Location"])
    part = as_nora.get(first["Location"], headers={"HX-Request": "true"})
    elsewhere = as_nora.get(reverse("calendars"))
    n_asked = len(server.asked) - n_before
    work_off_due(clock=clock.now)
    done = as_nora.get(first["Location"], headers={"HX-Request": "true"})

    assert again["Location"] == first["Location"]
    assert "Checking 1 calendar" in waiting.text
    assert part.text.count("hx-get") == 1
    assert "<html" not in part.text
    assert "They are being refreshed" in elsewhere.text
    assert (n_asked, len(server.asked) - n_before) == (0, 1)
    assert done["HX-Redirect"] == first["Location"]
    assert "Checking" not in as_nora.get(first["Location"]).text


def test_a_calendar_is_visited_every_hour_by_itself(as_nora, followed, friday_morning):
    first = Job.objects.get(kind=CALENDAR_VISIT)
    assert timedelta(0) <= first.not_before - NOW - timedelta(hours=1) < MINUTE
    assert work_off_due(clock=clock.now) == 0

    friday_morning.shift(timedelta(hours=1) + MINUTE)

    assert work_off_due(clock=clock.now) == 1
    coming = Job.objects.get(kind=CALENDAR_VISIT, state="waiting")
    assert coming.not_before - NOW >= timedelta(hours=2)


def test_another_persons_visits_are_not_shown(as_nora, followed, as_charlie):
    refreshed = refresh(as_nora, followed)

    answer = as_charlie.get(refreshed.wsgi_request.get_full_path())

    assert said(answer) == []
    assert "team" not in answer.text


@pytest.mark.parametrize("visits", ["", "x", "9" * 30, "1,,²", "-1"])
def test_numbers_that_are_no_visits_show_the_page(as_nora, followed, visits):
    answer = as_nora.get(reverse("calendars"), {"visits": visits})

    assert answer.status_code == 200
    assert said(answer) == []


def test_a_fault_in_a_visit_is_said_and_it_is_tried_again(
    as_nora, followed, monkeypatch
):
    def broken(**given):
        raise RuntimeError(SECRET)

    monkeypatch.setattr("plait.book.imports.calendar_visits.refresh", broken)

    answer = refresh(as_nora, followed)

    (sentence,) = said(answer)
    assert sentence.startswith("team: Something went wrong in Plait itself: Runtime")
    job = Job.objects.get(kind=CALENDAR_VISIT, state="waiting")
    assert job.attempts == 1
    assert SECRET not in job.error


# Removing


@pytest.mark.parametrize(
    ("events", "left", "told"),
    [
        ("keep", {"Team"}, "You no longer follow it; its events stay."),
        ("undo", set(), "You no longer follow it; 1 line is removed."),
        ("", {"Team"}, "You no longer follow it; its events stay."),
    ],
)
def test_a_calendar_is_removed_with_or_without_what_came_in(
    as_nora, followed, events, left, told
):
    url = reverse("calendar_remove", args=[followed.pk])
    assert "Stop following team?" in as_nora.get(url).text

    answer = as_nora.post(url, {"events": events})

    assert said(answer) == [told]
    assert titles() == left
    assert not CalendarSource.objects.exists()


# One's own calendar


@pytest.fixture
def shared(as_nora, nora, role_of) -> str:
    """The address of Nora's own calendar."""
    agreed = terms("8/week", blocks="mon 09:00-17:00")
    agree(viewer=nora, role=role_of(nora, "Practice"), terms=agreed)
    answer = as_nora.post(reverse("feed_make"))
    return answer.context["address"]


def path_of(address: str) -> str:
    return address.removeprefix("http://testserver")


def test_ones_own_calendar_is_read_without_signing_in(shared, as_nobody):
    answer = as_nobody.get(path_of(shared))

    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "SUMMARY:Practice" in answer.text
    assert "private" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "same-origin"
    assert not answer.cookies


def test_what_is_read_there_says_nothing_of_terms_and_pay(shared, as_nobody):
    text = as_nobody.get(path_of(shared)).text

    assert "Practice House" not in text
    assert "Nora" not in text


def test_its_address_is_shown_once(shared, as_nora):
    page = as_nora.get(reverse("calendars"))

    assert shared.rpartition("/")[2] not in page.text
    assert "It has had an address since 20 Nov 2026" in page.text


@pytest.mark.parametrize("cut", [slice(0, -5), slice(0, 10), slice(1, None)])
def test_an_address_that_nearly_fits_is_as_absent_as_any(shared, as_nobody, cut):
    token = shared.rpartition("/")[2].removesuffix(".ics")
    wrong = reverse("calendar_feed", args=[token[cut]])

    answer, absent = as_nobody.get(wrong), as_nobody.get("/nothing/here/")

    assert answer.status_code == absent.status_code == 404
    assert answer.content == absent.content
    assert not answer.cookies


def test_a_new_address_ends_the_old_one(shared, as_nora, as_nobody):
    new = as_nora.post(reverse("feed_make")).context["address"]

    assert as_nobody.get(path_of(shared)).status_code == 404
    assert as_nobody.get(path_of(new)).status_code == 200


def test_an_address_taken_back_leads_nowhere(shared, as_nora, as_nobody):
    url = reverse("feed_revoke")
    assert "Withdraw the address of your calendar?" in as_nora.get(url).text

    answer = as_nora.post(url)

    assert said(answer) == ["The address no longer works."]
    assert as_nobody.get(path_of(shared)).status_code == 404
    assert not CalendarFeed.objects.exists()


def test_a_calendar_program_may_ask_for_the_head_alone(shared, as_nobody):
    answer = as_nobody.head(path_of(shared))

    assert (answer.status_code, answer.content) == (200, b"")


# Titles


def test_titles_of_a_followed_calendar_are_kept_only_if_ticked(as_nora, nora, team):
    add(as_nora, address=team)

    assert titles() == {""}
    assert "Titles and places too" in as_nora.get(reverse("calendars")).text


def test_titles_are_dropped_at_a_press_and_asked_for_at_another(as_nora, followed):
    url = reverse("calendar_titles", args=[followed.pk])

    dropped = as_nora.post(url, {"titles": "drop"})
    as_nora.get(reverse("calendars"))
    kept = as_nora.post(url, {"titles": "keep"})

    assert said(dropped) == [
        "Only times are kept; the title and place of 1 event are gone."
    ]
    assert said(kept) == ["Titles and places are kept from its next refresh on."]
    assert titles() == {""}
    assert CalendarSource.objects.get().keeps_titles


def test_a_calendar_of_files_is_listed_and_its_titles_dropped(as_nora, nora, tmp_path):
    path = tmp_path / "Practice.ics"
    path.write_text(calendar(TEAM))
    import_files(
        viewer=nora,
        sources=[Source(path.name, path)],
        options=Options(today=date(2026, 11, 20), timezone=ZoneInfo("UTC")),
        now=datetime(2026, 11, 20, tzinfo=UTC),
        titles=True,
    )

    page = as_nora.get(reverse("calendars")).text
    as_nora.post(
        reverse("file_calendar_titles"), {"calendar": "Practice", "titles": "drop"}
    )

    assert "Calendars from files" in page
    assert "Practice" in page
    assert titles() == {""}
