"""The same payment told otherwise: by another format, in parts, or reworded.

Formats word the same line differently, so across formats a line is known if the
account holds one of the same day, amount and currency that no other line of this
file has answered to; two with different IBANs on the other side are two. A booking
that one format tells whole and another in parts is one. Within one format a line
reworded by the bank is known on days that the file covers whole, where every payment
held must be told again; on its first and last day if it says no more than was held.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from plait.accounts.models import Person
from plait.book import bulk
from plait.book.imports.lines.accounts import AccountNames
from plait.book.imports.lines.decided import Action, Decided
from plait.book.models import Payment
from plait.domain.records import BankLine, written_day
from plait.domain.rules import plain
from plait.formats.banks.account_numbers import iban_of
from plait.formats.banks.bank_references import same_booking

# Fewer letters stand in nearly any text.
_SHORTEST = 3
_FEWEST_WORDS = 3
_Money = tuple[str, str, int, str]
_Booking = tuple[str, str, str, str]


class Missed(NamedTuple):
    """A line of the file that the book does not hold by its fingerprint.

    `place` is where in the file it stands, `account` the book's name of its account.
    """

    place: int
    line: BankLine
    account: str
    source: str

    @property
    def money(self) -> _Money:
        """What it is about: account, day, amount and currency."""
        line = self.line
        on = written_day(line.booked_on)
        return self.account, on, line.amount_minor, line.currency


class _Held(NamedTuple):
    """A payment that the book holds, or that an earlier file of the import brings."""

    fingerprint: int
    account: str
    on: str
    minor: int
    currency: str
    side: str
    payer: str
    reference: str
    source: str
    bank_id: str
    booking_id: str

    @property
    def money(self) -> _Money:
        """The same of a held one."""
        return self.account, self.on, self.minor, self.currency

    @property
    def booking(self) -> _Booking:
        """The booking it is a part of: account, day, currency and its reference."""
        return self.account, self.on, self.currency, self.booking_id


class PaymentTwins:
    """Finds which lines of a file are payments that are held under other words."""

    def __init__(
        self, viewer: Person, accounts: AccountNames, *, is_empty: bool
    ) -> None:
        self._viewer = viewer
        self._accounts = accounts
        self._is_empty = is_empty
        self._earlier: list[_Held] = []
        self.begin(is_last=False)

    def begin(self, *, is_last: bool) -> None:
        """Begin a file; what the last one brings no other file will tell."""
        self._is_last = is_last
        # Alone in an empty book it can meet nothing: not worth remembering.
        self.is_alone = is_last and self._is_empty and not self._earlier
        self._missed: list[Missed] = []
        self._met: set[int] = set()
        self._days: dict[str, tuple[date, date]] = {}

    def miss(self, missed: Missed) -> None:
        """Learn of a line that the book does not hold by its fingerprint."""
        self._missed.append(missed)
        self._cover(missed.account, missed.line.booked_on)

    def meet(self, fingerprint: int, line: BankLine, account: str) -> None:
        """Learn of a line that is a record the book holds."""
        self._met.add(fingerprint)
        self._cover(account, line.booked_on)

    def _cover(self, account: str, on: date) -> None:
        first, last = self._days.get(account, (on, on))
        self._days[account] = min(first, on), max(last, on)

    def settle(self, decided: Decided) -> None:
        """Decide about the missed lines; what is left of them is new indeed."""
        held = self._held_on_those_days() if self._missed else []
        if held:
            self._settle_bookings(held, decided)
            self._settle_lines(held, decided)
        if not self._is_last:
            self._earlier += self._new(decided)

    def _held_on_those_days(self) -> list[_Held]:
        """Return what is held on the days of the missed lines, if met by none."""
        days = [missed.line.booked_on for missed in self._missed]
        first, last = written_day(min(days)), written_day(max(days))
        earlier = [one for one in self._earlier if first <= one.on <= last]
        stored = [] if self._is_empty else self._stored(first, last)
        return [x for x in (*stored, *earlier) if x.fingerprint not in self._met]

    def _stored(self, first: str, last: str) -> Iterator[_Held]:
        mine = Payment.objects.filter(
            owner=self._viewer, booked_on__gte=first, booked_on__lte=last
        )
        columns = bulk.columns_of(
            mine.order_by("pk"),
            *("fingerprint", "account__identifier", "booked_on", "amount_minor"),
            *("currency", "counter_account", "payer", "reference", "source"),
            *("bank_id", "booking_id"),
        )
        for key, account, on, *rest in zip(*columns, strict=True):
            name = self._accounts.name_of(account or "")
            yield _Held(key, name, str(on), *rest)

    def _new(self, decided: Decided) -> Iterator[_Held]:
        """Yield what the file brings, for the files after it."""
        for place, line, account, source in self._missed:
            if decided.actions[place] == Action.NEW:
                yield _Held(
                    decided.fingerprints[place],
                    account,
                    written_day(line.booked_on),
                    line.amount_minor,
                    line.currency,
                    line.counter_account,
                    line.payer,
                    line.reference,
                    source,
                    line.bank_id,
                    line.booking_id,
                )

    def _settle_bookings(self, held: list[_Held], decided: Decided) -> None:
        """Let bookings told whole and told in parts meet, by their sums."""
        wholes = defaultdict[_Money, list[_Held]](list)
        parts = defaultdict[_Booking, list[_Held]](list)
        for one in held:
            if one.booking_id:
                parts[one.booking].append(one)
            else:
                wholes[one.money].append(one)
        self._parts_to_wholes(wholes, decided)
        if parts:
            self._wholes_to_parts(parts, decided)

    def _parts_to_wholes(
        self, wholes: dict[_Money, list[_Held]], decided: Decided
    ) -> None:
        bookings = defaultdict[_Booking, list[Missed]](list)
        for one in self._missed:
            if one.line.booking_id:
                account, on, _, currency = one.money
                bookings[account, on, currency, one.line.booking_id].append(one)
        for (account, on, currency, booking), lines in bookings.items():
            total = sum(one.line.amount_minor for one in lines)
            fitting = [
                whole
                for whole in wholes.get((account, on, total, currency), [])
                if whole.source != lines[0].source
                or same_booking(whole.bank_id, booking)
            ]
            if len(lines) > 1 and fitting:
                whole = _by_reference(fitting, booking)
                self._use(whole)
                for one in lines:
                    decided.settle(one.place, Action.KNOWN, whole.fingerprint)

    def _wholes_to_parts(
        self, parts: dict[_Booking, list[_Held]], decided: Decided
    ) -> None:
        by_sum = defaultdict[_Money, list[list[_Held]]](list)
        for (account, on, currency, _), lines in parts.items():
            total = sum(one.minor for one in lines)
            by_sum[account, on, total, currency].append(lines)
        for missed in self._missed:
            groups = [] if missed.line.booking_id else by_sum.get(missed.money, [])
            other = [x for x in groups if len(x) > 1 and x[0].source != missed.source]
            if other:
                group = next(
                    (
                        x
                        for x in other
                        if same_booking(x[0].booking_id, missed.line.bank_id)
                    ),
                    other[0],
                )
                groups.remove(group)
                for one in group:
                    self._use(one)
                decided.settle(missed.place, Action.KNOWN, group[0].fingerprint)
                decided.known.extend(one.fingerprint for one in group[1:])

    def _use(self, one: _Held) -> None:
        self._met.add(one.fingerprint)

    def _settle_lines(self, held: list[_Held], decided: Decided) -> None:
        """Let single lines meet; those that name the same side come first."""
        by_money = defaultdict[tuple[str, int, str], list[_Held]](list)
        for one in held:
            by_money[one.on, one.minor, one.currency].append(one)
        for is_sure in (True, False):
            for missed in self._missed:
                if decided.actions[missed.place] != Action.NEW:
                    continue
                twin = next(self._fitting(missed, by_money, is_sure=is_sure), None)
                if twin:
                    # Each stands for one line only: two equal payments have two.
                    self._use(twin)
                    # Formats meet anew each time; a bank's rewording is kept.
                    is_kept = twin.source == missed.source
                    decided.settle(
                        missed.place, Action.KNOWN, twin.fingerprint, is_kept=is_kept
                    )

    def _fitting(
        self,
        missed: Missed,
        by_money: dict[tuple[str, int, str], list[_Held]],
        *,
        is_sure: bool,
    ) -> Iterator[_Held]:
        for one in by_money.get(missed.money[1:], []):
            if one.fingerprint in self._met:
                continue
            if not _may_be_one_side(one.side, missed.line.counter_account):
                continue
            if is_sure and not _is_alike(one, missed.line):
                continue
            if self._may_be_one(one, missed):
                yield one

    def _may_be_one(self, one: _Held, missed: Missed) -> bool:
        """Return whether these two of equal money, day and side may be one payment."""
        is_one_account = one.account == missed.account
        if one.source != missed.source:
            # A file that names no account needs other words that agree.
            nameless = _is_nameless(one.account) or _is_nameless(missed.account)
            return is_one_account or (nameless and _is_alike(one, missed.line))
        if missed.line.fingerprint is not None or not (
            is_one_account and missed.account
        ):
            return False
        first, last = self._days[missed.account]
        if first < missed.line.booked_on < last:
            return _is_alike(one, missed.line)
        # On its first and last day a file may tell of another payment of that sum.
        return _says_no_more(one, missed.line)


def _is_nameless(account: str) -> bool:
    """Return whether a file told no number, such as "" and "revolut:Current:EUR"."""
    return not account or account.partition(":")[0].islower()


def _by_reference(held: Iterable[_Held], booking: str) -> _Held:
    """Return the one with the booking's reference, else the first."""
    fitting = list(held)
    named = (one for one in fitting if same_booking(one.bank_id, booking))
    return next(named, fitting[0])


def _is_alike(one: _Held, line: BankLine) -> bool:
    """Return whether both name the same side, payer or reference, in part at least."""
    if one.side and one.side == line.counter_account:
        return True
    if one.bank_id and one.bank_id == line.bank_id:
        return True
    ours, theirs = _texts(one.payer, one.reference), _texts(line.payer, line.reference)
    return any(t in " ".join(theirs) for t in ours) or any(
        t in " ".join(ours) for t in theirs
    )


def _says_no_more(one: _Held, line: BankLine) -> bool:
    """Return whether every word of one stands in the other, as when it is read anew.

    Earlier readers kept a whole text where today's take the name and the purpose out.
    """
    ours = set(plain(f"{one.payer} {one.reference}").split())
    theirs = set(plain(f"{line.payer} {line.reference}").split())
    fewest = min(len(ours), len(theirs))
    return fewest >= _FEWEST_WORDS and (ours <= theirs or theirs <= ours)


def _texts(*texts: str) -> list[str]:
    """Return the texts in plain form, without those too short to say anything."""
    found = [plain(text) for text in texts]
    return [text for text in found if len(text) >= _SHORTEST]


def _may_be_one_side(one: str, other: str) -> bool:
    """Return False for two different IBANs; other numbers are written in many ways."""
    ibans = {iban_of(one), iban_of(other)} - {""}
    return len(ibans) < 2
