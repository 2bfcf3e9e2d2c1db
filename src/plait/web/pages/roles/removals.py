"""What the pages ask before a role, or terms of it, are removed."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.domain.roles import Agreement, Role
from plait.web.pages.roles import terms
from plait.wording.words import Words


def role_question(role: Any, n_terms: int, n_rules: int) -> dict[str, Any]:  # noqa: ANN401  # a row of the book
    """Return what is asked before a role is removed."""
    gone = []
    if n_terms:
        told = ngettext(
            "What was agreed for it is forgotten.",
            "What was agreed for it, %(n)d times, is forgotten.",
            n_terms,
        )
        gone.append(told % {"n": n_terms})
    if n_rules:
        told = ngettext(
            "%(n)d rule that leads to it is forgotten.",
            "%(n)d rules that lead to it are forgotten.",
            n_rules,
        )
        gone.append(told % {"n": n_rules})
    return {
        "title": role.name,
        "question": _("Remove %(role)s from your book?") % {"role": role.name},
        "consequences": gone or [_("Nothing else belongs to it.")],
        "button": _("Remove this role"),
        "cancel_url": reverse("role_change", args=[role.key]),
        "is_harmful": True,
    }


def terms_question(role: Role, held: Agreement, words: Words) -> dict[str, Any]:
    """Return what is asked before terms are removed."""
    told = {
        "period": terms.days_told(held.period, words),
        "hours": terms.hours_told(held, words),
        "pay": terms.pay_told(held, words),
    }
    return {
        "title": role.name,
        "question": _("Remove these terms of %(role)s?") % {"role": role.name},
        "consequences": [
            _("%(period)s: %(hours)s, %(pay)s.") % told,
            _("The terms before them do not stretch: those days are left without any."),
        ],
        "button": _("Remove these terms"),
        "is_harmful": True,
    }
