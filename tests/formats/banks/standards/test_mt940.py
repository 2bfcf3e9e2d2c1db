"""MT940: three dialects of details, reversals, envelopes, and bad lines."""

import logging
from contextlib import suppress
from datetime import date
from time import perf_counter
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.domain.errors import Problem
from plait.domain.records import BankLine, StatementPeriod
from plait.formats.banks.standards import mt940
from plait.formats.registry import format_of
from plait.formats.source import Options, Source, Unreadable

OWN = "NL91ABNA0417164300"
THEIRS = "DE89370400440532013000"

ENTRY = ":61:2401310131C1234,56NTRFNONREF//AB24031-0017"
# Parts are 27 wide and lines 65, whatever they cut: ?21 and ?32 are full.
GERMAN_TEXT = (
    "166?00GUTSCHRIFT?109248?20EREF+INV-17?21SVWZ+Kurs 12 Wiederbelebung?22 Januar"
    f"?30COBADEFFXXX?31{THEIRS}?32Lindenhof Praxisgemeinschaf?33t"
)
GERMAN = ":86:" + "\n".join(
    GERMAN_TEXT[at : at + 65] for at in range(0, len(GERMAN_TEXT), 65)
)
NAMED = f"""\
:86:/TRTP/SEPA OVERBOEKING/IBAN/{THEIRS}/BIC/COBADEFFXXX
/NAME/LINDENHOF PRAKTIJK/REMI/COURSE 12 JANUARY/EREF/NOTPROVIDED"""
ING = f"""\
:86:/EREF/INV-17//CNTP/{THEIRS}/COBADEFFXXX/Lindenhof Praktijk//
/REMI/USTD//Course 12 January/"""
RABO = """\
:86:/ORDP//NAME/LINDENHOF PRAKTIJK/REMI/COURSE 12 JANUARY/ISDT/2024-01-31"""


def statement(*fields, account=OWN, currency="EUR", closing=True):
    lines = [
        ":20:STARTUMS",
        f":25:{account}",
        ":28C:31/1",
        f":60F:C240130{currency}1000,00",
        *fields,
    ]
    if closing:
        lines.append(f":62F:C240131{currency}2234,56")
    return "\n".join([*lines, "-", ""])


@pytest.fixture
def taken(a_file, options):
    def take(content, encoding="utf-8"):
        read = mt940.read(a_file(content, encoding), options)
        return [line for line in read if not isinstance(line, StatementPeriod)]

    return take


def test_german_details_are_told_apart(taken):
    assert taken(statement(ENTRY, GERMAN)) == [
        BankLine(
            line=5,
            booked_on=date(2024, 1, 31),
            amount_minor=123456,
            currency="EUR",
            payer="Lindenhof Praxisgemeinschaft",
            counter_account=THEIRS,
            reference="Kurs 12 Wiederbelebung Januar",
            account=OWN,
            bank_id="AB24031-0017",
        )
    ]


@pytest.mark.parametrize(
    ("details", "payer", "counter_account", "reference"),
    [
        (NAMED, "LINDENHOF PRAKTIJK", THEIRS, "COURSE 12 JANUARY"),
        (ING, "Lindenhof Praktijk", THEIRS, "Course 12 January"),
        (RABO, "LINDENHOF PRAKTIJK", "", "COURSE 12 JANUARY"),
        (
            ":86:/TRTP/IDEAL/NAME/DE BRUG/EREF/INV-17",
            "DE BRUG",
            "",
            "INV-17",
        ),
        (
            ":86:/EREF/NOTPROVIDED//REMI/STRD/CUR/9000000012345678/",
            "",
            "",
            "9000000012345678",
        ),
        (":86:Course 12\nJanuary, thanks", "", "", "Course 12 January, thanks"),
        (":86:177?00MIETE?20Februar?21Wohnung 3", "", "", "Februar Wohnung 3"),
        (":86:805?00ENTGELTABSCHLUSS", "", "", "ENTGELTABSCHLUSS"),
        (":86:166?20EREF+INV-17?32De Brug", "De Brug", "", "INV-17"),
        (":86:166?20SVWZ+Gut?20? 5 Tage?3112345678", "", "12345678", "Gut ? 5 Tage"),
    ],
)
def test_each_way_of_writing_details(taken, details, payer, counter_account, reference):
    assert taken(statement(ENTRY, details))[0][4:7] == (
        payer,
        counter_account,
        reference,
    )


def test_a_part_of_full_width_runs_on_and_a_shorter_one_ends_a_word(taken):
    # Parts are 27 wide: the first is full and cuts "Januar", the second is not.
    details = ":86:166?20SVWZ+Rechnung 2024 vom 9 Ja?21nuar fuer?22Beratung"

    assert taken(statement(ENTRY, details))[0].reference == (
        "Rechnung 2024 vom 9 Januar fuer Beratung"
    )


@pytest.mark.parametrize(
    ("mark", "minor"),
    [("C", 1250), ("D", -1250), ("RC", -1250), ("RD", 1250), ("CR", 1250)],
)
def test_reversals_turn_the_sign_and_a_funds_code_does_not(taken, mark, minor):
    # CR is a credit with R as funds code, the third letter of EUR.
    assert taken(statement(f":61:240131{mark}12,50NTRFNONREF"))[0][2] == minor


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ("2401310201", date(2024, 2, 1)),
        ("240131", date(2024, 1, 31)),
        ("2401021229", date(2023, 12, 29)),
        ("2312290102", date(2024, 1, 2)),
        # Months of 30 days have a 30 February; the day of booking goes before it.
        ("2302300301", date(2023, 3, 1)),
        ("2402300230", date(2024, 2, 29)),
        ("230230", date(2023, 2, 28)),
        ("2301310230", date(2023, 1, 31)),
        ("240131    ", date(2024, 1, 31)),
    ],
)
def test_the_day_is_the_entry_day_in_the_year_nearest_the_value_day(
    taken, days, expected
):
    assert taken(statement(f":61:{days}C12,50NTRFNONREF"))[0].booked_on == expected


def test_a_day_is_a_plain_date_that_any_database_takes(taken):
    assert type(taken(statement(ENTRY))[0].booked_on) is date


@pytest.mark.parametrize(
    ("written", "account"),
    [
        (OWN, OWN),
        (f"{OWN}EUR", OWN),
        (f"{OWN} EUR", OWN),
        (f"ABNANL2A/{OWN}", OWN),
        ("50060400/0097000000", "50060400/0097000000"),
        ("417164300", "417164300"),
    ],
)
def test_the_account_is_its_iban_where_it_has_one(taken, written, account):
    assert taken(statement(ENTRY, account=written))[0].account == account


@pytest.mark.parametrize(
    ("second", "counter_account", "reference"),
    [
        (THEIRS, THEIRS, ""),
        # 4·9 + 8·8 + 6·7 + 1·6 + 2·5 + 9·4 + 3·3 + 5·2 + 7·1 = 220 = 20·11.
        ("0486129357", "0486129357", ""),
        ("P001234567", "P001234567", ""),
        ("0486129358", "", "0486129358"),
        ("20260504007602198765432000000012", "", "20260504007602198765432000000012"),
        ("Rent", "", "Rent"),
    ],
)
def test_the_second_line_of_an_entry_is_an_account_or_words(
    taken, second, counter_account, reference
):
    line = taken(statement(f"{ENTRY}\n{second}"))[0]

    assert (line.counter_account, line.reference) == (counter_account, reference)


@pytest.mark.parametrize(
    ("written", "bank_id", "reference"),
    [
        ("NTRFINV-17//AB24031-0017", "AB24031-0017", "INV-17"),
        # A count within one statement would differ in the next.
        ("NTRFNONREF//00000000001005", "", ""),
        ("NTRFA-REFERENCE-LONGER-THAN-16//AB24031-0017", "AB24031-0017", None),
    ],
)
def test_the_references_of_an_entry(taken, written, bank_id, reference):
    line = taken(statement(f":61:240131C12,50{written}"))[0]

    assert line.bank_id == bank_id
    if reference is not None:
        assert line.reference == reference


def test_details_may_come_in_several_fields(taken):
    found = taken(statement(ENTRY, ":86:Course 12", ":86:January", ":NS:22Bank"))

    assert found[0].reference == "Course 12 January"


def test_what_follows_the_closing_balance_belongs_to_no_entry(taken):
    text = statement(ENTRY, ":86:Course 12").replace("-\n", ":86:SUM/D/0/C/1\n-\n")

    assert [x.reference for x in taken(text)] == ["Course 12"]


def test_each_statement_has_its_own_account_and_currency(taken):
    text = statement(ENTRY) + statement(ENTRY, account="12345678", currency="GBP")

    assert [(x.account, x.currency) for x in taken(text)] == [
        (OWN, "EUR"),
        ("12345678", "GBP"),
    ]


def test_a_statement_of_several_pages_goes_on(taken):
    page = statement(ENTRY).replace(":62F:", ":62M:")
    last = statement(ENTRY).replace(":60F:", ":60M:")

    assert len(taken(page + last)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "ABNANL2A\n940\nABNANL2A\n" + statement(ENTRY, NAMED),
        "{1:F01INGBNL2ABXXX0000000000}{2:I940INGBNL2AXXXN}{4:\n"
        + statement(ENTRY, NAMED).replace("-\n", "-}{5:}\n"),
        "{1:F01INGBNL2ABXXX0000000000}{2:I940INGBNL2AXXXN}{4:"
        + statement(ENTRY, NAMED),
        statement(ENTRY, NAMED).replace("\n", "\r\n"),
        "\r\n\r\n" + statement(ENTRY, NAMED),
    ],
)
def test_the_envelope_of_a_bank_changes_nothing(a_file, options, text):
    source = a_file(text)

    assert mt940.recognise(source)
    assert [line[1:] for line in mt940.read(source, options)] == [
        line[1:] for line in mt940.read(a_file(statement(ENTRY, NAMED)), options)
    ]


def test_messages_in_one_row_are_kept_apart(taken):
    first = statement(ENTRY, NAMED).replace("-\n", "-}{5:}{1:F01X}{2:I940Y}{4:\n")

    assert [x.payer for x in taken(f"{{4:\n{first}{statement(ENTRY, NAMED)}")] == [
        "LINDENHOF PRAKTIJK",
        "LINDENHOF PRAKTIJK",
    ]


@pytest.mark.parametrize(
    "bad",
    [
        ":61:",
        ":61:no line at all",
        ":61:2413010101C12,50NTRFNONREF",
        ":61:240131X12,50NTRFNONREF",
        ":61:240131C1,2,3NTRFNONREF",
        ":61:240131C,NTRFNONREF",
    ],
)
def test_one_bad_entry_costs_one_problem(taken, bad):
    found = taken(statement(bad, ":86:whatever", ENTRY, NAMED))

    assert found[0] == Problem(
        "line 5",
        "This line of the statement (:61:) is not written as MT940 asks",
        bad.removeprefix(":61:"),
        "Correct it in the file, or download the statement again.",
    )
    assert [x.payer for x in found[1:]] == ["LINDENHOF PRAKTIJK"]


def test_an_amount_finer_than_its_currency_is_a_problem(taken):
    found = taken(statement(":61:240131C12,505NTRFNONREF"))

    assert found[0].what == "This amount has more decimals than its currency"


def test_a_statement_that_does_not_say_its_currency_gives_problems(taken):
    found = taken(statement(ENTRY, currency="12E"))

    assert found[0].what == "This is not the code of a currency"


def test_a_bad_entry_is_not_written_to_the_log(taken, caplog):
    with caplog.at_level(logging.DEBUG):
        taken(statement(":61:no line of Lindenhof"))

    assert "Lindenhof" not in caplog.text


@pytest.mark.parametrize(
    "text",
    [
        statement(ENTRY, NAMED, closing=False),
        statement(ENTRY, closing=False) + statement(ENTRY),
        statement(ENTRY, NAMED)[:90],
    ],
)
def test_a_file_that_is_cut_off_is_refused(taken, text):
    with pytest.raises(Unreadable, match="cut off or broken in the middle"):
        taken(text)


@pytest.mark.parametrize("filler", ["x" * 1_000_000, "x\n" * 500_000])
def test_a_field_without_bound_is_refused(taken, filler):
    with pytest.raises(Unreadable, match="larger than a bank writes"):
        taken(statement(ENTRY, f":86:{filler}"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_umlauts_survive_each_encoding(taken, encoding):
    details = ":86:166?20SVWZ+Kurs?32Grünhöfe"

    assert taken(statement(ENTRY, details), encoding)[0].payer == "Grünhöfe"


def test_no_nul_character_reaches_the_book(taken):
    details = ":86:166?20SVWZ+Kurs?32Lin\0denhof"

    assert taken(statement(ENTRY, details))[0].payer == "Lindenhof"


def test_a_statement_without_entries_is_recognised_and_empty(a_file, options):
    source = a_file(statement())

    assert mt940.recognise(source)
    assert list(mt940.read(source, options)) == [
        StatementPeriod(
            line=4,
            account=OWN,
            starts_on=date(2024, 1, 30),
            ends_on=date(2024, 1, 31),
            opening_minor=100000,
            closing_minor=223456,
            currency="EUR",
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        ":20:",
        ":20:\n" * 15_000,
        "Date,Name,Amount\n2024-01-31,:20: :25: :60F:,12.00\n",
        "BEGIN:VCALENDAR\nDESCRIPTION: :20:\n :25:\nEND:VCALENDAR\n",
        '{"basics": {"name": ":20: :25: :61:"}}',
        "<!doctype html><html><pre>Write :20: then :25: then :60F:</pre></html>",
        '<?xml version="1.0"?><Document><BkToCstmrStmt/></Document>',
        "OFXHEADER:100\n\n<OFX><BANKMSGSRSV1></BANKMSGSRSV1></OFX>",
    ],
)
def test_nothing_else_is_taken_for_mt940(a_file, text):
    assert not mt940.recognise(a_file(text))


def test_the_registry_finds_it_before_any_table(a_file, options):
    assert format_of(a_file(statement(ENTRY, NAMED)), options).NAME == "mt940"


FIELD = st.one_of(
    st.text(max_size=80),
    st.text("0123456789²٣ ?~^<>/:-+,.CDRNTF\n", max_size=120),
    st.sampled_from([GERMAN[4:], NAMED[4:], ING[4:], ENTRY[4:], ":NS:15Linde"]),
)


@given(st.lists(st.tuples(st.sampled_from(["61", "86", "NS", "25"]), FIELD)))
def test_whatever_a_field_holds_is_a_line_a_problem_or_a_refusal(
    tmp_path_factory, rest
):
    path = tmp_path_factory.mktemp("mt940") / "any.sta"
    fields = [f":{tag}:{text}" for tag, text in rest]
    path.write_text(statement(*fields, ENTRY), "utf-8", "surrogatepass")
    options = Options(today=date(2026, 3, 2), timezone=ZoneInfo("Europe/Amsterdam"))

    with suppress(Unreadable):
        for line in mt940.read(Source("any.sta", path), options):
            assert isinstance(line, BankLine | StatementPeriod | Problem)


@pytest.mark.parametrize("mark", ["?", "~", "^", "/NAME/", "NAAM:", "/USTD/", "1 "])
def test_a_field_full_of_marks_costs_no_time(taken, mark):
    line = (mark * 16_000)[:15_900]
    details = "\n".join([f":86:020?20x{line}"] + [line] * 500)
    started = perf_counter()

    taken(statement(ENTRY, details))

    assert perf_counter() - started < 1  # it takes a fiftieth; a square would take 60
