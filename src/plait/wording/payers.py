"""How few pay an income, said behind the name of the largest payer."""

from plait.wording.words import Words


def payers_text(words: Words, n_payers: int, effective: float) -> str:
    """Return what so many payers come to; a number that rounds to 1 is none.

    `effective` is as how many equal payers they are (see `analysis.income`).
    """
    _ = words.gettext
    if n_payers == 1:
        return _("nobody else pays you")
    if is_as_one(words, effective):
        return _("as if nobody else paid you")
    return _("as if %(n)s equal payers") % {"n": words.number(effective)}


def is_as_one(words: Words, effective: float) -> bool:
    """Return whether a number of equal payers is shown as 1."""
    return words.number(effective) == "1"
