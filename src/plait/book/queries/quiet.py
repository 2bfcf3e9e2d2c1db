"""A portfolio in quiet view: the same figures, of roles and payers without a name."""

from dataclasses import replace

from plait.analysis.hours.leave_words import leave_in
from plait.domain.availability import AbsenceKind
from plait.domain.portfolio import Portfolio
from plait.domain.quiet import Disguise, Kind
from plait.domain.roles import Role
from plait.domain.rules import plain
from plait.domain.settled_findings import SettledFinding, Value

# What figures of a finding name.
_NAMED = {
    "payer": Kind.PAYER,
    "cause": Kind.CAUSE,
    "account": Kind.ACCOUNT,
    "roles": Kind.KEY,
}

# A title that speaks of leave still does, so that leave is found as ever.
_LEAVE = {
    AbsenceKind.LEAVE: "annual leave",
    AbsenceKind.SICKNESS: "sick leave",
    AbsenceKind.PARENTAL: "parental leave",
}


def quiet_portfolio(portfolio: Portfolio, worn: Disguise) -> Portfolio:
    """Return a portfolio whose names are hidden.

    Amounts stay, since figures are worked out from them: sentences hide those. What
    is read and never shown (places of events, references of payments) stays as well.
    """
    payments, events = portfolio.payments, portfolio.events
    own_name = portfolio.person.name
    return replace(
        portfolio,
        roles=tuple(_role(role, worn) for role in portfolio.roles),
        payments=replace(
            payments,
            payers=tuple(worn.disguised(Kind.PAYER, one) for one in payments.payers),
            accounts=tuple(
                worn.disguised(Kind.ACCOUNT, one) for one in payments.accounts
            ),
        ),
        events=replace(
            events, titles=tuple(_title(one, own_name, worn) for one in events.titles)
        ),
        check_ins=tuple(
            replace(
                one, role=worn.key(one.role), note=worn.disguised(Kind.TEXT, one.note)
            )
            for one in portfolio.check_ins
        ),
        waiting=tuple(
            replace(
                one,
                value=worn.disguised(Kind.NAME, one.value),
                account=worn.disguised(Kind.ACCOUNT, one.account),
            )
            for one in portfolio.waiting
        ),
        holiday_changes=tuple(
            replace(
                one, organisation=worn.disguised(Kind.ORGANISATION, one.organisation)
            )
            for one in portfolio.holiday_changes
        ),
        causes=tuple(
            replace(one, name=worn.disguised(Kind.CAUSE, one.name))
            for one in portfolio.causes
        ),
        fallbacks=tuple(
            replace(
                one,
                what=worn.disguised(Kind.TEXT, one.what),
                helper=worn.disguised(Kind.TEXT, one.helper),
                step=worn.disguised(Kind.TEXT, one.step),
            )
            for one in portfolio.fallbacks
        ),
        invoice_payments=tuple(
            replace(one, payer=worn.disguised(Kind.PAYER, one.payer))
            for one in portfolio.invoice_payments
        ),
        settled_findings=tuple(
            _settled(one, worn) for one in portfolio.settled_findings
        ),
        known=tuple(
            replace(
                one,
                name=worn.disguised(Kind.ACCOUNT, one.name),
                label=worn.disguised(Kind.ACCOUNT, one.label),
            )
            for one in portfolio.known
        ),
    )


def _role(role: Role, worn: Disguise) -> Role:
    name = worn.disguised(Kind.ORGANISATION, role.organisation.name)
    return replace(
        role,
        key=worn.key(role.key),
        name=worn.disguised(Kind.ROLE, role.name),
        organisation=replace(role.organisation, name=name),
        place=worn.disguised(Kind.PLACE, role.place),
    )


def _title(title: str, own_name: str, worn: Disguise) -> str:
    leave = leave_in(title, own_name)
    return worn.disguised(Kind.TEXT, title) if leave is None else _LEAVE[leave.kind]


def _settled(one: SettledFinding, worn: Disguise) -> SettledFinding:
    """Return a decision on the finding that a portfolio without names leads to."""
    key = one.key
    if one.role:
        key = key.replace(one.role, worn.key(one.role), 1)
    for name, value in one.numbers:
        if name in _NAMED and isinstance(value, str):
            instead = worn.disguised(_NAMED[name], value)
            key = key.replace(plain(value), plain(instead))
    return replace(
        one,
        key=key,
        role=worn.key(one.role),
        reason=worn.disguised(Kind.TEXT, one.reason),
        title=worn.disguised(Kind.TEXT, one.title),
        numbers=tuple((n, _number(n, value, worn)) for n, value in one.numbers),
    )


def _number(name: str, value: Value, worn: Disguise) -> Value:
    kind = _NAMED.get(name)
    if kind is None:
        return value
    if isinstance(value, tuple):
        texts = (v if not isinstance(v, str) else worn.key(v) for v in value)
        return tuple(texts)
    return worn.disguised(kind, value) if isinstance(value, str) else value
