"""Files that mean harm, sent through the pages: a sentence, and nothing else happens."""

import html
import io
import json
import zipfile

import pytest
from django.conf import settings
from django.urls import reverse

from plait.book.models import Payment, Role
from plait.formats import source
from tests.book.tables import records
from tests.web.files import MONZO, zipped
from tests.web.importing import Importing, words

pytestmark = pytest.mark.django_db(transaction=True)

LAUGHS = """<?xml version="1.0"?>
<!DOCTYPE Document [
 <!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
 <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">
]>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">
 <BkToCstmrStmt><Stmt><Id>&c;</Id><Acct>&d;</Acct></Stmt></BkToCstmrStmt>
</Document>"""


def bomb() -> bytes:
    """50 MB of zeros that were packed into 50 KB."""
    return zipped({"statement.csv": bytes(50_000_000)})


def locked() -> bytes:
    """An archive that says of itself that it is locked."""
    made = bytearray(zipped({"a.csv": MONZO}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        made[made.index(mark) + place] |= 1
    return bytes(made)


def full_of_names() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for number in range(1_001):
            archive.writestr(f"{number}.csv", "a")
    return made.getvalue()


HARMFUL = {
    "bomb.zip": (bomb, "unpacks to far more than it should hold"),
    "outside.zip": (
        lambda: zipped({"../../etc/cron.d/x.csv": MONZO}),
        "A name in this archive leads outside it",
    ),
    "locked.zip": (locked, "This archive is locked with a password"),
    "nested.zip": (
        lambda: zipped({"inner.zip": zipped({"a.csv": MONZO})}),
        "There is an archive inside this archive",
    ),
    "many.zip": (full_of_names, "more files in this archive than Plait unpacks"),
    "half.zip": (lambda: zipped({"a.csv": MONZO})[:-40], "This archive is damaged"),
    "laughs.xml": (LAUGHS.encode, ""),
    "noise.csv": (lambda: bytes(range(256)) * 400, ""),
    "empty.csv": (lambda: b"", "This file is empty"),
    "mark.csv": (lambda: b"\xef\xbb\xbf", ""),
    "nulls.csv": (lambda: b"\0" * 5_000, ""),
    "one line.csv": (lambda: b"a" * 3_000_000, ""),
    "quotes.csv": (lambda: b'"' * 100_000, ""),
    "deep.json": (lambda: b"[" * 200_000, ""),
    "photo.csv": (lambda: b"\xff\xd8\xff\xe0" + bytes(range(256)), ""),
}


@pytest.fixture
def at(as_nora):
    return Importing(as_nora)


@pytest.mark.parametrize("name", HARMFUL)
def test_a_harmful_file_gets_a_sentence_and_leaves_everything_alone(at, name, tmp_path):
    make, sentence = HARMFUL[name]
    before = records()

    page = at.choose({name: make()})

    told = words(page)
    assert "Nothing in these files can be imported as they are." in told
    assert sentence in told
    assert "Something went wrong" not in told
    assert "root:" not in told
    assert records() == before


def test_a_harmful_file_does_not_keep_the_good_ones_out(at):
    harmful = {name: HARMFUL[name][0]() for name in ("bomb.zip", "deep.json")}

    at.choose({"monzo.csv": MONZO} | harmful)
    page = words(at.confirm())

    assert "3 new lines came in." in page
    assert Payment.objects.count() == 3


def test_a_file_larger_than_plait_reads_is_refused_in_words(at, monkeypatch):
    monkeypatch.setattr(source, "LARGEST_BYTES", 1_000_000)

    page = words(at.choose({"huge.csv": b"a" * 1_000_001}))

    assert "This file is larger than Plait reads, which is 200 MB: huge.csv" in page
    assert "Export a shorter period, such as a year at a time." in page


NAMES = {
    "../../etc/passwd": "passwd",
    "<script>alert(1)</script>.csv": "script>.csv",
    '" onmouseover="alert(1).csv': '" onmouseover="alert(1).csv',
    "a\u202efdp.exe": "afdp.exe",
    "x" * 200 + ".csv": "x" * 100 + "…" + "x" * 15 + ".csv",
    "\N{OCTOPUS} &amp; co.csv": "\N{OCTOPUS} & co.csv",
    "%00%2e%2e%2f.csv": "%00%2e%2e%2f.csv",
    "CON.csv": "CON.csv",
    "{{ 7|add:7 }}{% debug %}.csv": "{{ 7|add:7 }}{% debug %}.csv",
}


@pytest.mark.parametrize(("name", "shown"), NAMES.items())
def test_a_name_of_a_file_is_only_ever_shown(at, name, shown):
    before = {f for f in settings.PLAIT_HOME.rglob("*") if "staging" not in f.parts}

    preview = at.choose({name: MONZO})
    at.confirm()
    history = at.client.get(reverse("imports"))
    one = at.client.get(reverse("import_one", args=[1]))

    for page in (preview, history, one):
        assert page.status_code == 200
        assert "<script>alert" not in page.text
        assert ' onmouseover="alert' not in page.text
        assert "\u202e" not in page.text
        assert html.escape(shown) in page.text
    after = {f for f in settings.PLAIT_HOME.rglob("*") if "staging" not in f.parts}
    assert {f.name for f in after - before} <= {"staging"}  # of the first upload
    assert Payment.objects.count() == 3


INSIDE = [
    "<script>alert(1)</script>",
    '"" onmouseover=""alert(1)',
    "=HYPERLINK(https://elsewhere.example)",
    "a\u202eb\u0000c",
    "\ud83e\udd81".encode("utf-16", "surrogatepass").decode("utf-16"),
    "x" * 5_000,
    "&lt;b&gt; & 'co' \\ %s {0} {{ 7 }}",
]


@pytest.mark.parametrize("value", INSIDE)
def test_what_stands_inside_a_file_is_only_ever_shown(at, value):
    text = MONZO.replace("Atlas & Daughters", value).replace("Kolk Zoo", value)

    preview = at.choose({"monzo.csv": text})
    at.confirm()
    inbox = at.client.get(reverse("inbox"))

    for page in (preview, inbox):
        assert page.status_code == 200
        assert "Something went wrong" not in page.text
        assert "<script>alert" not in page.text
        assert ' onmouseover="alert' not in page.text


@pytest.mark.parametrize("value", ["\\ud800", "\\u0000", "\\u202e"])
def test_letters_that_are_none_stop_nothing(at, value):
    text = json.dumps(
        {
            "basics": {"name": "Nora Vis"},
            "work": [
                {
                    "name": "Atlas HERE",
                    "position": "Adviser HERE",
                    "startDate": "2024-01-01",
                },
                {"name": "HERE", "position": "Nurse", "startDate": "HERE"},
            ],
        }
    ).replace("HERE", value)

    page = words(at.choose({"resume.json": text}))
    at.confirm()

    assert "Something went wrong" not in page
    assert at.client.get(reverse("roles")).status_code == 200
    assert Role.objects.count() <= 2
