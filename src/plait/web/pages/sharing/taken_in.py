"""Where a signed file that came in leads."""

from django.urls import reverse

from plait.exchange.taking_in import TakenIn
from plait.formats.signed import Kind


def leads_to(taken: TakenIn) -> str:
    """Return the address of the page that shows what came in."""
    if taken.kind is Kind.SHARE:
        return reverse("received", args=[taken.share])
    if taken.kind is Kind.LETTER:
        return reverse("share", args=[taken.share])
    return reverse("received_list")
