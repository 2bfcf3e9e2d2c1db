"""The ledger behind the files: the life has to add up before it is written down."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from generator.banks.ledger import ACCOUNTS, OPEN, PRIVATE, statement
from generator.banks.transfers import FIRM, ME, ME_IN_FULL
from generator.catalogue import bookings
from generator.diary import END, START, mondays
from generator.hours import hours

from plait.formats.banks.account_numbers import iban_of

EXPLANATION = Path(__file__).parents[2] / "docs/explanation/the-sample.md"


def test_no_account_is_ever_overdrawn():
    lowest = {
        key: min(row.balance for row in statement(bookings(), key).rows)
        for key in ACCOUNTS
    }

    assert {key: cents for key, cents in lowest.items() if cents < 0} == {}


def test_every_account_number_carries_its_check_digits():
    numbers = {b.iban for b in bookings() if b.iban}

    assert {n for n in numbers if len(n) > 9 and iban_of(n) != n} == set()


def test_money_between_own_accounts_has_both_sides():
    own = [
        b for b in bookings() if b.name in {ME, ME_IN_FULL, FIRM, f"Payment from {ME}"}
    ]
    out = Counter((b.on, b.text) for b in own if b.cents < 0)
    back = Counter((b.on, b.text) for b in own if b.cents > 0)

    assert out == back
    assert {b.role for b in own} == {PRIVATE}


def test_she_is_never_in_two_places_at_once():
    overlapping = [(a, b) for a, b in pairwise(hours()) if b.start < a.end]

    assert overlapping == []


def test_the_practice_has_its_23_to_25_hours_in_every_whole_week():
    weeks = _weekly("practice")
    # A week with a holiday on one of her three days has two days or fewer.
    whole = [minutes / 60 for minutes in weeks.values() if minutes > 20 * 60]

    assert len(whole) > 120
    assert min(whole) >= 23
    assert max(whole) <= 25


def test_atlas_takes_8_hours_until_spring_2026_and_13_in_november():
    weeks = _weekly("atlas")
    before = [m / 60 for on, m in weeks.items() if on < date(2026, 4, 1)]
    after = [m / 60 for on, m in weeks.items() if on >= date(2026, 11, 1)]

    assert 7.8 <= sum(before) / len(before) <= 8.2
    assert 12.5 <= sum(after) / len(after) <= 14


def test_atlas_pays_the_same_for_every_month_however_many_hours():
    paid = {b.cents for b in bookings() if b.role == "atlas"}

    # 8 hours x 52 / 12 x EUR 85 = EUR 2,946.67
    assert paid == {294_667}


def test_columns_dry_up_two_in_half_a_year_and_none_since_august():
    paid = sorted(b.on for b in bookings() if b.role == "columns")

    assert len([d for d in paid if d >= date(2026, 5, 10)]) == 2
    assert paid[-1] < date(2026, 8, 10)


def test_five_payments_of_1310_euros_from_two_payers_have_no_role_yet():
    waiting = [b for b in bookings() if b.role == OPEN]

    # 450 + 260 + 260 + 185 + 155 = 1,310
    assert len(waiting) == 5
    assert sum(b.cents for b in waiting) == 131_000
    assert len({b.name for b in waiting}) == 2


def test_everything_happens_within_the_three_years():
    days = [b.on for b in bookings()] + [s.start.date() for s in hours()]

    assert date(2023, 11, 20) == START
    assert date(2026, 11, 20) == END
    assert min(days) >= START
    assert max(days) <= END


def _weekly(role: str) -> Counter[date]:
    starts = list(mondays())
    found: Counter[date] = Counter()
    for stretch in hours():
        if stretch.role == role:
            found[starts[(stretch.start.date() - START).days // 7]] += stretch.minutes
    return found


def test_the_explanation_gives_the_ledgers_figures():
    words = " ".join(EXPLANATION.read_text("utf-8").split())
    weeks = [date(2026, 10, 19) + timedelta(days=n) for n in range(28)]
    told = [s for s in hours() if s.start.date() in weeks]
    atlas = sum(s.minutes for s in told if s.role == "atlas") / 60 / 4
    everything = sum(s.minutes for s in told) / 60 / 4
    unnamed = sum(s.minutes for s in hours() if s.role == OPEN) / 60

    assert f"it took {atlas:.1f} hours a week" in words
    assert f"she gave {everything:.1f} hours a week" in words
    # EUR 2,946.67 a month over the month's hours: 2,946.67 / (13 x 52 / 12) = 52.31
    assert f"€{2946.67 / (atlas * 52 / 12):.2f} instead of €85" in words
    assert unnamed == 11.25
    assert "11¼ hours" in words


def test_the_explanation_gives_the_ledgers_shares_of_income():
    words = EXPLANATION.read_text("utf-8")
    first, last = date(2025, 11, 1), date(2026, 10, 31)
    year = [b for b in bookings() if first <= b.on <= last and b.cents > 0]
    came_in: Counter[str] = Counter()
    for b in year:
        if b.role not in (PRIVATE, OPEN):
            is_sterling = ACCOUNTS[b.account].currency == "GBP"
            came_in[b.role] += b.cents * (115 if is_sterling else 100)
    share = {role: f"{100 * n / came_in.total():.0f}%" for role, n in came_in.items()}

    assert f"brought {share['practice']} of her income" in words
    assert f"Atlas {share['atlas']}" in words
