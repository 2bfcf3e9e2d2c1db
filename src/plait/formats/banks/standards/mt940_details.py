"""What field :86: and the second line of :61: tell of a payment, in any dialect.

German, Polish and Triodos parts have numbers (?20, ~20, ^20, >20), Dutch parts names
(/NAME/, /REMI/), others are text with labels or an account in front. All of them are
cut into lines of a fixed width without regard for words: a line as wide as that runs
on, a shorter one ended with a space.
"""

from collections.abc import Sequence

from plait.formats.banks.standards.mt940_entry import Entry
from plait.formats.banks.standards.mt940_names import named
from plait.formats.banks.standards.mt940_parts import Details, joined, numbered
from plait.formats.banks.standards.mt940_words import (
    account_in,
    in_words,
    is_dutch_account,
)

_LINE = 65
# SWIFT allows six lines of 65; what goes beyond this is nothing a person reads.
_MOST_LINES = 100
_LONGEST_LINE = 500


def details_of(
    lines: Sequence[str], entry: Entry, second: str, own_account: str
) -> Details:
    """Return who is on the other side and what was written.

    `lines` are those of every :86:, `second` what follows the :61: on lines of its
    own: an account, a name or words. What the :86: tells goes before it.
    """
    is_dutch = is_dutch_account(own_account)
    kept = [line[:_LONGEST_LINE] for line in lines[:_MOST_LINES]]
    of_entry = _of_entry(entry, second, is_dutch=is_dutch)
    if repeated := _repeats_account(kept, second, entry.reference, of_entry):
        return repeated
    found = _of_lines(kept, own_account, is_credit=entry.sign > 0, is_dutch=is_dutch)
    is_words = bool(second) and not of_entry.counter_account
    return Details(
        payer=found.payer or of_entry.payer,
        counter_account=found.counter_account or of_entry.counter_account,
        reference=found.reference
        or (second if is_words else "")
        or (entry.reference if entry.reference != of_entry.counter_account else ""),
    )


def _of_lines(
    lines: Sequence[str], own_account: str, *, is_credit: bool, is_dutch: bool
) -> Details:
    text = joined(lines, _LINE)
    return (
        numbered(_once(text), own_account)
        or named(text, is_credit=is_credit)
        or in_words(lines, text, is_dutch=is_dutch)
    )


def _once(text: str) -> str:
    """Return the text without a first code that a field before it told alone."""
    code, _, rest = text.partition(" ")
    is_twice = len(code) == 3 and code.isdigit() and rest.startswith(code)
    return rest if is_twice else text


def _of_entry(entry: Entry, second: str, *, is_dutch: bool) -> Details:
    """Return account and name that stand in the :61: itself, as some Dutch banks do."""
    account = account_in(second, is_dutch=is_dutch)
    if account:
        return Details(counter_account=account)
    # With a P before it, it counts payments in this column.
    is_count = entry.reference.startswith("P")
    account = "" if is_count else account_in(entry.reference, is_dutch=is_dutch)
    return Details((second if account else "") or entry.extra, account)


def _repeats_account(
    lines: Sequence[str], second: str, reference: str, of_entry: Details
) -> Details | None:
    """Return the parts of details that begin with the number in the :61:.

    ASN, SNS and RegioBank write the account there, then the name; both stand again on
    the first line of the :86:, and what it was for on the lines behind.
    """
    first = next((" ".join(line.split()) for line in lines if line.strip()), "")
    number, _, name = first.partition(" ")
    is_named = bool(second) and name.startswith(second)
    if not number or number != reference:
        return None
    if not is_named and not of_entry.counter_account:
        return None
    text = joined(lines[1:], _LINE)
    return Details(second or name, number, " ".join(text.split()))
