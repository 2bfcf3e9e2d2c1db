import io
import struct
import zipfile
from datetime import date, datetime, time, timedelta

import pytest
from openpyxl import Workbook

from plait.domain.records import BankLine, TimeLine
from plait.formats.source import Unreadable
from plait.formats.tables import table


def workbook(*rows, sheets=("Sheet",)):
    """Return the bytes of an XLSX file whose last sheet holds the rows."""
    book = Workbook()
    book.active.title = sheets[0]
    for name in sheets[1:]:
        book.create_sheet(name)
    for row in rows:
        book[sheets[-1]].append(row)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def changed(content, change):
    """Return the workbook with its first sheet's XML changed."""
    saved = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for info in old.infolist():
            part = old.read(info)
            is_sheet = info.filename == "xl/worksheets/sheet1.xml"
            new.writestr(info.filename, change(part) if is_sheet else part)
    return saved.getvalue()


def with_rows(content, rows):
    return changed(content, lambda xml: xml.replace(b"</sheetData>", rows))


def read(source, options, **changes):
    stored = {**table.describe(source).proposal().to_json(), **changes}
    return list(table.read(source, options._replace(mapping=stored)))


HEADING = ["Date", "Amount", "Payee", "Id"]


def test_dates_and_numbers_arrive_as_what_they_are(a_file, options):
    source = a_file(
        workbook(
            ["My bank"],
            [],
            HEADING,
            [date(2024, 1, 31), 1234.56, "Lindenhof", 20240001],
            [datetime(2024, 2, 1, 9, 30), -8.5, "=1+1", 20240002],
        )
    )

    found = read(source, options)

    assert [(f.line, f.booked_on, f.amount_minor, f.bank_id) for f in found] == [
        (4, date(2024, 1, 31), 123456, "20240001"),
        (5, date(2024, 2, 1), -850, "20240002"),
    ]


@pytest.mark.parametrize(
    ("number", "minor"),
    [
        (0.1 + 0.2, 30),  # 0.30000000000000004
        (1.005, 101),  # as it is shown: halves go away from zero
        (25.4163, 2542),
        (-0.005, -1),
        (1e9, 100_000_000_000),
        (7, 700),
    ],
)
def test_a_number_cell_is_rounded_to_its_currency(a_file, options, number, minor):
    source = a_file(workbook(HEADING[:3], [date(2024, 1, 31), number, "x"]))

    [line] = read(source, options)

    assert line.amount_minor == minor


def test_a_number_cell_has_a_point_whatever_the_text_cells_have(a_file, options):
    rows = [[date(2024, 1, 31), 1.234, "x"], [date(2024, 1, 31), "1.234,50", "y"]]
    source = a_file(workbook(HEADING[:3], *rows))

    found = read(source, options, decimal=",")

    assert [line.amount_minor for line in found] == [123, 123450]


def test_a_number_too_large_for_a_payment_is_a_problem(a_file, options):
    source = a_file(workbook(HEADING[:2], [date(2024, 1, 31), 1e15]))

    [problem] = read(source, options)

    assert problem.what == "This amount is too large to be a payment"


def test_hours_are_read_from_times_and_durations(a_file, options):
    rows = [
        [date(2024, 1, 31), time(9), time(12, 30), timedelta(hours=3, minutes=30)],
        [date(2024, 2, 1), None, None, timedelta(hours=1, minutes=15)],
    ]
    source = a_file(workbook(["Date", "Start", "End", "Duration"], *rows))

    found = read(source, options)

    assert [type(f) for f in found] == [TimeLine, TimeLine]
    assert [f.seconds for f in found] == [12_600, 4_500]


def test_the_first_sheet_is_taken_unless_another_is_named(a_file, options):
    content = workbook(
        HEADING[:2], [date(2024, 1, 31), 5], sheets=("Notes", "Payments")
    )
    source = a_file(content)

    with pytest.raises(Unreadable, match="There is no table in this file"):
        table.describe(source)

    shape = table.describe(source, sheet="Payments")
    assert shape.sheets == ("Notes", "Payments")
    told = options._replace(mapping=shape.proposal())
    assert [type(f) for f in table.read(source, told)] == [BankLine]


def test_the_first_sheet_may_be_called_otherwise_next_month(a_file, options):
    rows = [HEADING[:2], [date(2024, 1, 31), 5]]
    mapping = table.describe(a_file(workbook(*rows, sheets=("May",)))).proposal()
    source = a_file(workbook(*rows, sheets=("June",)))

    found = list(table.read(source, options._replace(mapping=mapping)))

    assert [f.amount_minor for f in found] == [500]


def test_a_sheet_that_is_not_there_is_refused_by_its_name(a_file):
    source = a_file(workbook(HEADING))

    with pytest.raises(Unreadable, match="The sheet is not in this workbook: March"):
        table.describe(source, sheet="March")


def test_a_cell_without_references_is_read(a_file, options):
    content = workbook(HEADING[:2], [date(2024, 1, 31), 5], [date(2024, 1, 31), 6])
    bare = changed(
        content, lambda xml: xml.replace(b' r="A3"', b"").replace(b' r="B3"', b"")
    )

    assert [f.amount_minor for f in read(a_file(bare), options)] == [500, 600]


@pytest.mark.parametrize(
    "rows",
    [
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
        b"<row r = '1048576'><c r = 'ZZ1048576'><v>1</v></c></row></sheetData>",
        b'<row r="99999999999"><c r="ZZZZZZZZ99999999999"><v>1</v></c></row></sheetData>',
        b'<row r="1048576">' + b"<c><v>1</v></c>" * 9_000 + b"</row></sheetData>",
    ],
    ids=["far corner", "spaces and quotes", "beyond the grid", "no references"],
)
def test_a_sheet_that_would_fill_the_memory_is_refused(a_file, rows):
    source = a_file(with_rows(workbook(HEADING), rows))

    with pytest.raises(Unreadable, match="A sheet of this workbook reaches too far"):
        table.describe(source)


def test_a_workbook_that_unpacks_a_thousandfold_is_refused(a_file):
    bomb = b"<!--" + b" " * 30_000_000 + b"--></sheetData>"
    source = a_file(with_rows(workbook(HEADING), bomb))

    with pytest.raises(Unreadable, match="unpacks to far more than a table needs"):
        table.describe(source)


def test_a_workbook_that_lies_about_its_size_is_refused(a_file):
    bomb = b"<!--" + b" " * 3_000_000 + b"--></sheetData>"
    content = bytearray(with_rows(workbook(HEADING), bomb))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    lie = bytes(content).replace(struct.pack("<I", size), struct.pack("<I", 1_000))
    assert lie != content

    with pytest.raises(Unreadable, match="This workbook is damaged or locked"):
        table.describe(a_file(lie))


def test_xml_entities_are_not_followed(a_file):
    def entity(xml):
        return b'<!DOCTYPE x [<!ENTITY a "A">]>' + xml.replace(b"</t>", b"&a;</t>")

    content = changed(workbook(HEADING[:2], [date(2024, 1, 31), 5]), entity)

    with pytest.raises(Unreadable, match="This workbook is damaged or locked"):
        table.describe(a_file(content))


@pytest.mark.parametrize("share", [0.2, 0.5, 0.95])
def test_a_workbook_cut_off_is_refused(a_file, share):
    content = workbook(HEADING, [date(2024, 1, 31), 5, "a", "b"])
    source = a_file(content[: int(len(content) * share)])

    with pytest.raises(Unreadable, match="This workbook is damaged or locked"):
        table.describe(source)


def test_a_workbook_locked_with_a_password_is_refused(a_file):
    content = bytearray(workbook(HEADING))
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1  # the flag of an encrypted member
        at = content.find(b"PK\x01\x02", at + 1)

    with pytest.raises(Unreadable, match="This workbook is damaged or locked"):
        table.describe(a_file(bytes(content)))


def test_an_archive_that_is_no_workbook_is_refused(a_file):
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as archive:
        archive.writestr("notes.txt", "hello")

    with pytest.raises(Unreadable, match="not a workbook that Plait reads"):
        table.describe(a_file(saved.getvalue()))


def test_a_workbook_of_an_old_kind_is_refused(a_file):
    source = a_file(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)

    with pytest.raises(Unreadable, match="a workbook of an old kind"):
        table.describe(source)
