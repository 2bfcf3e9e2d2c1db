"""The same payment in other words: by another format, in parts, or reworded.

Formats word the same line differently, so across formats a line is known if the
account holds one of the same day, amount and currency that no other line of this
file has answered to; two with different IBANs on the other side are two. A booking
that one format holds whole and another in parts is one. Within one format a line
reworded by the bank is known on days that the file covers whole, where every payment
held must stand again; on its first and last day if it says no more than was held.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from plait.accounts.models import Person
from plait.book import bulk
from plait.book.imports.lines.accounts import AccountNames
from plait.book.imports.lines.booking_twins import parts_of_wholes, wholes_of_parts
from plait.book.imports.lines.by_hand_twins import (
    APART,
    Days,
    brought_before,
    by_hand_twins,
    is_by_hand,
)
from plait.book.imports.lines.decided import Action, Decided
from plait.book.imports.lines.held_payments import (
    HeldPayment,
    MissedPayment,
    is_alike,
    may_be_one_side,
    money_of,
    says_no_more,
)
from plait.book.imports.lines.twins import Twins
from plait.book.models import Payment
from plait.domain.records import BankLine

# SQLite gives days as text; thousands of payments share a few.
_day = lru_cache(maxsize=8192)(date.fromisoformat)
_ByMoney = dict[tuple[date, int, str], list[HeldPayment]]


class PaymentTwins(Twins[BankLine, HeldPayment]):
    """Finds which lines of a file are payments that are held under other words."""

    def __init__(
        self, viewer: Person, accounts: AccountNames, *, is_empty: bool
    ) -> None:
        self._accounts = accounts
        self._brought: dict[int, list[Days]] = {}  # by the files of this import
        super().__init__(viewer, is_empty=is_empty)

    def begin(self, *, is_last: bool) -> None:
        """Begin a file; what the last one brings no other file will tell."""
        super().begin(is_last=is_last)
        self._days: dict[str, tuple[date, date]] = {}

    def miss(self, missed: MissedPayment) -> None:
        """Learn of a line that the book does not hold by its fingerprint."""
        self.missed.append(missed)
        self._cover(missed.account, missed.line.booked_on)

    def meet(self, fingerprint: int, line: BankLine, account: str) -> None:
        """Learn of a line that is a record the book holds."""
        self._met.add(fingerprint)
        self._cover(account, line.booked_on)

    def _cover(self, account: str, on: date) -> None:
        first, last = self._days.get(account, (on, on))
        self._days[account] = min(first, on), max(last, on)

    def _stored(self, first: date, last: date) -> Iterator[HeldPayment]:
        mine = Payment.objects.filter(
            owner=self._viewer, booked_on__range=(first - APART, last + APART)
        )
        columns = bulk.columns_of(
            mine.order_by("pk"),
            *("fingerprint", "account__identifier", "booked_on", "amount_minor"),
            *("currency", "counter_account", "payer", "reference", "source"),
            *("bank_id", "booking_id"),
        )
        for key, account, on, *rest in zip(*columns, strict=True):
            name = self._accounts.name_of(account or "")
            yield HeldPayment(key, name, _day(str(on)), *rest)

    def _as_held(self, missed: MissedPayment, fingerprint: int) -> HeldPayment:
        line = missed.line
        return HeldPayment(
            fingerprint,
            *money_of(missed),
            line.counter_account,
            line.payer,
            line.reference,
            missed.source,
            line.bank_id,
            line.booking_id,
        )

    def _settle(self, held: list[HeldPayment], decided: Decided) -> None:
        for parts, whole in parts_of_wholes(self.missed, held):
            self._met.add(whole.fingerprint)
            for part in parts:
                decided.settle(part.place, Action.KNOWN, whole.fingerprint)
        for missed, found in wholes_of_parts(self.missed, held):
            self._met.update(one.fingerprint for one in found)
            decided.settle(missed.place, Action.KNOWN, found[0].fingerprint)
            decided.known.extend(one.fingerprint for one in found[1:])
        self._settle_lines(held, decided)
        self._settle_by_hand(held, decided)

    def _settle_by_hand(self, held: list[HeldPayment], decided: Decided) -> None:
        """Let a statement bring what the person entered before it came."""
        left = [
            one for one in held if is_by_hand(one) and one.fingerprint not in self._met
        ]
        new = [m for m in self.missed if decided.actions[m.place] == Action.NEW]
        if not left or not new:
            return
        brought = brought_before(self._viewer, self._accounts, left) | self._brought
        for missed, one in by_hand_twins(new, left, brought):
            on = missed.line.booked_on
            self._brought[one.fingerprint] = [Days(missed.account, on, on)]
            self._met.add(one.fingerprint)
            decided.settle(missed.place, Action.KNOWN, one.fingerprint, is_kept=True)

    def _settle_lines(self, held: list[HeldPayment], decided: Decided) -> None:
        """Let single lines meet; those that name the same side come first."""
        by_money: _ByMoney = defaultdict(list)
        for one in held:
            by_money[one.on, one.minor, one.currency].append(one)
        for is_sure in (True, False):
            for missed in self.missed:
                if decided.actions[missed.place] != Action.NEW:
                    continue
                twin = next(self._fitting(missed, by_money, is_sure=is_sure), None)
                if twin:
                    # Each stands for one line only: two equal payments have two.
                    self._met.add(twin.fingerprint)
                    # Formats meet anew each time; a bank's rewording is kept.
                    is_kept = twin.source == missed.source
                    decided.settle(
                        missed.place, Action.KNOWN, twin.fingerprint, is_kept=is_kept
                    )

    def _fitting(
        self, missed: MissedPayment, by_money: _ByMoney, *, is_sure: bool
    ) -> Iterator[HeldPayment]:
        for one in by_money.get(money_of(missed)[1:], []):
            if (
                one.fingerprint not in self._met
                and may_be_one_side(one.side, missed.line.counter_account)
                and (not is_sure or is_alike(one, missed.line))
                and self._may_be_one(one, missed)
            ):
                yield one

    def _may_be_one(self, one: HeldPayment, missed: MissedPayment) -> bool:
        """Return whether these two of equal money, day and side may be one payment."""
        line = missed.line
        is_one_account = one.account == missed.account
        if one.source != missed.source:
            # A file that names no account needs other words that agree.
            nameless = _is_nameless(one.account) or _is_nameless(missed.account)
            return is_one_account or (nameless and is_alike(one, line))
        if line.fingerprint is not None or not (is_one_account and missed.account):
            return False
        first, last = self._days[missed.account]
        if first < line.booked_on < last:
            return is_alike(one, line)
        # On its first and last day a file may hold another payment of that sum.
        return says_no_more(one, line)


def _is_nameless(account: str) -> bool:
    """Return whether a file gave no number, such as "" and "revolut:Current:EUR"."""
    return not account or account.partition(":")[0].islower()
