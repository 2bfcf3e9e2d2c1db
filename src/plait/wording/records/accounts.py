"""What an account is called that its bank's file gives no number."""

_BANKS = {
    "abnamro": "ABN AMRO",
    "abnamro_xls": "ABN AMRO",
    "amex": "American Express",
    "asn": "ASN Bank",
    "bank_of_america": "Bank of America",
    "barclays": "Barclays",
    "belfius": "Belfius",
    "bnp_fortis": "BNP Paribas Fortis",
    "bunq": "bunq",
    "camt053": "CAMT.053",
    "chase": "Chase",
    "comdirect": "comdirect",
    "commerzbank": "Commerzbank",
    "dkb": "DKB",
    "hsbc": "HSBC",
    "ing": "ING",
    "ing_diba": "ING",
    "kbc": "KBC",
    "knab": "Knab",
    "lloyds": "Lloyds",
    "midata": "Midata",
    "monzo": "Monzo",
    "mt940": "MT940",
    "n26": "N26",
    "nationwide": "Nationwide",
    "natwest": "NatWest",
    "ofx": "OFX",
    "paypal": "PayPal",
    "qif": "QIF",
    "rabobank": "Rabobank",
    "revolut": "Revolut",
    "santander": "Santander",
    "sparkasse": "Sparkasse",
    "starling": "Starling",
    "stripe": "Stripe",
    "triodos": "Triodos",
    "us_cards": "Discover, Capital One",
    "volksbank": "Volksbank",
    "wise": "Wise",
    "wise_history": "Wise",
}


def account_text(identifier: str) -> str:
    """Return an account as a person calls it; "" for a table that names none.

    A file without an account's number is known by its bank, product and currency.

    >>> account_text("revolut:Current:EUR"), account_text("NL62MOLN0650238817")
    ('Revolut Current EUR', 'NL62MOLN0650238817')
    >>> account_text("table:a1b2c3d4:EUR")
    ''
    """
    bank, *parts = identifier.split(":")
    if bank == "table":
        return ""
    return " ".join(filter(None, (_BANKS.get(bank, bank) if parts else bank, *parts)))
