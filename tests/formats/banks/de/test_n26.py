from datetime import date

import pytest

from plait.domain.records import BankLine
from plait.formats.banks.de import n26

NOW = (
    '"Booking Date","Value Date","Partner Name","Partner Iban",Type,'
    '"Payment Reference","Account Name","Amount (EUR)","Original Amount",'
    '"Original Currency","Exchange Rate"\n'
)
EARLIER = (
    '"Date","Payee","Account number","Transaction type","Payment reference",'
    '"Amount (EUR)","Amount (Foreign Currency)","Type Foreign Currency",'
    '"Exchange Rate"\n'
)
GERMAN = (
    '"Datum","Empfänger","Kontonummer","Transaktionstyp","Verwendungszweck",'
    '"Betrag (EUR)","Betrag (Fremdwährung)","Fremdwährung","Wechselkurs"\n'
)
ROW_NOW = (
    "2024-01-31,2024-01-31,Weidenhof GmbH,DE89370400440532013000,Credit Transfer,"
    "Rechnung 7,Main Account,1234.56,,,\n"
)
ROW_EARLIER = (
    '"2024-01-31","Weidenhof GmbH","DE89370400440532013000","Income","Rechnung 7",'
    '"1234.56","","",""\n'
)


def read(source, options):
    return list(n26.read(source, options))


@pytest.mark.parametrize(
    "text", [NOW + ROW_NOW, EARLIER + ROW_EARLIER, GERMAN + ROW_EARLIER]
)
def test_the_same_payment_is_read_from_all_three_headings(a_file, options, text):
    source = a_file(text)

    assert n26.recognise(source)
    assert read(source, options) == [
        BankLine(
            line=2,
            booked_on=date(2024, 1, 31),
            amount_minor=123456,
            currency="EUR",
            payer="Weidenhof GmbH",
            counter_account="DE89370400440532013000",
            reference="Rechnung 7",
            account="n26:EUR",
        )
    ]


def test_a_space_beside_the_main_account_is_its_own_account(a_file, options):
    text = NOW + ROW_NOW.replace("Main Account", "Taxes")

    [line] = read(a_file(text), options)

    assert line.account == "n26:Taxes:EUR"
