"""What was worked over the period of the page, role by role."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from plait.answers.periods.hours import HoursInPeriod, RoleHoursInPeriod
from plait.web.pages.records.records import records_url
from plait.web.pages.roles.terms_link import terms_url
from plait.wording.words import Words

_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class RoleHoursRow:
    """A role's row; `url` opens its entries, `role_url` its page.

    `due_url` opens the terms, `before_url` the entries that the change compares with.
    """

    name: str
    css: str
    role_url: str
    url: str
    hours: str
    due: str
    due_url: str
    change: str
    before_url: str


@dataclass(frozen=True, slots=True)
class HoursInPeriodView:
    """The sentence and the rows; no row where nothing was worked."""

    sentence: str
    known: str
    before: str
    rows: tuple[RoleHoursRow, ...]
    together: str
    url: str


def hours_in_period_view(answer: HoursInPeriod, words: Words) -> HoursInPeriodView:
    """Return the section of a page."""
    note = answer.change_text if answer.change is None else ""
    return HoursInPeriodView(
        sentence=answer.sentence,
        known=f"{note} {answer.known}".strip(),
        before=answer.before_text,
        rows=tuple(_row(one, answer, words) for one in answer.roles),
        together=_hours(answer.hours, words),
        url=records_url(answer.records),
    )


def _row(one: RoleHoursInPeriod, answer: HoursInPeriod, words: Words) -> RoleHoursRow:
    return RoleHoursRow(
        name=one.name,
        css=f"strand-{one.colour}",
        role_url=reverse("role", args=[one.role]),
        url=records_url(one.records),
        hours=_hours(one.hours, words),
        due=_NOTHING if one.due is None else _hours(one.due, words),
        due_url="" if one.due is None else terms_url(one.role),
        change=_change(one, answer, words),
        before_url=records_url(one.records_before) if one.records_before else "",
    )


def _change(one: RoleHoursInPeriod, answer: HoursInPeriod, words: Words) -> str:
    if one.change is None or one.before_text != answer.before_text:
        return one.change_text if one.change is not None else ""
    sign = "+" if one.change > 0 else "\u2212" if one.change < 0 else ""
    return f"{sign}{_hours(abs(one.change), words)}"


def _hours(hours: float, words: Words) -> str:
    return _("%(n)s h") % {"n": words.number(hours)}
