"""A line that a person typed, kept as what it says: time, money, or days away."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeVar

from plait.accounts.models import Person
from plait.book.models import Absence, Payment, Role, TimeEntry
from plait.book.operations.availability import add_absence
from plait.book.operations.by_hand import add_payment
from plait.book.operations.lines import (
    is_day_first,
    keyed,
    log_line,
    roles_named,
    understood,
)
from plait.domain.errors import PlaitError
from plait.domain.typed_lines import TypedLeave, TypedLine, TypedMoney
from plait.formats.quick_entry.leave_line import leave_in
from plait.formats.quick_entry.money_line import (
    is_money,
    understand_money,
)
from plait.formats.quick_entry.names import Named
from plait.formats.quick_entry.one_line import LONGEST


class MoneyForNoRole(PlaitError):
    """Money of which a line does not say for which role it is."""


Kept = TimeEntry | Payment | Absence
S = TypeVar("S")


def read_line(*, viewer: Person, text: str, today: date) -> TypedLine:
    """Return what a line says, with nothing kept; raise `NotUnderstood`.

    Days away come first, for a line about them has no amount; then money.
    """
    order = is_day_first(viewer)

    def leave(roles: Sequence[Named]) -> TypedLeave | None:
        return leave_in(text, roles=roles, today=today, is_day_first=order)

    def money(roles: Sequence[Named]) -> TypedMoney:
        return understand_money(
            text,
            roles=roles,
            today=today,
            currency=viewer.currency,
            is_day_first=order,
        )

    if len(text) <= LONGEST:
        if is_money(text, viewer.currency):
            return _by_role(viewer, today, money)
        running, _ = roles_named(viewer, today)
        if away := leave(running):
            return away
    return understood(viewer, text, today)


def _by_role(
    viewer: Person, today: date, read: Callable[[Sequence[Named]], TypedMoney]
) -> TypedMoney:
    """Read a line by the roles that run, else by those that ended as well."""
    running, every = roles_named(viewer, today)
    typed = read(running)
    if typed.role or typed.is_private or len(every) == len(running):
        return typed
    with_ended = read(every)
    return with_ended if with_ended.role else typed


def keep_line(
    *,
    viewer: Person,
    text: str,
    today: date,
    is_on_call: bool = False,
    zone: str = "",
) -> Kept:
    """Keep what a line says: time, money or days away; raise `NotUnderstood`.

    `is_on_call` and `zone` are those of time. Money that is for no role that the line
    names, and not private, is asked: `MoneyForNoRole`.
    """
    typed = read_line(viewer=viewer, text=text, today=today)
    if isinstance(typed, TypedMoney):
        return _keep_money(viewer, typed)
    if isinstance(typed, TypedLeave):
        return _keep_leave(viewer, typed)
    return log_line(
        viewer=viewer, text=text, today=today, is_on_call=is_on_call, zone=zone
    )


def _keep_money(viewer: Person, typed: TypedMoney) -> Payment:
    if not typed.role and not typed.is_private:
        raise MoneyForNoRole(
            "This line does not say which role the money is for",
            value=typed.payer or typed.what or str(typed.amount),
            fix="Name the role, write “private”, or add the role first.",
        )
    return add_payment(
        viewer=viewer,
        role=_role(viewer, typed.role),
        on=typed.on,
        amount=typed.amount,
        payer=typed.payer,
        reference=typed.what,
    )


def _keep_leave(viewer: Person, typed: TypedLeave) -> Absence:
    hours = None if typed.seconds is None else Decimal(typed.seconds) / 3600
    return add_absence(
        viewer=viewer,
        kind=typed.kind,
        period=typed.period,
        role=_role(viewer, typed.role),
        hours=hours,
        note=typed.note,
    )


def _role(viewer: Person, key: str) -> Role | None:
    return keyed(viewer, [key])[0] if key else None
