"""What Plait does not read is refused by its name, with what to take instead."""

import io
import zipfile

import pytest

from plait.formats import registry
from plait.formats.source import Unreadable


def zipped(*names):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return file.getvalue()


CODA = "00000150326" + "310" + "05" + " " * 112
NORMA_43 = "11" + "2100" + "0813" + "0123456789" + "260301" + "260331" + "2" + "0" * 14
KINDS = {
    "PDF": b"%PDF-1.7\n%\xe2\xe3",
    "picture": b"\x89PNG\r\n\x1a\n\0\0",
    "photograph": b"\xff\xd8\xff\xe0\0\x10JFIF",
    "older Office": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "document": zipped("[Content_Types].xml", "word/document.xml"),
    "archive": b"\x1f\x8b\x08\0\0\0",
    "vCard": b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nEND:VCARD\r\n",
    "CODA": (CODA + "\r\n").encode(),
    "Norma 43": (NORMA_43 + "978" + "3" + " " * 26 + "\r\n").encode(),
    "web page": b"<!DOCTYPE html><html><body>Sign in</body></html>",
    "database": b"SQLite format 3\0" + b"\0" * 100,
}
SENTENCES = {
    "PDF": "This is a PDF.*CAMT.053",
    "picture": "This is a picture",
    "photograph": "This is a picture",
    "older Office": "older Office program.*save it as XLSX",
    "document": "a document or a presentation",
    "archive": "an archive that Plait does not open",
    "vCard": "contacts",
    "CODA": "a CODA statement.*CAMT.053",
    "Norma 43": "a Norma 43 statement.*CAMT.053",
    "web page": "a web page",
    "database": "plait restore",
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_refusal_names_the_kind_and_what_to_choose(a_file, options, kind):
    source = a_file(KINDS[kind])

    with pytest.raises(Unreadable, match=SENTENCES[kind]) as refused:
        registry.format_of(source, options)

    assert not isinstance(refused.value, registry.NotKnown)


def test_a_workbook_is_no_document(a_file, options):
    source = a_file(zipped("[Content_Types].xml", "xl/workbook.xml"))

    with pytest.raises(registry.NotKnown):
        registry.format_of(source, options)
