"""How few pay an income, in words."""

from plait.analysis.income.concentration import Concentration
from plait.wording.words import Words

_SPELLED_OUT = 12


def payers_text(words: Words, n_payers: int, effective: float) -> str:
    """Return what so many payers come to, to stand after the name of the largest.

    `effective` is the inverse of the Herfindahl index of their shares.
    """
    _ = words.gettext
    if n_payers == 1:
        return _("nobody else pays you")
    if is_as_one(words, effective):
        return _("as if nobody else paid you")
    if about(effective) == 1:
        return _("almost as if nobody else paid you")
    return _("as spread out as if about %(n)s clients paid you equally") % {
        "n": count_text(words, about(effective))
    }


def payers_rest_text(words: Words, payers: Concentration, currency: str) -> str:
    """Return what came in, and from how many others beside the largest payer."""
    n_others = len(payers.names) - 1
    values = {
        "total": words.money(payers.total, currency),
        "months": payers.n_months,
        "others": n_others,
        "as_if": payers_text(words, len(payers.names), payers.effective),
    }
    if not n_others:
        return (
            words.gettext(
                "All of the %(total)s of the last %(months)d months, after costs, came"
                " from this payer; nobody else paid you."
            )
            % values
        )
    return (
        words.ngettext(
            "Of the %(total)s of the last %(months)d months, after costs, the rest came"
            " from %(others)d other payer. That is %(as_if)s.",
            "Of the %(total)s of the last %(months)d months, after costs, the rest came"
            " from %(others)d other payers. That is %(as_if)s.",
            n_others,
        )
        % values
    )


def about(effective: float) -> int:
    """Return an effective number as one counts people: 2.5 are three."""
    return int(effective + 0.5)


def count_text(words: Words, n: int) -> str:
    """Return a small number as a word, a larger one in figures."""
    _ = words.gettext
    spelled = (
        *(_("one"), _("two"), _("three"), _("four"), _("five"), _("six")),
        *(_("seven"), _("eight"), _("nine"), _("ten"), _("eleven"), _("twelve")),
    )
    return spelled[n - 1] if 0 < n <= _SPELLED_OUT else words.number(n)


def is_as_one(words: Words, effective: float) -> bool:
    """Return whether a number of equal payers would be shown as 1."""
    return words.number(effective) == "1"
