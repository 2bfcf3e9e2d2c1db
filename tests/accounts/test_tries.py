"""How often a password may be tried, and that nobody gets more by another spelling."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest

from plait.accounts.models import SignInTry
from plait.accounts.tries import TooManyTries, count_try, forget_tries

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def test_ten_passwords_may_be_tried_and_no_eleventh(db):
    for _ in range(10):
        count_try(name="nora", address="10.0.0.1", now=NOW)

    with pytest.raises(TooManyTries):
        count_try(name="nora", address="10.0.0.1", now=NOW)


@pytest.mark.parametrize(
    "other",
    ["BO", " bo ", "\uff42o", "\U0001d41bo", "\u24d1\u24de", "\uff22\uff4f", "b\u2092"],
    ids=ascii,
)
def test_a_name_in_other_letters_is_the_same_name_to_try(db, other):
    """Whatever the sign-in form takes for the same name (NFKC) counts together."""
    for _ in range(10):
        count_try(name="bo", address="10.0.0.1", now=NOW)

    with pytest.raises(TooManyTries):
        count_try(name=other, address="10.0.0.1", now=NOW)


@pytest.mark.parametrize("other", ["2001:db8:0:1:ffff::9", "2001:DB8:0:1::2"])
def test_a_whole_network_that_one_machine_has_counts_as_one(db, other):
    for _ in range(10):
        count_try(name="nora", address="2001:db8:0:1::1", now=NOW)

    with pytest.raises(TooManyTries):
        count_try(name="nora", address=other, now=NOW)


def test_tries_from_before_the_clock_was_set_back_lock_nobody_out(db):
    for _ in range(10):
        count_try(name="nora", address="10.0.0.1", now=NOW + timedelta(days=900))

    count_try(name="nora", address="10.0.0.1", now=NOW)

    assert SignInTry.objects.count() == 1


def test_going_on_to_try_does_not_make_the_wait_longer(db):
    for minutes in range(14):
        with suppress(TooManyTries):
            count_try(name="nora", address="10.0.0.1", now=NOW + minutes * MINUTE)

    count_try(name="nora", address="10.0.0.1", now=NOW + 16 * MINUTE)


def test_tries_from_elsewhere_lock_nobody_out(db):
    for _ in range(10):
        count_try(name="nora", address="10.0.0.1", now=NOW)

    count_try(name="nora", address="10.0.0.2", now=NOW)

    assert SignInTry.objects.count() == 11


def test_after_a_quarter_of_an_hour_a_password_may_be_tried_again(db):
    for _ in range(10):
        count_try(name="nora", address="10.0.0.1", now=NOW)

    count_try(name="nora", address="10.0.0.1", now=NOW + 15 * MINUTE)

    assert SignInTry.objects.count() == 1


def test_whoever_comes_in_begins_to_count_anew(db):
    for _ in range(9):
        count_try(name="nora", address="10.0.0.1", now=NOW)

    forget_tries(name="Nora", address="10.0.0.1")

    assert not SignInTry.objects.exists()


def test_a_password_typed_as_the_name_is_not_kept(db):
    count_try(name="correct horse battery", address="10.0.0.1", now=NOW)

    assert "horse" not in repr(SignInTry.objects.values_list().get())
