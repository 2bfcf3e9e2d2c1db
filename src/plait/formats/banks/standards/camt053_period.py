"""What a CAMT statement covers: its account, its days and its balances."""

from datetime import date, timedelta
from typing import NamedTuple

from plait.domain.records import StatementPeriod
from plait.formats import values
from plait.formats.banks.account_numbers import account_of
from plait.formats.banks.standards.camt053_tree import Tree
from plait.formats.values import BadValue

_SIGNS = {"CRDT": 1, "DBIT": -1}
# The balance booked before the first entry: opening, or the closing one before it.
_OPENING = ("OPBD", "PRCD")
_CLOSING = "CLBD"
_DAY = timedelta(days=1)
_MIDNIGHT = "T00:00:00"


class _Balance(NamedTuple):
    on: date | None
    minor: int
    currency: str


class Statement:
    """What the file has said so far of the statement that is being read."""

    def __init__(self, today: date) -> None:
        self.account = ""
        self._today = today
        self._currency = self._holder = ""
        self._other_names: tuple[str, ...] = ()
        self._made = self._from = self._to = ""
        self._balances: dict[str, _Balance] = {}

    def follow(self, tree: Tree) -> None:
        """Take in what stands before the entries."""
        if tree.name == "Acct":
            self._follow_account(tree)
        elif tree.name == "CreDtTm":
            self._made = tree.text()
        elif tree.name == "FrToDt":
            self._from = tree.text("FrDtTm") or tree.text("FrDt")
            self._to = tree.text("ToDtTm") or tree.text("ToDt")
        elif tree.name == "Bal":
            self._follow_balance(tree)

    def period(self, number: int, *, is_report: bool) -> StatementPeriod:
        """Return what the statement covers.

        A report within the day (CAMT.052) covers the days before the one it was made
        on, since more may be booked on that.
        """
        opening = next(
            (self._balances[code] for code in _OPENING if code in self._balances), None
        )
        closing = self._balances.get(_CLOSING)
        balance = closing or opening
        starts_on = _day(self._from) or (opening and opening.on)
        ends_on = (closing and closing.on) or self._last_day()
        made_on = _day(self._made)
        if is_report and ends_on and made_on:
            ends_on = min(ends_on, made_on - _DAY)
        if ends_on:
            ends_on = min(ends_on, self._today)
        if starts_on and ends_on and starts_on > ends_on:
            starts_on = ends_on = None
        return StatementPeriod(
            line=number,
            account=self.account,
            starts_on=starts_on or None,
            ends_on=ends_on,
            opening_minor=opening.minor if opening else None,
            closing_minor=closing.minor if closing else None,
            currency=balance.currency if balance else self._currency,
            other_names=self._other_names,
            holder=self._holder,
        )

    def _follow_account(self, tree: Tree) -> None:
        names = [
            tree.text("Id", "IBAN"),
            tree.text("Id", "Othr", "Id"),
            tree.text("Prxy", "Id"),
        ]
        self.account, *others = [account_of(name) for name in names if name] or [""]
        self._other_names = tuple(name for name in others if name != self.account)
        self._currency = tree.text("Ccy")
        self._holder = tree.text("Ownr", "Nm") or tree.text("Ownr", "Pty", "Nm")

    def _follow_balance(self, tree: Tree) -> None:
        sign = _SIGNS.get(tree.text("CdtDbtInd"))
        try:
            currency = values.currency_code(tree.attribute("Ccy", "Amt"))
            minor = values.minor(tree.text("Amt"), currency)
        except BadValue:
            return
        on = _day(tree.text("Dt", "Dt") or tree.text("Dt", "DtTm"))
        code = tree.text("Tp", "CdOrPrtry", "Cd")
        if sign:
            self._balances.setdefault(code, _Balance(on, sign * minor, currency))

    def _last_day(self) -> date | None:
        """Return the last day of the period; midnight ends the day before it."""
        day = _day(self._to)
        if day and _MIDNIGHT in self._to and _day(self._from) != day:
            return day - _DAY
        return day


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
