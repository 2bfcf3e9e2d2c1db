"""Agreed days and times: read as people write them, and written so that it is read."""

from contextlib import suppress
from datetime import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plait.domain.blocks import Block, blocks_as_text, blocks_from, overlap_in
from plait.formats.quick_entry.week_text import NoWeek, blocks_of
from plait.wording.hours.agreed_days import week_written

MON_TO_WED = "mon 09:00-17:00, tue 09:00-17:00, wed 09:00-17:00"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ma 9-17, di 9-12:30", "mon 09:00-17:00, tue 09:00-12:30"),
        ("Mon–Wed 9-17", MON_TO_WED),
        ("maandag t/m woensdag 9.00-17.00", MON_TO_WED),
        ("maandag tot en met woensdag van 9 tot 17 uur", MON_TO_WED),
        ("Mondays, Tuesdays and Wednesdays: 9am to 5pm", MON_TO_WED),
        ("ma di wo 9u-17u", MON_TO_WED),
        ("mon/tue/wed 0900-1700.", MON_TO_WED),
        ("wed 8:30-12:30 13-17", "wed 08:30-12:30, wed 13:00-17:00"),
        ("do 9u30–12h", "thu 09:30-12:00"),
        ("mon, 09:00-17:00, tue, 09:00-12:30", "mon 09:00-17:00, tue 09:00-12:30"),
        ("weekend 10-11", "sat 10:00-11:00, sun 10:00-11:00"),
        ("sat-mon 10-11", "mon 10:00-11:00, sat 10:00-11:00, sun 10:00-11:00"),
        ("", ""),
        ("  \n", ""),
    ],
)  # fmt: skip
def test_days_and_times_are_read_as_people_write_them(text, told):
    assert blocks_as_text(blocks_of(text)) == told


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("mon 9-5", "09:00-17:00"),  # nobody agrees on twenty hours from nine
        ("mon 9am-5", "09:00-17:00"),
        ("mon 8:30-12pm", "08:30-12:00"),
        ("mon 1-5pm", "13:00-17:00"),
        ("mon 12-5", "12:00-17:00"),
        ("mon 12:30-12", "12:30-00:00"),
        ("mon 22-6", "22:00-06:00"),  # begun after noon, so over midnight
        ("mon 10pm-6", "22:00-06:00"),
        ("mon 09:00-05:00", "09:00-05:00"),  # a zero in front says morning
        ("mon 18-24", "18:00-00:00"),
        ("mon 0-24", "00:00-00:00"),
        ("mon 12am-12pm", "00:00-12:00"),
    ],
)
def test_the_half_of_the_day_is_the_one_that_is_meant(text, hours):
    assert blocks_as_text(blocks_of(text)) == f"mon {hours}"


@pytest.mark.parametrize(
    ("text", "what", "value"),
    [
        ("monday", "A day needs a time from and a time to", "monday"),
        ("mon 9", "A day needs a time from and a time to", "mon 9"),
        ("tue 9-12, mon 9-", "A day needs a time from and a time to", "mon 9-"),
        ("mon 9.5-17", "A day needs a time from and a time to", "mon 9.5-17"),
        ("9-17", "A time needs a day before it, and an end", "9-17"),
        ("mon 9-17-18", "A time needs a day before it, and an end", "-18"),
        ("mon 25-26", "No clock shows this time", "25"),
        ("mon 9:60-12", "No clock shows this time", "9:60"),
        ("mon 13pm-14pm", "No clock shows this time", "13pm"),
        ("mnday 9-17", "This is neither a day nor a time", "mnday"),
        ("mon 9-17 ☕", "This is neither a day nor a time", "☕"),
        ("mon 123456-7", "This is neither a day nor a time", "1"),
        ("<b>mon", "This is neither a day nor a time", "<"),
        ("mon ٩-9", "This is neither a day nor a time", "٩"),
        ("mon 9-17, mon 16-18", "Two of these times overlap", "mon 09:00-17:00, mon 16:00-18:00"),
        ("x" * 2_000, "This is longer than the week of anybody", "x" * 40),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_with_its_place(text, what, value):
    with pytest.raises(NoWeek) as refused:
        blocks_of(text)

    assert (refused.value.what, refused.value.value) == (what, value)
    assert refused.value.fix


def test_more_stretches_than_a_week_is_agreed_in_are_refused():
    # 7 days x 8 stretches = 56
    times = " ".join(f"{hour}-{hour + 1}" for hour in range(0, 16, 2))

    with pytest.raises(NoWeek, match="more than 50"):
        blocks_of(f"mon-sun {times}")


@pytest.mark.parametrize(
    ("stored", "written"),
    [
        (MON_TO_WED, "Mon–Wed 9–17"),
        ("mon 09:00-17:00, tue 09:00-17:00", "Mon, Tue 9–17"),
        (
            "mon 08:00-12:00, mon 12:45-16:45, thu 08:00-12:00, thu 12:45-16:45",
            "Mon, Thu 8–12, 12:45–16:45",
        ),
        ("mon 09:00-17:00, wed 08:30-12:00", "Mon 9–17; Wed 8:30–12:00"),
        ("fri 22:00-06:00", "Fri 22:00–06:00"),
        ("fri 18:00-00:00", "Fri 18–24"),
        ("fri 12:30-10:15", "Fri 12:30pm–10:15am"),  # 12:30-10:15 is read otherwise
        ("", ""),
    ],
)
def test_blocks_are_written_in_as_few_words_as_people_use(stored, written):
    assert week_written(blocks_from(stored)) == written


def test_days_are_named_in_the_persons_language():
    assert week_written(blocks_from(MON_TO_WED), "nl_NL") == "ma–wo 9–17"


weeks = st.sets(
    st.builds(Block, st.integers(0, 6), st.times(), st.times()).map(
        lambda b: Block(
            b.weekday,
            b.starts.replace(second=0, microsecond=0),
            b.ends.replace(second=0, microsecond=0),
        )
    ),
    max_size=5,
).filter(lambda blocks: not overlap_in(blocks))


@given(weeks, st.sampled_from(["en_GB", "nl_NL"]))
@example({Block(1, time(12, 1), time(12, 0))}, "en_GB")
def test_whatever_is_written_is_read_back_the_same(blocks, locale):
    assert set(blocks_of(week_written(blocks, locale))) == blocks


pieces = st.sampled_from(
    [*"-–,;:. 0129", "mon", "ma", "t/m", "pm", "17", "uur", "\n", "٩"]
)


@given(st.one_of(st.text(), st.lists(pieces).map("".join)))
def test_any_text_is_read_or_refused_with_a_sentence(text):
    with suppress(NoWeek):
        blocks = blocks_of(text)

        assert blocks_from(blocks_as_text(blocks)) == blocks
