"""Where the terms of a role stand, for figures that come from them."""

from django.urls import reverse


def terms_url(role: str) -> str:
    """Return the place on a role's page where its terms are; `role` is its key."""
    return f"{reverse('role', args=[role])}#agreements-title"
