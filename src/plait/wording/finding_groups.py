"""Groups of findings in words: what each is called, and what leaving it out hides."""

from plait.domain.schemas.schema import gettext_noop as _
from plait.wording.words import Words

_TITLES = {
    "hours": _("Hours and weeks"),
    "law": _("Working-time law"),
    "wellbeing": _("Check-ins"),
    "safety": _("Safety of your income"),
    "payments": _("Payments and invoices"),
    "tax": _("Tax dates and limits"),
    "book": _("What the book lacks"),
}
_HIDES = {
    "hours": _(
        "Weeks that are too full, roles that take more or less than agreed, and"
        " overlapping appointments."
    ),
    "law": _("Limits of the law that are passed or near, and weeks that harm health."),
    "wellbeing": _("Roles that cost more than they give, and check-ins that are due."),
    "safety": _("Income that depends on one payer or cause, and a missing plan B."),
    "payments": _("Money that is late, short or missing, and income that shrinks."),
    "tax": _("Dates that come near, and limits of turnover or hours."),
    "book": _("Lines without a role, missing statements, hours and terms."),
}


def group_title(words: Words, group: str) -> str:
    """Return what a group is called."""
    return words.gettext(_TITLES[group])


def group_hides(words: Words, group: str) -> str:
    """Return what leaving a group out hides."""
    return words.gettext(_HIDES[group])


def left_out_text(words: Words, n: int) -> str:
    """Return how many findings are left out, "" for none."""
    if not n:
        return ""
    text = words.ngettext(
        "%(n)d finding is left out, as you chose in Settings.",
        "%(n)d findings are left out, as you chose in Settings.",
        n,
    )
    return text % {"n": n}
