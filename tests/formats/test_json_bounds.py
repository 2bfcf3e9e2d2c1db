"""JSON becomes twenty times as large in memory as on the disk: what is bounded."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from plait.formats import json_items
from plait.formats.plait import book
from plait.formats.source import Options, Source, Unreadable

ENTRY = {"id": 1, "start": "20240102T090000Z", "tags": ["Atlas"]}
OPTIONS = Options(today=None, timezone=None)


def a_file(folder: Path, text: str) -> Source:
    file = folder / "export.json"
    file.write_text(text)
    return Source(file.name, file)


def test_a_giant_entry_after_a_usual_one_is_refused(tmp_path):
    giant = json.dumps({"tags": [[]] * 200_000})
    source = a_file(tmp_path, f"[{json.dumps(ENTRY)},{giant}]")

    with pytest.raises(Unreadable, match="built in a way that no export is"):
        list(json_items.entries(source))


def test_an_entry_with_a_long_note_is_read(tmp_path):
    long = {**ENTRY, "note": "word " * 20_000}
    source = a_file(tmp_path, json.dumps([ENTRY, long, ENTRY]))

    assert [n for n, _ in json_items.entries(source)] == [1, 2, 3]


def test_an_entry_that_breaks_off_is_said_where_it_does(tmp_path):
    source = a_file(tmp_path, f'[{json.dumps(ENTRY)},\n{{"id": 2, "start"')

    with pytest.raises(Unreadable, match="breaks off") as broken:
        list(json_items.entries(source))
    assert broken.value.value == "export.json, line 2, column 18"


@pytest.mark.parametrize("thing", ["[]", "{}", "1"])
def test_a_book_of_more_things_than_a_life_has_is_refused(tmp_path, thing):
    many = ",".join([thing] * 4_100_000)
    source = a_file(tmp_path, f'{{"plait": 1, "roles": [{many}]}}')

    with pytest.raises(Unreadable, match="holds more entries than a Plait book can"):
        list(book.read(source, OPTIONS))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured on Linux")
def test_the_largest_book_takes_less_than_half_a_gigabyte(tmp_path):
    """As much as is let in: it took 1.1 GB when only the size was bounded."""
    role = json.dumps({"name": "x" * 60, "kind": "employment"})
    source = a_file(
        tmp_path, f'{{"plait": 1, "roles": [{",".join([role] * 460_000)}]}}'
    )
    code = (
        "import sys, resource; from pathlib import Path;"
        "from plait.formats.plait import book; from plait.formats.source import Source;"
        "f = Path(sys.argv[1]); book._parsed(Source(f.name, f));"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    measured = subprocess.run(
        [sys.executable, "-c", code, str(source.path)],
        capture_output=True,
        text=True,
        check=True,
    )

    assert source.size > 40_000_000
    assert int(measured.stdout) / 1024 < 500
