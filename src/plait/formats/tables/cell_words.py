"""Words that stand in cells: money in or out, and lines that are not booked."""

from plait.formats.tables.names import word_set

OUT_WORDS = word_set(
    "af a debit debet d dr dbit db out outgoing uit soll s lastschrift ausgang belastung"
    " withdrawal expense uitgave debito débit débito cargo addebito uscita sortie"
    " uttag wydatek sent paid t terhelés χ isplata -"
)
IN_WORDS = word_set(
    "bij b credit c cr crdt in incoming haben h kredit gutschrift eingang deposit income"
    " inkomst crédit credito crédito abono accredito entrata entrée insättning wpływ"
    " received k j jóváírás π uplata +"
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
    *("rückgängig", "revertid", "in sospeso", "cofni", "rétabli", "ongedaan"),
    *("in transit", "in_transit", "în așteptare", "függőben", "bekliyor", "ootel"),
    *("čeká", "zamítnut", "pendente", "recusad", "not booked", "unpaid"),
)


# How the text of a line begins that is a balance or a sum and no payment.
_BALANCES = (
    *("opening balance", "beginning balance", "closing balance", "ending balance"),
    *("balance brought forward", "balance carried forward", "balance b/f", "turnover"),
    *("saldo inicial", "saldo final", "saldo anterior", "saldo iniziale", "saldo pocz"),
    *("saldo końcowe", "anfangssaldo", "endsaldo", "schlusssaldo", "beginsaldo"),
    *(
        "eindsaldo",
        "startsaldo",
        "ingående saldo",
        "utgående saldo",
        "vorheriger saldo",
    ),
    *(
        "solde initial",
        "solde précédent",
        "solde final",
        "počáteční zůst",
        "konečný zůst",
    ),
    *(
        "počiatočný zost",
        "sākuma atlikums",
        "beigu atlikums",
        "apgrozījums",
        "algsaldo",
    ),
    *("lõppsaldo", "käive", "likutis", "apyvarta", "sold initial", "sold final"),
)


# Asked of every line: most texts begin otherwise, and three letters show that.
_BALANCE_BEGINNINGS = frozenset(text[:3] for text in _BALANCES)


def is_balance_text(text: str) -> bool:
    """Return whether the text of a line says that it is a balance and no payment."""
    if text[:3].casefold() not in _BALANCE_BEGINNINGS:
        return False
    return text[:60].casefold().startswith(_BALANCES)


def is_direction(word: str) -> bool:
    """Return whether a cell is a word for money in or money out."""
    return word.casefold() in OUT_WORDS | IN_WORDS | NEITHER_WORDS


def is_not_booked(word: str) -> bool:
    """Return whether a cell says that its line is pending, cancelled or declined."""
    return word[:60].strip().casefold().startswith(_NOT_BOOKED)
