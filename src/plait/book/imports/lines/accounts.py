"""The person's own accounts while files come in, by every name that statements use."""

from array import array
from collections.abc import Iterable, Mapping

from plait.accounts.models import Person
from plait.book.assignment import Assignment
from plait.book.imports.book_file.record_common import name_fingerprint
from plait.book.imports.lines.transfers import close_transfers
from plait.book.models import Account, AccountName, Batch
from plait.formats.banks.identity.sameness import Sameness, find_account

_LONGEST = 100


class AccountNames:
    """Which account a name stands for; writes nothing.

    An account is the same when its numbers say so beyond doubt (see
    `formats.banks.identity`), or when a statement itself told both names. One that
    is only likely the same stays an account of its own, for the person to join.
    """

    def __init__(self, viewer: Person) -> None:
        self._name_of: dict[str, str] = {"": ""}
        mine = Account.objects.filter(owner=viewer)
        for name in mine.values_list("identifier", flat=True):
            self._name_of[name] = name
        others = AccountName.objects.filter(owner=viewer)
        for name, account in others.values_list("identifier", "account__identifier"):
            self._name_of[name] = account

    def name_of(self, text: str) -> str:
        """Return the name the book has for an account; a new one keeps its own."""
        text = text[:_LONGEST]
        if text not in self._name_of:
            found = find_account(text, [*self._name_of])
            if found is not None and found.sameness is Sameness.CERTAIN:
                self._name_of[text] = self._name_of[found.account]
            else:
                self._name_of[text] = text
        return self._name_of[text]

    def learn(self, name: str, others: Iterable[str]) -> None:
        """Learn that a statement calls one account by several names."""
        names = [one[:_LONGEST] for one in (name, *others) if one]
        held = next((one for one in names if one in self._name_of), None)
        account = self.name_of(held or names[0]) if names else ""
        for one in names:
            self._name_of.setdefault(one, account)


def account_fingerprints(names: Iterable[str]) -> "array[int]":
    """Return what a file that names these accounts tells: they are the person's own."""
    accounts = sorted({name for name in names if name})
    return array("q", [name_fingerprint(Account, name) for name in accounts])


class AccountOpener:
    """Makes the accounts that files name, and keeps their further names."""

    def __init__(self, batch: Batch) -> None:
        self.batch = batch

    def keys_of(
        self, names: Mapping[str, str], assignment: Assignment
    ) -> dict[str, int]:
        """Return the key of the account that each name of a file stands for."""
        return {
            name: self._open(name[:_LONGEST], account, assignment)
            for name, account in names.items()
            if name
        }

    def _open(self, name: str, identifier: str, assignment: Assignment) -> int:
        owner = self.batch.owner_id
        account, is_new = Account.objects.get_or_create(
            owner_id=owner, identifier=identifier, defaults={"batch": self.batch}
        )
        if name != identifier:
            AccountName.objects.get_or_create(
                owner_id=owner,
                identifier=name,
                defaults={"account": account, "batch": self.batch},
            )
        for one in {name, identifier}:
            assignment.own_account(one)
            if is_new:
                close_transfers(owner, one)
        return account.pk
