"""Which names are one payer, as the person said."""

from typing import NamedTuple

from plait.accounts.models import Person
from plait.book.models import PayerName
from plait.domain.rules import Outcome, RuleField, Rules, plain


class PayerNames(NamedTuple):
    """The name that counts, by the plain form of each other name."""

    names: dict[str, str]

    def of(self, payer: str) -> str:
        """Return the name that a payer's payments count under."""
        return self.names.get(plain(payer), payer) if self.names else payer

    def alike(self, payer: str) -> set[str]:
        """Return the plain forms of all names of one payer."""
        one = plain(self.of(payer))
        same = {alias for alias, name in self.names.items() if plain(name) == one}
        return {one, *same}

    def with_rules(self, rules: Rules) -> Rules:
        """Return rules that hold for each name of a payer, its own one first."""
        found: dict[tuple[RuleField, str], Outcome] = dict(rules)
        for alias, name in self.names.items():
            pair = (RuleField.PAYER, alias), (RuleField.PAYER, plain(name))
            for one, other in (pair, pair[::-1]):
                if one not in found and other in found:
                    found[one] = found[other]
        return found


def payer_names(viewer: Person) -> PayerNames:
    """Return which names are one payer."""
    held = PayerName.objects.filter(owner=viewer)
    return PayerNames(dict(held.values_list("alias", "name")))
