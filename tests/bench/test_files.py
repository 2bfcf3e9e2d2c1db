from datetime import date, timedelta
from itertools import pairwise

import pytest

from bench import files, life


@pytest.mark.parametrize("name", files.WRITERS)
def test_a_file_comes_out_the_same_every_time(name, tmp_path):
    for run in ("first", "second"):
        (tmp_path / run).mkdir()
        files.WRITERS[name](tmp_path / run / name, 400)

    first, second = (
        (tmp_path / run / name).read_bytes() for run in ("first", "second")
    )
    assert first == second
    assert len(first) > 400


@pytest.mark.parametrize("n", [400, 6_400])
def test_a_life_of_any_size_lasts_the_same_ten_years(n):
    days = [line.on for line in life.bank_lines(n)]

    assert len(days) == n
    assert days == sorted(days)
    assert days[0] == date(2016, 1, 1)
    # So near the end of December that the month counts as told whole.
    assert life.REVIEW_ON - days[-1] <= timedelta(days=10)


def test_every_role_earns_and_a_quarter_of_the_lines_is_income():
    lines = list(life.bank_lines(2_000))

    assert {line.role for line in lines} == {role.key for role in life.ROLES} | {""}
    # Every fourth line comes in: 500; of these each fiftieth is private: 10.
    assert sum(line.cents > 0 for line in lines) == 500
    assert sum(bool(line.role) for line in lines) == 490


def test_nobody_works_twice_at_one_moment():
    work = list(life.entries(5_000))

    assert all(a.end <= b.start for a, b in pairwise(work))


def test_five_hundred_events_of_many_are_weekly():
    weekly = [event for event in life.events(5_000) if event.n > 1]

    assert len(weekly) == 500
    assert {event.n for event in weekly} == {26}


def test_a_payer_has_an_account_number_that_is_right():
    iban = life.iban_of("Zorggroep Linde")

    # ISO 13616: the first four stand last, letters count 10 to 35, 97 divides to 1.
    digits = "".join(str(int(sign, 36)) for sign in iban[4:] + iban[:4])
    assert int(digits) % 97 == 1
