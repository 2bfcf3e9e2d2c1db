"""plait log, start and stop: what they answer, and what is kept."""

from datetime import UTC, datetime, timedelta

import pytest

from plait.book.models import TimeEntry, Timer
from plait.cli import run

NOW = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)  # a Friday, half past three


@pytest.fixture
def clock(monkeypatch):
    """Set the commands' clock: `clock(NOW + timedelta(hours=1))`."""

    def set_to(moment):
        monkeypatch.setattr(run, "now", lambda: moment)

    set_to(NOW)
    return set_to


@pytest.fixture
def book(plait, nora, role_of, clock):
    role_of(nora, "Project lead", organisation="Zorggroep Atlas")
    role_of(nora, "Board", organisation="Buurtvonk")
    return plait


def test_logging_answers_what_was_understood_and_how_to_take_it_back(book):
    answer = book("log", "2h atlas budget review yesterday")

    assert answer.output == (
        "2 h for Project lead at Zorggroep Atlas on Thursday 19 November:"
        " budget review.\nUndo it with: plait log --undo\n"
    )


def test_a_line_need_not_be_in_quotation_marks(book):
    book("log", "13:00-14:30", "board", "+", "atlas", "chair", "call")

    entry = TimeEntry.objects.get()
    assert (entry.seconds, entry.description) == (5400, "chair call")


def test_an_answer_shows_times_and_every_role(book):
    answer = book("log", "13:00-14:30 board + atlas")

    assert answer.output.splitlines()[0] == (
        "1 h 30 min for Board at Buurtvonk and Project lead at Zorggroep Atlas"
        " on Friday 20 November, 13:00–14:30."
    )


def test_another_year_is_said(book):
    answer = book("log", "2h board 2025-11-20")

    assert "on Thursday 20 November 2025." in answer.output


def test_log_json_has_exactly_the_documented_form(book, as_json):
    told = as_json("log", "13:00-14:30 board + atlas chair call")

    del told["entry"]
    assert told == {
        "role": "board",
        "also_for": ["project-lead"],
        "on": "2026-11-20",
        "seconds": 5400,
        "starts_at": "2026-11-20T13:00:00+01:00",
        "ends_at": "2026-11-20T14:30:00+01:00",
        "zone": "Europe/Amsterdam",
        "is_on_call": False,
        "description": "chair call",
    }


def test_today_can_be_another_day(book, as_json):
    told = as_json("log", "2h board yesterday", "--on", "2026-03-02")

    assert told["on"] == "2026-03-01"


def test_what_is_not_understood_keeps_nothing_and_says_what_to_do(book):
    answer = book("log", "2h gardening")

    assert answer.exit_code == 2
    assert answer.stderr == (
        "This line names none of your roles: 2h gardening. Name one by its key, as in"
        " @atlas; see them with: plait role list.\n"
    )
    assert not TimeEntry.objects.exists()


@pytest.mark.parametrize("words", [[], ["--undo", "2h board"]])
def test_log_wants_a_line_or_undo_and_not_both(book, words):
    answer = book("log", *words)

    assert answer.exit_code == 2
    assert 'Say what you did, as in: plait log "2h atlas"' in answer.stderr


def test_control_characters_are_refused(book):
    answer = book("log", "2h board \x1b[31mred")

    assert answer.exit_code == 2
    assert "This contains characters that cannot be stored" in answer.stderr


def test_undo_takes_back_the_last_line_only(book, as_json):
    book("log", "2h board first")
    book("log", "1h board second")

    answer = book("log", "--undo")

    assert answer.output == (
        "Removed: 1 h for Board at Buurtvonk on Friday 20 November: second.\n"
    )
    assert [entry.description for entry in TimeEntry.objects.all()] == ["first"]


def test_undo_json_tells_what_was_taken_back(book, as_json):
    book("log", "2h board first")

    assert as_json("log", "--undo")["removed"]["description"] == "first"


def test_an_import_is_not_taken_back_as_a_line(book, write):
    write_to = write("hours.timeclock", "i 2026-03-02 09:00 x\no 2026-03-02 10:00\n")
    book("import", write_to)

    answer = book("log", "--undo")

    assert answer.exit_code == 2
    assert "Nothing was logged by hand" in answer.stderr
    assert TimeEntry.objects.count() == 1


def test_a_timer_is_started_shown_and_kept(book, clock):
    began = book("start", "atlas budget review")
    clock(NOW + timedelta(minutes=80))
    shown = book("start")
    kept = book("stop")

    assert began.output == (
        "The timer for Project lead at Zorggroep Atlas has been running since 15:30."
        " Stop it with: plait stop\n"
    )
    assert shown.output == (
        "1 h 20 min for Project lead at Zorggroep Atlas, since 15:30: budget review.\n"
        "Stop it with: plait stop\n"
    )
    assert kept.output == (
        "1 h 20 min for Project lead at Zorggroep Atlas on Friday 20 November,"
        " 15:30–16:50: budget review.\nUndo it with: plait log --undo\n"
    )
    assert not Timer.objects.exists()


def test_a_timer_of_yesterday_shows_its_day(book, clock):
    book("start", "board")
    clock(NOW + timedelta(hours=10))

    assert "since 2026-11-20 15:30" in book("start").output


def test_without_a_timer_it_is_said_how_to_start_one(book, as_json):
    assert book("start").output == (
        "No timer is running. Start one: plait start ROLE\n"
    )
    assert as_json("start") == {"running": None}


def test_start_json_tells_the_timer(book, as_json):
    told = as_json("start", "board", "call", "--at", "9:15")

    assert told == as_json("start")
    assert told == {
        "running": {
            "role": "board",
            "started_at": "2026-11-20T09:15:00+01:00",
            "description": "call",
        }
    }


def test_a_second_timer_is_refused(book):
    book("start", "board")

    answer = book("start", "atlas")

    assert answer.exit_code == 2
    assert "A timer runs already: Board" in answer.stderr


@pytest.mark.parametrize(
    ("at", "started"),
    [
        ("9:15", "2026-11-20T09:15:00+01:00"),
        ("23:00", "2026-11-19T23:00:00+01:00"),  # not tonight: last night
        ("2026-11-18 09:15", "2026-11-18T09:15:00+01:00"),
    ],
)
def test_a_moment_is_the_last_time_that_the_clock_showed_it(book, as_json, at, started):
    assert as_json("start", "board", "--at", at)["running"]["started_at"] == started


def test_a_moment_to_come_is_refused(book):
    answer = book("start", "board", "--at", "2026-11-21 09:15")

    assert answer.exit_code == 2
    assert "This moment is in the future: 2026-11-21 09:15" in answer.stderr
    assert not Timer.objects.exists()


def test_stop_takes_the_moment_that_it_ended(book, as_json):
    book("start", "board", "--at", "9:15")

    told = as_json("stop", "--at", "12:00")

    assert (told["seconds"], told["ends_at"]) == (9900, "2026-11-20T12:00:00+01:00")


def test_a_timer_that_was_forgotten_for_days_is_asked_back(book):
    book("start", "board", "--at", "2026-11-18 09:00")

    answer = book("stop")

    assert answer.exit_code == 2
    assert "The timer runs for longer than a day" in answer.stderr
    assert Timer.objects.exists()


def test_a_timer_can_be_dropped(book, as_json):
    book("start", "board")

    assert as_json("stop", "--drop") == {"running": None}
    assert not Timer.objects.exists()
    assert not TimeEntry.objects.exists()


def test_dropping_at_a_time_makes_no_sense(book):
    assert book("stop", "--drop", "--at", "9:00").exit_code == 2


def test_stopping_nothing_is_said(book):
    answer = book("stop")

    assert answer.exit_code == 2
    assert "No timer runs" in answer.stderr


def test_hours_beside_the_dates_of_a_role_are_kept_and_noted(book):
    later = ["role", "add", "Later", "--organisation", "Later House"]
    book(*later, "--kind", "contract", "--from", "2026-12-01")
    over = ["role", "add", "Over", "--organisation", "Over House"]
    book(*over, "--kind", "contract", "--from", "2026-01-01", "--to", "2026-11-01")

    notes = [
        book("log", f"2h {key}").output.splitlines()[1] for key in ("later", "over")
    ]

    assert notes == [
        (
            "Later only begins on 1 December 2026: these hours count as worked, and not in"
            " its balance."
        ),
        (
            "Over ended on 31 October 2026: these hours count as worked, and not in its"
            " balance."
        ),
    ]
    assert TimeEntry.objects.count() == 2


ON_CALL = ["12h board on call", "on call, 12h board", "12u board bereikbaarheidsdienst"]


@pytest.mark.parametrize("line", ON_CALL)
def test_time_on_call_is_marked_and_said(book, line):
    answer = book("log", line)

    assert TimeEntry.objects.get().is_on_call
    assert "12 h on call, not worked, for Board" in answer.output


def test_an_option_marks_it_too(book):
    book("log", "12h board weekend", "--on-call")

    assert TimeEntry.objects.get().is_on_call


@pytest.mark.parametrize(
    "line", ["1h board on call with Bo", "1h board on call notes x"]
)
def test_a_call_is_work(book, line):
    book("log", line.replace("on call notes x", "phone call"))

    assert not TimeEntry.objects.get().is_on_call


def test_time_on_call_is_no_time_worked(book, as_json):
    book("log", "12h board on call 2026-11-19")
    book("log", "2h board 2026-11-19")

    [board] = as_json("hours", "board", "--since", "2026-11-16", "--on", "2026-11-20")[
        "roles"
    ]

    assert (board["given"], board["on_call"]) == (2, 12)


def test_terms_may_count_it(book, as_json):
    book("agree", "board", "--on-call-counts", "--from", "2026-01-01")
    book("log", "12h board on call 2026-11-19")

    [board] = as_json("hours", "board", "--since", "2026-11-16", "--on", "2026-11-20")[
        "roles"
    ]

    assert (board["given"], board["on_call"]) == (12, 0)


@pytest.mark.parametrize("zone", ["New York", "America/New_York", "new_york"])
def test_an_entry_keeps_the_day_and_clock_of_its_zone(book, as_json, zone):
    # Eight in the evening of Thursday in New York is one o'clock on Friday in London.
    answer = book("log", "20:00-23:00 board yesterday", "--zone", zone)

    entry = TimeEntry.objects.get()
    assert (entry.zone, entry.on.isoformat()) == ("America/New_York", "2026-11-19")
    assert entry.started_at == datetime(2026, 11, 20, 1, tzinfo=UTC)
    assert "20:00–23:00 (New York)" in answer.output


def test_a_zone_that_is_none_is_refused(book):
    answer = book("log", "2h board", "--zone", "Atlantis")

    assert answer.exit_code == 2
    assert "There is no such time zone: Atlantis" in answer.stderr
    assert not TimeEntry.objects.exists()
