"""Bank lines: their account, and the same payment told by another format."""

from collections import defaultdict
from typing import Any

from plait.book import bulk
from plait.book.intake.filing import Place
from plait.book.intake.intake import Intake
from plait.book.models import Account, Payment
from plait.domain.records import BankLine


class PaymentIntake(Intake[BankLine]):
    """Takes bank lines; two formats of one account's statement tell one payment.

    Formats word the same line differently, so across formats a line is known if
    the account holds one of the same day and amount that no other line of this
    file has answered to.
    """

    model = Payment
    kind = "payments"
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
    )

    def take(self, lines: list[BankLine]) -> None:  # type: ignore[override]  # a list is the sequence
        """Learn which accounts are the person's own, then take the lines."""
        for name in {line.account for line in lines} - self._accounts.keys():
            self._open_account(name)
        super().take(lines)

    def __init__(self, *args: Any) -> None:  # noqa: ANN401  # handed on as they are
        super().__init__(*args)
        self._accounts: dict[str, int | None] = {"": None}
        self._elsewhere: dict[tuple[str, str, int], list[int]] = defaultdict(list)

    def _open_account(self, name: str) -> None:
        account, _ = Account.objects.get_or_create(
            owner_id=self.batch.owner_id, identifier=name[:100]
        )
        self._accounts[name] = account.pk
        self.filing.own_account(name)
        others = self._mine().filter(account=account).exclude(source=self.source)
        columns = bulk.columns_of(others, "booked_on", "amount_minor", "fingerprint")
        for on, minor, mark in zip(*columns, strict=True):
            self._elsewhere[name, str(on), minor].append(mark)

    def _twin(self, line: BankLine) -> int | None:
        if not self._elsewhere:
            return None
        key = (line.account, str(line.booked_on), line.amount_minor)
        marks = self._elsewhere.get(key)
        return marks.pop() if marks else None

    def _place(self, line: BankLine) -> Place:
        return self.filing.payment(line)

    def _values(self, line: BankLine) -> tuple[Any, ...]:
        return (
            self._accounts[line.account],
            self.source,
            line.booked_on.isoformat(),
            line.amount_minor,
            line.currency,
            line.payer[:200],
            line.counter_account[:100],
            line.reference,
            line.bank_id[:200],
        )
