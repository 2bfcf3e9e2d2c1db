"""Every bank that writes a balance beside its payments tells both ends."""

import pytest

RABOBANK = (
    '"IBAN/BBAN","Munt","BIC","Volgnr","Datum","Rentedatum","Bedrag","Saldo na trn",'
    '"Tegenrekening IBAN/BBAN","Naam tegenpartij","Betalingskenmerk","Omschrijving-1",'
    '"Omschrijving-2","Omschrijving-3"\n'
    '"NL39RABO0300065264","EUR","X","1","2026-09-14","2026-09-14","+1250,00",'
    '"+1350,00","","Haven","","","",""\n'
    '"NL39RABO0300065264","EUR","X","2","2026-09-15","2026-09-15","-4,50",'
    '"+1345,50","","Kiosk","","","",""\n'
)
ING = (
    '"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";'
    '"Bedrag (EUR)";"Mutatiesoort";"Mededelingen";"Saldo na mutatie";"Tag"\n'
    '"20260915";"Kiosk";"NL69INGB0123456789";"";"BA";"Af";"4,50";"";"";"1345,50";""\n'
    '"20260914";"Haven";"NL69INGB0123456789";"";"OV";"Bij";"1250,00";"";"";"1350,00";""\n'
)
ABN = (
    "417164300\tEUR\t20260914\t100,00\t1350,00\t20260914\t1250,00\tHaven\n"
    "417164300\tEUR\t20260915\t1350,00\t1345,50\t20260915\t-4,50\tKiosk\n"
)
STARLING = (
    "Date,Counter Party,Reference,Type,Amount (GBP),Balance (GBP)\n"
    "14/09/2026,Haven,INV,CR,1250.00,1350.00\n15/09/2026,Kiosk,,CARD,-4.50,1345.50\n"
)
MONZO = (
    "Transaction ID,Date,Time,Type,Name,Emoji,Category,Amount,Currency,Balance\n"
    "tx_1,14/09/2026,09:00:00,Faster payment,Haven,,,1250.00,GBP,1350.00\n"
    "tx_2,15/09/2026,09:00:00,Card payment,Kiosk,,,-4.50,GBP,1345.50\n"
)
REVOLUT = (
    "Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,"
    "Balance\n"
    "TOPUP,Current,2026-09-14 09:00:00,2026-09-14 09:00:00,Haven,1250.00,0.00,EUR,"
    "COMPLETED,1350.00\n"
    "CARD_PAYMENT,Current,2026-09-15 09:00:00,,Later,-9.00,0.00,EUR,PENDING,\n"
    "CARD_PAYMENT,Current,2026-09-15 09:00:00,2026-09-15 09:00:00,Kiosk,-4.00,0.50,EUR,"
    "COMPLETED,1345.50\n"
)
WISE = (
    '"TransferWise ID",Date,Amount,Currency,Description,"Payment Reference",'
    '"Running Balance","Payer Name","Payee Name","Payee Account Number",Merchant\n'
    "CARD-2,15-09-2026,-4.50,EUR,Card,,1345.50,,,,Kiosk\n"
    "TRANSFER-1,14-09-2026,1250.00,EUR,Received,INV,1350.00,Haven,,,\n"
)
FILES = {
    "rabobank": RABOBANK,
    "ing": ING,
    "abnamro": ABN,
    "starling": STARLING,
    "monzo": MONZO,
    "revolut": REVOLUT,
    "wise": WISE,
}


@pytest.mark.parametrize("name", FILES)
def test_a_statement_tells_what_it_opens_and_ends_on(statement, name):
    read = statement(FILES[name])

    assert (read.format, read.problems) == (name, [])
    [period] = read.periods
    assert (period.starts_on, period.ends_on) == (None, None)
    assert (period.opening_minor, period.closing_minor) == (10000, 134550)
    assert {period.account} == {line.account for line in read.lines}
