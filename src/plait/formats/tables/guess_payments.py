"""Which column of a table of payments is what: by its name and by what stands in it."""

from decimal import Decimal

from plait.formats.tables import payment_words as called
from plait.formats.tables.cell_words import OUT_WORDS, is_not_booked
from plait.formats.tables.chain import is_chain
from plait.formats.tables.columns import Columns
from plait.formats.tables.guess import Guesses
from plait.formats.tables.guess_amounts import Amounts, amounts_of, is_balance
from plait.formats.tables.looks import (
    is_account,
    is_code,
    is_date,
    is_iban,
    is_number,
)
from plait.formats.tables.names import begins, holds
from plait.formats.tables.own_name import both_ends

_MOST_STATES = 12
_UNKNOWN_DAY = 70
_KNOWN_STEM = 78
_LONGEST_STATE = 40


def payment_guesses(columns: Columns) -> Guesses:
    """Return a proposal for every field that one can be made for."""
    found = Guesses(columns)
    _add_date(found)
    amounts = amounts_of(columns)
    _add_amounts(found, amounts)
    _add_currency(found)
    _add_accounts(found)
    _add_status(found)
    _add_texts(found)
    _add_fee(found, amounts)
    _add_id(found)
    return found


def _add_date(found: Guesses) -> None:
    """Add the day of booking, else of the payment, else the one that interest counts."""
    columns = found.columns
    fit = [
        (-_date_score(columns, at), at)
        for at in range(len(columns))
        if _may_be_days(columns, at) and columns.filled(at) >= 0.3
    ]
    if fit:
        found.add("date", min(fit)[1], "Every value is a date")
        return
    for at in columns.called(called.BOOKED + called.DATED):
        if not columns.cells(at):
            found.add("date", at)
            return


def _may_be_days(columns: Columns, column: int) -> bool:
    """Return whether nearly all cells are days, or most under a name of days."""
    is_named = columns.likeness(column, called.BOOKED + called.DATED) >= 95
    return columns.holds(column, is_date, 0.5 if is_named else 0.9)


def _date_score(columns: Columns, column: int) -> float:
    names = ((called.BOOKED, 100), (called.DATED, 80), (called.VALUED, 60))
    # A day of an unknown name is likelier that of the payment than the one that
    # interest counts from.
    score = max(
        bonus + columns.likeness(column, wanted) / 10
        if columns.likeness(column, wanted) >= 55
        else 0
        for wanted, bonus in names
    )
    if columns.likeness(column, called.VALUED) >= 75:
        score = 60 if score < 100 else score
    elif score < _UNKNOWN_DAY:
        score = _UNKNOWN_DAY
    if holds(columns.words[column], called.NOT_THE_DATE):
        score -= 70
    # A number of eight digits may be a day, and a day that is written as one is surer.
    is_bare = all(cell.isdigit() for cell in columns.cells(column))
    return score - (15 if is_bare else 0)


def _add_amounts(found: Guesses, amounts: Amounts) -> None:
    because = "The balance follows it" if amounts.chain else "Every value is an amount"
    for field in ("amount", "money_in", "money_out"):
        found.add(field, getattr(amounts, field), because)
    found.add("direction", amounts.direction, "Its words tell in or out")


def _add_currency(found: Guesses) -> None:
    """Add the column of currencies that stands nearest to the amount, or is named so."""
    columns = found.columns
    codes = [at for at in range(len(columns)) if columns.holds(at, is_code)]
    codes += [
        at
        for at in columns.called(called.CURRENCY)
        if not columns.cells(at) and columns.likeness(at, called.CURRENCY) == 100
    ]
    into = found.at("amount") if found.at("amount") >= 0 else found.at("money_in")
    if into < 0 or not codes:
        return
    nearest = sorted(codes, key=lambda at: _distance(columns, at, into))
    found.add("currency", nearest[0], "Every value is a currency")
    if found.at("direction") >= 0 and found.at("money_out") >= 0:
        out = found.at("money_out")
        other = min(codes, key=lambda at: _distance(columns, at, out))
        found.add("currency_out", other, "Every value is a currency")


def _distance(columns: Columns, column: int, amount: int) -> tuple[int, int, int, int]:
    """Return how far a currency is from an amount: by name first, then by place."""
    own = {*columns.words[column]} - {"currency"}
    theirs = {*columns.words[amount]} - {"amount"}
    is_foreign = begins(own, called.FOREIGN_STEMS) and not own & theirs
    n_shared = len(own & theirs)
    gap = column - amount if column > amount else 10 * (amount - column)
    return is_foreign, -n_shared, -int(columns.filled(column) > 0.5), gap


def _add_accounts(found: Guesses) -> None:
    """Add one's own account and the other side's; one's own is always the same."""
    columns = found.columns
    others = columns.called(called.COUNTER_ACCOUNT, is_account)
    own = columns.called(called.ACCOUNT, is_account)
    ibans = [at for at in range(len(columns)) if columns.holds(at, is_iban)]
    for at in ibans:
        is_same = columns.variety(at) * len(columns.cells(at)) == 1
        is_counter = columns.likeness(at, called.COUNTER_ACCOUNT) >= 75
        is_full = columns.filled(at) > 0.9
        if (
            is_same
            and is_full
            and not is_counter
            and at in _own_or_nameless(found, own)
        ):
            found.add("account", at, "Every value is the same IBAN")
        elif not is_same or not is_full or is_counter:
            found.add("counter_account", at, "Every value is an IBAN")
    for at in others:
        is_own = columns.likeness(at, called.ACCOUNT) > columns.likeness(
            at, called.COUNTER_ACCOUNT
        )
        if not is_own:
            found.add("counter_account", at)
    for at in own:
        _add_own_account(found, at)


def _own_or_nameless(found: Guesses, own: list[int]) -> list[int]:
    columns = found.columns
    return [*own, *(at for at in range(len(columns)) if not columns.words[at])]


def _add_own_account(found: Guesses, column: int) -> None:
    """Take a column of many accounts for the other side's: a person has few."""
    columns = found.columns
    n_cells = len(columns.cells(column))
    n_accounts = columns.variety(column) * n_cells
    if n_accounts > 5 or 1 < n_accounts > n_cells / 2:
        found.add("counter_account", column, "It holds many different accounts")
    else:
        found.add("account", column)


def _add_status(found: Guesses) -> None:
    """Add the column that says which lines are booked, by its name or its words."""
    columns = found.columns
    for at in range(len(columns)):
        cells = columns.cells(at)
        states = set(cells)
        is_short = all(len(state) <= _LONGEST_STATE for state in states)
        if not (0 < len(states) <= _MOST_STATES and is_short) or found.has(at):
            continue
        is_named = columns.likeness(at, called.STATUS) >= 75 and columns.is_texts(at)
        if is_named or (len(states) < len(cells) and _tells_states(states)):
            found.add("status", at, "Its words tell which lines are booked")
            return


def _tells_states(states: set[str]) -> bool:
    return any(map(is_not_booked, states)) and not all(map(is_not_booked, states))


def _add_texts(found: Guesses) -> None:
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
        and columns.likeness(at, called.OWN) < 75
        and columns.likeness(at, called.LINE_ID) < 75
        and not is_balance(columns, at)
    ]


def _party(columns: Columns, column: int) -> float:
    """Return how surely a column names the other side, 0 where it does not."""
    score = max(
        columns.likeness(column, called.COUNTERPARTY), _by_stem(columns, column)
    )
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


def _by_stem(columns: Columns, column: int) -> float:
    """Return how surely a word of the heading, whatever its ending, means a party."""
    words = columns.words[column]
    parties = [word for word in words if word.startswith(called.PARTY_STEMS)]
    if not parties or holds(words, called.NOT_A_NAME):
        return 0
    is_all = len(parties) == len(words)
    return _KNOWN_STEM + (22 if is_all or holds(words, called.NAME_WORDS) else 0)


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
    score -= 20 if begins(words, called.FOREIGN_STEMS) else 0
    return score - column / 10


def _is_informative(columns: Columns, column: int) -> bool:
    """Return whether a column without a telling name says more than a word or two."""
    is_kind = holds(columns.words[column], called.NO_TEXT)
    return not is_kind and columns.wordiness(column) >= 4


def _reference_score(columns: Columns, column: int) -> float:
    name = columns.likeness(column, called.REFERENCE)
    return name * (0.3 + columns.filled(column)) * (0.5 + columns.variety(column))


def _add_fee(found: Guesses, amounts: Amounts) -> None:
    """Add a fee that the amount does not hold yet; a balance must agree with it."""
    columns = found.columns
    main = amounts.amount if amounts.amount >= 0 else amounts.money_out
    nets = [at for at in range(len(columns)) if holds(columns.words[at], called.NET)]
    if main < 0 or nets:
        return
    for at in range(len(columns)):
        is_named = holds(columns.words[at], called.FEE)
        is_filled = columns.holds(at, is_number) and columns.filled(at) >= 0.3
        if is_named and is_filled and _may_be_fee(columns, at, main):
            found.add("fee", at)
            return


def _may_be_fee(columns: Columns, column: int, amount: int) -> bool:
    fees = columns.values(column)
    amounts = columns.values(amount)
    balances = [at for at in range(len(columns)) if is_balance(columns, at)]
    if not any(fees) or not balances:
        return bool(balances) or bool(found_ends(columns, amount))
    less = [
        a - abs(f or Decimal(0)) if a is not None else None
        for a, f in zip(amounts, fees, strict=True)
    ]
    return any(
        is_chain(less, columns.values(at)) or not is_chain(amounts, columns.values(at))
        for at in balances
    )


def found_ends(columns: Columns, amount: int) -> bool:
    """Return whether the amount is that of one end of a transfer, its fee beside it."""
    return holds(columns.words[amount], frozenset(["source", "sent"]))


def _add_id(found: Guesses) -> None:
    """Add the bank's own number of a line; one that only counts lines is none."""
    columns = found.columns
    for at in columns.called(called.LINE_ID):
        cells = columns.cells(at)
        counts = all(cell.isdigit() and len(cell) < 7 for cell in cells)
        if found.has(at) or columns.likeness(at, called.LINE_ID) < 75:
            continue
        if not cells or (columns.variety(at) == 1 and not counts):
            found.add("id", at)
            return
