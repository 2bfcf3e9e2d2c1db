"""MT940 in the dialects of banks: who paid, from which account, and for what."""

import pytest

from plait.domain.records import BankLine
from plait.formats.banks.standards import mt940

OURS = "NL91ABNA0417164300"
THEIRS = "NL20INGB0001234567"
GERMAN = "DE89370400440532013000"
POLISH = "PL61109010140000071219812874"
ENTRY = ":61:2605040504C400,00NTRFNONREF"
BLANK = " " * 65


@pytest.fixture
def sides(a_file, options):
    """Payer, account and reference of each line of a statement with these fields."""

    def read(*fields, account=OURS, currency="EUR"):
        text = "\n".join(
            [
                ":20:STATEMENT",
                f":25:{account}",
                ":28C:1/1",
                f":60F:C260501{currency}0,00",
                *fields,
                f":62F:C260531{currency}400,00",
                "-",
            ]
        )
        lines = mt940.read(a_file(text), options)
        return [x[4:7] for x in lines if isinstance(x, BankLine)]

    return read


@pytest.mark.parametrize(
    ("details", "expected"),
    [
        # ABN AMRO: a direct debit that came back; the line is 65 wide and cut.
        (
            (
                ":86:/RTYP/SEPA Incasso Terugboeking/MARF/M-1/RTRN/AC04/IBAN/NL20INGB\n"
                "0001234567/NAME/De Linde BV/REMI/Nota 12/EREF/E-12"
            ),
            ("De Linde BV", THEIRS, "Nota 12"),
        ),
        # Rabobank: account and BIC of the other side in one.
        (
            (
                f":86:/EREF/E-12/ACCW/{THEIRS},INGBNL2A/ORDP//NAME/De Linde BV"
                "/REMI/Factuur 12/ISDT/2026-05-04"
            ),
            ("De Linde BV", THEIRS, "Factuur 12"),
        ),
        (
            (
                f":86:/ACCW/{THEIRS},INGBNL2A/BENM//NAME/De Linde BV/ADDR/Kade 1"
                "/REMI/Factuur 12"
            ),
            ("De Linde BV", THEIRS, "Factuur 12"),
        ),
        # Of two parties it is the sender of what came in.
        (
            ":86:/ORDP/De Linde\n/BENM/Noor Tester\n/REMI/Fee",
            ("De Linde", "", "Fee"),
        ),
        # A batch says what it is and no more.
        (
            ":86:/TRTP/SEPA ACCEPTGIRO BATCH/PREF/3095D43/NRTX/10",
            ("", "", "SEPA ACCEPTGIRO BATCH"),
        ),
        # Knab, and ABN AMRO's columns in capitals.
        (
            f":86:FACTUUR 12, FACTUUR 13\nREK: {THEIRS}/NAAM: DE LINDE BV",
            ("DE LINDE BV", THEIRS, "FACTUUR 12, FACTUUR 13"),
        ),
        (
            (
                f":86:SEPA OVERBOEKING                 IBAN: {THEIRS}\n"
                "BIC: INGBNL2A                    NAAM: DE LINDE BV\n"
                "OMSCHRIJVING: FACTUUR 12         KENMERK: NOTPROVIDED"
            ),
            ("DE LINDE BV", THEIRS, "FACTUUR 12"),
        ),
        (
            ":86:BEA   NR:XXX4321   04.05.26/12.54 BAKKER DE BRUG UTR,PAS123",
            (
                "BAKKER DE BRUG UTR",
                "",
                "BEA NR:XXX4321 04.05.26/12.54 BAKKER DE BRUG UTR,PAS123",
            ),
        ),
        (
            ":86:GIRO   765432 DE LINDE BV        BETALINGSKENM.  0012",
            (
                "DE LINDE BV",
                "765432",
                "GIRO 765432 DE LINDE BV BETALINGSKENM. 0012",
            ),
        ),
        (
            ":86:41.71.64.300                    DE LINDE BV",
            ("DE LINDE BV", "41.71.64.300", "41.71.64.300 DE LINDE BV"),
        ),
        # Switzerland: a label in the text.
        (
            ":86:GIRO AUS ONLINE-SIC 80532 AUFTRAGGEBER: ROSA LINDE",
            ("ROSA LINDE", "", "GIRO AUS ONLINE-SIC 80532"),
        ),
        # A German part 38 is the IBAN where 31 is an old number.
        (
            f":86:166?20SVWZ+Kurs 12?3112345678?32Linde?38{GERMAN}",
            ("Linde", GERMAN, "Kurs 12"),
        ),
        # Lines cut within a mark, within a number, and behind the code.
        (
            (
                ":86: 020?00GUTSCHRIFT?20Rechnung 12?\n21vom Mai?2\n2fuer Kurse?31084\n"
                "7564700?32LINDE"
            ),
            ("LINDE", "0847564700", "Rechnung 12 vom Mai fuer Kurse"),
        ),
        (":86:229\n?00BONIFICATION\n?20Cours 12\n?32LINDE", ("LINDE", "", "Cours 12")),
        # Plain text of nobody's dialect stays one text.
        (":86:/PT/FT/FEE 12", ("", "", "/PT/FT/FEE 12")),
        (":86:IBAN: unknown NAAM", ("", "", "IBAN: unknown NAAM")),
    ],
)
def test_the_other_side_is_read_in_each_dialect(sides, details, expected):
    assert sides(ENTRY, details) == [expected]


@pytest.mark.parametrize(
    ("details", "expected"),
    [
        # PKO, each part on a line of its own, empty ones filled up.
        (
            (
                f":86:020~00152\n~20Kurs 12\n~21ÿ\n~22˙\n~3010901014\n~32LIPA\n~33ÿ\n"
                f"~38{POLISH}\n~60˙"
            ),
            ("LIPA", POLISH, "Kurs 12"),
        ),
        # mBank: bank and number apart make the IBAN.
        (
            ":86:020~00B062~20Kurs~21maj~22~3010901014~310000071219812874~32ANNA LIPA",
            ("ANNA LIPA", POLISH, "Kurs maj"),
        ),
        # The code stands in a field of its own first.
        (":86:073\n:86:073~00VE02\n~20Karta\n~32LIPA", ("LIPA", "", "Karta")),
        # Pekao, without the country in the account.
        (
            f":86:641^00PRZELEW^34000\n^38{POLISH[2:]}\n^20za kurs^21 12^32LIPA",
            ("LIPA", POLISH, "za kurs 12"),
        ),
        # ING
        (":86:<20Kurs 12\n<21maj\n<27JAN LIPA", ("JAN LIPA", "", "Kurs 12 maj")),
        # mBank in words
        (
            (
                f":86:911 TRANSAKCJA; ID IPH: XX01; Z RACH.: \n{POLISH[2:]}; OD: JAN LIPA\n"
                "KRAKOW; TYT.: Kurs 12   ; \nTNR: 179171073864111.010001"
            ),
            ("JAN LIPA KRAKOW", POLISH, "Kurs 12"),
        ),
    ],
)
def test_polish_parts_are_read(sides, details, expected):
    entry = ":61:2605040504CN400,00NTRFNONREF//MB170119012058"

    assert sides(entry, details, currency="PLN", account=POLISH) == [expected]


def test_triodos_names_the_other_side_in_parts_and_itself_in_part_31(sides):
    entry = ":61:260504C400,00NET NONREF"
    account = "TRIODOSBANK/0390987654"
    paid = (
        f":86:000>100000000000\n>20INGBNL2A\n>21{THEIRS}\n"
        ">22DE LINDE BV KADE 1>23 UTRECHT FACTUUR 12\n>310390987654"
    )
    fee = ":86:000>100987\n>20REKENINGKOSTEN VAN 01-04-20>2126>310390987654"

    assert sides(entry, paid, entry, fee, account=account) == [
        ("DE LINDE BV KADE 1", THEIRS, "DE LINDE BV KADE 1 UTRECHT FACTUUR 12"),
        ("", "", "REKENINGKOSTEN VAN 01-04-2026"),
    ]


def test_asn_and_sns_write_account_and_name_in_the_entry_and_again(sides):
    asn = f":61:2605040504C400,00NOVB{THEIRS}\nde linde bv"
    details = f":86:{THEIRS} de linde bv\n{BLANK}\nFactuur 12{' ' * 55}\n{BLANK}"
    sns = ":61:2605040504C20,00NIOB0987654321\nl linde"
    old = f":86:0987654321 l linde\n{BLANK}\nFactuur 13"
    fee = f":61:2605040504D1,65NDIV\n:86: \n{BLANK}\nKosten betaalrekening"

    assert sides(asn, details, sns, old, fee) == [
        ("de linde bv", THEIRS, "Factuur 12"),
        ("l linde", "0987654321", "Factuur 13"),
        ("", "", "Kosten betaalrekening"),
    ]


def test_rabobank_once_wrote_the_name_behind_the_reference(sides):
    entry = ":61:260504D000000000088,10N060P000029225      DE LINDE"
    other = ":61:260504C000000000012,50N0440417164300      W. LINDE"

    assert sides(entry, ":86:Factuur 12", other, ":86:Retour", account=THEIRS) == [
        ("DE LINDE", "", "Factuur 12"),
        ("W. LINDE", "0417164300", "Retour"),
    ]


def test_ing_once_began_the_text_with_the_account(sides):
    details = ":86:0417164300 W. Linde\nUTRECHT\nFactuur 12"

    assert sides(ENTRY, details, account="0001234567") == [
        ("W. Linde", "0417164300", "UTRECHT Factuur 12")
    ]


@pytest.mark.parametrize("account", [OURS, "123456789", "20050550/1234567890"])
@pytest.mark.parametrize(
    "running",
    [
        "20260504007602198765432000000012",
        "202605040076",
        "2026000123",
        "000000012",
        "P000029225",
    ],
)
def test_a_running_reference_is_no_account(sides, account, running):
    second = f":61:2605040504C79,7FMSC01916//NONREF\n{running}"
    first = f":61:2605040504C79,70NTRF{running[:16]}"
    details = f":86:{running} LINDE"

    found = sides(second, ":86:GIRO", first, ENTRY, details, account=account)

    assert [account for _, account, _ in found] == ["", "", ""]


def test_numbered_lines_of_a_ns_field_tell_of_the_entry_before_it(sides):
    ns = ":NS:01Rechnung 12\n15Linde Praxis\n16 GmbH\n3337040044\n340532013000"

    assert sides(":61:2605040504CF400,00S   X", ns) == [
        ("Linde Praxis GmbH", "37040044/0532013000", "Rechnung 12")
    ]
