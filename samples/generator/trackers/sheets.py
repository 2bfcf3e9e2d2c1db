"""Two tables she made herself: an Excel workbook and a CSV of a cash box."""

from datetime import date
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from generator.banks.ledger import Row, Statement
from generator.tables import Dialect, decimal

_EXCEL_DAY_ZERO = date(1899, 12, 30)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def archive(files: dict[str, bytes]) -> bytes:
    """Return a zip that is the same on every machine: stored, dated, without owner."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as zipped:
        for name, content in files.items():
            info = ZipInfo(name, (2026, 11, 20, 12, 0, 0))
            info.create_system = 3
            info.external_attr = 0o644 << 16
            zipped.writestr(info, content)
    return buffer.getvalue()


def cash_csv(statement: Statement) -> bytes:
    """Return a table with Dutch headings, semicolons and decimal commas."""
    rows = [
        [
            f"{r.booking.on:%d-%m-%Y}",
            r.booking.text,
            decimal(r.booking.cents, ","),
            "ja",
        ]
        for r in statement.rows
    ]
    dialect = Dialect(delimiter=";", encoding="cp1252", line_end="\r\n")
    return dialect.table("Datum;Waarvoor;Terugontvangen;Bon ingeleverd", rows)


def columns_xlsx(statement: Statement) -> bytes:
    """Return a workbook of one sheet: real dates, real numbers, text in place."""
    overrides = {"workbook": "sheet.main", "worksheets/sheet1": "worksheet"}
    overrides["styles"] = "styles"
    parts = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{_OFFICE}.{kind}+xml"/>'
        for name, kind in overrides.items()
    )
    sheet_rows = "".join(_row(n, r) for n, r in enumerate(statement.rows, start=2))
    heads = ("Datum", "Opdrachtgever", "Column", "Bedrag in euro")
    heading = "".join(_text(f"{c}1", h) for c, h in zip("ABCD", heads, strict=True))
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        f'package.relationships+xml"/>{parts}</Types>',
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>'
        '<sheet name="Columns" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(
            ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")
        ),
        "xl/styles.xml": _styles(),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>'
        f'<row r="1">{heading}</row>{sheet_rows}</sheetData></worksheet>',
    }
    return archive({name: (_XML + text).encode() for name, text in files.items()})


def _row(number: int, row: Row) -> str:
    serial = (row.booking.on - _EXCEL_DAY_ZERO).days
    name, text = row.booking.name.replace("&", "&amp;"), row.booking.text
    return (
        f'<row r="{number}"><c r="A{number}" s="1"><v>{serial}</v></c>'
        f"{_text(f'B{number}', name)}{_text(f'C{number}', text)}"
        f'<c r="D{number}" s="2"><v>{decimal(row.booking.cents)}</v></c></row>'
    )


def _text(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def _relations(*targets: tuple[str, str]) -> str:
    found = "".join(
        f'<Relationship Id="rId{n}" Type="{_REL}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{found}</Relationships>'


def _styles() -> str:
    """Return three looks of a cell: plain, a date (14), a number with cents (4)."""
    looks = "".join(
        f'<xf numFmtId="{number}" fontId="0" fillId="0" borderId="0" xfId="0"'
        ' applyNumberFormat="1"/>'
        for number in (0, 14, 4)
    )
    return (
        f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font><sz val="11"/>'
        '<name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill'
        ' patternType="none"/></fill><fill><patternFill patternType="gray125"/>'
        '</fill></fills><borders count="1"><border/></borders><cellStyleXfs'
        ' count="1"><xf/></cellStyleXfs><cellXfs count="3">'
        f"{looks}</cellXfs>"
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>'
        "</cellStyles></styleSheet>"
    )
