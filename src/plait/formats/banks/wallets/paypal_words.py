"""What PayPal's export calls its columns, types and states: English, Dutch, German.

Of the Dutch columns with a status only the older names are known from public
converters; a newer name is accepted where PayPal uses it elsewhere.
"""

from typing import NamedTuple


class Language(NamedTuple):
    """Column names by language, in small letters; the first that is there counts.

    `heading` must all be there. `decimal` is the mark of amounts in currencies
    without cents, where two decimals cannot tell it.
    """

    heading: frozenset[str]
    decimal: str
    date: tuple[str, ...]
    type: tuple[str, ...]
    currency: tuple[str, ...]
    gross: tuple[str, ...]
    net: tuple[str, ...]
    number: tuple[str, ...]
    related: tuple[str, ...]
    name: tuple[str, ...]
    sender: tuple[str, ...]
    receiver: tuple[str, ...]
    references: tuple[str, ...]
    balance: tuple[str, ...]
    status: tuple[str, ...] = ("status",)
    impact: tuple[str, ...] = ()


ENGLISH = Language(
    heading=frozenset(["date", "time", "currency", "gross", "net", "transaction id"]),
    decimal=".",
    date=("date",),
    type=("type", "description"),
    currency=("currency",),
    gross=("gross",),
    net=("net",),
    number=("transaction id",),
    related=("reference txn id",),
    name=("name",),
    sender=("from email address",),
    receiver=("to email address",),
    references=("invoice number", "invoice id", "subject", "item title", "note"),
    balance=("balance",),
    impact=("balance impact",),
)
DUTCH = Language(
    heading=frozenset(["datum", "tijd", "valuta", "bruto", "kosten"]),
    decimal=",",
    date=("datum",),
    type=("type", "omschrijving"),
    currency=("valuta",),
    gross=("bruto",),
    net=("netto", "net"),
    number=(
        "transactiereferentie",
        "transactie-id",
        "transactiecode",
        "transaction id",
    ),
    related=(
        "reference txn id",
        "referentie transactie-id",
        "gerelateerde transactiereferentie",
    ),
    name=("naam",),
    sender=("van e-mailadres",),
    receiver=("naar e-mailadres", "aan e-mailadres"),
    references=("factuurreferentie", "factuurnummer", "onderwerp", "opmerking"),
    balance=("saldo",),
    impact=("balance impact", "invloed op saldo", "effect op saldo"),
)
GERMAN = Language(
    heading=frozenset(["datum", "uhrzeit", "währung", "brutto", "transaktionscode"]),
    decimal=",",
    date=("datum",),
    type=("typ", "beschreibung"),
    currency=("währung",),
    gross=("brutto",),
    net=("netto",),
    number=("transaktionscode",),
    related=("zugehöriger transaktionscode", "referenztransaktionscode"),
    name=("name",),
    sender=("absender e-mail-adresse",),
    receiver=("empfänger e-mail-adresse",),
    references=("rechnungsnummer", "betreff", "artikelbezeichnung", "hinweis"),
    balance=("guthaben",),
    impact=("auswirkung auf guthaben",),
)
LANGUAGES = (ENGLISH, DUTCH, GERMAN)

CONVERSIONS = ("currency conversion", "valutaomrekening", "währungsumrechnung")
# Money from and to the person's own bank and cards.
TRANSFERS = (
    "general withdrawal",
    "initiated withdrawal",
    "withdraw funds",
    "bank deposit to pp",
    "card deposit",
    "card withdrawal",
    "transfer to bank",
    "add funds from a bank",
    "ach deposit",
    "ach withdrawal",
    "ach funding",
    "opname",
    "bankstorting",
    "kaartstorting",
    "eingeleitete abbuchung",
    "allgemeine abbuchung",
    "bankgutschrift auf paypal",
    "gutschrift auf kreditkarte",
    "bankabbuchung von paypal",
    "auszahlung auf das bankkonto",
    "ach-gutschrift",
    "ach-abbuchung",
    "ach-überweisung",
)
# What is only set aside or freed again, and the parts of a basket that is paid whole.
NO_PAYMENTS = (
    "authorization",
    "account hold",
    "payment hold",
    "payment release",
    "temporary hold",
    "hold on ",
    "review hold",
    "review release",
    "reserve hold",
    "reserve release",
    "shopping cart item",
    "autorisatie",
    "reservering",
    "winkelwagen",
    "autorisierung",
    "einbehaltung",
    "warenkorbartikel",
)
MEMO = frozenset(["memo", "geen", "keine", "kein"])

# A payment that was refunded did move money; its refund has a row of its own.
_DONE = (
    "completed|cleared|refunded|partially refunded|reversed|paid"
    "|voltooid|terugbetaald|gedeeltelijk terugbetaald|teruggedraaid"
    "|abgeschlossen|zurückgezahlt|teilweise zurückgezahlt|rückerstattet"
    "|teilweise rückerstattet|zurückgebucht"
)
_NOT_DONE = (
    "pending|held|on hold|placed|denied|failed|canceled|cancelled|expired|unclaimed"
    "|returned|processing|active|created|removed|voided|uncleared|under review"
    "|in behandeling|in de wacht|vastgehouden|geweigerd|mislukt|geannuleerd|verlopen"
    "|niet geclaimd|geretourneerd|wordt verwerkt|actief"
    "|ausstehend|offen|einbehalten|in bearbeitung|abgelehnt|fehlgeschlagen"
    "|storniert|abgebrochen|abgelaufen|nicht eingefordert|zurückgegeben|aktiv"
)
MOVED = dict.fromkeys(_DONE.split("|"), True) | dict.fromkeys(
    _NOT_DONE.split("|"), False
)


def is_one_of(text: str, parts: tuple[str, ...]) -> bool:
    """Return whether a type holds one of these words."""
    text = text.casefold()
    return any(part in text for part in parts)
