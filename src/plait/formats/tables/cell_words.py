"""Words that stand in cells: money in or out, and lines that are not booked."""

from plait.formats.tables.names import word_set

OUT_WORDS = word_set(
    "af a debit debet d dr dbit db out outgoing uit soll s lastschrift ausgang belastung"
    " withdrawal expense uitgave debito débit débito cargo addebito uscita sortie"
    " uttag wydatek sent paid -"
)
IN_WORDS = word_set(
    "bij b credit c cr crdt in incoming haben h kredit gutschrift eingang deposit income"
    " inkomst crédit credito crédito abono accredito entrata entrée insättning wpływ"
    " received +"
)
# Between two accounts of one's own: no payment.
NEITHER_WORDS = frozenset(["neutral"])

# How words begin that say that no money moved, or not yet.
_NOT_BOOKED = (
    *("pending", "cancel", "declin", "revert", "fail", "reject", "refus", "void"),
    *("expired", "authori", "blocked", "on hold", "scheduled", "planned", "upcoming"),
    *("geannuleerd", "geweigerd", "mislukt", "in behandeling", "openstaand", "gepland"),
    *("gereserveerd", "teruggedraaid", "vorgemerkt", "abgelehnt", "storniert", "offen"),
    *("ausstehend", "fehlgeschlagen", "vorläufig", "en attente", "annul", "à venir"),
    *("pendiente", "rechazad", "anulad", "cancelad", "in attesa", "rifiutat"),
    *("autorizzat", "oczekuj", "odrzucon", "anulowan", "wstrzyman", "blokada"),
    *("reserver", "väntande", "venter", "afvist", "afventer", "avvist", "odottaa"),
    *("čeká", "zamítnut", "pendente", "recusad", "not booked", "unpaid"),
)


def is_direction(word: str) -> bool:
    """Return whether a cell is a word for money in or money out."""
    return word.casefold() in OUT_WORDS | IN_WORDS | NEITHER_WORDS


def is_not_booked(word: str) -> bool:
    """Return whether a cell says that its line is pending, cancelled or declined."""
    return word[:60].strip().casefold().startswith(_NOT_BOOKED)
