"""Who paid or was paid, and what for: the columns of a table that hold texts."""

from plait.formats.tables.cell_words import OUT_WORDS
from plait.formats.tables.looks import is_code
from plait.formats.tables.names import begins, holds
from plait.formats.tables.proposal import payment_words as called
from plait.formats.tables.proposal.columns import Columns
from plait.formats.tables.proposal.further_words import HOLDER
from plait.formats.tables.proposal.guess import Guesses
from plait.formats.tables.proposal.guess_amounts import is_balance
from plait.formats.tables.proposal.own_name import both_ends

_KNOWN_STEM = 78
_SURE = 95
_MANY_HOLDERS = 3


def add_texts(found: Guesses) -> None:
    """Add who paid or was paid, and what for; of one text alone, that is who."""
    columns = found.columns
    _add_both_sides(found)
    if found.at("payer") < 0:
        names = [at for at in _texts(found) if _party(columns, at)]
        names.sort(key=lambda at: (-_party(columns, at), at))
        if names:
            found.add("payer", names[0])
    texts = sorted(_texts(found), key=lambda at: (-_text_score(columns, at), at))
    if found.at("payer") < 0 and texts:
        found.add("payer", texts.pop(0), "No column names the other side")
    if texts:
        references = [
            at for at in texts if columns.likeness(at, called.REFERENCE) >= 75
        ]
        references.sort(key=lambda at: -_reference_score(columns, at))
        best = references or [t for t in texts if _is_informative(columns, t)]
        if best:
            found.add("reference", best[0], "Every value is text")


def _add_both_sides(found: Guesses) -> None:
    """Add who paid and who was paid where a table names both, oneself among them."""
    columns = found.columns
    texts = _texts(found, 0.0)
    if ends := both_ends(columns, texts, _ways(found)):
        found.add("payer", ends[0], "Your own name stands in the other column")
        found.add("payee", ends[1], "Your own name stands in the other column")
        return
    sources = [at for at in texts if columns.likeness(at, called.FROM) >= 75]
    targets = [at for at in texts if columns.likeness(at, called.TO) >= 75]
    for one in sorted(sources, key=lambda at: -columns.likeness(at, called.FROM)):
        for other in sorted(targets, key=lambda at: -columns.likeness(at, called.TO)):
            if one != other:
                found.add("payer", one)
                found.add("payee", other)
                return


def _ways(found: Guesses) -> list[int]:
    """Return for each row 1 for money in, -1 for money out, 0 where it is not told."""
    columns = found.columns
    at = {field: found.at(field) for field in ("amount", "money_in", "direction")}
    if at["direction"] >= 0:
        words = columns.rows(at["direction"])
        return [-1 if word.casefold() in OUT_WORDS else 1 for word in words]
    if at["amount"] >= 0:
        values = columns.values(at["amount"])
        return [0 if not value else 1 if value > 0 else -1 for value in values]
    if at["money_in"] >= 0:
        return [1 if value else -1 for value in columns.values(at["money_in"])]
    return []


def _texts(found: Guesses, filled: float = 0.3) -> list[int]:
    """Return the columns that may name somebody or something, and are not taken."""
    columns = found.columns
    return [
        at
        for at in range(len(columns))
        if not found.has(at)
        and columns.filled(at) >= filled
        and (columns.is_texts(at) or not columns.cells(at))
        and not columns.holds(at, is_code)
        and (columns.likeness(at, called.OWN) < 75 or _has_many_holders(columns, at))
        and columns.likeness(at, called.LINE_ID) < 75
        and not is_balance(columns, at)
    ]


def _party(columns: Columns, column: int) -> float:
    """Return how surely a column names the other side, 0 where it does not."""
    if _has_many_holders(columns, column):
        return _SURE
    score = max(
        columns.likeness(column, called.COUNTERPARTY), _by_stem(columns, column)
    )
    if _is_of_a_party(columns, column) and score < _SURE:
        return 0
    others = (called.OWN, called.ACCOUNT, called.COUNTER_ACCOUNT)
    if not columns.cells(column):
        return score if score > 95 else 0
    if score < 55:
        return 0
    if any(columns.likeness(column, wanted) >= score for wanted in others[:2]):
        return 0
    n_cells = len(columns.cells(column))
    is_same = n_cells > 2 and columns.variety(column) * n_cells == 1
    return score * (0.4 + 0.6 * columns.filled(column)) * (0.4 if is_same else 1)


def _has_many_holders(columns: Columns, column: int) -> bool:
    """Return whether the account holders of a column are so many that they are others."""
    n_names = len(set(columns.cells(column)))
    is_many = n_names >= _MANY_HOLDERS and columns.variety(column) > 0.5
    return is_many and columns.likeness(column, HOLDER) >= 75


def _by_stem(columns: Columns, column: int) -> float:
    """Return how surely a word of the heading, whatever its ending, means a party."""
    words = columns.words[column]
    parties = [word for word in words if word.startswith(called.PARTY_STEMS)]
    if not parties or _is_of_a_party(columns, column):
        return 0
    is_all = len(parties) == len(words)
    return _KNOWN_STEM + (22 if is_all or holds(words, called.NAME_WORDS) else 0)


def _is_of_a_party(columns: Columns, column: int) -> bool:
    """Return whether a column tells the number or the address of a party, not its name."""
    words = columns.words[column]
    return holds(words, called.NOT_A_NAME) and not holds(words, called.NAME_WORDS)


def _text_score(columns: Columns, column: int) -> float:
    """Return how much a column may say who or what a payment was for."""
    name = columns.likeness(column, called.DESCRIPTION)
    score = name / 2 if name >= 55 else 0
    score += 25 * columns.variety(column) + min(columns.wordiness(column), 30) / 2
    score *= 0.5 + columns.filled(column) / 2
    words = columns.words[column]
    if holds(words, called.NO_TEXT) and name < 75:
        score -= 45
    # Of several such columns the first is meant, and not what was there before.
    score += 12 if words[-1:] == ("1",) else 0
    is_before = begins(words, called.FOREIGN_STEMS) and not begins(words, ("detail",))
    score -= 20 if is_before else 0
    return score - column / 10


def _is_informative(columns: Columns, column: int) -> bool:
    """Return whether a column without a telling name says more than a word or two."""
    is_kind = holds(columns.words[column], called.NO_TEXT)
    return not is_kind and columns.wordiness(column) >= 4


def _reference_score(columns: Columns, column: int) -> float:
    name = columns.likeness(column, called.REFERENCE)
    return name * (0.3 + columns.filled(column)) * (0.5 + columns.variety(column))
