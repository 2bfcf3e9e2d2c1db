"""Who gets in, once, how often they may try, and how they leave."""

from datetime import timedelta
from hashlib import sha256

import pytest
from django.contrib.messages import get_messages
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from plait.accounts.models import SignInLink, SignInTry
from plait.accounts.operations import make_link, set_password
from plait.accounts.session_store import stored_key
from tests.web.conftest import NOW

PASSWORD = "four blue kettles"
WRONG = "This name and this password do not belong together."


@pytest.fixture
def link(nora):
    return reverse("sign_in_link", args=[make_link(person=nora, now=NOW)])


@pytest.fixture
def keyed_nora(nora):
    set_password(viewer=nora, password=PASSWORD)
    return nora


def is_in(client) -> bool:
    return "_auth_user_id" in client.session


def tries(client, name="nora", password="not it", **more):  # noqa: S107  # a wrong one
    return client.post("/sign-in/", {"username": name, "password": password, **more})


def test_a_link_signs_in_and_leads_to_today(link, as_nobody):
    answer = as_nobody.get(link)

    assert is_in(as_nobody)
    assert answer["Location"] == "/"


def test_a_link_works_once_and_says_so_to_the_second_browser(link, as_nobody):
    as_nobody.get(link)
    thief = Client()

    answer = thief.get(link)

    assert not is_in(thief)
    assert answer.status_code == 410
    assert "This sign-in link was used already or is too old." in answer.text
    assert "plait link" in answer.text


def test_a_link_opened_again_by_whom_it_let_in_leads_to_today(link, as_nobody):
    as_nobody.get(link)

    answer = as_nobody.get(link)

    assert (answer.status_code, answer["Location"]) == (302, "/")


@pytest.mark.parametrize(("minutes", "works"), [(29, True), (30, False)])
def test_a_link_lasts_half_an_hour(link, as_nobody, friday_morning, minutes, works):
    friday_morning.shift(timedelta(minutes=minutes))

    as_nobody.get(link)

    assert is_in(as_nobody) is works


def test_only_the_hash_of_a_link_is_kept(nora):
    token = make_link(person=nora, now=NOW)

    kept = list(SignInLink.objects.values_list("token_hash", flat=True))

    assert kept == [sha256(token.encode()).hexdigest()]


def test_looking_at_a_link_without_opening_it_spends_nothing(link, as_nobody):
    as_nobody.head(link)
    assert not is_in(as_nobody)

    as_nobody.get(link)

    assert is_in(as_nobody)


@pytest.mark.parametrize(
    "token", ["x", "x" * 5000, "%00", "../../etc/passwd", "é", "a' OR '1'='1"]
)
def test_an_invented_link_lets_nobody_in(nora, as_nobody, token):
    answer = as_nobody.get(f"/sign-in/{token}/")

    assert answer.status_code in {404, 410}
    assert not is_in(as_nobody)


def test_a_link_lets_in_whom_it_is_for_even_in_anothers_browser(link, as_charlie, nora):
    before = as_charlie.session.session_key

    as_charlie.get(link)

    assert as_charlie.session["_auth_user_id"] == str(nora.pk)
    assert not Session.objects.filter(pk=stored_key(before)).exists()


def test_a_link_of_somebody_made_inactive_lets_nobody_in(link, nora, as_nobody):
    nora.is_active = False
    nora.save()

    as_nobody.get(link)

    assert not is_in(as_nobody)


def test_a_password_signs_in(keyed_nora, as_nobody):
    answer = tries(as_nobody, password=PASSWORD)

    assert is_in(as_nobody)
    assert answer["Location"] == "/"


@pytest.mark.parametrize("name", ["nora", "nobody", "closed", "linked"])
def test_a_refusal_never_tells_whether_the_name_exists(
    keyed_nora, charlie, as_nobody, name
):
    """A wrong password, no such name, inactive, and one who has no password."""
    charlie.sign_in_name = {"closed": "closed", "linked": "linked"}.get(name, "charlie")
    charlie.is_active = name != "closed"
    charlie.save()

    answer = tries(as_nobody, name)

    shown = answer.text.replace(f'value="{name}"', "")
    assert WRONG in answer.text
    assert name not in shown
    assert answer.status_code == 200
    assert not is_in(as_nobody)


def test_after_ten_wrong_passwords_even_the_right_one_has_to_wait(
    keyed_nora, as_nobody
):
    answers = [tries(as_nobody).status_code for _ in range(10)]

    answer = tries(as_nobody, password=PASSWORD)

    assert answers == [200] * 10
    assert answer.status_code == 429
    assert "Too many passwords were tried with this name." in answer.text
    assert "Wait a quarter of an hour" in answer.text
    assert not is_in(as_nobody)


def test_who_waited_a_quarter_of_an_hour_may_try_again(
    keyed_nora, as_nobody, friday_morning
):
    for _ in range(11):
        tries(as_nobody)
    friday_morning.shift(timedelta(minutes=15, seconds=1))

    tries(as_nobody, password=PASSWORD)

    assert is_in(as_nobody)


@pytest.mark.parametrize("name", ["nora", "NORA", " nora "])
def test_another_spelling_of_the_name_is_no_way_round(keyed_nora, as_nobody, name):
    for _ in range(10):
        tries(as_nobody)

    assert tries(as_nobody, name).status_code == 429


def test_nobody_locks_another_out_from_elsewhere(keyed_nora, as_nobody):
    for _ in range(11):
        tries(Client(REMOTE_ADDR="203.0.113.7"))

    tries(as_nobody, password=PASSWORD)

    assert is_in(as_nobody)


def test_a_link_lets_in_also_after_too_many_passwords(keyed_nora, link, as_nobody):
    for _ in range(11):
        tries(as_nobody)

    as_nobody.get(link)

    assert is_in(as_nobody)


def test_the_right_password_forgets_the_wrong_ones(keyed_nora, as_nobody):
    for _ in range(9):
        tries(as_nobody)

    tries(as_nobody, password=PASSWORD)

    assert SignInTry.objects.count() == 0


def test_what_was_typed_as_a_name_is_not_kept(as_nobody):
    tries(as_nobody, name=PASSWORD)

    kept = SignInTry.objects.get()

    assert kept.fingerprint == sha256(f"{PASSWORD}\x00127.0.0.1".encode()).hexdigest()


@pytest.mark.parametrize(
    "outside",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere.example/",
        "\\\\elsewhere.example",
        "https:elsewhere.example",
        "javascript:alert(1)",
        "\x00//elsewhere.example",
        " //elsewhere.example",
        "http://testserver@elsewhere.example/",
    ],
)
@pytest.mark.parametrize("how", ["typed", "in the address"])
def test_signing_in_leads_nowhere_outside(keyed_nora, as_nobody, outside, how):
    told = {"username": "nora", "password": PASSWORD}
    query = {} if how == "typed" else {"next": outside}
    told |= {"next": outside} if how == "typed" else {}

    answer = as_nobody.post("/sign-in/", told, query_params=query)

    assert answer["Location"] == "/"


def test_signing_in_leads_on_to_the_page_that_was_asked_for(keyed_nora, as_nobody):
    asked = as_nobody.get("/inbox/")
    page = as_nobody.get(asked["Location"])

    answer = tries(as_nobody, password=PASSWORD, next=page.context["next"])

    assert asked["Location"] == "/sign-in/?next=/inbox/"
    assert answer["Location"] == "/inbox/"


@pytest.mark.parametrize("way", ["link", "password"])
def test_a_session_that_somebody_planted_is_worth_nothing(
    keyed_nora, link, as_nobody, way
):
    session = as_nobody.session
    session["planted"] = "by a thief"
    session.save()
    planted = as_nobody.cookies["plait_session"].value

    if way == "link":
        as_nobody.get(link)
    else:
        tries(as_nobody, password=PASSWORD)

    assert is_in(as_nobody)
    assert as_nobody.cookies["plait_session"].value != planted
    assert not Session.objects.filter(pk=stored_key(planted)).exists()


def test_whoever_is_in_already_is_led_to_today(as_nora):
    answer = as_nora.get("/sign-in/")

    assert answer["Location"] == "/"


def test_signing_out_takes_a_button_and_not_an_address(as_nora):
    answer = as_nora.get("/sign-out/")

    assert answer.status_code == 405
    assert is_in(as_nora)


def test_signing_out_ends_the_session_where_it_is_kept(as_nora):
    stolen = as_nora.cookies["plait_session"].value

    answer = as_nora.post("/sign-out/")

    assert answer["Location"] == "/sign-in/?left=1"
    assert not Session.objects.filter(pk=stored_key(stolen)).exists()


def test_somebody_made_inactive_is_out_at_once(as_nora, nora):
    assert as_nora.get("/roles/").status_code == 200
    nora.is_active = False
    nora.save()

    answer = as_nora.get("/")

    assert answer["Location"] == "/sign-in/?next=/"


def test_a_new_password_ends_the_sessions_elsewhere_and_not_this_one(
    keyed_nora, as_nora
):
    elsewhere = Client()
    elsewhere.force_login(keyed_nora)
    new = "seven green ladders"
    form = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}

    answer = as_nora.post("/settings/password/", form)

    assert [str(m) for m in get_messages(answer.wsgi_request)] == [
        "Saved. Sign in as “nora” with it."
    ]
    assert as_nora.get("/roles/").status_code == 200
    assert elsewhere.get("/roles/").status_code == 302


def test_a_session_gives_no_more_than_ten_tries_at_the_password(keyed_nora, as_nora):
    for page, field in [
        ("password", "old_password"),
        ("delete_everything", "confirmation"),
    ] * 5:
        as_nora.post(reverse(page), {field: "not it"})

    new = {"new_password1": "seven green ladders"}
    form = {"old_password": PASSWORD, **new, "new_password2": "seven green ladders"}
    answer = as_nora.post(reverse("password"), form)

    keyed_nora.refresh_from_db()
    assert answer.status_code == 429
    assert "Too many passwords were tried" in answer.text
    assert keyed_nora.check_password(PASSWORD)
