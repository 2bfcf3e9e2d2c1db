"""People, and the ways in: a name each, links that work once, passwords kept as hashes."""

from datetime import UTC, datetime, timedelta

import pytest

from plait.accounts.models import Person, SignInLink
from plait.accounts.operations import (
    LinkSpent,
    NameTaken,
    add_person,
    change_person,
    make_link,
    set_password,
    use_link,
)
from plait.accounts.queries import NobodyHere, n_people, only_person, person_named

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def nora(db: None) -> Person:
    return add_person(sign_in_name="nora", name="Nora", now=NOW)


@pytest.fixture
def omar(db: None) -> Person:
    return add_person(sign_in_name="omar", name="Omar", now=NOW)


# Who is there.


def test_a_person_begins_in_euros_and_without_a_password(nora):
    told = Person.objects.get()

    assert (told.currency, told.timezone) == ("EUR", "Europe/Amsterdam")
    assert (told.capacity_minutes, told.created_at) == (None, NOW)
    assert not told.has_usable_password()


def test_a_name_to_sign_in_with_is_given_once(nora):
    with pytest.raises(NameTaken) as refused:
        add_person(sign_in_name="nora", name="Another Nora", now=NOW)

    assert str(refused.value) == (
        "Somebody else signs in with this name: nora. Choose another name."
    )
    assert Person.objects.get().name == "Nora"


def test_a_week_that_is_too_long_is_not_told_as_a_name_that_is_taken(db):
    from django.db import IntegrityError

    with pytest.raises(IntegrityError, match="person_capacity_fits_a_week"):
        add_person(sign_in_name="nora", name="Nora", now=NOW, capacity_minutes=99_999)


def test_a_change_of_one_thing_leaves_the_others(nora):
    change_person(viewer=nora, currency="GBP")

    told = Person.objects.get()
    assert (told.name, told.currency, told.timezone) == (
        "Nora",
        "GBP",
        "Europe/Amsterdam",
    )


def test_the_only_person_is_found_without_a_name(nora):
    assert only_person() == nora


def test_somebody_who_may_not_sign_in_is_not_counted_as_the_only_person(nora, omar):
    change_person(viewer=omar, is_active=False)

    assert only_person() == nora


def test_of_several_people_none_is_the_only_one(nora, omar):
    with pytest.raises(NobodyHere) as refused:
        only_person()

    assert str(refused.value) == (
        "This book is kept by several people."
        " Say who you are: set PLAIT_PERSON to your sign-in name."
    )


def test_where_nobody_is_the_sentence_says_how_to_begin(db):
    with pytest.raises(NobodyHere) as refused:
        only_person()

    assert refused.value.fix == 'Begin one with: plait init --name "Your name"'


def test_people_are_found_by_the_name_they_sign_in_with(nora, omar):
    assert person_named(sign_in_name="omar") == omar
    assert person_named(sign_in_name="Omar") is None
    assert n_people() == 2


# Links.


def test_a_link_signs_its_person_in(nora, omar):
    assert use_link(token=make_link(person=omar, now=NOW), now=NOW) == omar


def test_a_link_works_once(nora):
    token = make_link(person=nora, now=NOW)
    use_link(token=token, now=NOW)

    with pytest.raises(LinkSpent) as refused:
        use_link(token=token, now=NOW)

    assert str(refused.value) == (
        "This sign-in link was used already or is too old."
        " Ask for a new one where Plait runs: plait link."
    )


@pytest.mark.parametrize(("minutes", "works"), [(29, True), (30, False), (31, False)])
def test_a_link_lasts_for_less_than_half_an_hour(nora, minutes, works):
    token = make_link(person=nora, now=NOW)
    later = NOW + minutes * MINUTE

    try:
        came_in = use_link(token=token, now=later) == nora
    except LinkSpent:
        came_in = False

    assert came_in is works


@pytest.mark.parametrize("token", ["", "x", "x" * 43, "x" * 10_000, "\0", "é"])
def test_a_guessed_link_signs_nobody_in(nora, token):
    make_link(person=nora, now=NOW)

    with pytest.raises(LinkSpent):
        use_link(token=token, now=NOW)


def test_the_link_of_somebody_who_may_not_sign_in_is_spent(nora):
    token = make_link(person=nora, now=NOW)
    change_person(viewer=nora, is_active=False)

    with pytest.raises(LinkSpent):
        use_link(token=token, now=NOW)


def test_of_a_link_only_a_hash_is_kept(nora):
    token = make_link(person=nora, now=NOW)

    assert token not in repr(SignInLink.objects.values_list().get())


def test_two_links_work_each_for_itself(nora):
    tokens = [make_link(person=nora, now=NOW) for _ in range(2)]

    assert [use_link(token=token, now=NOW) for token in tokens] == [nora, nora]


def test_links_that_are_too_old_are_cleared_away(nora):
    make_link(person=nora, now=NOW)

    make_link(person=nora, now=NOW + 31 * MINUTE)

    assert SignInLink.objects.count() == 1


# Passwords.


def test_of_a_password_only_a_hash_is_kept(nora):
    set_password(viewer=nora, password="correct horse battery")

    told = Person.objects.get()
    assert told.check_password("correct horse battery")
    assert "horse" not in told.password
