"""Books of which a field holds what it should not: a sentence, and the rest comes in."""

import json

import pytest

from plait.book.models import Account, Payment
from plait.domain.errors import Problem
from plait.domain.schemas.registry import SCHEMAS
from plait.formats.plait import book
from plait.formats.plait.entries import SECTIONS
from plait.formats.source import Source
from plait.formats.values import EXCERPT_CHARACTERS
from tests.book.conftest import OPTIONS
from tests.book.statements import Paid, camt

ROLE = {
    "key": "atlas",
    "name": "Atlas",
    "organisation": "Zon",
    "kind": "contract",
    "from": "2024-01-01",
}
# An entry of each section in which all is right.
ENTRIES = {
    "person": {"name": "Nora", "currency": "EUR", "savings": "100.50"},
    "accounts": {"identifier": "NL62MOLN0650238817", "name": "Ours", "share": 0.5},
    "coverage": {
        "kind": "account",
        "name": "A",
        "from": "2026-03-01",
        "until": "2026-03-31",
    },
    "payer_names": {"alias": "Zon BV", "name": "Zon"},
    "dismissed_roles": {"name": "buurtsuper"},
    "mappings": {
        "name": "Mine",
        "kind": "payments",
        "signature": "s",
        "columns": {"date": 0, "amount": 1},
        "unit": "h",
    },
    "roles": ROLE,
    "agreements": {"from": "2025-01-01", "hours": 8, "per": "week"},
    "rules": {"field": "payer", "value": "zon", "role": "atlas"},
    "check_ins": {
        "role": "atlas",
        "week": "2026-03-02",
        "energy": 1,
        "meaning": 2,
        "growth": 3,
        "pressure": 4,
    },
    "absences": {"kind": "leave", "from": "2026-03-02", "to": "2026-03-04"},
    "seasons": {"from": "2026-07-01", "to": "2026-09-01", "hours": 0},
    "holidays": {"day": "12-24", "free": True},
    "overheads": {"kind": "travel", "from": "2026-01-01", "hours": 2, "role": "atlas"},
    "causes": {"name": "Budget", "roles": ["atlas"], "chance": 0.1},
    "beliefs": {"role": "atlas", "chance": 0.5, "years": 1},
    "fallbacks": {"role": "atlas", "what": "Teach", "weeks": 4, "share": 0.5},
    "invoices": {
        "role": "atlas",
        "number": "1",
        "issued": "2026-03-01",
        "due": "2026-03-31",
        "amount": "10.00",
        "currency": "EUR",
    },
    "settled_findings": {
        "key": "role-over:atlas",
        "kind": "role-over",
        "role": "atlas",
        "settled_as": "put-off",
        "reason": "Over by summer",
        "on": "2026-03-01",
        "title": "Atlas has outgrown its agreement",
        "numbers": '{"over": 5.4}',
    },
    "settlements": {
        "role": "atlas",
        "issued": "2026-03-01",
        "invoice": "10.00",
        "kind": "payment",
        "amount": "10.00",
        "currency": "EUR",
        "payment": "m979b187ce7c40df4",
    },
    "scenarios": {"name": "Stop", "lose": [{"role": "atlas"}]},
    "attachments": {
        "payment": "m00000000000004d2",
        "name": "bon.pdf",
        "sha256": "0f" * 32,
        "size": 9,
        "file": "files/bon.pdf",
    },
    "recurring": {"from": "2026-03-01", "rhythm": "months", "role": "atlas"},
    "reminders": {"kind": "check-in"},
}
FIELDS = [
    (section, name)
    for section, entry in ENTRIES.items()
    for name in dict.fromkeys([*(f.name for f in SCHEMAS[section].fields), *entry])
]
HOSTILE = {
    "a number": "7",
    "a number below": "-1",
    "a broken number": "1.5",
    "a huge number": "9" * 400,
    "a number beyond all": "1e999999999",
    "a number next to nothing": "1e-999999999",
    "yes": "true",
    "nothing": "null",
    "another text": '"x"',
    "a long text": '"' + "x" * 50_000 + '"',
    "NUL": '"\\u0000"',
    "half a character": '"\\ud800"',
    "a list of halves": '["\\ud800"]',
    "a list of lists": '[["x"]]',
    "a list of nothing": "[null]",
    "fields": '{"date": 1.5}',
    "fields far out": '{"date": 0, "amount": 9223372036854775808}',
    "deep": "[" * 300 + "]" * 300,
    "a day that is none": '"2026-02-30"',
    "the last instant": '"9999-12-31T23:59:59-14:00"',
    "the first instant": '"0001-01-01T00:00:00+14:00"',
    "not a number": '"NaN"',
}


def document(value):
    """Return a book with an entry for each field that holds the value."""
    written = {section: [] for section in (*SECTIONS, "agreements", "person")}
    for section, name in FIELDS:
        entry = json.dumps(ENTRIES[section] | {name: "@"}).replace('"@"', value)
        written[section].append(entry)
    terms = ",".join(written.pop("agreements"))
    written["roles"].insert(0, f'{json.dumps(ROLE)[:-1]}, "agreements": [{terms}]}}')
    person = written.pop("person")
    sections = [f'"{name}": [{",".join(rows)}]' for name, rows in written.items()]
    return [
        f'{{"plait": 1, {", ".join(sections)}}}',
        *(f'{{"plait": 1, "person": {one}}}' for one in person),
    ]


def read(write, text):
    path = write("book.json", text)
    return list(book.read(Source(path.name, path), OPTIONS))


def test_every_section_is_tried():
    assert {*SECTIONS, "agreements", "person"} == ENTRIES.keys() == SCHEMAS.keys()


@pytest.mark.parametrize("value", HOSTILE)
def test_a_field_is_read_or_is_one_problem_by_name(write, value):
    for text in document(HOSTILE[value]):
        for found in read(write, text):
            if isinstance(found, Problem):
                assert found.where
                assert found.what
                assert len(found.value) <= EXCERPT_CHARACTERS


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("section", ENTRIES)
def test_a_section_that_holds_it_is_one_problem(write, section, value):
    found = read(write, f'{{"plait": 1, "{section}": {HOSTILE[value]}}}')

    assert all(isinstance(one, Problem) for one in found)


def come_in(bring, write, values):
    texts = [text for value in values for text in document(HOSTILE[value])]
    paths = [write(f"book-{n}.json", text) for n, text in enumerate(texts)]
    good = write("march.xml", camt([Paid(2, "10.00")]))

    report = bring(*paths, good)

    assert {file.format for file in report.files[:-1]} == {"plait_book"}
    assert (report.files[-1].n_new, report.files[-1].problems) == (1, [])
    assert Payment.objects.count() == 1


def test_what_can_be_read_of_it_comes_in_and_the_good_file_beside_it(bring, write):
    come_in(bring, write, ["a number", "nothing", "another text", "fields"])


@pytest.mark.slow
def test_so_it_is_with_every_value(bring, write):
    come_in(bring, write, HOSTILE)


@pytest.mark.parametrize(
    "content",
    [
        '{"plait": 1, "person": {"name": "Zoë"}}'.encode("utf-16")[:-1],
        b'{"plait": 1, "person": {"name": "Zo\xeb\xff\x81"}}',
        b'\xef\xbb\xbf{"plait": 1, "roles": [',
        b'plait = 1\n[person]\nname = "Zo\xeb"\n',
        b"plait = 1\n[[roles]]\nkey = 1\nkey = 2\n",
        b'{"plait": 1, "person": ' + b'{"name":' * 30_000,
        b'{"plait": "1e400"}',
        b'{"plait": null}',
        b'{"plait": 1, "person": {"name": "a", "name": 5}}',
    ],
)
def test_a_broken_book_leaves_the_good_file_alone(bring, write, content):
    good = write("march.xml", camt([Paid(2, "10.00")]))

    report = bring(write("book.json", content), good)

    assert report.files[0].problems or report.files[0].n_read
    assert Payment.objects.count() == 1


@pytest.mark.parametrize("share", ["0.5", "0.0005"])
def test_a_half_account_stays_half_also_from_an_older_export(bring, share):
    bring(f'{{"plait": 1, "accounts": [{{"identifier": "A", "share": {share}}}]}}')

    assert Account.objects.get().share == 500
