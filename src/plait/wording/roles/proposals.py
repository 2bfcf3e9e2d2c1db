"""Proposed roles in words: what was seen, since when, and why they are proposed."""

from typing import TYPE_CHECKING

from plait.domain.money import Money
from plait.domain.roles import RoleKind
from plait.domain.schemas.role import KIND_LABELS
from plait.wording.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plait.analysis.inbox.roles.pay import Pay
    from plait.analysis.inbox.roles.propose import RoleProposal


def kind_text(words: Words, kind: RoleKind) -> str:
    """Return what sort of role it would be."""
    return words.gettext(KIND_LABELS[kind])


def sentence(words: Words, found: "Sequence[RoleProposal]") -> str:
    """Return how many roles are proposed."""
    n = sum(one.belongs_to is None for one in found)
    if n:
        return words.ngettext(
            "This looks like %(n)s role.", "This looks like %(n)s roles.", n
        ) % {"n": words.number(n, 0)}
    if found:
        return words.gettext("All of this belongs to roles you have.")
    return words.gettext("Nothing that waits looks like a role.")


def terms_text(words: Words, hours: float | None, pay: Money | None) -> str:
    """Return what was seen of the terms: 24 h a week · €2,921 a month."""
    _ = words.gettext
    parts = []
    if hours is not None:
        parts.append(_("about %(hours)s a week") % {"hours": words.hours(hours)})
    if pay is not None:
        amount = words.money(float(pay.number), pay.currency)
        parts.append(_("about %(amount)s a month") % {"amount": amount})
    return " · ".join(parts)


def since_text(words: Words, one: "RoleProposal") -> str:
    """Return since when there are records of it: since March 2024."""
    first, last = words.month(one.started_on), words.month(one.last_on)
    if not one.is_over:
        return words.gettext("since %(month)s") % {"month": first}
    if first == last:
        return first
    return words.gettext("%(first)s to %(last)s") % {"first": first, "last": last}


def reason_text(words: Words, one: "RoleProposal") -> str:
    """Return why a role is proposed, in a sentence of its money and one of its hours."""
    sentences = []
    if one.pays:
        n_payers = sum(subject.field in _OF_MONEY for subject in one.subjects)
        sentences.append(_pay_text(words, one.pays, n_payers))
    if one.given is not None:
        hours = words.hours(one.given.hours)
        clients = [s.value for s in one.subjects if s.field not in _OF_MONEY]
        sentences.append(
            words.gettext("%(hours)s tracked for %(client)s.")
            % {"hours": hours, "client": words.listed(clients)}
        )
    return " ".join(sentences)


_OF_MONEY = {"payer", "account"}


def _pay_text(words: Words, pays: "tuple[Pay, ...]", n_payers: int) -> str:
    largest = max(pays, key=lambda pay: pay.total)
    n = sum(pay.n for pay in pays)
    same = [pay for pay in pays if pay.currency == largest.currency]
    values = {
        "n": words.number(n, 0),
        "amount": _money(words, largest.typical, largest.currency),
        "total": _money(words, sum(pay.total for pay in same), largest.currency),
        "payers": words.number(n_payers, 0),
    }
    return _pay_sentence(words, largest, n, n_payers) % values


def _pay_sentence(words: Words, pay: "Pay", n: int, n_payers: int) -> str:
    if pay.is_paid_back:
        return words.ngettext(
            "%(n)s payment of costs paid back, %(total)s together.",
            "%(n)s payments of costs paid back, %(total)s together.",
            n,
        )
    if n_payers > 1:
        return words.ngettext(
            "%(n)s payment of %(payers)s payers, %(total)s together.",
            "%(n)s payments of %(payers)s payers, %(total)s together.",
            n,
        )
    if pay.is_monthly:
        return words.ngettext(
            "%(n)s payment of about %(amount)s, one a month.",
            "%(n)s payments of about %(amount)s, one a month.",
            n,
        )
    return words.ngettext(
        "%(n)s payment, %(total)s together.",
        "%(n)s payments, %(total)s together.",
        n,
    )


def _money(words: Words, minor: int, currency: str) -> str:
    return words.money(float(Money.from_minor(minor, currency).number), currency)


def made_text(words: Words, made: "Sequence[str]", held: "Sequence[str]") -> str:
    """Return which roles are new in the book, and which took their records."""
    texts = []
    if made:
        texts.append(
            words.ngettext(
                "%(names)s is now a role, with its records.",
                "%(n)s roles are now in your book, with their records: %(names)s.",
                len(made),
            )
            % {"n": words.number(len(made), 0), "names": words.listed(list(made))}
        )
    if held:
        texts.append(
            words.ngettext(
                "What belongs to %(names)s is sorted.",
                "What belongs to %(n)s roles you had is sorted: %(names)s.",
                len(held),
            )
            % {"n": words.number(len(held), 0), "names": words.listed(list(held))}
        )
    return " ".join(texts)
