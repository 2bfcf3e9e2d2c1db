"""What would be kept of a line that somebody types, and what was taken for granted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from plait.domain.availability import SavedStretch, StretchList
from plait.domain.typed_lines import TypedLeave, TypedLine, TypedMoney, TypedTime
from plait.wording.hours import logged
from plait.wording.hours.time_off import days_text, stretch_text
from plait.wording.records import entered as wording
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class LineAnswer:
    """A line as it was understood, with nothing kept.

    `kind` is "time", "money" or "leave"; `roles` are keys. `granted` says what the line
    does not say and Plait took for granted; `asked` what must be said first, "" where
    nothing must.
    """

    language: str
    kind: str
    text: str
    granted: tuple[str, ...]
    asked: str
    roles: tuple[str, ...]
    on: date


def line_answer(
    typed: TypedLine,
    words: Words,
    names: Mapping[str, str],
    today: date,
    *,
    has_day: bool,
) -> LineAnswer:
    """Return a line in words; `names` are those of roles by their keys.

    `has_day` is False where the line of time says no day.
    """
    if isinstance(typed, TypedMoney):
        return _money(typed, words, names, today)
    if isinstance(typed, TypedLeave):
        return _leave(typed, words, names)
    text = logged.entry_text(words, _time(typed, names), today)
    granted = wording.granted_texts(words, has_day=has_day)
    roles = typed.roles
    return LineAnswer(words.language, "time", text, granted, "", roles, typed.on)


def _time(typed: TypedTime, names: Mapping[str, str]) -> logged.LoggedTime:
    starts, ends = (
        datetime.combine(typed.on, at) if at is not None else None
        for at in (typed.starts, typed.ends)
    )
    return logged.LoggedTime(
        roles=tuple(names[key] for key in typed.roles),
        seconds=typed.seconds,
        on=typed.on,
        starts_at=starts,
        ends_at=ends,
        description=typed.description,
        is_on_call=typed.is_on_call,
    )


def _money(
    typed: TypedMoney, words: Words, names: Mapping[str, str], today: date
) -> LineAnswer:
    is_placed = bool(typed.role) or typed.is_private
    role = names.get(typed.role, "") if is_placed else wording.no_role_text(words)
    entered = wording.EnteredMoney(
        typed.amount, typed.on, role, typed.payer, typed.what
    )
    currency = "" if typed.has_currency else typed.amount.currency
    return LineAnswer(
        language=words.language,
        kind="money",
        text=wording.entered_text(words, entered, today),
        granted=wording.granted_texts(words, has_day=typed.has_day, currency=currency),
        asked="" if is_placed else wording.which_role_text(words),
        roles=(typed.role,) if typed.role else (),
        on=typed.on,
    )


def _leave(typed: TypedLeave, words: Words, names: Mapping[str, str]) -> LineAnswer:
    hours = None if typed.seconds is None else Decimal(typed.seconds) / 3600
    stretch = SavedStretch(StretchList.LEAVE, 0, typed.period, typed.kind, hours)
    text = wording.leave_text(
        words,
        stretch_text(words, stretch),
        days_text(words, typed.period),
        names.get(typed.role, ""),
        typed.note,
    )
    return LineAnswer(
        language=words.language,
        kind="leave",
        text=text,
        granted=wording.granted_texts(words, has_day=typed.has_day),
        asked="",
        roles=(typed.role,) if typed.role else (),
        on=typed.period.start,
    )
