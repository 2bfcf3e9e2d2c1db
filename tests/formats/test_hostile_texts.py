"""Texts made to hurt: no reader may look at one of them for long.

Counted is the processor's time of this process, so that a busy machine changes
nothing; a pattern that looks at every pair of 60,000 characters needs minutes.
"""

import signal
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from plait.domain.errors import PlaitError
from plait.formats import json_items, registry
from plait.formats.lines import LONGEST_CELL, LONGEST_LINE
from plait.formats.tables import table
from plait.formats.tables.mapping import UnusableMapping

SAMPLES = Path(__file__).parents[2] / "samples"
_SECONDS = 2.0
_LONG = 60_000
ATTACKS = {
    "blanks": " " * _LONG,
    "opening brackets": "(" * _LONG,
    "a number before tabs": "1" + "\t" * 2 * _LONG,
    "stars": "*" * _LONG,
    "spaces between stars": "* " * _LONG,
    "dots": ". " * _LONG + "x",
    "digits": "1" * _LONG,
    "groups of digits": "1,234" * (_LONG // 5),
    "quotation marks": '"' * _LONG,
    "quoted words": '"a ' * _LONG,
    "backslashes": "\\" * _LONG,
    "slashes": "/NAME/" * (_LONG // 6),
    "tags that never end": "<aaaa" * (_LONG // 5),
    "entities": "&" * _LONG,
    "colons": "TZOFFSETTO" * (_LONG // 10),
    "hyphens": "-" * _LONG,
    "no-break spaces": "\u00a0" * _LONG,
    "line ends of old": "\r" * _LONG,
    "currencies": "EUR " * (_LONG // 4),
    "a card payment": "BEA " + "  a" * (_LONG // 3),
}


class TooLong(Exception):
    """A text was looked at for longer than any needs."""


@contextmanager
def a_budget():
    """Raise `TooLong` inside the block when it has taken too much of the processor."""

    def stop(*_):
        raise TooLong

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, _SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def samples():
    """Return the beginning of each text that stands among the samples."""
    files = [*(SAMPLES / "files").iterdir(), SAMPLES / "portfolio.toml"]
    # One of each bank and tracker: the years of one differ in their rows only.
    by_kind = {(f.name.split("-")[0], f.suffix): f for f in sorted(files)}
    texts = {f.name: f.read_bytes()[:2_000] for f in by_kind.values()}
    return {
        name: text.decode("utf-8", "ignore")
        for name, text in texts.items()
        if not text.startswith(b"PK")
    }


def places(text):
    """Return four places in the text, each behind something that parts values."""
    marks = [at + 1 for at, letter in enumerate(text) if letter in ',;\t>:|"\n']
    return marks[:: max(1, len(marks) // 4)][:4]


def read_all(source, options):
    """Have every format look at the file, and read it by the one that knows it."""
    for module in registry.all_formats():
        with suppress(PlaitError):
            if module.recognise(source):
                list(module.read(source, options))
    with suppress(PlaitError):
        mapping = table.describe(source).proposal()
        list(table.read(source, options._replace(mapping=mapping)))


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_format_looks_long_at_a_text_by_itself(a_file, options, attack):
    source = a_file(ATTACKS[attack])

    with a_budget():
        read_all(source, options)


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("name", samples())
def test_no_format_looks_long_at_a_text_inside_a_file(a_file, options, name, attack):
    text = samples()[name]

    for at in places(text):
        source = a_file(f"{text[:at]}{ATTACKS[attack]}{text[at:]}")
        with a_budget():
            read_all(source, options)


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_reader_looks_long_at_a_file_that_is_not_its_own(a_file, options, attack):
    for module in registry.all_formats():
        source = a_file(f"2026-01-05\n:20:x\n:86:{ATTACKS[attack]}\n")
        with a_budget(), suppress(PlaitError):
            list(module.read(source, options))


@pytest.mark.parametrize("heading", ["{}", "Date,Amount,{}", "{},Amount,Date"])
@pytest.mark.parametrize("attack", ATTACKS)
def test_no_heading_is_looked_at_for_long(a_file, attack, heading):
    source = a_file(heading.format(ATTACKS[attack]) + "\n2026-01-31,1.00,2026-01-31\n")

    with a_budget(), suppress(PlaitError, UnusableMapping):
        table.describe(source).proposal()


def test_a_column_is_not_called_by_a_text_of_two_hundred_letters(a_file):
    shape = table.describe(a_file(f"{'a' * 201},Amount\n2026-01-31,1.00\n"))

    assert shape.heading_line == 0


def test_a_long_line_of_a_table_is_named_and_the_others_are_read(a_file, options):
    rows = f"2026-01-30,1.00,{'x ' * LONGEST_LINE}\n2026-01-31,2.00,y\n"
    source = a_file(f"Date,Amount,Payee\n{rows}")
    mapping = table.describe(source).proposal()

    found = list(table.read(source, options._replace(mapping=mapping)))

    assert (found[0].where, found[0].what) == ("line 2", "This line is far too long")
    assert (found[1].line, found[1].payer) == (3, "y")


def test_a_long_cell_over_several_lines_costs_its_own_row_only(a_file, options):
    cell = "a line\n" * (LONGEST_CELL // 6)
    rows = f'2026-01-30,1.00,"{cell}"\n2026-01-31,2.00,y\n'
    source = a_file(f"Date,Amount,Payee\n{rows}")
    mapping = table.describe(source).proposal()

    found = list(table.read(source, options._replace(mapping=mapping)))

    what = "This line holds a cell that is far too long"
    assert [f.what for f in found[:1]] == [what]
    assert [line.payer for line in found[1:]] == ["y"]


def test_a_long_text_in_json_is_a_problem_of_its_entry():
    with pytest.raises(PlaitError, match="This text is far too long"):
        json_items.text_in({"note": "x" * (LONGEST_CELL + 1)}, "note")
