"""Words that say what money is for, in Dutch, English, German and French.

They are read in the plain form of `domain.rules`: small letters, no accents.
"""

import re

from plait.domain.payment_kinds.kinds import PaymentKind
from plait.domain.payment_kinds.words import hint_of
from plait.domain.roles import RoleKind
from plait.domain.rules import plain

SALARY = re.compile(
    r"\b(salaris\w*|salary|salaries|loon|wages?|payroll|payslip|gehalt\w*|lohn\w*"
    r"|bezuge|salaire\w*|paie|vakantiegeld|eindejaarsuitkering|periode \d+)\b"
)
INVOICE = re.compile(
    r"\b(fact(?:uur|uren|nr)?|faktuur|invoices?|inv|rechnung\w*|re nr|facture\w*"
    r"|declaratienr|honorarium|honorar|honoraires|commission|provision|opdracht)\b"
)
_RENT = re.compile(
    r"\b(huur|rent|miete|kaltmiete|loyer|lettings?|verhuur|flat|apartment|appartement|wohnung)\b"
)
_BOARD = re.compile(
    r"\b(bestuur\w*|board|vacatiegeld|vacatievergoeding|toezicht|commissaris\w*"
    r"|trustee\w*|beirat|aufsichtsrat|conseil d administration|presentiegeld)\b"
)
_VOLUNTEERING = re.compile(
    r"\b(vrijwillig\w*|volunteer\w*|ehrenamt\w*|benevol\w*|uebungsleiter\w*)\b"
)
_STUDY = re.compile(
    r"\b(msc|bsc|mba|master|bachelor|studie|study|studium|university|universiteit"
    r"|universitat|hogeschool|hochschule|thesis|scriptie|cursus|course)\b"
)
_MENTORING = re.compile(r"\b(mentor\w*|mentee\w*)\b")
# Money that comes regularly and is for no work: benefits, pensions, interest, upkeep.
_NO_WORK = re.compile(
    r"\b(\w*toeslag\w*|kinderbijslag|svb|sociale verzekeringsbank|uwv|uitkering|aow"
    r"|bijstand|duo|studiefinanciering|pensioen\w*|pension\w*|child benefit"
    r"|universal credit|dwp|tax credits?|kindergeld|elterngeld|familienkasse|rente"
    r"|deutsche rentenversicherung|arbeitsagentur|bundesagentur|caf|allocations?"
    r"|interest|zinsen|interets|dividend\w*|dividende\w*|alimentatie|alimony"
    r"|unterhalt|child maintenance|kostgeld|zakgeld|pocket money|taschengeld"
    r"|lening|loan|\w*verzeker\w*|insurance|versicherung\w*|assurance|zorgkosten"
    r"|tikkie|betaalverzoek|split bill|cashback|statiegeld|loterij|lottery|prijs)\b"
)
_OF_PAY = (SALARY, INVOICE)


def is_no_work(payer: str, text: str) -> bool:
    """Return whether money is known to be for no work: a benefit, interest, a loan."""
    words = f"{plain(payer)} {plain(text)}"
    if any(found.search(plain(text)) for found in _OF_PAY):
        return False
    if _NO_WORK.search(words):
        return True
    hint = hint_of(payer, text, 1)
    no_income = {PaymentKind.INCOME, PaymentKind.REIMBURSEMENT}
    return hint is not None and hint.kind not in no_income


def is_paid_back(payer: str, text: str) -> bool:
    """Return whether money pays back costs that were made for the payer."""
    hint = hint_of(payer, text, 1)
    return hint is not None and hint.kind is PaymentKind.REIMBURSEMENT


def kind_in(text: str) -> RoleKind | None:
    """Return the kind of role that words speak of, None where they speak of none.

    >>> kind_in("Vacatiegeld bestuur derde kwartaal")
    <RoleKind.BOARD: 'board'>
    """
    words = plain(text)
    for kind, pattern in _KINDS:
        if pattern.search(words):
            return kind
    return None


_KINDS = (
    (RoleKind.BOARD, _BOARD),
    (RoleKind.VOLUNTEERING, _VOLUNTEERING),
    (RoleKind.MENTORING, _MENTORING),
    (RoleKind.VENTURE, _RENT),
    (RoleKind.STUDY, _STUDY),
)
# A person rather than an organisation: "J. de Vries", "Mw A Jansen".
_INITIALS = re.compile(
    r"^(?:(?:dhr|mw|mevr|mr|mrs|ms|herr|frau)\.? )?(?:[a-z](?:\.|\s)\s?){1,4}[^\W\d]{2,}"
)
# Parents and family, who give every month as an employer does.
_FAMILY = re.compile(r"^(fam|familie|family|famille|ouders|mama|papa|oma|opa)\b")
_COMPANY = re.compile(
    r"\b(bv|b v|nv|n v|vof|ltd|limited|plc|llp|inc|gmbh|ag|kg|sa|sarl)$"
)
_LONGEST_NAME = 5


def is_somebody(payer: str) -> bool:
    """Return whether a payer's name is written as a person's: initials first."""
    name = plain(payer)
    if _COMPANY.search(name) or len(name.split()) > _LONGEST_NAME:
        return False
    if _FAMILY.match(name):
        return True
    return bool(_INITIALS.match(payer.strip().lower()))
