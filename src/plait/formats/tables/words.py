"""What columns are called in English, Dutch and German."""

import re

# For each field the likelier names first. A name in brackets, as in
# "Amount (EUR)", is left out before it is looked up.
PAYMENT_NAMES = {
    "date": "date|booking date|transaction date|posting date|posted|completed date"
    "|datum|boekdatum|boekingsdatum|transactiedatum|buchungstag|buchungsdatum"
    "|value date|valutadatum|rentedatum|wertstellung",
    "amount": "amount|transaction amount|bedrag|betrag|umsatz|net amount|net|netto"
    "|value|sum|total|totaal|gross|bruto|brutto",
    "money_in": "money in|paid in|credit|credit amount|deposit|deposits|in|bij"
    "|bijgeschreven|inkomsten|haben|gutschrift|eingang|income|received",
    "money_out": "money out|paid out|debit|debit amount|withdrawal|withdrawals|out"
    "|af|afgeschreven|uitgaven|soll|lastschrift|ausgang|spent|expense",
    "direction": "debit/credit|credit/debit|af bij|af/bij|bij/af|d/c|c/d|dc|cr/dr"
    "|dr/cr|soll/haben|direction|sign|transaction type|type",
    "currency": "currency|currency code|ccy|munt|muntsoort|valuta|währung|waehrung",
    "payer": "payer|payee|counterparty|counter party|counterparty name|name|merchant"
    "|naam|naam tegenpartij|tegenpartij|begunstigde|opdrachtgever|empfänger"
    "|auftraggeber|zahlungspflichtiger|zahlungspflichtige*r|auftraggeber*in|auftraggeber/empfänger|client|customer"
    "|klant|kunde",
    "counter_account": "counter account|counterparty account|counterparty iban"
    "|counterparty|counter party|account number of other side|tegenrekening|tegenrekening iban|partner iban"
    "|gegenkonto|iban empfänger|payee account number|kontonummer/iban",
    "reference": "reference|description|memo|details|narrative|note|notes|subject"
    "|payment reference|omschrijving|mededelingen|kenmerk|betreft|verwendungszweck"
    "|buchungstext|beschreibung|text",
    "account": "account|account number|own account|iban|iban/bban|rekening"
    "|rekeningnummer|konto|auftragskonto|kontonummer",
    "id": "transaction id|id|unique id|reference number|transactie-id|volgnr"
    "|volgnummer|transaktions-id|receipt id",
}
TIME_NAMES = {
    "date": "date|day|work date|datum|dag|tag|start date|startdatum",
    "start": "start|start time|from|begin|started|started at|starttijd|begintijd|van"
    "|aanvang|von|beginn|startzeit|check in",
    "end": "end|end time|to|until|stop|ended|ended at|eind|einde|eindtijd|tot|bis"
    "|ende|endzeit|check out",
    "duration": "duration|time spent|duur|tijdsduur|dauer",
    "hours": "hours|decimal hours|hours worked|uren|uur|aantal uren|stunden|std",
    "client": "client|customer|organisation|organization|employer|company|klant"
    "|opdrachtgever|relatie|organisatie|kunde|auftraggeber|firma",
    "project": "project|job|assignment|opdracht|projekt|auftrag|role|rol",
    "task": "task|activity|work type|taak|activiteit|werksoort|aufgabe|tätigkeit",
    "description": "description|notes|note|comment|details|what|omschrijving|notitie"
    "|opmerking|toelichting|werkzaamheden|beschreibung|bemerkung",
}
NOT_AMOUNTS = "balance|saldo|running balance|kontostand|saldo na mutatie|saldo na trn"
# What says nothing of who paid or what for, whatever stands in it.
NOT_INFORMATIVE = (
    NOT_AMOUNTS + "|status|state|type|transaction type|umsatztyp|umsatzart|category"
    "|categorie|kategorie|time|timezone|time zone|tijd|zeit|fee|fees|kosten|sort code"
)

OUT_WORDS = frozenset(
    [
        "af",
        "a",
        "debit",
        "debet",
        "d",
        "dr",
        "dbit",
        "db",
        "out",
        "outgoing",
        "uit",
        "soll",
        "s",
        "lastschrift",
        "ausgang",
        "withdrawal",
        "expense",
        "uitgave",
        "-",
    ]
)
IN_WORDS = frozenset(
    [
        "bij",
        "b",
        "credit",
        "c",
        "cr",
        "crdt",
        "in",
        "incoming",
        "haben",
        "h",
        "gutschrift",
        "eingang",
        "deposit",
        "income",
        "inkomst",
        "+",
    ]
)
KNOWN_NAMES = frozenset(
    name
    for names in (*PAYMENT_NAMES.values(), *TIME_NAMES.values(), NOT_AMOUNTS)
    for name in names.split("|")
)

_CODES = (
    "EUR|GBP|USD|CHF|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|BGN|TRY|JPY|CNY|HKD|SGD|INR|AUD"
    "|NZD|CAD|MXN|BRL|ZAR|KES|NGN|ILS|AED|UAH"
)
_BRACKETS = re.compile(rf"\s*[(\[].*?[)\]]\s*|(?<=\S)[ _](?:in )?(?:{_CODES})$")
_CODE = re.compile(rf"(?:^|[ _(\[])({_CODES})(?=$|[ _)\]])")
_SIGNS = {"€": "EUR", "£": "GBP", "in euro": "EUR", "in pounds": "GBP"}
# Signs of currencies that stand before or behind an amount.
_AROUND = re.compile(
    rf"^(?:[€$£¥₺₹]|(?:{_CODES})\s)\s*|\s*(?:[€$£¥₺₹]|\b(?:{_CODES}))$"
)


def plain_name(name: str) -> str:
    """Return a column's name as the words above have it: "Amount (EUR)" is amount."""
    plain = _BRACKETS.sub(" ", name.strip()).replace("_", " ")
    return " ".join(plain.split()).casefold().rstrip(":.")


def code_in(name: str) -> str:
    """Return the currency that a column's name tells, empty if none.

    A dollar sign stands for too many currencies to tell one.
    """
    if found := _CODE.search(name):
        return found[1]
    return next((code for sign, code in _SIGNS.items() if sign in name.casefold()), "")


def without_sign(text: str) -> str:
    """Return an amount without the sign or the code of its currency."""
    return _AROUND.sub("", text.strip())
