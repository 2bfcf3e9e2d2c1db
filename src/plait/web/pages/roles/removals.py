"""What the pages ask before a role, or terms of it, are removed."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.domain.roles import Agreement, Role
from plait.wording.roles import roles as wording
from plait.wording.words import Words


def role_question(role: Any, n_terms: int, n_rules: int) -> dict[str, Any]:  # noqa: ANN401  # a row of the book
    """Return what is asked before a role is removed."""
    consequences = []
    if n_terms:
        sentence = ngettext(
            "Its terms are removed.", "Its %(n)d sets of terms are removed.", n_terms
        )
        consequences.append(sentence % {"n": n_terms})
    if n_rules:
        sentence = ngettext(
            "%(n)d rule that assigns records to it is removed.",
            "%(n)d rules that assign records to it are removed.",
            n_rules,
        )
        consequences.append(sentence % {"n": n_rules})
    return {
        "title": _("Remove a role"),
        "question": _("Remove %(role)s from your book?") % {"role": role.name},
        "consequences": consequences or [_("Nothing else belongs to it.")],
        "button": _("Remove this role"),
        "cancel_url": reverse("role_change", args=[role.key]),
        "is_harmful": True,
    }


def terms_question(role: Role, terms: Agreement, words: Words) -> dict[str, Any]:
    """Return what is asked before terms are removed."""
    days = wording.days_text(words, terms.period)
    agreed = wording.agreed_text(words, terms)
    return {
        "title": _("Remove terms"),
        "question": _("Remove these terms of %(role)s?") % {"role": role.name},
        "consequences": [
            f"{days}: {agreed}." if agreed else f"{days}.",
            _("The terms before them are not extended: those days have none then."),
        ],
        "button": _("Remove these terms"),
        "is_harmful": True,
    }
