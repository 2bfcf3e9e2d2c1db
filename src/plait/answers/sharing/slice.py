"""What does somebody show me? The same answer before it is sent, and to its receiver."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plait.domain.sharing import Band, RoleMonths, Slice, SliceKind
from plait.wording.sharing import slice as wording
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class SliceMonth:
    """Hours of a role (its name) in a month; see `domain.sharing.MonthHours`."""

    role: str
    month: date
    month_text: str
    given: float | None
    agreed: float | None
    is_whole: bool


@dataclass(frozen=True, slots=True)
class SlicePayment:
    """A line of money, in above 0; `what` is "" where that is not shown."""

    on: date
    amount: Decimal
    currency: str
    what: str


@dataclass(frozen=True, slots=True)
class SliceTotal:
    """What came and went in a currency, both above 0, and the same in words."""

    currency: str
    came: Decimal
    went: Decimal
    text: str


@dataclass(frozen=True, slots=True)
class SliceAnswer:
    """What `giver` shows as of the day `on`; what another kind shows stays empty.

    `band_until` is how far the band reaches, `until` the last day on which it is shown.
    `since` is the first day of hours or payments, `role` whose payments they are.
    """

    kind: SliceKind
    title: str
    giver: str
    on: date
    until: date
    language: str
    sentence: str
    fresh_text: str
    notes: tuple[str, ...]
    band: Band | None = None
    band_text: str = ""
    band_until: date | None = None
    since: date | None = None
    role: str = ""
    months: tuple[SliceMonth, ...] = ()
    payments: tuple[SlicePayment, ...] = ()
    totals: tuple[SliceTotal, ...] = ()


def slice_answer(
    slice_: Slice, words: Words, *, giver: str, until: date
) -> SliceAnswer:
    """Return what a slice says to its reader."""
    sentence, *notes = _TEXTS[slice_.kind](slice_, words, giver)
    band = slice_.band
    return SliceAnswer(
        kind=slice_.kind,
        title=wording.slice_text(words, slice_.kind),
        giver=giver,
        on=slice_.on,
        until=until,
        language=words.language,
        sentence=sentence,
        fresh_text=wording.as_of_text(words, slice_.on, until),
        notes=tuple(notes),
        band=band,
        band_text="" if band is None else wording.band_text(words, band),
        band_until=slice_.until,
        since=slice_.since,
        role=slice_.role,
        months=tuple(one for role in slice_.roles for one in _months(role, words)),
        payments=tuple(
            SlicePayment(one.on, one.amount, one.currency, one.what)
            for one in slice_.payments
        ),
        totals=_totals(slice_, words),
    )


def _months(role: RoleMonths, words: Words) -> list[SliceMonth]:
    """Return a role's months, the newest first."""
    return [
        SliceMonth(
            role=role.name,
            month=one.month,
            month_text=words.month(one.month),
            given=one.given,
            agreed=one.agreed,
            is_whole=one.is_whole,
        )
        for one in reversed(role.months)
    ]


def _room(slice_: Slice, words: Words, giver: str) -> list[str]:
    band, until = slice_.band or Band.UNKNOWN, slice_.until or slice_.on
    found = [wording.room_text(words, giver, band, until)]
    return found if band is Band.UNKNOWN else [*found, wording.room_note(words)]


def _hours(slice_: Slice, words: Words, giver: str) -> list[str]:
    since = slice_.since or slice_.on
    known = [
        one for role in slice_.roles for one in role.months if one.given is not None
    ]
    if not known:
        return [wording.no_hours_text(words, giver, since)]
    agreed = [one.agreed for one in known if one.agreed is not None]
    sentence = wording.hours_text(
        *(words, giver, [role.name for role in slice_.roles], since),
        given=sum(one.given or 0 for one in known),
        agreed=sum(agreed) if agreed else None,
    )
    in_part = not all(one.is_whole for one in known)
    return [sentence, *([wording.in_part_note(words)] if in_part else [])]


def _payments(slice_: Slice, words: Words, giver: str) -> list[str]:
    since, n = slice_.since or slice_.on, len(slice_.payments)
    sentence = wording.payments_text(words, giver, slice_.role, since, n)
    without = any(not one.what for one in slice_.payments)
    return [sentence, *([wording.parts_note(words)] if without else [])]


_TEXTS = {
    SliceKind.AVAILABILITY: _room,
    SliceKind.HOURS: _hours,
    SliceKind.PAYMENTS: _payments,
}


def _totals(slice_: Slice, words: Words) -> tuple[SliceTotal, ...]:
    """Return what came and went in each currency, the most used first."""
    sums: dict[str, list[Decimal]] = defaultdict(list)
    for one in slice_.payments:
        sums[one.currency].append(one.amount)
    found = []
    for currency, amounts in sorted(sums.items(), key=lambda item: -len(item[1])):
        came = sum((one for one in amounts if one > 0), Decimal(0))
        went = -sum((one for one in amounts if one < 0), Decimal(0))
        text = wording.total_text(words, float(came), float(went), currency)
        found.append(SliceTotal(currency, came, went, text))
    return tuple(found)
