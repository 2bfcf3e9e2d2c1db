"""Bank lines: their account, and the same payment told by another format."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from plait.book import bulk
from plait.book.assignment import Place
from plait.book.imports.lines import Intake
from plait.book.imports.record_common import name_fingerprint
from plait.book.imports.transfers import close_transfers
from plait.book.models import Account, Payment
from plait.domain.records import BankLine, FingerprintKind, written_day
from plait.formats.banks.account_numbers import iban_of

_Money = tuple[str, str, int, str]


class _Held(NamedTuple):
    """A payment that the book holds by another format."""

    fingerprint: int
    side: str
    source: str


class PaymentIntake(Intake[BankLine]):
    """Takes bank lines; two formats of one account's statement tell one payment.

    Formats word the same line differently, so across formats a line is known if
    the account holds one of the same day, amount and currency that no other line of
    this file has answered to; two with different IBANs on the other side are two.
    The lines of an export each name the format they came by.
    """

    model = Payment
    kind = "payments"
    fingerprints = FingerprintKind.PAYMENT
    columns = (
        "account",
        "source",
        "booked_on",
        "amount_minor",
        "currency",
        "payer",
        "counter_account",
        "reference",
        "bank_id",
        "booking_id",
    )

    def take(self, lines: list[BankLine]) -> None:  # type: ignore[override]  # a list is the sequence
        """Learn which accounts are the person's own, then take the lines."""
        for name in {line.account for line in lines} - self._accounts.keys():
            self._open_account(name)
        super().take(lines)

    def __init__(self, *args: Any) -> None:  # noqa: ANN401  # handed on as they are
        super().__init__(*args)
        self._accounts: dict[str, int | None] = {"": None}
        self._elsewhere: dict[_Money, list[_Held]] = defaultdict(list)
        self._met: set[int] = set()

    def _open_account(self, name: str) -> None:
        owner, identifier = self.batch.owner_id, name[:100]
        account, is_new = Account.objects.get_or_create(
            owner_id=owner, identifier=identifier, defaults={"batch": self.batch}
        )
        self._accounts[name] = account.pk
        self.known.append(name_fingerprint(Account, identifier))
        self.assignment.own_account(identifier)
        if is_new:
            close_transfers(owner, identifier)
        others = self._mine().filter(account=account).exclude(source=self.source)
        money = ("booked_on", "amount_minor", "currency")
        held = ("fingerprint", "counter_account", "source")
        columns = bulk.columns_of(others, *money, *held)
        for on, minor, currency, *one in zip(*columns, strict=True):
            self._elsewhere[name, str(on), minor, currency].append(_Held(*one))

    def _meet(self, fingerprints: Iterable[int]) -> None:
        # Nothing of another format is held, as nearly always: no sets to fill.
        if self._elsewhere:
            self._met.update(fingerprints)

    def _twin(self, line: BankLine) -> int | None:
        if not self._elsewhere:
            return None
        key = (line.account, str(line.booked_on), line.amount_minor, line.currency)
        held = self._elsewhere.get(key, [])
        fitting = [
            one
            for one in held
            if one.fingerprint not in self._met
            and one.source != line.source
            and _may_be_one_side(one.side, line.counter_account)
        ]
        if not fitting:
            return None
        # A line that names the same side comes before one that names none.
        twin = next((o for o in fitting if o.side == line.counter_account), fitting[0])
        # Each stands for one line only: two equal payments have two that answer.
        held.remove(twin)
        return twin.fingerprint

    def _place(self, line: BankLine) -> Place:
        return self.assignment.payment(line)

    def _values(self, line: BankLine) -> tuple[Any, ...]:
        return (
            self._accounts[line.account],
            self.source if line.fingerprint is None else line.source[:40],
            written_day(line.booked_on),
            line.amount_minor,
            line.currency,
            line.payer[:200],
            line.counter_account[:100],
            line.reference,
            line.bank_id[:200],
            line.booking_id[:200],
        )


def _may_be_one_side(one: str, other: str) -> bool:
    """Return False for two different IBANs; other numbers are written in many ways."""
    ibans = {iban_of(one), iban_of(other)} - {""}
    return len(ibans) < 2
