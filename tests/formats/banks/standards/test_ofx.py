"""OFX 1 and 2: what is read, what is refused, what costs one line only."""

from datetime import date

import pytest

from plait.domain.errors import Problem
from plait.domain.records import BankLine, StatementPeriod
from plait.formats.banks.standards import ofx
from plait.formats.registry import format_of
from plait.formats.source import Unreadable

HEADER = """OFXHEADER:100
DATA:OFXSGML
VERSION:102
SECURITY:NONE
ENCODING:USASCII
CHARSET:1252
COMPRESSION:NONE
OLDFILEUID:NONE
NEWFILEUID:NONE

"""
XML_HEADER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE"?>\n'
)
FEE = """<STMTTRN>
<TRNTYPE>CREDIT
<DTPOSTED>20240131120000[-5:EST]
<TRNAMT>1234,56
<FITID>2024013100017
<NAME>Lindenhof Praxis &amp; Partner
<MEMO>Course 12 January
</STMTTRN>
"""
RENT = """<STMTTRN>
<TRNTYPE>DEBIT
<DTPOSTED>20240201
<TRNAMT>-950.00
<FITID>2024020100003
<NAME>Woningbeheer Zuid
</STMTTRN>
"""
FEE_XML = (
    "<STMTTRN><TRNTYPE>CREDIT</TRNTYPE><DTPOSTED>20240131120000[-5:EST]</DTPOSTED>"
    "<TRNAMT>1234,56</TRNAMT><FITID>2024013100017</FITID>"
    "<NAME>Lindenhof Praxis &amp; Partner</NAME><MEMO>Course 12 January</MEMO>"
    "</STMTTRN>"
)
FEE_LINE = BankLine(
    line=0,
    booked_on=date(2024, 1, 31),
    amount_minor=123456,
    currency="EUR",
    payer="Lindenhof Praxis & Partner",
    reference="Course 12 January",
    account="NL91ABNA0417164300",
    bank_id="2024013100017",
)


def bank(transactions, currency="EUR", number="NL91ABNA0417164300"):
    return (
        f"<STMTTRNRS><TRNUID>1<STMTRS><CURDEF>{currency}\n"
        f"<BANKACCTFROM><BANKID>ABNANL2A<ACCTID>{number}<ACCTTYPE>CHECKING"
        f"</BANKACCTFROM>\n<BANKTRANLIST><DTSTART>20240101<DTEND>20240229\n"
        f"{transactions}</BANKTRANLIST>\n<LEDGERBAL><BALAMT>10.00<DTASOF>20240229"
        "</LEDGERBAL></STMTRS></STMTTRNRS>\n"
    )


def sgml(transactions, **account):
    inside = bank(transactions, **account)
    return f"{HEADER}<OFX>\n<BANKMSGSRSV1>{inside}</BANKMSGSRSV1>\n</OFX>\n"


def xml(transactions):
    return (
        f"{XML_HEADER}<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR</CURDEF>"
        "<BANKACCTFROM><BANKID>ABNANL2A</BANKID><ACCTID>NL91ABNA0417164300</ACCTID>"
        f"</BANKACCTFROM><BANKTRANLIST>{transactions}</BANKTRANLIST></STMTRS>"
        "</STMTTRNRS></BANKMSGSRSV1></OFX>"
    )


@pytest.fixture
def taken(a_file, options):
    """Read the text and return all lines and problems, the line number set to 0."""

    def take(content, encoding="utf-8"):
        read = ofx.read(a_file(content, encoding), options)
        found = [line for line in read if not isinstance(line, StatementPeriod)]
        return [f._replace(line=0) if isinstance(f, BankLine) else f for f in found]

    return take


def test_ofx_1_without_end_tags_is_read(taken):
    assert taken(sgml(FEE)) == [FEE_LINE]


def test_ofx_2_gives_the_same_line_as_ofx_1(taken):
    assert taken(xml(FEE_XML)) == [FEE_LINE]


def test_the_header_may_stand_on_one_line(taken):
    assert taken(sgml(FEE).replace("\n", "")) == [FEE_LINE]


def test_a_line_knows_where_its_transaction_begins(a_file, options):
    text = sgml(FEE + RENT)

    read = ofx.read(a_file(text), options)
    lines = [line.line for line in read if isinstance(line, BankLine)]

    # Ten lines of header, <OFX>, CURDEF, the account, DTSTART: then the first, which
    # is eight lines long.
    assert lines == [15, 15 + 8]


def test_the_day_is_the_one_the_bank_states_whatever_its_zone(taken):
    late = FEE.replace("120000[-5:EST]", "233000.000[-5:EST]")

    assert taken(sgml(late))[0].booked_on == date(2024, 1, 31)


@pytest.mark.parametrize(
    ("written", "minor"),
    [
        ("-20,50", -2050),
        ("-20.50", -2050),
        ("+20.5", 2050),
        ("1,234.56", 123456),
        ("1.234,56", 123456),
        ("7", 700),
    ],
)
def test_either_mark_of_decimals_is_read(taken, written, minor):
    assert taken(sgml(FEE.replace("1234,56", written)))[0].amount_minor == minor


def test_several_accounts_keep_their_own_number_and_currency(taken):
    card = (
        "<CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS><CURDEF>GBP<CCACCTFROM>"
        f"<ACCTID>XXXXXXXXXXXX4242</CCACCTFROM><BANKTRANLIST>{RENT}</BANKTRANLIST>"
        "</CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1>"
    )
    second = bank(RENT, currency="USD", number="0099887766")
    text = sgml(FEE).replace("</BANKMSGSRSV1>", f"{second}</BANKMSGSRSV1>{card}")

    assert [(x.account, x.currency, x.amount_minor) for x in taken(text)] == [
        ("NL91ABNA0417164300", "EUR", 123456),
        ("ABNANL2A/0099887766", "USD", -95000),
        ("XXXXXXXXXXXX4242", "GBP", -95000),
    ]


def test_the_currency_of_a_transaction_replaces_that_of_the_statement(taken):
    other = "<CURRENCY><CURRATE>0.92<CURSYM>USD</CURRENCY>\n</STMTTRN>"

    assert taken(sgml(FEE.replace("</STMTTRN>", other)))[0].currency == "USD"


def test_the_original_currency_does_not_since_the_amount_is_converted(taken):
    other = "<ORIGCURRENCY><CURRATE>0.92<CURSYM>USD</ORIGCURRENCY>\n</STMTTRN>"

    assert taken(sgml(FEE.replace("</STMTTRN>", other)))[0].currency == "EUR"


def test_the_payee_is_preferred_and_its_account_kept(taken):
    payee = (
        "<PAYEE><NAME>Stichting De Brug<ADDR1>Kade 1<CITY>Delft</PAYEE>\n"
        "<BANKACCTTO><BANKID>X<ACCTID>DE89 3704 0044 0532 0130 00<ACCTTYPE>CHECKING"
        "</BANKACCTTO>\n<MEMO>"
    )
    text = sgml(FEE.replace("<MEMO>", payee))

    assert taken(text)[0][4:7] == (
        "Stichting De Brug",
        "DE89370400440532013000",
        "Course 12 January",
    )


def test_an_empty_value_does_not_swallow_the_next(taken):
    text = sgml(FEE.replace("<MEMO>Course 12 January", "<MEMO>\n<CHECKNUM>12"))

    assert taken(text) == [FEE_LINE._replace(reference="")]


def test_entities_and_cdata_are_the_characters_they_mean(taken):
    text = xml(
        FEE_XML.replace("Course 12", "&lt;M&#252;ller&gt; &unknown; ").replace(
            "Lindenhof Praxis &amp; Partner", "<![CDATA[Zorg & <Co>]]>"
        )
    )

    assert taken(text)[0].reference == "<Müller> &unknown; January"
    assert taken(text)[0].payer == "Zorg & <Co>"


def test_pending_transactions_are_left_out(taken):
    pending = (
        "<BANKTRANLISTP><STMTTRNP><TRNTYPE>DEBIT<DTTRAN>20240301<TRNAMT>-1.00"
        "<NAME>Bakker</STMTTRNP></BANKTRANLISTP><LEDGERBAL>"
    )

    assert taken(sgml(FEE).replace("<LEDGERBAL>", pending)) == [FEE_LINE]


@pytest.mark.parametrize(
    ("good", "bad", "what", "value"),
    [
        ("1234,56", "12a", "This is not a number", "12a"),
        (
            "1234,56",
            "1,234",
            "This amount has more decimals than its currency",
            "1,234 EUR",
        ),
        (
            "<TRNAMT>1234,56\n",
            "",
            "A value that every transaction has is missing",
            "TRNAMT",
        ),
        (
            "20240131120000[-5:EST]",
            "20240231",
            "This is not a date in the form that the file uses",
            "20240231",
        ),
        (
            "20240131120000[-5:EST]",
            "31.01.2024",
            "This is not a date in the form that the file uses",
            "31.01.2024",
        ),
    ],
)
def test_one_bad_transaction_costs_one_problem(taken, good, bad, what, value):
    found = taken(sgml(FEE.replace(good, bad) + RENT))

    assert [type(x) for x in found] == [Problem, BankLine]
    assert found[0][:3] == ("line 15, transaction 1", what, value)


def test_a_transaction_without_end_is_a_problem_and_the_next_is_read(taken):
    found = taken(sgml(FEE.replace("</STMTTRN>", "") + RENT))

    assert found[0].what == "This transaction has no end"
    assert found[1].amount_minor == -95000


def test_a_last_transaction_without_end_loses_no_account_after_it(taken):
    text = f"{sgml(FEE.replace('</STMTTRN>', ''))}"
    second = bank(RENT, number="0099887766")
    text = text.replace("</BANKMSGSRSV1>", f"{second}</BANKMSGSRSV1>")

    assert [getattr(x, "account", None) for x in taken(text)] == [
        None,
        "ABNANL2A/0099887766",
    ]


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.99])
@pytest.mark.parametrize("text", [sgml(FEE + RENT), xml(FEE_XML)])
def test_a_file_that_is_cut_off_is_refused(taken, text, kept):
    with pytest.raises(Unreadable, match="cut off or broken in the middle"):
        taken(text.rstrip()[: int(len(text.rstrip()) * kept)])


def test_a_file_without_a_statement_says_so(taken):
    text = f"{HEADER}<OFX><SIGNONMSGSRSV1><SONRS></SONRS></SIGNONMSGSRSV1></OFX>"

    with pytest.raises(Unreadable, match="holds no bank or card statement"):
        taken(text)


def test_trades_of_an_investment_account_are_not_taken_for_bank_lines(taken):
    trades = f"<INVSTMTMSGSRSV1><INVBANKTRAN>{RENT}</INVBANKTRAN></INVSTMTMSGSRSV1>"

    assert taken(sgml(FEE).replace("</OFX>", f"{trades}</OFX>")) == [FEE_LINE]


def test_a_document_type_is_refused_in_one_sentence(taken):
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE OFX [<!ENTITY a "aaaaaaaaaa">'
        '<!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    )

    with pytest.raises(Unreadable, match="declares a document type"):
        taken(xml(FEE_XML).replace('<?xml version="1.0" encoding="UTF-8"?>', bomb))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "iso8859-1"]
)
def test_umlauts_survive_each_encoding(taken, encoding):
    text = sgml(FEE.replace("Lindenhof", "Grünhöfe"))

    assert taken(text, encoding)[0].payer == "Grünhöfe Praxis & Partner"


def test_the_code_page_of_the_header_counts_where_the_bytes_prove_nothing(taken):
    text = sgml(FEE.replace("Lindenhof", "Łódź")).replace(
        "CHARSET:1252", "CHARSET:1250"
    )

    assert taken(text, "cp1250")[0].payer == "Łódź Praxis & Partner"


def test_an_encoding_nobody_knows_falls_back_to_the_bytes(taken):
    text = xml(FEE_XML.replace("Lindenhof", "Grün")).replace('"UTF-8"', '"rot13"')

    assert taken(text, "cp1252")[0].payer == "Grün Praxis & Partner"


def test_a_file_of_one_long_line_is_read(taken):
    # 4,000 copies of 250 bytes: one line of 1 MB, far past one piece.
    found = taken(xml(FEE_XML * 4000))

    assert len(found) == 4000
    assert set(found) == {FEE_LINE}


@pytest.mark.parametrize("filler", ["<" + "A" * 1_000_000, "<![CDATA[" * 100_000])
def test_a_tag_that_never_ends_takes_no_time(taken, filler):
    found = taken(sgml(FEE.replace("<MEMO>Course 12 January", filler)))

    assert found == [FEE_LINE._replace(reference="")]


def test_a_transaction_without_bound_is_refused(taken):
    with pytest.raises(Unreadable, match="larger than a bank writes"):
        taken(sgml(FEE.replace("Course", "A" * 5_000_000)))


@pytest.mark.parametrize(
    "text", [sgml(FEE), xml(FEE_XML), sgml(FEE).removeprefix(HEADER)]
)
def test_ofx_is_recognised_by_its_content(a_file, text):
    assert ofx.recognise(a_file(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00\x01\x02<OFX>",
        "Date,Name,Amount\n2024-01-31,Lindenhof,12.00\n",
        "Date;Text\n2024-01-31;<OFX> was the name of the file\n",
        "BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n",
        '{"basics": {"name": "<OFX>"}}',
        "<!doctype html><html><body><pre>&lt;OFX&gt; <OFX></pre></body></html>",
        '<?xml version="1.0"?><Document><BkToCstmrStmt/></Document>',
        ":20:940\n:25:NL91ABNA0417164300\n:28C:1\n:60F:C240101EUR0,\n",
    ],
)
def test_nothing_else_is_taken_for_ofx(a_file, text):
    assert not ofx.recognise(a_file(text))


def test_the_registry_finds_it_before_any_table(a_file, options):
    assert format_of(a_file(sgml(FEE)), options).NAME == "ofx"
