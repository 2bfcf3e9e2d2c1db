"""Agreed days and times of a week."""

from datetime import time

import pytest

from plait.domain.blocks import BadBlock, Block, blocks_as_text, blocks_from, overlap_in


def test_a_text_tells_the_same_blocks_it_was_written_from():
    blocks = (Block(0, time(9), time(17)), Block(2, time(13), time(17, 30)))

    assert blocks_from(blocks_as_text(blocks)) == blocks


def test_blocks_stand_in_the_order_of_the_week():
    assert [b.weekday for b in blocks_from("fri 09:00-12:00, mon 09:00-12:00")] == [
        0,
        4,
    ]


def test_a_block_over_midnight_ends_on_the_day_after():
    (night,) = blocks_from("sat 22:00-06:30")

    assert night.seconds == 8.5 * 3600  # 2 h before midnight, 6.5 h after


def test_no_text_tells_no_blocks():
    assert blocks_from("") == ()


@pytest.mark.parametrize(
    "text", ["maandag 9-17", "mon 25:00-26:00", "xyz 09:00-10:00", "mon", "mon 9-17"]
)
def test_what_is_no_block_is_refused_with_its_text(text):
    with pytest.raises(BadBlock, match=text.split()[0]):
        blocks_from(text)


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("mon 09:00-12:00, mon 12:00-13:00, tue 09:00-12:00", None),
        ("mon 09:00-12:00, mon 11:59-13:00", "mon 09:00-12:00, mon 11:59-13:00"),
        ("mon 22:00-06:00, tue 05:00-07:00", "mon 22:00-06:00, tue 05:00-07:00"),
        ("sun 22:00-06:00, mon 05:59-07:00", "mon 05:59-07:00, sun 22:00-06:00"),
        ("mon 09:00-09:00", None),  # a whole day, with none of the next
        ("", None),
    ],
)
def test_blocks_that_share_time_are_found_also_round_the_weeks_end(text, both):
    found = overlap_in(blocks_from(text))

    assert (found and blocks_as_text(found)) == both
