"""Today's page is kept, compressed, and never given to anybody whose it is not."""

import gzip
import re
import time
from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from plait.accounts.models import Person
from plait.accounts.operations import add_person, change_person
from plait.accounts.sign_ins import end_sessions, note_sign_in
from plait.book.operations.by_hand import add_payment
from plait.book.operations.records import add_time
from plait.book.operations.reminders import choose_reminder
from plait.domain.money import Money
from plait.domain.reminders import Reminder, ReminderKind
from plait.web import kept_pages as module
from plait.web.kept_pages import KeptPages, kept_pages
from plait.web.packed import SLOT, Packed
from tests.web.conftest import NOW, TODAY, signed_in

_TOKEN = re.compile(r'(csrfmiddlewaretoken" value=")\w+')


@pytest.fixture(autouse=True)
def nothing_kept():
    kept_pages.clear()


@pytest.fixture
def as_namesake(db, life_of):
    """Another person of Nora's name, with roles of the same names and other hours."""
    other = add_person(sign_in_name="nora-too", name="Nora", now=NOW)
    role = life_of(other)
    add_time(viewer=other, role=role, on=TODAY, seconds=7 * 3600)
    return signed_in(other)


@pytest.fixture
def role(nora, life_of):
    return life_of(nora)


def page(client: Client, query: str = "") -> str:
    """Return Today without its token, after proof that a new one would be the same."""
    first = client.get(reverse("today") + query)
    again = client.get(reverse("today") + query)
    kept_pages.clear()
    anew = client.get(reverse("today") + query)
    assert without_token(again.text) == without_token(anew.text)
    return without_token(first.text)


def without_token(text: str) -> str:
    return _TOKEN.sub(r"\1", text)


def test_a_kept_page_is_read_with_three_queries(
    as_nora, role, django_assert_num_queries
):
    page(as_nora)

    # The session, who signed in with it, and whether their book was changed.
    with django_assert_num_queries(3):
        answer = as_nora.get(reverse("today"))

    assert "Atlas" in answer.text


def test_two_people_of_one_name_see_each_their_own(as_nora, as_namesake, role):
    mine, theirs = page(as_nora), page(as_namesake)

    assert mine != theirs
    for _ in range(2):
        assert without_token(as_nora.get(reverse("today")).text) == mine
        assert without_token(as_namesake.get(reverse("today")).text) == theirs


def test_a_change_is_seen_at_once_and_so_is_its_undo(as_nora, nora, role):
    before = page(as_nora)
    line = {"line": "4h atlas", "next": reverse("today")}
    as_nora.post(reverse("log_line"), line)
    as_nora.get(reverse("log"))  # the message is read there
    after = page(as_nora)
    number = nora.change_set.order_by("number").last().number
    as_nora.post(reverse("change_undo", args=[number]))
    as_nora.get(reverse("log"))

    assert after != before
    assert page(as_nora) == before


def test_a_message_is_shown_once(as_nora, role):
    page(as_nora)
    as_nora.post(reverse("log_line"), {"line": "4h atlas"})
    said, then = as_nora.get(reverse("today")), as_nora.get(reverse("today"))

    assert 'class="flash"' in said.text
    assert 'class="flash"' not in then.text


@pytest.mark.parametrize(
    "change",
    [
        {"language": "nl"},
        {"theme": "dark"},
        {"numbers": "1 234,56"},
        {"dates": "26-11-30"},
        {"capacity_minutes": 600},
        {"has_shortcuts": False},
        {"hides_first_steps": True},
    ],
    ids=lambda change: next(iter(change)),
)
def test_every_setting_makes_another_page(as_nora, nora, role, change):
    before = page(as_nora)
    change_person(viewer=nora, **change)

    assert page(as_nora) != before


def test_midnight_comes_where_the_person_lives(as_nora, nora, role, friday_morning):
    friday_morning.move_to(datetime(2026, 11, 20, 23, 30, tzinfo=UTC))
    in_amsterdam = page(as_nora)
    change_person(viewer=nora, timezone="America/New_York")

    assert "Saturday 21 November" in in_amsterdam
    assert "Friday 20 November" in page(as_nora)


def test_a_reminder_comes_at_its_time(as_nora, nora, role, friday_morning):
    at_ten = Reminder(ReminderKind.CHECK_IN, is_on=True, weekday=4, at=NOW.time())
    choose_reminder(viewer=nora, reminder=at_ten)
    friday_morning.move_to(datetime(2026, 11, 20, 8, 0, tzinfo=UTC))
    early = page(as_nora)
    friday_morning.move_to(datetime(2026, 11, 20, 12, 0, tzinfo=UTC))

    assert 'class="reminders"' not in early
    assert 'class="reminders"' in page(as_nora)


def test_quiet_view_is_made_anew_and_keeps_nothing(as_nora, role):
    page(as_nora)
    as_nora.cookies["plait_quiet"] = "1"

    assert "Atlas" not in as_nora.get(reverse("today")).text
    del as_nora.cookies["plait_quiet"]
    assert "Atlas" in as_nora.get(reverse("today")).text


def test_the_sample_is_another_book_of_the_same_person(as_nora, nora, role, life_of):
    copy = add_person(sign_in_name="sample", name="Nora", now=NOW)
    Person.objects.filter(pk=copy.pk).update(sample_of=nora)
    life_of(copy)
    mine = page(as_nora)
    session = as_nora.session
    session["sample"] = copy.pk
    session.save()
    sample = page(as_nora)
    as_nora.post(reverse("sample_leave"))
    as_nora.get(reverse("log"))  # the message is read there

    assert "This is the sample." in sample
    assert page(as_nora) == mine


def test_another_day_is_another_page_and_other_words_are_not_kept(as_nora, role):
    assert page(as_nora) != page(as_nora, "?on=2026-10-01")
    kept_pages.clear()
    as_nora.get(reverse("today") + "?on=2026-10-01&text=guess")

    assert not kept_pages._held


def test_nothing_is_kept_of_whoever_signed_out(as_nora, as_namesake, role):
    page(as_nora), page(as_namesake)
    as_nora.post(reverse("sign_out"))

    assert len(kept_pages._held) == 1
    assert as_nora.get(reverse("today")).status_code == 302


def test_nothing_is_kept_of_whoever_was_suspended(
    as_nora, nora, role, django_capture_on_commit_callbacks
):
    page(as_nora)
    note_sign_in(person=nora, session_key="elsewhere", now=NOW, agent="")
    with django_capture_on_commit_callbacks(execute=True):
        end_sessions(person=nora)
    nora.is_active = False
    nora.save(update_fields=["is_active"])

    assert not kept_pages._held
    assert as_nora.get(reverse("today")).status_code == 302


def test_what_cannot_be_compared_is_not_kept(as_nora, role, monkeypatch):
    made = module.every_page
    monkeypatch.setattr(module, "every_page", lambda asked: made(asked) | {"new": []})
    as_nora.get(reverse("today"))

    assert not kept_pages._held


def test_the_page_weighs_little_and_says_the_same_compressed(as_nora, role, nora):
    for day in range(1, 20):
        add_time(viewer=nora, role=role, on=date(2026, 10, day), seconds=3600 * day)
        amount = Money.from_minor(day * 100_00, "EUR")
        add_payment(viewer=nora, role=role, on=date(2026, 10, day), amount=amount)
    plain = as_nora.get(reverse("today"))
    packed = as_nora.get(reverse("today"), headers={"accept-encoding": "br, gzip"})

    assert packed["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed["Vary"]
    assert "Accept-Encoding" in plain["Vary"]
    assert without_token(gzip.decompress(packed.content).decode()) == without_token(
        plain.text
    )
    assert len(packed.content) < 40_000


def test_a_token_is_never_compressed_and_never_kept(as_nora, role):
    tokens = []
    for _ in range(2):
        answer = as_nora.get(reverse("today"), headers={"accept-encoding": "gzip"})
        text = gzip.decompress(answer.content).decode()
        tokens.append(re.search(r'csrfmiddlewaretoken" value="(\w+)', text)[1])
        assert answer.content.count(tokens[-1].encode()) == text.count(tokens[-1])
        assert SLOT not in text

    assert tokens[0] != tokens[1]


def test_answers_of_a_page_are_equally_long_whatever_the_token():
    page = Packed.of(f"<p>secret</p>{SLOT}<p>secret</p>")

    assert len(page.gzipped("secret" * 10)) == len(page.gzipped("x1y2z3" * 10))
    assert gzip.decompress(page.gzipped("t")) == b"<p>secret</p>t<p>secret</p>"


def test_memory_has_an_end(monkeypatch):
    small = KeptPages(most_bytes=250, idle_seconds=600)
    pages = [Packed((bytes(100),)) for _ in range(4)]
    for number, one in enumerate(pages):
        small.keep(number, one)

    assert [small.of(number) for number in range(4)] == [None, None, *pages[2:]]
    later = time.monotonic() + 601
    monkeypatch.setattr(module.time, "monotonic", lambda: later)
    assert small.of(3) is None
