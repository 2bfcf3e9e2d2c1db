"""What columns are called in English, Dutch and German."""

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

_CURRENCIES = (
    "EUR GBP USD CHF SEK NOK DKK ISK PLN CZK HUF RON BGN TRY JPY CNY HKD SGD INR AUD"
    " NZD CAD MXN BRL ZAR KES NGN ILS AED UAH"
)
_CODES = frozenset(_CURRENCIES.split())
_SIGNS = {"€": "EUR", "£": "GBP", "in euro": "EUR", "in pounds": "GBP"}
# Signs of currencies that stand before or behind an amount.
_MARKS = "€$£¥₺₹"
# What is longer names no column, and is no amount with its currency.
LONGEST_NAME = 200
_LONGEST_AMOUNT = 60


def plain_name(name: str) -> str:
    """Return a column's name as the words above have it: "Amount (EUR)" is amount.

    A text too long to name a column is empty.
    """
    if len(name) > LONGEST_NAME:
        return ""
    words = _without_brackets(name).replace("_", " ").split()
    if len(words) > 1 and words[-1] in _CODES:
        words = words[: -2 if len(words) > 2 and words[-2] == "in" else -1]
    return " ".join(words).casefold().rstrip(":.")


def _without_brackets(text: str) -> str:
    kept = ""
    while (start := _first_of("([", text)) >= 0:
        end = _first_of(")]", text[start:])
        if end < 0:
            break
        kept, text = f"{kept}{text[:start]} ", text[start + end + 1 :]
    return kept + text


def _first_of(marks: str, text: str) -> int:
    """Return where the first of the marks stands, -1 if none does."""
    return next((at for at, mark in enumerate(text) if mark in marks), -1)


def code_in(name: str) -> str:
    """Return the currency that a column's name tells, empty if none.

    A dollar sign stands for too many currencies to tell one.
    """
    if len(name) > LONGEST_NAME:
        return ""
    words = name.translate(str.maketrans("_()[]", "     ")).split()
    if found := next((word for word in words if word in _CODES), ""):
        return found
    return next((code for sign, code in _SIGNS.items() if sign in name.casefold()), "")


def without_sign(text: str) -> str:
    """Return an amount without the sign or the code of its currency."""
    if len(text) > _LONGEST_AMOUNT:
        return text
    plain = text.strip()
    if plain[:1] in _MARKS or (plain[:3] in _CODES and plain[3:4].isspace()):
        plain = plain[1:] if plain[:1] in _MARKS else plain[3:]
    if plain[-1:] in _MARKS or plain[-3:] in _CODES:
        plain = plain[:-1] if plain[-1:] in _MARKS else plain[:-3]
    return plain.strip()
