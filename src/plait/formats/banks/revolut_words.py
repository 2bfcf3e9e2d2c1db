"""What Revolut's statement calls its columns and states in seven languages.

As public converters know them: English, Dutch, German, French, Spanish, Italian and
Polish. Some languages leave the heading of the state in English.
"""

REQUIRED = (
    ("Product", "Completed Date", "Description", "Amount", "Fee", "State"),
    ("Product", "Datum voltooid", "Beschrijving", "Bedrag", "Kosten", "Status"),
    ("Produkt", "Datum des Abschlusses", "Beschreibung", "Betrag", "Gebühr", "Status"),
    ("Produit", "Date de fin", "Description", "Montant", "Frais", "État"),
    ("Producto", "Fecha de finalización", "Descripción", "Importe", "Comisión"),
    ("Prodotto", "Data di completamento", "Descrizione", "Importo", "Costo"),
    ("Produkt", "Data zrealizowania", "Opis", "Kwota", "Opłata"),
)
"""The columns that tell each language, as the file writes them."""

PRODUCT, COMPLETED, DESCRIPTION, AMOUNT, FEE = (
    tuple(dict.fromkeys(column))
    for column in zip(*(r[:5] for r in REQUIRED), strict=True)
)
STATE = ("State", "Status", "État", "Estado", "Stato", "Stan", "Etat")
CURRENCY = ("Currency", "Valuta", "Währung", "Devise", "Divisa", "Waluta")
BALANCE = ("Balance", "Saldo", "Kontostand", "Guthaben", "Solde")
TYPE = ("Type", "Art", "Typ", "Tipo", "Rodzaj")

_DONE = "completed voltooid abgeschlossen terminé completado completato zakończono"
_NOT_DONE = (
    "pending|reverted|declined|failed|in behandeling|teruggedraaid|geweigerd"
    "|ausstehend|rückgängig gemacht|abgelehnt|en attente|annulé|refusé|pendiente"
    "|revertido|rechazado|in sospeso|in attesa|stornato|annullato|rifiutato"
    "|oczekujące|w toku|cofnięto|odrzucono|"
)
HAS_COMPLETED = dict.fromkeys(_NOT_DONE.split("|"), False) | dict.fromkeys(
    _DONE.split(), True
)

_PRODUCTS = {
    "Current": "current betaalrekening giro actual attuale bieżące",
    "Savings": "savings spaarrekening épargne",
}
_SAME = {name: one for one, names in _PRODUCTS.items() for name in names.split()} | {
    "valeur actuelle": "Current"
}


def product_of(text: str) -> str:
    """Return a product by its English name, so that an account is one in any language.

    >>> product_of("Betaalrekening"), product_of("Pocket")
    ('Current', 'Pocket')
    """
    return _SAME.get(text.casefold(), text)
