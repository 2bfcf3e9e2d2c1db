"""Files that lie, burst, break off or run away: one sentence, and nothing written."""

import io
import json
import os
import zipfile
from pathlib import Path

import pytest

from plait.book.models import ImportedFile, Payment, TimeEntry
from plait.formats.reading import files
from tests.book.conftest import SAMPLES
from tests.book.statements import FORMATS, Paid, camt, ing, mt940, ofx
from tests.book.tables import told, whole
from tests.formats.ics_samples import calendar, event

MARCH = [Paid(day, f"{day}.00") for day in range(1, 20)]


def zipped(**members: str | bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return written.getvalue()


ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE Document [<!ENTITY a "aaaaaaaaaa">'
    '<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">'
    '<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>'
)
SECRET = '<?xml version="1.0"?><!DOCTYPE Document [<!ENTITY a SYSTEM "{}">]>'


def with_doctype(doctype: str, entity: str) -> str:
    xml = camt([Paid(2, "10.00", text=f"&{entity};")])
    return doctype + xml.partition("?>")[2]


REFUSED: dict[str, str | bytes] = {
    "empty": "",
    "one line end": "\n",
    "only spaces": " " * 5_000,
    "binary garbage": bytes(range(256)) * 4_000,
    "NUL bytes": b"\0" * 100_000,
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10,
    "a program": b"\x7fELF" + os.urandom(4_000),
    "a letter": "Dear reader, with regret I inform you that this is no statement.",
    "one line of a megabyte": "a" * 1_000_000,
    "one cell of a megabyte": '"' + "a" * 1_000_000,
    "a web page": "<!doctype html><html><body>Sign in to see your bank</body></html>",
    "an XML of something else": '<?xml version="1.0"?><feed><entry/></feed>',
    "a JSON of something else": '{"a": [1, 2, 3]}',
    "JSON that never ends": '{"basics": ' + "[" * 100_000,
    "XML that unfolds": with_doctype(ENTITIES, "d"),
    "XML that reads a file": with_doctype(SECRET.format("file:///etc/passwd"), "a"),
    "XML that asks the network": with_doctype(
        SECRET.format("http://127.0.0.1:9/secret"), "a"
    ),
    "XML cut off": camt(MARCH)[:-200],
    "XML cut off in a tag": camt(MARCH).partition("<Amt")[0] + "<Am",
    "OFX cut off": ofx(MARCH)[:-60],
    "an archive of nothing": zipped(),
    "an archive of a picture": zipped(a=b"\x89PNG\r\n\x1a\n\0\0\0"),
    "an archive of a letter": zipped(a="Dear reader"),
    "an archive in an archive": zipped(a=zipped(b=camt(MARCH))),
    "an archive that bursts": zipped(a=b"0" * 250_000_000),
    "an archive that leads outside": zipped(**{"../../a": camt(MARCH)}),
    "an archive cut off": zipped(a=camt(MARCH))[:-30],
    "a calendar cut off": calendar(event("DTSTART:20261102T090000Z"))[:-20],
    "only a heading of nobody's": "Alpha;Beta;Gamma\n",
}


def one_sentence(report) -> str:
    """Return the sentence of a file that was refused, once all is as it must be."""
    [one] = report.files
    [problem] = one.problems
    assert report.batch is None
    assert (one.n_read, one.n_new, one.n_known) == (0, 0, 0)
    assert problem.what[0].isupper()
    assert not problem.what.endswith(".")
    assert problem.fix.endswith(".")
    return problem.what


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED.keys())
def test_a_file_that_is_none_is_refused_with_one_sentence(bring, content):
    bring(camt([Paid(2, "10.00")]))
    before = whole()

    one_sentence(bring(content))

    assert whole() == before


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED.keys())
def test_it_keeps_no_good_file_from_coming_in(bring, content):
    report = bring(content, camt([Paid(2, "10.00")]))

    assert [one.n_new for one in report.files] == [0, 1]
    assert Payment.objects.count() == 1


SENTENCES = {
    "empty": "This file is empty",
    "a letter": "This is not a file that Plait knows",
    "an archive in an archive": "There is an archive inside this archive",
    "an archive that bursts": "This archive unpacks to far more than it should hold",
    "an archive that leads outside": "A name in this archive leads outside it",
    "an archive cut off": "This archive is damaged",
    "a calendar cut off": "This calendar breaks off before its end",
}


@pytest.mark.parametrize(("case", "sentence"), SENTENCES.items())
def test_the_sentence_says_what_is_wrong(bring, case, sentence):
    assert one_sentence(bring(REFUSED[case])) == sentence


def test_half_a_gigabyte_is_refused_without_reading_it(bring, tmp_path):
    path = tmp_path / "large.csv"
    path.touch()
    os.truncate(path, 500_000_000)  # takes no room: the file has no blocks

    what = one_sentence(bring(path))

    assert what == "This file is larger than Plait reads, which is 200 MB"


def test_half_a_gigabyte_that_begins_well_is_refused_too(bring, write):
    path = write("large.csv", ing(MARCH))
    os.truncate(path, 500_000_000)

    one_sentence(bring(path))

    assert not Payment.objects.exists()


def test_a_folder_is_no_file(bring, tmp_path):
    assert one_sentence(bring(tmp_path)) == "This is not a file"


def test_a_file_that_was_moved_away_meanwhile_is_missed_plainly(bring, write):
    path = write("march.xml", camt(MARCH))
    preview = bring(path, keep=False)
    path.unlink()

    report = bring(path)

    assert preview.files[0].n_new == len(MARCH)
    assert one_sentence(report) == "This file is not there any more"


def test_a_link_that_leads_to_itself_is_no_file(bring, tmp_path):
    path = tmp_path / "loop"
    path.symlink_to(path)

    assert one_sentence(bring(path)) == "This file cannot be opened"


def test_a_pipe_is_not_waited_for(bring, tmp_path):
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(tmp_path / "pipe")

    assert one_sentence(bring(tmp_path / "pipe")) == "This is not a file"


def test_a_file_that_may_not_be_read_is_told_as_such(bring, write):
    path = write("march.xml", camt(MARCH))
    path.chmod(0)
    try:
        path.read_bytes()
    except PermissionError:
        report = bring(path)
    else:
        pytest.skip("this user may read everything")

    assert one_sentence(report) == "This file cannot be opened"


def test_a_file_that_changed_into_another_meanwhile_is_read_as_what_it_is(bring, write):
    path = write("file", camt(MARCH))
    bring(path, keep=False)
    write("file", "Dear reader")

    assert one_sentence(bring(path)) == "This is not a file that Plait knows"


# What is odd, and fine all the same.

AS_GOOD = {
    "with the wrong ending": ("photo.png", ing(MARCH).encode()),
    "without any ending": ("march", ing(MARCH).encode()),
    "in UTF-16": ("march.csv", ing(MARCH).encode("utf-16")),
    "in UTF-16 the other way round": (
        "march.csv",
        b"\xfe\xff" + ing(MARCH).encode("utf-16-be"),
    ),
    "with a mark of UTF-8": ("march.csv", ing(MARCH).encode("utf-8-sig")),
    "with line ends of Windows": (
        "march.csv",
        ing(MARCH).replace("\n", "\r\n").encode(),
    ),
    "without its last line end": ("march.csv", ing(MARCH).rstrip().encode()),
    "in an archive": ("march.zip", zipped(march=ing(MARCH))),
}


@pytest.mark.parametrize("case", AS_GOOD.keys())
def test_an_odd_file_is_read_as_the_plain_one(bring, write, nora, omar, case):
    name, content = AS_GOOD[case]
    bring(write("plain.csv", ing(MARCH)), viewer=omar)

    report = bring(write(f"odd/{name}", content))

    assert report.files[0].problems == []
    assert told(nora) == told(omar)


def test_a_table_cut_off_in_a_line_keeps_its_whole_lines(bring):
    report = bring(ing(MARCH)[:-40]).files[0]

    assert (report.n_new, len(report.problems)) == (len(MARCH) - 1, 1)


def test_an_mt940_cut_off_tells_so_and_doubles_nothing(bring):
    cut = bring(mt940(MARCH)[:-60]).files[0]
    again = bring(mt940(MARCH)).files[0]

    assert cut.problems
    assert cut.n_new + again.n_new == len(MARCH)


FORMULAS = ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", '=HYPERLINK("x")']


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_in_a_cell_is_text_and_nothing_else(bring, formula):
    escaped = formula.replace('"', '""')

    bring(ing([Paid(2, "10.00", payer=escaped)]))

    assert Payment.objects.get().payer == formula


def test_a_formula_where_an_amount_should_be_is_a_problem(bring):
    report = bring(ing([Paid(2, "=1+1"), Paid(3, "10.00")])).files[0]

    assert (report.n_new, [p.value for p in report.problems]) == (1, ["=1+1"])


TOGGL = (
    "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,"
    "End date,End time,Duration,Tags,Amount (EUR)\n"
)
HOURS = "Nora,n@example.org,A,B,,{what},No,{on},09:00:00,{on},11:00:00,{long},,0\n"


def hours(what: str = "Work", on: str = "2026-03-02", long: str = "02:00:00") -> str:
    return HOURS.format(what=what, on=on, long=long)


BAD_HOURS = {
    "on no day": hours(on="2026-02-30"),
    "in the year nought": hours(on="0000-01-01"),
}
BAD_LENGTHS = ["999999:00:00", "99999999999999:00:00", "-02:00:00", "=1+1"]


@pytest.mark.parametrize("long", BAD_LENGTHS)
def test_a_length_that_cannot_be_gives_way_to_the_clock(bring, long):
    report = bring(TOGGL + hours() + hours(what="More", long=long)).files[0]

    # From nine to eleven, as the times beside it say.
    assert (report.n_new, report.problems) == (2, [])
    assert {entry.seconds for entry in TimeEntry.objects.all()} == {7200}


@pytest.mark.parametrize("row", BAD_HOURS.values(), ids=BAD_HOURS.keys())
def test_hours_that_cannot_be_are_a_problem_among_good_ones(bring, row):
    report = bring(TOGGL + hours() + row + hours(what="More")).files[0]

    assert report.n_new == 2
    assert len(report.problems) == 1
    assert TimeEntry.objects.count() == 2


LETTERS = ["Café ☕", "日本語", "👩‍💻", "a\u0000b", "\u202eevil", "x" * 100_000]


@pytest.mark.parametrize("text", LETTERS, ids=range(len(LETTERS)))
@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS.keys())
def test_no_letters_in_a_statement_stop_its_other_lines(bring, form, text):
    paid = [Paid(2, "10.00"), Paid(3, "20.00", payer=text, text=text)]

    report = bring(form([*paid, Paid(4, "30.00")]))

    n_good = sum(one.n_new for one in report.files)
    assert n_good >= 2 or len(report.files[0].problems) == 1


@pytest.mark.parametrize("text", ["a\\u0000b", "a\\ud800b", "x" * 10_000, "", " "])
def test_no_letters_in_a_cv_stop_its_other_positions(bring, text):
    positions = [
        {"name": f"House {text}", "position": text, "startDate": "2020-01"},
        {"name": "Good House", "position": "Trainer", "startDate": "2021-01"},
    ]
    resume = {"basics": {"name": "Nora"}, "work": positions}
    content = json.dumps(resume).replace("\\\\u", "\\u")

    report = bring(content)

    assert report.files[0].n_new >= 1
    assert report.files[0].format == "json_resume"


@pytest.mark.parametrize(
    "name", ["a" * 200, "a\nb.csv", "a\x1b[31mb.csv", "-rf", "日本"]
)
def test_a_file_may_be_called_anything(bring, write, name):
    report = bring(write(name, ing(MARCH)))

    assert report.files[0].n_new == len(MARCH)
    assert report.files[0].path == name


def test_a_file_name_that_is_no_text_is_kept_as_far_as_it_is(bring, tmp_path):
    name = os.fsdecode(b"m\xe4rz.csv")
    path = Path(tmp_path, name)
    try:
        path.write_text(ing(MARCH))
    except OSError:
        pytest.skip("this file system takes text names only")

    assert bring(path).files[0].n_new == len(MARCH)
    assert ImportedFile.objects.get().name == "m?rz.csv"


def test_a_file_of_nothing_but_bad_lines_is_refused_whole(bring, monkeypatch):
    monkeypatch.setattr(files, "_MOST_PROBLEMS", 10)
    rows = [hours(on="2026-02-30")] * 11

    what = one_sentence(bring(TOGGL + "".join(rows)))

    assert what == "More than 100,000 lines of this file cannot be taken"


def test_a_sample_of_every_byte_in_a_good_file_never_stops_the_import(bring):
    """One byte of a statement turned into each other: read or refused, never torn."""
    good = (SAMPLES / "wise-2025.csv").read_bytes()[:3_000]
    place = len(good) // 2

    for byte in range(256):
        spoiled = good[:place] + bytes([byte]) + good[place + 1 :]
        [report] = bring(spoiled, keep=False).files

        assert report.n_new or report.problems
