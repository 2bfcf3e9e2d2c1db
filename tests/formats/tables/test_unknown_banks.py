"""Statements of banks that have no reader of their own: what is proposed for them."""

from plait.formats.tables.table import describe

LLOYDS_LIKE = """\
Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,\
Debit Amount,Credit Amount,Balance
28/02/2026,FPI,'30-00-00,00000000,HARBOUR DENTAL INV 2231,,1250.00,5120.33
27/02/2026,DEB,'30-00-00,00000000,FOOD STORES 3210,45.21,,3870.33
"""
DKB_LIKE = """\
"Girokonto";"DE00000000000000000000"
""
"Buchungsdatum";"Status";"Zahlungspflichtige*r";"Verwendungszweck";"IBAN";"Betrag (€)"
"30.06.26";"Gebucht";"Klinik Nord";"Honorar";"DE89370400440532013000";"1.500,00"
"28.06.26";"Gebucht";"Erika";"Einkauf";"DE02100100100006820101";"-45,20"
"""
PAYPAL_LIKE = """\
Date,Time,TimeZone,Name,Status,Currency,Net,Transaction ID
03/01/2026,10:22:11,GMT,Jane,Completed,GBP,115.72,8XY12345
02/14/2026,10:22:11,GMT,John,Completed,GBP,15.72,8XY12346
"""


def meaning(shape):
    return {guess.field: shape.columns[guess.column] for guess in shape.guesses}


def test_a_kind_of_payment_in_three_capitals_is_no_currency(a_file):
    shape = describe(a_file(LLOYDS_LIKE))

    # FPI and DEB are written like codes, but no country pays with them.
    assert "currency" not in meaning(shape)
    assert meaning(shape)["money_in"] == "Credit Amount"


def test_the_sign_of_the_euro_in_a_heading_tells_the_currency(a_file):
    assert describe(a_file(DKB_LIKE)).currency.value == "EUR"


def test_accounts_that_differ_from_line_to_line_are_the_other_sides(a_file):
    assert meaning(describe(a_file(DKB_LIKE)))["counter_account"] == "IBAN"


def test_who_paid_is_not_looked_for_in_a_status(a_file):
    assert meaning(describe(a_file(DKB_LIKE)))["payer"] == "Zahlungspflichtige*r"


def test_a_time_of_day_is_no_reference(a_file):
    assert "reference" not in meaning(describe(a_file(PAYPAL_LIKE)))
