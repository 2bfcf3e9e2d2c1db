"""All tax obligations on a date: what is due, limits and their status, what to set aside.

Exact decimals throughout, no float: sums are exact to the cent. It reminds, and is no
advice.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from plait.analysis.obligations.calendar import due
from plait.analysis.obligations.entry import EntryStatus, enters_on, entry_statuses
from plait.analysis.obligations.facts import NO_FACTS, TaxFacts
from plait.analysis.obligations.hours_criterion import HoursCriterion, hours_criterion
from plait.analysis.obligations.interest import LateInvoice, late_invoices
from plait.analysis.obligations.main_client import MainClientStatus, main_client
from plait.analysis.obligations.obligation import Obligation
from plait.analysis.obligations.on_account import PaymentsOnAccount, payments_on_account
from plait.analysis.obligations.own_account import own_account
from plait.analysis.obligations.place import letters_of
from plait.analysis.obligations.receipts import receipts_of
from plait.analysis.obligations.rolling import RollingStatus, rolling
from plait.analysis.obligations.safe_harbour import Prepayment, prepayment
from plait.analysis.obligations.set_aside import SetAside, set_aside
from plait.analysis.obligations.taxpayer import Taxpayer
from plait.analysis.obligations.turnover import TurnoverStatus, turnover
from plait.domain.period import Period
from plait.domain.portfolio import Portfolio
from plait.reference.obligations.kinds import Amount, Informative
from plait.reference.obligations.packs import NoPack, code_for, pack
from plait.reference.obligations.rules import Pack, Rule

_DAY = timedelta(days=1)
_A_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Obligations:
    """What is due from `on` to `until`, both days included, and what it rests on.

    `own` are the roles on one's own account; without any nothing is due. What a pack
    does not know is None or empty; `set_aside` is None without a share.
    """

    pack: Pack
    on: date
    until: date
    own: tuple[int, ...]
    due: tuple[Obligation, ...]
    entry_steps: tuple[EntryStatus, ...]
    on_account: PaymentsOnAccount | None
    hours: HoursCriterion | None
    hours_before: HoursCriterion | None
    turnover: TurnoverStatus | None
    rolling: RollingStatus | None
    main_client: MainClientStatus | None
    prepayment: Prepayment | None
    late: tuple[LateInvoice, ...]
    set_aside: SetAside | None
    without_rate: tuple[str, ...]

    @property
    def enters_on(self) -> date | None:
        """The first day of quarterly updates, None where nothing brings them."""
        return enters_on(self.entry_steps)

    @property
    def informative(self) -> tuple[Rule, ...]:
        """Rules in force with nothing to work out."""
        rules = (r for r in self.pack.rules if isinstance(r.how, Informative | Amount))
        return tuple(rule for rule in rules if rule.is_in_force_on(self.on))


def obligations(
    portfolio: Portfolio,
    rules: Pack,
    *,
    until: date | None = None,
    facts: TaxFacts = NO_FACTS,
) -> Obligations:
    """Return the obligations by a pack; `until` is a year ahead where it is not given."""
    on, rules = portfolio.on, _with_region(rules, portfolio)
    last = until or _a_year_after(on)
    own = own_account(portfolio)
    receipts = receipts_of(portfolio, own, rules.currency)
    steps = entry_statuses(receipts, rules, on) if own else ()
    found = rolling(receipts, portfolio, own, rules) if own else None
    taxpayer = Taxpayer(portfolio, rules, own, receipts, facts, enters_on(steps), found)
    rate = portfolio.person.set_aside
    return Obligations(
        pack=rules,
        on=on,
        until=last,
        own=own,
        due=due(taxpayer, Period(on, last + _DAY)),
        entry_steps=steps,
        on_account=payments_on_account(rules, facts) if own else None,
        hours=hours_criterion(portfolio, rules, on.year),
        hours_before=hours_criterion(portfolio, rules, on.year - 1),
        turnover=turnover(receipts, portfolio, own, rules) if own else None,
        rolling=found,
        main_client=main_client(receipts, portfolio, rules) if own else None,
        prepayment=prepayment(rules, facts) if own else None,
        late=late_invoices(portfolio, rules),
        set_aside=set_aside(receipts, rate, rules, on, _last_deadline(taxpayer))
        if rate is not None and own
        else None,
        without_rate=receipts.without_rate,
    )


def _with_region(rules: Pack, portfolio: Portfolio) -> Pack:
    """Return the pack with the holidays of the part of the country one lives in."""
    person = portfolio.person
    at_home = person.country.strip().upper() in letters_of(rules)
    return (
        rules if rules.region or not at_home else replace(rules, region=person.region)
    )


def obligations_at_home(
    portfolio: Portfolio, *, until: date | None = None, facts: TaxFacts = NO_FACTS
) -> Obligations | None:
    """Return the obligations by the pack of the person's country, None without one."""
    try:
        code = code_for(portfolio.person.country)
    except NoPack:
        return None
    return obligations(portfolio, pack(code), until=until, facts=facts)


def _last_deadline(of: Taxpayer) -> date | None:
    """Return the last day before the date that income tax or VAT had to be paid."""
    on = of.portfolio.on
    before = due(of, Period(on - _A_YEAR, on))
    return max((one.due_on for one in before if one.kind.is_payment), default=None)


def _a_year_after(day: date) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if is_leap_day else day.day)
