"""What a person tells of themselves, and how the pages follow it."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.hashers import check_password
from django.test import Client
from django.urls import reverse

from plait.accounts.operations import change_person, set_password
from tests.book.tables import whole
from tests.web.importing import words

TOLD = {
    "name": "Nora Vis",
    "capacity": "36",
    "currency": "GBP",
    "timezone": "America/New_York",
    "language": "en",
    "theme": "dark",
    "country": "GB",
    "region": "SCT",
    "born_on": "2009-04-01",
    "travel_minutes": "20",
}
PASSWORD = "four blue kettles"


@pytest.fixture
def page(as_nora):
    """Send the form of the settings page, or only look at it."""

    def page(**told):
        url = reverse("settings")
        return as_nora.post(url, TOLD | told) if told else as_nora.get(url)

    return page


def test_the_form_shows_what_is_known(page, nora):
    change_person(viewer=nora, capacity_minutes=2250, theme="light")

    first = page().context["form"].initial

    assert first["name"] == "Nora"
    assert first["capacity"] == 37.5  # 2250 minutes / 60
    assert first["theme"] == "light"


def test_everything_told_is_kept(page, nora):
    answer = page(name="Nora Vis")

    nora.refresh_from_db()
    assert answer["Location"] == reverse("settings")
    assert (nora.name, nora.currency, nora.timezone) == (
        "Nora Vis",
        "GBP",
        "America/New_York",
    )
    assert (nora.language, nora.theme) == ("en", "dark")
    assert nora.capacity_minutes == 36 * 60
    told = (nora.country, nora.region, nora.born_on, nora.travel_minutes)
    assert told == ("GB", "SCT", date(2009, 4, 1), 20)


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("37,5", 2250),
        ("37.5", 2250),
        ("40", 2400),
        (" 8 ", 480),
        ("0,5", 30),
        ("168", 10080),
        ("", None),
    ],
)
def test_hours_are_written_with_a_comma_or_a_point(
    page, nora, language, written, minutes
):
    change_person(viewer=nora, language=language, capacity_minutes=60)

    page(capacity=written)

    nora.refresh_from_db()
    assert nora.capacity_minutes == minutes


def test_hours_are_shown_as_the_language_writes_them(page, nora):
    change_person(viewer=nora, language="nl", capacity_minutes=2250)

    assert 'value="37,5"' in page().text


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "This field is required."),
        ("name", "n" * 151, "at most 150 characters"),
        ("capacity", "many", "This is not a number: write it such as 16 or 7.5."),
        ("capacity", "0", "Half an hour is the least; leave it open if unsure."),
        ("capacity", "-3", "Half an hour is the least"),
        ("capacity", "168.5", "A week has 168 hours."),
        ("capacity", "0.555", "Two decimals are enough."),
        ("capacity", "NaN", "This is not a number"),
        ("capacity", "1e400", "This is not a number"),
        ("currency", "XXX1", "Select a valid choice."),
        ("timezone", "../../etc/passwd", "Select a valid choice."),
        ("timezone", "Mars/Olympus", "Select a valid choice."),
        ("language", "tlh", "Select a valid choice."),
        ("theme", "<script>", "Select a valid choice."),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(page, field, value, sentence):
    before = whole()

    answer = page(**{field: value})

    beside = answer.text.split(f'name="{field}"')[1].split('class="field"')[0]
    assert answer.status_code == 200
    assert sentence in beside
    assert f'id="id_{field}_error"' in beside
    assert "Nothing was saved yet" in words(answer)
    assert whole() == before


def test_the_whole_page_is_dutch_at_once(page, as_nora):
    after = as_nora.post(reverse("settings"), TOLD | {"language": "nl"}, follow=True)

    told = words(after)
    assert '<html lang="nl"' in after.text
    for dutch, english in (
        ("Opgeslagen", "Saved"),
        ("Instellingen", "Settings"),
        ("Vandaag", "Today"),
    ):
        assert dutch in told
        assert english not in told


def test_and_english_again(as_nora, nora):
    change_person(viewer=nora, language="nl")

    after = as_nora.post(reverse("settings"), TOLD, follow=True)

    assert '<html lang="en"' in after.text
    assert "Saved." in words(after)


@pytest.mark.parametrize(
    ("theme", "tag"),
    [
        ("auto", '<html lang="en">'),
        ("light", '<html lang="en" data-theme="light">'),
        ("dark", '<html lang="en" data-theme="dark">'),
    ],
)
def test_every_page_wears_the_chosen_colours(as_nora, nora, role_of, theme, tag):
    role_of(nora)
    change_person(viewer=nora, theme=theme)

    pages = [as_nora.get(url) for url in ("/", "/roles/", "/nothing/")]

    assert [tag in page.text for page in pages] == [True] * 3


def test_the_day_begins_where_the_person_lives(as_nora, nora, role_of):
    """It is 09:30 UTC on the 20th: in Auckland the 20th, in Honolulu the 19th."""
    role_of(nora)
    change_person(viewer=nora, timezone="Pacific/Honolulu")
    early = as_nora.get("/").context["on"]
    change_person(viewer=nora, timezone="Pacific/Kiritimati")
    late = as_nora.get("/").context["on"]

    assert (early.isoformat(), late.isoformat()) == ("2026-11-19", "2026-11-20")


def test_every_zone_and_currency_that_is_offered_works(page):
    form = page().context["form"]

    zones = [key for key, _ in form.fields["timezone"].choices]
    currencies = [key for key, _ in form.fields["currency"].choices]
    assert {str(ZoneInfo(zone)) for zone in zones} == set(zones)
    assert {len(code) for code in currencies} == {3}
    assert len(set(currencies)) == len(currencies)


@pytest.fixture
def change_password(as_nora):
    def change_password(new=PASSWORD, again=None, **more):
        told = {"new_password1": new, "new_password2": again or new, **more}
        return as_nora.post(reverse("password"), told)

    return change_password


def test_a_first_password_opens_the_door(change_password, nora, role_of):
    role_of(nora)
    answer = change_password()
    other = Client()
    other.post("/sign-in/", {"username": "nora", "password": PASSWORD})

    assert answer["Location"] == reverse("settings")
    assert other.get("/").status_code == 200


@pytest.mark.parametrize(
    ("new", "again"),
    [
        ("short", None),
        ("password1234", None),
        ("482910375620", None),
        ("bobobobobo", None),
        ("qwertyuiop12", None),
        ("Zomer-2026!", None),
        ("NoraNora1987", None),
        (PASSWORD, "four blue kettle"),
        ("", ""),
    ],
)
def test_a_weak_password_is_refused_beside_its_field(change_password, nora, new, again):
    answer = change_password(new, again)

    nora.refresh_from_db()
    assert answer.status_code == 200
    assert "Nothing was saved yet" in words(answer)
    assert not nora.has_usable_password()


def test_a_password_is_changed_only_by_whom_knows_the_old_one(
    change_password, nora, as_nora
):
    set_password(viewer=nora, password="old green ladder")
    as_nora.force_login(nora)

    change_password(old_password="not it at all")
    nora.refresh_from_db()
    is_old = check_password("old green ladder", nora.password)
    change_password(old_password="old green ladder")
    nora.refresh_from_db()

    assert is_old
    assert check_password(PASSWORD, nora.password)


def test_no_page_repeats_a_password(change_password):
    page = change_password("a password never shown", "another one")

    assert "a password never shown" not in page.text


def test_regions_are_offered_where_their_holidays_differ(page, nora):
    assert not page().context["form"].has_regions

    change_person(viewer=nora, country="GB")

    choices = dict(page().context["form"].fields["region"].choices)
    assert choices["SCT"] == "Scotland"


def test_a_region_of_the_country_before_is_dropped(page, nora):
    change_person(viewer=nora, country="GB", region="SCT")

    page(country="NL")

    nora.refresh_from_db()
    assert (nora.country, nora.region) == ("NL", "")


def test_a_region_that_only_a_file_knows_is_kept(page, nora):
    change_person(viewer=nora, country="NL", region="Bonaire")

    page(country="NL", region="Bonaire")

    nora.refresh_from_db()
    assert nora.region == "Bonaire"


def test_countries_are_named_in_the_persons_language(page, nora):
    change_person(viewer=nora, language="nl")

    assert "Duitsland" in page().content.decode()


@pytest.mark.parametrize(
    ("told", "field", "said"),
    [
        ({"born_on": "2030-01-01"}, "born_on", "This day is yet to come"),
        ({"born_on": "1 May"}, "born_on", "This is not a day"),
        ({"country": "Narnia"}, "country", "Select a valid choice"),
        ({"travel_minutes": "half an hour"}, "travel_minutes", "whole number"),
        ({"travel_minutes": ""}, "travel_minutes", "Write 0 if it takes no time"),
        ({"travel_minutes": "-5"}, "travel_minutes", "without a minus"),
        ({"travel_minutes": "2000"}, "travel_minutes", "1,440 minutes"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(page, told, field, said):
    errors = page(**told).context["form"].errors

    assert list(errors) == [field]
    assert said in errors[field][0]


def test_numbers_dates_and_times_are_written_as_chosen_on_pages(page, as_nora, nora):
    page(numbers="1.234,56", dates="26-11-30", clock="12")

    nora.refresh_from_db()
    today = as_nora.get(reverse("today") + "?on=2026-11-20").text
    history = as_nora.get(reverse("history")).text

    assert (nora.numbers, nora.dates, nora.clock) == ("1.234,56", "26-11-30", "12")
    assert "2026-11-20" in history
    assert "20 November" not in today


def test_findings_that_are_left_out_are_counted_and_not_listed(
    page, as_nora, nora, role_of
):
    role_of(nora)
    before = as_nora.get(reverse("today")).context["findings"]
    page(hidden_findings=["book", "wellbeing"])

    after = as_nora.get(reverse("today"))

    assert before
    assert len(after.context["findings"]) < len(before)
    assert "as you chose in Settings" in after.text
