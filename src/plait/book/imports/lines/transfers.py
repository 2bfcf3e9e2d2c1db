"""Money moved between a person's own accounts: private on both sides.

Which accounts are their own, the statements tell one after another: a transfer may
have come in before the other account was known, and stay when it is no more.
"""

from django.db.models import Q, QuerySet

from plait.book import bulk
from plait.book.models import Payment
from plait.domain.records import RecordStatus
from plait.formats.banks.identity.sameness import same_account


def close_transfers(owner: int, identifier: str) -> None:
    """Make private what was open, or sorted by a rule, and went to this account.

    What the person or a file placed stays where it was placed.
    """
    by_rules = Q(status=RecordStatus.OPEN) | Q(rule__isnull=False)
    private = {"role": None, "rule": None, "status": RecordStatus.PRIVATE}
    for found in _with(owner, identifier, by_rules):
        found.update(**private)


def open_transfers(owner: int, identifier: str) -> None:
    """Let what was private as a transfer to this account wait again."""
    private = Q(status=RecordStatus.PRIVATE, rule=None)
    for found in _with(owner, identifier, private):
        found.update(status=RecordStatus.OPEN)


def _with(owner: int, identifier: str, which: Q) -> list[QuerySet[Payment]]:
    """Return questions for payments with this account, however it is spelled."""
    mine = Payment.objects.filter(which, owner=owner)
    others = mine.exclude(counter_account="").order_by()
    spelled = others.values_list("counter_account", flat=True).distinct()
    same = [text for text in spelled if same_account(text, identifier)]
    return [mine.filter(counter_account__in=p) for p in bulk.in_pieces(same)]
