"""Plait's own tables: what is written is read back the same, whatever the texts hold."""

import csv
import io
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plait.domain.errors import Problem
from plait.domain.records import BankLine, EventLine, RecordStatus, TimeLine
from plait.formats.plait import readme, tables
from plait.formats.plait.cells import safe, unsafe
from plait.formats.plait.tables_written import write_events, write_payments, write_time
from plait.formats.source import Unreadable

DAY = date(2026, 3, 2)
AT = datetime(2026, 3, 2, 9, 0, 1, tzinfo=UTC)
HEADING = (
    "plait payments 1,booked_on,amount_minor,currency,payer,counter_account,"
    "reference,account,bank_id,source,status,role,by_rule"
)
ROW = "m00000000000000ff,2026-03-02,-1250,EUR,Rent,,,,,ing,open,,no"

texts = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"))


@pytest.fixture
def read_back(a_file, options):
    """Write lines with one of the writers and read what was written."""

    def again(write, *lines):
        file = io.StringIO(newline="")
        write(file, lines)
        source = a_file(file.getvalue())
        assert tables.recognise(source)
        return [
            one if isinstance(one, Problem) else one._replace(line=0)
            for one in tables.read(source, options)
        ]

    return again


def test_a_payment_comes_back_with_every_field(read_back):
    line = BankLine(
        *(0, DAY, -(2**62), "JPY", "Kōbō", "NL00 1", "ref", "NL99", "b-1", "atlas"),
        status=RecordStatus.ASSIGNED,
        is_by_rule=True,
        fingerprint=-(2**63),
        source="camt053",
    )

    assert read_back(write_payments, line._replace(amount_minor=-(10**17))) == [
        line._replace(amount_minor=-(10**17))
    ]


def test_a_time_entry_comes_back_with_every_field(read_back):
    told = ("client", "project", "task", "text", "a, b")
    line = TimeLine(0, DAY, 3600, AT, AT, *told, False, "Nora", "atlas", "board study")

    placed = line._replace(status=RecordStatus.ASSIGNED, fingerprint=2**63 - 1)
    assert read_back(write_time, placed) == [placed]


def test_an_event_comes_back_with_every_field(read_back):
    line = EventLine(
        *(0, "uid-1", "20260302", AT, AT.replace(microsecond=5), True, "Board"),
        *("Work", "Room 2", False),
        status=RecordStatus.PRIVATE,
        fingerprint=7,
        on=DAY,
        is_superseded=True,
    )

    assert read_back(write_events, line) == [line]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(texts, texts, texts), min_size=1, max_size=4))
def test_any_text_comes_back_as_it_was(read_back, told):
    lines = [
        BankLine(
            0, DAY, 1, "EUR", payer, reference=reference, account=account, fingerprint=n
        )
        for n, (payer, reference, account) in enumerate(told)
    ]

    assert read_back(write_payments, *lines) == lines


def test_a_text_whose_lines_look_like_rows_is_still_one_text(read_back):
    text = f"first\n{ROW}\n{ROW}\nlast"
    line = BankLine(0, DAY, 1, "EUR", reference=text, fingerprint=1)

    assert read_back(write_payments, line) == [line]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝"])  # noqa: RUF001  # full-width
def test_no_cell_of_text_begins_like_a_formula(sign):
    file = io.StringIO(newline="")
    texts = [f"{sign}1+1"] * 5
    write_payments(file, [BankLine(0, DAY, 1, "EUR", *texts, fingerprint=1)])

    [_, row] = csv.reader(file.getvalue().splitlines(keepends=True))

    assert row[4:9] == [f"'{sign}1+1"] * 5


@given(texts)
def test_an_apostrophe_is_taken_off_exactly_where_one_was_put(text):
    assert unsafe(safe(text)) == text


def test_marks_are_text_to_a_spreadsheet():
    file = io.StringIO(newline="")
    write_payments(file, [BankLine(0, DAY, 1, "EUR", fingerprint=-1)])

    assert file.getvalue().splitlines()[1].startswith("mffffffffffffffff,2026-03-02,1,")


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        (
            "2026-03-02",
            "02/03/2026",
            "This is not a date in the form that the file uses",
        ),
        ("-1250", "-12.50", "This is not a whole number"),
        ("EUR", "Euro", "This is not the code of a currency"),
        ("m0000", "1.2E", "This is not the fingerprint of a record"),
        (",open,", ",assigned,", "Status and role contradict each other"),
        (",open,,", ",open,atlas,", "Status and role contradict each other"),
        (",no", ",maybe", "This is neither yes nor no"),
        (",open,,no", ",open", "This line has more or fewer columns than the heading"),
        ("Rent", "Rent,more", "This line has more or fewer columns than the heading"),
        (
            "Rent",
            '"Rent',
            "A quotation mark opens in this line and does not close",
        ),
        ("Rent", "R\0nt", "This line holds characters that are no text"),
    ],
)
def test_a_bad_row_is_one_problem_among_good_ones(a_file, options, old, new, what):
    source = a_file("\n".join([HEADING, ROW, ROW.replace(old, new), ROW]) + "\n")

    first, problem, last = tables.read(source, options)

    assert (problem.where, problem.what) == ("line 3", what)
    assert (first.line, last.line) == (2, 4)


def test_a_row_without_a_mark_is_a_new_record(a_file, options):
    source = a_file(f"{HEADING}\n{ROW.replace('m00000000000000ff', '')}\n")

    [line] = tables.read(source, options)

    assert line.fingerprint is None


def test_a_spreadsheet_may_have_saved_it_with_semicolons_and_a_fingerprint(
    a_file, options
):
    text = f"{HEADING}\r\n{ROW}\r\n".replace(",", ";")
    source = a_file(text, "utf-8-sig")

    assert tables.recognise(source)
    assert [line.amount_minor for line in tables.read(source, options)] == [-1250]


def test_a_heading_alone_holds_nothing(a_file, options):
    assert list(tables.read(a_file(f"{HEADING}\n"), options)) == []


def test_a_table_of_a_newer_plait_is_refused(a_file, options):
    source = a_file(f"{HEADING.replace('payments 1', 'payments 2')}\n{ROW}\n")
    assert tables.recognise(source)

    with pytest.raises(Unreadable, match="written by a newer Plait"):
        list(tables.read(source, options))


def test_a_missing_column_is_named(a_file, options):
    source = a_file(f"{HEADING.replace(',payer', '')}\n{ROW.replace(',Rent', '')}\n")

    with pytest.raises(Unreadable, match="A column that is needed is missing: payer"):
        list(tables.read(source, options))


@pytest.mark.parametrize("text", ["", "plait", "plait payments", "date,amount\n1,2"])
def test_other_files_are_not_ours(a_file, text):
    assert not tables.recognise(a_file(text))


@pytest.mark.parametrize("language", ["en", "nl", "fr"])
def test_the_readme_is_known_for_what_it_is(a_file, options, language):
    counts = {"payments": 3, "time": 2, "events": 1, "attachments": 0}
    source = a_file(readme.readme(language, DAY, counts))

    assert readme.recognise(source)
    assert list(readme.read(source, options)) == []


def test_a_table_of_an_earlier_export_is_read_the_same(a_file, options):
    line = BankLine(0, DAY, 1, "EUR", "Atlas", role="atlas")
    file = io.StringIO()
    write_payments(file, [line._replace(status=RecordStatus.ASSIGNED)])
    now = file.getvalue()

    earlier = now.replace(",status,", ",standing,")

    assert earlier != now
    assert list(tables.read(a_file(earlier), options)) == list(
        tables.read(a_file(now), options)
    )
