"""How a table writes its dates, numbers and currencies, told by the cells themselves."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from plait.formats.tables.amounts import is_amount, parted
from plait.formats.tables.cell_words import OUT_WORDS, is_not_booked
from plait.formats.tables.looks import is_date
from plait.formats.tables.names import code_in, likeness, phrases, word_set, words_of
from plait.formats.tables.proposal.columns import Columns
from plait.formats.tables.proposal.guess_amounts import has_signs, is_balance
from plait.formats.tables.proposal.guess_direction import out_word_by
from plait.formats.written_dates import order_of

_MOST_STATES = 20
_BY_NAME = "The heading says so"
_PURCHASES = word_set("purchase aankoop kauf einkauf achat compra")
# A shop's own export has these too, for what came in.
_SALES = word_set("sale charge")
_CARD = phrases(
    "card member|card holder|cardholder|card no|card number|kartennummer|kaartnummer"
    "|numero de carte|numero de tarjeta"
)
# Amounts that are called spending.
_SPENT = phrases(
    "利用金額|利用額|이용금액|消费金额|purchase amount|amount spent|besteed"
)
# As cards name the payment of their bill, which lowers what is owed.
_PAYS_THE_CARD = word_set(
    "payment pymt autopay directpay betaling zahlung pagamento pago paiement reglement"
    " odeme odemeniz innbetaling indbetaling inbetalning splata wplata payments"
)
_THANKS = word_set(
    "thank thanks received credits autopay directpay danke bedankt merci gracias grazie"
    " obrigado efetuado recebido recibido recu ricevuto tesekkur takk tak tack full"
)


class Written(NamedTuple):
    """How a table writes something, and how that was found; empty: cannot be told."""

    value: str
    because: str


def order_stated(columns: Columns, column: int | None) -> Written:
    """Return the order of day, month and year in a column."""
    cells = [] if column is None else [c for c in columns.cells(column) if is_date(c)]
    order = order_of(cells)
    if not cells:
        return Written("", "There is no date to tell it by")
    if order is None:
        return Written("", "No order reads every date")
    if not order and all("." in cell for cell in cells):
        return Written("dmy", "Dates with points between are day first")
    if not order:
        return Written("", "Both day first and month first read every date")
    return Written(order, "Only this order reads every date")


def decimal_stated(columns: Columns, found: Iterable[int], delimiter: str) -> Written:
    """Return the decimal mark of the number columns."""
    cells = [c for column in found for c in columns.cells(column) if is_amount(c)]
    fitting = [m for m in ".," if cells and all(is_amount(c, m) for c in cells)]
    if len(fitting) == 1:
        return Written(fitting[0], "Only this mark reads every number")
    # With "1,234" either mark fits; what has two decimals tells it.
    ends = Counter(number[-3:-2] for c in cells if (number := parted(c).number))
    if likely := [m for m in ".," if ends[m] > len(cells) / 2]:
        return Written(likely[0], "Most numbers have two decimals behind it")
    if delimiter == ";":
        return Written(",", "Tables with semicolons have decimal commas")
    return Written(".", "Either mark reads the numbers; a point is usual")


def currency_stated(columns: Columns, numbers: Iterable[int]) -> Written:
    """Return the currency of the amounts: in a heading, the cells, or above the table."""
    numbers = list(numbers)
    for column in numbers:
        if code := code_in(columns.headings[column]):
            return Written(code, _BY_NAME)
    codes = {parted(c).code for column in numbers for c in columns.cells(column)}
    if len(codes) == 1 and (code := codes.pop()):
        return Written(code, "The amounts say so")
    if code := _beside(columns, numbers):
        return Written(code, "The same amounts stand beside it with their currency")
    for column in range(len(columns)):
        if is_balance(columns, column) and (code := code_in(columns.headings[column])):
            return Written(code, "The heading of the balance says so")
    above = {
        code for row in columns.grid.above for cell in row if (code := code_in(cell))
    }
    if len(above) == 1:
        return Written(above.pop(), "The lines above the table say so")
    return Written("", "No column and no heading tells the currency")


def _beside(columns: Columns, numbers: list[int]) -> str:
    """Return the currency of a column that repeats one of the amounts with it."""
    for column in range(len(columns)):
        codes = {parted(cell).code for cell in columns.cells(column)}
        values = columns.values(column)
        if len(codes) == 1 and any(columns.values(n) == values for n in numbers):
            return codes.pop()
    return ""


def out_words_in(columns: Columns, column: int, amount: int = -1) -> tuple[str, ...]:
    """Return the words of a column that mean money went out; a balance may tell."""
    words = set(columns.cells(column))
    if known := {c for c in words if c.casefold() in OUT_WORDS}:
        return tuple(sorted(known))
    found = out_word_by(columns, column, amount) if amount >= 0 else ""
    return (found,) if found else ()


def states_in(columns: Columns, column: int) -> tuple[str, ...]:
    """Return the different words of a status column, a screenful at most."""
    return tuple(sorted(set(columns.cells(column))))[:_MOST_STATES]


def counting_states(columns: Columns, column: int) -> tuple[str, ...]:
    """Return the words of a status column that say that a line is booked."""
    return tuple(s for s in states_in(columns, column) if not is_not_booked(s))


def is_paid_below_zero(columns: Columns, money_in: int) -> bool:
    """Return whether what came in stands below zero in its own column, as on a card."""
    numbers = [number for number in columns.values(money_in) if number]
    return bool(numbers) and all(number < 0 for number in numbers)


def is_spending_positive(columns: Columns, amount: int) -> bool:
    """Return whether a card lists what was spent without a sign.

    So it is where what pays the card's bill is below zero, where purchases are above
    it, or where a heading names the card and nothing is below zero.
    """
    numbers = columns.values(amount)
    if likeness(columns.words[amount], _SPENT):
        return not has_signs(columns, amount)
    n_out = sum(n is not None and n > 0 for n in numbers)
    if not n_out or n_out < sum(n is not None and n < 0 for n in numbers):
        return False
    words = [
        {w for at in _texts(columns, amount) for w in words_of(columns.rows(at)[n])}
        for n in range(len(numbers))
    ]
    return _tells_purchases(columns, numbers, words)


def _texts(columns: Columns, amount: int) -> list[int]:
    return [at for at in range(len(columns)) if at != amount and columns.is_texts(at)]


def _tells_purchases(
    columns: Columns, numbers: list[Decimal | None], words: list[set[str]]
) -> bool:
    into = [w for n, w in zip(numbers, words, strict=True) if n is not None and n < 0]
    out = [w for n, w in zip(numbers, words, strict=True) if n is not None and n > 0]
    pays = [w for w in into if w & _PAYS_THE_CARD and w & _THANKS]
    if pays and 2 * len(pays) >= len(into):
        return not any(w & _PAYS_THE_CARD and w & _THANKS for w in out)
    if has_words(out, _PURCHASES):
        return not any(w & _PURCHASES for w in into)
    if has_words(out, _SALES) and into and all(w & _PAYS_THE_CARD for w in into):
        return True
    is_card = any(likeness(words, _CARD) >= 75 for words in columns.words)
    return is_card and not into


def has_words(lines: list[set[str]], wanted: frozenset[str]) -> bool:
    """Return whether most lines hold one of the words."""
    return 2 * sum(bool(words & wanted) for words in lines) > len(lines)
