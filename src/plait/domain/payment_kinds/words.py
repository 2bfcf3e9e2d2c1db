"""Words and names that say what a payment is, in Dutch, English, German and French.

A word moves a figure only where it is sure: beside the word for an invoice or a salary
it says what was invoiced or paid ("invoice 12 incl. travel expenses"), and of the rest
people are asked. Texts are read in the plain form of `domain.rules`.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from plait.domain.payment_kinds.kinds import Hint, PaymentKind
from plait.domain.rules import plain


def _any(*words: str) -> re.Pattern[str]:
    """Return what finds one of the words whole; a star stands for more letters."""
    alternatives = "|".join(re.sub(r"(?<!\\w)\*", r"\\w*", word) for word in words)
    return re.compile(rf"\b(?:{alternatives})\b")


# Beside these the other words tell what was sold or paid, not what the money is.
_PAY = _any(
    *("factuur", "facturen", "faktuur", "invoice*", "inv", "rechnung*", "facture*"),
    *("salaris*", "salary", "salaries", "loon", "wage*", "payroll", "payslip"),
    *("gehalt*", "lohn*", "salaire*", "paie", "honorarium", "honorar", "honoraires"),
    *("commissie", "commission", "provision", "vakantiegeld", "consult*", "advies*"),
)
# A credit note is for an invoice and names it.
_CREDIT_NOTE = _any(
    *("credit ?nota*", "credit ?fact*", "credit ?note*", "credit ?memo"),
    *("gutschrift*", "avoir", "storno*", "rechnungskorrektur"),
)
_WENT_BACK = _any(
    *("refund*", "retour*", "terugbetaling*", "teruggave", "terugstorting"),
    *("restitutie*", "rueckerstattung*", "ruckerstattung*", "erstattung*"),
    *("ruckzahlung*", "rueckzahlung*", "remboursement*", "rembourse*", "money back"),
)
_TAKEN_BACK = _any(
    *("charge ?back*", "dispute*", "storn*", "terugboeking*", "teruggeboekt"),
    *("geretourneerd", "rucklastschrift*", "ruecklastschrift*", "ruckbuchung*"),
    *("reversal", "reversed", "returned (?:payment|item)", "payment returned"),
    *("impaye*", "rejet", "unpaid item"),
)
_LOAN = _any(
    # Dienstverlening is a service, vergunningverlening a permit.
    *(r"(?!\w*verlening)\w*lening", r"(?!\w*verlening)\w*leningen", "loan", "loans"),
    *("darlehen*", "privatdarlehen*", "kredit(?:rate|tilgung|auszahlung)"),
    *("emprunt", "pret (?:personnel|familial)", "remboursement (?:du |de )?pret"),
    *("aflossing*", "tilgung", "waarborgsom*", "security deposit", "mietkaution"),
    *("kaution", "depot de garantie"),
)
_MAYBE_LOAN = _any("rekening courant", "krediet*", "mortgage", "hypotheek*", "borg")
_INTEREST = _any("rente", "interest", "zinsen", "interets")
_COSTS_MADE = _any(
    *("onkosten*", "reiskosten*", "reis en verblijfkosten", "verblijfskosten"),
    *("kilometervergoeding", "kmvergoeding", "kostenvergoeding", "kostendeclaratie"),
    *("thuiswerkvergoeding", "voorgeschoten", "expense (?:claim|report)*"),
    *("expenses", "travel (?:costs|expenses)", "mileage", "reimburse*"),
    *("reisekosten*", "auslagen*", "spesen*", "kostenerstattung", "fahrtkosten*"),
    *(
        "notes? de frais",
        "frais de (?:deplacement|mission)",
        "remboursement (?:de )?frais",
    ),
)
_MAYBE_COSTS_MADE = _any("declaratie*")
_OWN = _any(
    *("eigen rekening*", "own (?:account|transfer)", "between (?:my|own) accounts"),
    *("eigenes konto", "umbuchung", "virement interne", "compte propre"),
    *("prive ?storting", "prive ?opname", "privatentnahme", "privateinlage"),
    *("owner s? ?draw*", "apport personnel", "kapitaalstorting", "spaarrekening"),
    *("(?:naar|van) prive", "(?:naar|van) zakelijk(?:e rekening)?$"),
)
# What a card's statement calls the money that paid it off.
_CARD = _any(
    *("payment received thank you", "payment thank you", "thank you for your payment"),
    *("(?:hartelijk )?dank voor uw betaling", "uw betaling", "ihre zahlung"),
    *("zahlung erhalten", "direct debit payment received", "automatic payment"),
    *("paiement recu", "votre paiement"),
)
_TAX_BACK = _any(
    "teruggaaf (?:ib|btw|ob|omzetbelasting|inkomstenbelasting|loonheffing)",
    *("(?:ib|btw|ob) teruggaaf", "(?:tax|vat|paye) (?:refund|repayment|rebate)"),
    *("steuererstattung", "umsatzsteuererstattung"),
)
_TAX_OFFICE = re.compile(
    r"^(?:belastingdienst|hm revenue|hmrc|finanzamt|finanzkasse|landeshauptkasse"
    r"|steuerkasse|dgfip|direction generale des finances publiques|tresor public"
    r"|spf finances|fod financien|irs treas|us treasury|agencia tributaria"
    r"|agenzia delle entrate|revenue commissioners)\b"
)

# A part of every word above: texts without any of them need no closer look.
_STEMS = (
    *("lening", "loan", "darleh", "kredit", "krediet", "emprunt", "pret", "prêt"),
    *("aflossing", "tilgung", "borg", "deposit", "kaution", "depot", "dépôt"),
    *("rekening", "mortgage", "hypothe", "onkosten", "kosten", "rgoeding"),
    *("voorgeschoten", "xpense", "travel", "mileage", "eimburs", "auslagen"),
    *("spesen", "frais", "declaratie", "retour", "refund", "terug", "restitutie"),
    *("rstattung", "ckzahlung", "emboursement", "rembours", "money back", "credit"),
    *("gutschrift", "avoir", "storn", "korrektur", "charge", "dispute"),
    *("cklastschrift", "ckbuchung", "revers", "return", "impay", "rejet", "unpaid"),
    *("own ", "own-", "between", "eigen", "umbuchung", "virement", "propre"),
    *("priv", "draw", "apport", "kapitaal", "zakelijk", "thank", "betaling"),
    *("zahlung", "payment received", "automatic", "paiement", "refund", "repayment"),
    *("rebate", "verblijf"),
)


@lru_cache(maxsize=65536)
def hint_of(payer: str, reference: str, sign: int) -> Hint | None:
    """Return what a payment's words and payer say it is, None for nothing.

    `sign` is 1 for money that came in and -1 for what went out.

    >>> hint_of("Brons", "Repayment of the loan", 1)
    Hint(kind=<PaymentKind.LOAN: 'loan'>, is_sure=True)
    >>> hint_of("Brons", "Invoice 12 incl. travel expenses", 1)
    """
    name, text = plain(payer), plain(reference)
    if _is_from_card(name, text) or _OWN.search(text):
        return Hint(PaymentKind.TRANSFER)
    if sign > 0 and (_TAX_BACK.search(text) or _is_tax_office(name, text)):
        return Hint(PaymentKind.TAX)
    is_pay = bool(_PAY.search(text))
    found = _of_words(text, sign)
    # A credit note names the invoice that it takes back.
    if found is None or (is_pay and found.kind is not PaymentKind.CREDIT):
        return None
    return found


def _of_words(text: str, sign: int) -> Hint | None:
    if _LOAN.search(text):
        return Hint(PaymentKind.LOAN, is_sure=not _INTEREST.search(text))
    if sign < 0:
        went_back = (_WENT_BACK, _CREDIT_NOTE, _TAKEN_BACK)
        if any(words.search(text) for words in went_back):
            return Hint(PaymentKind.CREDIT)
    elif _COSTS_MADE.search(text):
        return Hint(PaymentKind.REIMBURSEMENT)
    elif _WENT_BACK.search(text) or _CREDIT_NOTE.search(text):
        return Hint(PaymentKind.REFUND)
    elif _MAYBE_COSTS_MADE.search(text):
        return Hint(PaymentKind.REIMBURSEMENT, is_sure=False)
    return Hint(PaymentKind.LOAN, is_sure=False) if _MAYBE_LOAN.search(text) else None


def is_taken_back(reference: str) -> bool:
    """Return whether a text says that a bank or a card took a payment back."""
    return bool(_TAKEN_BACK.search(plain(reference)))


def _is_from_card(name: str, text: str) -> bool:
    """Return whether it pays a card off: its statement then names nobody else."""
    return bool(_CARD.search(name) or (not name and _CARD.search(text)))


def _is_tax_office(name: str, text: str) -> bool:
    return bool(_TAX_OFFICE.match(name)) and not _PAY.search(text)


def may_hint(texts: Sequence[str]) -> list[int]:
    """Return the places of the texts that may hold one of the words, in order.

    One search through all of them at once, for there are a hundred thousand.
    """
    whole = "\n".join(texts)
    lowered = whole.lower()
    if len(lowered) != len(whole):  # a letter whose small one is two: seldom
        return list(range(len(texts)))
    ends, at = [], 0
    for text in texts:
        at += len(text) + 1
        ends.append(at)
    found: set[int] = set()
    for stem in _STEMS:
        at = lowered.find(stem)
        while at >= 0:
            place = bisect_right(ends, at)
            found.add(place)
            at = lowered.find(stem, ends[place])
    return sorted(found)
