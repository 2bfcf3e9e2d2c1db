"""What the tables of an hours answer do not show by themselves."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from plait.analysis.hours.free_days import places_not_known
from plait.answers.context import AnswerContext
from plait.answers.hours.hours_role import RoleAccount
from plait.answers.hours.hours_rows import HoursRow
from plait.wording.hours import hours as wording

_LEAST = 0.05  # hours; what is shown with one decimal is the same below


def notes_of(
    context: AnswerContext,
    roles: Sequence[RoleAccount],
    whole: HoursRow | None,
    since: date | None,
    logged_until: date | None,
) -> Iterator[str]:
    """Yield what a balance is, what is in it and what is not; `whole` is the total."""
    words = context.words
    yield wording.balance_note_text(words)
    if since is None:
        yield wording.usual_start_text(words)
    if whole and whole.given - whole.filled > _LEAST:
        yield wording.filled_text(words, whole.given, whole.filled)
    for role in roles:
        yield from _of_role(context, role)
    if logged_until:
        yield from _logged_until(context, roles)
    for place in places_not_known(context.portfolio):
        yield wording.holidays_text(words, place)


def _logged_until(
    context: AnswerContext, roles: Sequence[RoleAccount]
) -> Iterator[str]:
    """Yield until when the hours are known of roles whose account ends before today."""
    by_day: dict[date, list[str]] = {}
    for role in roles:
        if role.end is not None:
            last = role.end - timedelta(days=1)
            by_day.setdefault(last, []).append(role.name)
    for last, names in sorted(by_day.items()):
        if last < context.portfolio.on:
            yield wording.logged_until_text(context.words, names, last)


def _of_role(context: AnswerContext, role: RoleAccount) -> Iterator[str]:
    words = context.words
    if role.opening is not None and role.opened_on is not None:
        yield wording.opening_text(words, role.name, role.opening, role.opened_on)
    if role.outside:
        yield wording.outside_text(words, role.name, role.outside, role.dates)
    unagreed = role.unagreed - role.outside
    is_all_outside = bool(role.outside) and unagreed <= _LEAST
    if (role.agreed is None and not is_all_outside) or unagreed > _LEAST:
        hours = None if role.agreed is None else unagreed
        yield wording.unagreed_text(words, role.name, hours)
    if role.on_call:
        yield wording.on_call_text(words, role.name, role.on_call)
    if role.left is not None:
        yield wording.left_text(words, role.name, role.left)
