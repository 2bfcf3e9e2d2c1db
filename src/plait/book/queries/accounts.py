"""What is known of a person's own accounts."""

from collections import defaultdict

from plait.accounts.models import Person
from plait.book.models import AccountName, Payment


def account_currencies(*, viewer: Person) -> dict[str, str]:
    """Return the currency of each account that had one alone so far, by its names."""
    held = Payment.objects.filter(owner=viewer).exclude(account=None).order_by()
    found: dict[str, set[str]] = defaultdict(set)
    keys: dict[int, str] = {}
    pairs = held.values_list("account_id", "account__identifier", "currency").distinct()
    for key, name, currency in pairs:
        found[name].add(currency)
        keys[key] = name
    others = AccountName.objects.filter(owner=viewer, account__in=keys)
    for key, name in others.values_list("account_id", "identifier"):
        found[name] = found[keys[key]]
    return {name: next(iter(each)) for name, each in found.items() if len(each) == 1}
