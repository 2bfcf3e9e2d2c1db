"""What asks time of the person whose calendar it is, and what does not."""

import pytest

from tests.formats.ics_samples import event, reader

WHEN = ("DTSTART:20260309T090000Z", "DTEND:20260309T100000Z")


def who(name, answer, kind="ATTENDEE"):
    return f'{kind};CN="{name}";ROLE=REQ-PARTICIPANT;PARTSTAT={answer}:mailto:{name}@Work.example'


def meeting(*lines, n=1):
    return event(f"DTSTART:202603{n:02}T090000Z", *lines, uid=f"m{n}")


CHAIR = "ORGANIZER;CN=tom:mailto:tom@work.example"


@pytest.fixture
def read(tmp_path):
    return reader(tmp_path)


def busy(lines):
    return [line.is_busy for line in lines]


@pytest.mark.parametrize(
    ("lines", "is_busy"),
    [
        ((), True),
        (("TRANSP:TRANSPARENT",), False),
        (("TRANSP:OPAQUE", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"), False),
        (("TRANSP:OPAQUE", "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE"), False),
        (("X-MICROSOFT-CDO-BUSYSTATUS:OOF",), True),
        (("X-MICROSOFT-CDO-BUSYSTATUS:BUSY", "STATUS:CONFIRMED"), True),
        (("STATUS:TENTATIVE",), False),
    ],
)
def test_free_and_tentative_ask_no_time(read, lines, is_busy):
    assert busy(read(event(*WHEN, *lines))) == [is_busy]


@pytest.mark.parametrize(
    ("answer", "is_busy"),
    [
        ("DECLINED", False),
        ("TENTATIVE", False),
        ("DELEGATED", False),
        ("ACCEPTED", True),
        ("NEEDS-ACTION", True),
    ],
)
@pytest.mark.parametrize(
    "told",
    [
        "X-WR-CALNAME:Nora@work.example\r\n",
        'X-OWNER;CN="Nora":mailto:nora@work.example\r\nX-WR-CALNAME:Agenda\r\n',
    ],
)
def test_the_owners_own_answer_counts(read, told, answer, is_busy):
    lines = read(told, event(*WHEN, CHAIR, who("nora", answer), who("tom", "ACCEPTED")))

    assert busy(lines) == [is_busy]


def test_what_another_declined_still_asks_time(read):
    lines = read(
        "X-WR-CALNAME:nora@work.example\r\n",
        event(*WHEN, CHAIR, who("nora", "ACCEPTED"), who("tom", "DECLINED")),
    )

    assert busy(lines) == [True]


def test_the_one_who_is_in_every_meeting_is_the_owner(read):
    lines = read(
        meeting(CHAIR, who("nora", "DECLINED"), who("tom", "ACCEPTED"), n=2),
        meeting(who("nora", "ACCEPTED"), who("ana", "DECLINED"), n=3),
        meeting(who("nora", "NEEDS-ACTION"), who("bo", "ACCEPTED"), n=4),
    )

    assert busy(lines) == [False, True, True]


def test_a_meeting_that_all_others_declined_asks_no_time_of_anybody(read):
    declined = meeting(CHAIR, who("nora", "DECLINED"), who("tom", "ACCEPTED"), n=2)
    open_still = meeting(CHAIR, who("nora", "DECLINED"), who("ana", "ACCEPTED"), n=3)

    assert busy(read(declined, open_still)) == [False, True]


def test_one_occurrence_may_be_declined_alone(read):
    lines = read(
        "X-WR-CALNAME:nora@work.example\r\n",
        event(*WHEN, "RRULE:FREQ=DAILY;COUNT=3", CHAIR, who("nora", "ACCEPTED")),
        event(
            "RECURRENCE-ID:20260310T090000Z",
            "DTSTART:20260310T090000Z",
            CHAIR,
            who("nora", "DECLINED"),
        ),
    )

    assert busy(lines) == [True, False, True]
