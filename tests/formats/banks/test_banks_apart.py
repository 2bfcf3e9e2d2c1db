"""Each bank's file is claimed by its own reader and by no other."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plait.domain.errors import Problem
from plait.domain.records import BankLine, StatementPeriod
from plait.formats import registry, rows
from plait.formats.source import Unreadable

SAMPLES = {
    "starling": "Date,Counter Party,Reference,Type,Amount (GBP),Balance (GBP)\n",
    "monzo": (
        "Transaction ID,Date,Time,Type,Name,Emoji,Category,Amount,Currency,"
        "Local amount,Local currency,Notes and #tags,Address,Receipt,Description,"
        "Category split,Money Out,Money In,Balance,Balance currency\n"
    ),
    "revolut": (
        "Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,"
        "State,Balance\n"
    ),
    "wise": (
        '"TransferWise ID",Date,Amount,Currency,Description,"Payment Reference",'
        '"Running Balance","Exchange From","Exchange To","Exchange Rate","Payer Name",'
        '"Payee Name","Payee Account Number",Merchant,"Card Last Four Digits",'
        '"Card Holder Full Name",Attachment,Note,"Total fees"\n'
    ),
    "wise_history": (
        "ID,Status,Direction,Created on,Finished on,Source fee amount,"
        "Source fee currency,Reference,Source name,"
        "Source amount (after fees),Source currency,Target name,"
        "Target amount (after fees),Target currency\n"
    ),
    "paypal": (
        "Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,"
        "From Email Address,To Email Address,Transaction ID\n"
    ),
    "stripe": (
        "id,Type,Source,Amount,Fee,Net,Currency,Created (UTC),Available On (UTC),"
        "Description\n"
    ),
    "n26": (
        '"Booking Date","Value Date","Partner Name","Partner Iban",Type,'
        '"Payment Reference","Account Name","Amount (EUR)","Original Amount",'
        '"Original Currency","Exchange Rate"\n'
    ),
    "sparkasse": (
        "Auftragskonto;Buchungstag;Valutadatum;Buchungstext;Verwendungszweck;"
        "Beguenstigter/Zahlungspflichtiger;Kontonummer/IBAN;BIC (SWIFT-Code);Betrag;"
        "Waehrung;Info\n"
    ),
    "ing": (
        '"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";'
        '"Bedrag (EUR)";"Mutatiesoort";"Mededelingen"\n'
    ),
    "rabobank": (
        '"IBAN/BBAN","Munt","BIC","Volgnr","Datum","Rentedatum","Bedrag",'
        '"Saldo na trn","Tegenrekening IBAN/BBAN","Naam tegenpartij",'
        '"Betalingskenmerk","Omschrijving-1","Omschrijving-2","Omschrijving-3"\n'
    ),
    "abnamro": (
        "123456789\tEUR\t20240131\t100,00\t90,00\t20240131\t-10,00\tBEA, Betaalpas\n"
    ),
    "bunq": "Date;Interest Date;Amount;Account;Counterparty;Name;Description\n",
    "knab": (
        "Rekeningnummer;Transactiedatum;Valutacode;CreditDebet;Bedrag;"
        "Tegenrekeningnummer;Tegenrekeninghouder;Valutadatum;Betaalwijze;Omschrijving\n"
    ),
    "barclays": "Number,Date,Account,Amount,Subcategory,Memo\n",
    "hsbc": "Date,Type,Description,Paid out,Paid in,Balance\n",
    "lloyds": (
        "Transaction Date,Transaction Type,Sort Code,Account Number,"
        "Transaction Description,Debit Amount,Credit Amount,Balance\n"
    ),
    "natwest": "Date, Type, Description, Value, Balance, Account Name, Account Number\n",
    "nationwide": "Date,Transaction type,Description,Paid out,Paid in,Balance\n",
    "midata": "Date,Type,Merchant/Description,Debit/Credit,Balance\n",
    "kbc": (
        "Rekeningnummer;Rubrieknaam;Naam;Munt;Afschriftnummer;Datum;Omschrijving;Valuta;"
        "Bedrag;Saldo;credit;debet;rekeningnummer tegenpartij;BIC tegenpartij;"
        "Naam tegenpartij\n"
    ),
    "chase": "Details,Posting Date,Description,Amount,Type,Balance,Check or Slip #\n",
    "triodos": (
        "02-04-2026,NL37TRIO0320564487,60,00,Debet,KIOSK,NL02ABNA0123456789,BA,koffie\n"
    )
    .replace("60,00", '"60,00"')
    .replace("koffie", 'koffie,"940,00"'),
    "asn": (
        "15-09-2026,NL86ASNB0123456789,,,,,,EUR,2520.00,EUR,-4.50,15-09-2026,15-09-2026,"
        "8820,BEA,90043054,,'kiosk >utrecht',9\n"
    ),
    "santander": "From: 01/09/2026 to 30/09/2026\n\nAccount: XXXX XXXX XXXX 1234\n\n",
    "dkb": (
        "Buchungsdatum;Wertstellung;Status;Zahlungspflichtige*r;Zahlungsempfänger*in;"
        "Verwendungszweck;Umsatztyp;IBAN;Betrag (€);Gläubiger-ID\n"
    ),
    "ing_diba": (
        "Buchung;Valuta;Auftraggeber/Empfänger;Buchungstext;Verwendungszweck;Saldo;"
        "Währung;Betrag;Währung\n"
    ),
    "comdirect": (
        "Buchungstag;Wertstellung (Valuta);Vorgang;Buchungstext;Umsatz in EUR;\n"
    ),
    "commerzbank": (
        "Buchungstag;Wertstellung;Umsatzart;Buchungstext;Betrag;Währung;"
        "IBAN Kontoinhaber;Kategorie\n"
    ),
    "volksbank": (
        "Bezeichnung Auftragskonto;IBAN Auftragskonto;Buchungstag;Valutadatum;"
        "Name Zahlungsbeteiligter;IBAN Zahlungsbeteiligter;Buchungstext;"
        "Verwendungszweck;Betrag;Waehrung;Saldo nach Buchung\n"
    ),
    "belfius": (
        "Rekening;Boekingsdatum;Rekening tegenpartij;Naam tegenpartij bevat;Transactie;"
        "Valutadatum;Bedrag;Devies;Mededelingen\n"
    ),
    "bnp_fortis": (
        "Volgnummer;Uitvoeringsdatum;Valutadatum;Bedrag;Valuta rekening;Rekeningnummer;"
        "Tegenpartij;Naam van de tegenpartij;Mededeling;Details;Status\n"
    ),
    "us_cards": "Trans. Date,Post Date,Description,Amount,Category\n",
    "amex": (
        "Datum,Omschrijving,Bedrag,Aanvullende informatie,"
        "Vermeld op uw rekeningoverzicht als,Adres,Plaats,Postcode,Land,Referentie\n"
    ),
    "bank_of_america": "Date,Description,Amount,Running Bal.\n",
}

HEADERLESS = {"abnamro", "triodos", "asn"}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_file_is_claimed_by_its_own_reader_alone(a_file, name):
    source = a_file(SAMPLES[name])

    claimed = [m.NAME for m in registry.all_formats() if m.recognise(source)]

    assert claimed == [name]


def test_the_headings_of_a_file_are_worked_out_once_for_all(a_file, monkeypatch):
    seen = []
    monkeypatch.setattr(
        rows, "names_in", lambda text, _: seen.append(text) or text.split(",")
    )
    source = a_file("\n".join(f"a,b,c,{n}" for n in range(100)))

    claimed = [one.NAME for one in registry.all_formats() if one.recognise(source)]

    assert (claimed, len(seen)) == ([], rows.HEADING_WITHIN)


@pytest.mark.parametrize("name", sorted(set(SAMPLES) - HEADERLESS))
def test_a_heading_alone_gives_nothing(a_file, options, name):
    source = a_file(SAMPLES[name])

    assert list(registry.format_of(source, options).read(source, options)) == []


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_file_is_known_in_every_encoding(a_file, options, name, encoding):
    source = a_file(SAMPLES[name], encoding=encoding)

    known = registry.format_of(source, options)

    assert known.NAME == name  # noqa: SIM300  # the reader is what is asked about


@pytest.mark.parametrize(
    "text", ["", "\n\n", "Date,Amount\n2024-01-31,5.00\n", "\0" * 500]
)
def test_what_is_no_statement_is_claimed_by_no_bank(a_file, options, text):
    with pytest.raises(Unreadable, match="This is not a file that Plait knows"):
        registry.format_of(a_file(text), options)


cells = st.one_of(
    st.sampled_from(
        ["2024-01-31", "31/01/2024", "31.01.24", "20240131", "-1,00", "12.50", "1e9"]
    ),
    st.sampled_from(["EUR", "Af", "COMPLETED", '"', '""', "'", "\0", "\r", "\n", "é€"]),
    st.text(max_size=6),
)


@st.composite
def written(draw):
    """Draw a bank's name and a file of its heading over whatever may stand below."""
    name = draw(st.sampled_from(sorted(SAMPLES)))
    rows = draw(st.lists(st.lists(cells, max_size=22), max_size=6))
    mark = max(",;\t", key=SAMPLES[name].count)
    text = SAMPLES[name] + "\n".join(mark.join(row) for row in rows)
    encoding = draw(st.sampled_from(["utf-8", "utf-16", "cp1252"]))
    content = text.encode(encoding, "replace")
    return name, content[: len(content) - draw(st.integers(0, 20))]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(bank=written())
def test_whatever_stands_below_a_heading_gives_lines_and_problems_or_a_refusal(
    a_file, options, bank
):
    name, content = bank
    reader = {module.NAME: module for module in registry.all_formats()}[name]

    try:
        found = list(reader.read(a_file(content), options))
    except Unreadable:
        return

    assert all(isinstance(one, BankLine | StatementPeriod | Problem) for one in found)
    assert all(len(one.value) <= 80 for one in found if isinstance(one, Problem))
