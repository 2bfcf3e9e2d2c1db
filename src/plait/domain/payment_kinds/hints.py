"""What words and names say of payments by the ten thousand."""

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from plait.domain.payment_kinds.kinds import Hint, PaymentKind, code_of
from plait.domain.payment_kinds.words import hint_of, may_hint
from plait.domain.rules import plain

Codes = NDArray[np.int8]
# A single word is a name that others bear too.
_WORDS_IN_A_NAME = 2


def hints_of(
    payers: Sequence[str],
    references: Sequence[str],
    minor: Sequence[int],
    *,
    own_name: str = "",
    organisations: Collection[str] = (),
) -> tuple[Codes, Codes]:
    """Return as codes what each payment surely is by its words, and what it may be.

    0 where nothing says so. `own_name` is the person's, `organisations` those of their
    roles: a tax office that employs somebody pays a salary.
    """
    sure, maybe = (np.zeros(len(payers), dtype=np.int8) for _ in range(2))
    employers = {plain(name) for name in organisations}
    own = plain(own_name)
    if len(own.split()) < _WORDS_IN_A_NAME:
        own = ""
    named = {name: _by_name(name, own) for name in set(payers)}
    rows = {row for row, name in enumerate(payers) if named[name]}
    rows.update(may_hint(references))
    for row in rows:
        hint = _hint(payers[row], references[row], minor[row], own)
        if hint is None or _is_employer(hint, payers[row], employers):
            continue
        (sure if hint.is_sure else maybe)[row] = code_of(hint.kind)
    return sure, maybe


def _by_name(name: str, own: str) -> bool:
    """Return whether a name alone says something."""
    is_own = bool(own) and (plain(name) == own or _is_own_initials(plain(name), own))
    return is_own or hint_of(name, "", 1) is not None


def _hint(payer: str, reference: str, minor: int, own: str) -> Hint | None:
    if own and plain(payer) == own:
        return Hint(PaymentKind.TRANSFER)
    found = hint_of(payer, reference, 1 if minor > 0 else -1)
    if found is None and own and _is_own_initials(plain(payer), own):
        return Hint(PaymentKind.TRANSFER, is_sure=False)
    return found


def _is_own_initials(name: str, own: str) -> bool:
    """Return whether a name is one's own with initials; a brother's may be as well.

    >>> _is_own_initials("j m de vries", "jan de vries")
    True
    """
    first, *rest = own.split()
    words = name.split()
    initials = [word for word in words if len(word) == 1]
    others = [word for word in words if len(word) > 1]
    return others == rest and initials[:1] == [first[0]]


def _is_employer(hint: Hint, payer: str, employers: Collection[str]) -> bool:
    return hint.kind is PaymentKind.TAX and plain(payer) in employers
