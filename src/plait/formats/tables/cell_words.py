"""Words that stand in cells: money in or out, and lines that are not booked."""

from plait.formats.tables.names import word_set

OUT_WORDS = word_set(
    "af a debit debet d dr dbit db out outgoing uit soll s lastschrift ausgang belastung"
    " withdrawal expense uitgave debito débit débito cargo addebito uscita sortie"
    " uttag wydatek sent paid t terhelés χ isplata -"
) | word_set(
    "saída gasto egreso wydatek obciążenie odchozí výdaj meno otto ut ud borç gider расход"
    " списание дебет витрата видаток χρέωση חובה keluar 支出 出金 출금 مدين"
)
IN_WORDS = word_set(
    "bij b credit c cr crdt in incoming haben h kredit gutschrift eingang deposit income"
    " inkomst crédit credito crédito abono accredito entrata entrée insättning wpływ"
    " received k j jóváírás π uplata +"
) | word_set(
    "entrada ingreso wpływ uznanie příchozí příjem tulo pano inn ind alacak gelir приход"
    " зачисление поступление пополнение кредит надходження зарахування πίστωση זכות"
    " masuk kredit 收入 入金 입금 دائن"
)
# Between two accounts of one's own: no payment.
NEITHER_WORDS = frozenset(["neutral", "/", "不计收支"])
_WAYS = OUT_WORDS | IN_WORDS | NEITHER_WORDS

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
    *("в обработке", "ожида", "отклон", "отмен", "очіку", "відхил", "скасов", "чака"),
    *(
        "处理中",
        "交易关闭",
        "已关闭",
        "等待",
        "失败",
        "取消",
        "キャンセル",
        "保留",
        "失敗",
    ),
    *(
        "대기",
        "취소",
        "실패",
        "ממתין",
        "בוטל",
        "menunggu",
        "gagal",
        "dibatal",
        "beklem",
    ),
    *("iptal", "başarısız", "εκκρεμ", "ακυρ", "u obradi", "otkazan", "v obdelavi"),
    *("zpracov", "spracov", "elutas", "törölt", "em process", "en proceso", "en cours"),
)


def is_blank(cell: str) -> bool:
    """Return whether a cell holds nothing, or dashes as some write for nothing.

    >>> is_blank("--"), is_blank("\u2014"), is_blank("-5")
    (True, True, False)
    """
    return not cell.strip(" -\u2013\u2014")


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
    return word.casefold() in _WAYS


def is_not_booked(word: str) -> bool:
    """Return whether a cell says that its line is pending, cancelled or declined."""
    return word[:60].strip().casefold().startswith(_NOT_BOOKED)
