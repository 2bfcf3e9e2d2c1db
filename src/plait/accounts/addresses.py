"""Where mail reaches somebody: the address that they proved to be theirs."""

from django.conf import settings

from plait.accounts.models import Person


def address_of(person: Person) -> str:
    """Return the person's own mail address; "" where none is known."""
    if not settings.SERVER:
        return ""
    from allauth.account.models import EmailAddress

    rows = EmailAddress.objects.filter(user=person, verified=True)
    found = rows.order_by("-primary", "pk").values_list("email", flat=True).first()
    return found or ""
