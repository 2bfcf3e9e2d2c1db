"""Roles that left what was agreed: the line, the week it left, what that costs."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from plait.answers.hours.drift import DriftAnswer, RoleDrift
from plait.domain.roles import Role
from plait.web.charts import lines
from plait.web.pages.hours.role_hours import WeekView, week_view
from plait.wording.words import Words

# Long lines wrap on a phone: the note gets a few lines more than it has.
_LINES_MORE = 6


@dataclass(frozen=True, slots=True)
class DriftingView:
    """One role that drifts; `role` is its key."""

    role: str
    name: str
    colour: int
    line: lines.Drift | None
    label: str
    since: str
    left: str
    agreed: str
    now: str
    weeks: tuple[WeekView, ...]
    over: str
    worth: str
    unsure: str
    url: str
    talk_url: str


@dataclass(frozen=True)
class TalkView:
    """The page with the draft of a note, "" where there is nothing to talk about."""

    name: str
    colour: int
    organisation: str
    drifting: DriftingView | None
    note: str
    n_lines: int
    url: str
    terms_url: str


def drifting_view(answer: DriftAnswer, words: Words) -> tuple[DriftingView, ...]:
    """Return the roles that noticeably drift now, the one that takes most first."""
    found = [one for one in answer.roles if one.is_noticeable]
    found.sort(key=lambda one: -(one.over_by_now or 0.0))
    return tuple(_drifting(one, words) for one in found)


def _drifting(one: RoleDrift, words: Words) -> DriftingView:
    weeks = one.last_year
    return DriftingView(
        role=one.role,
        name=one.name,
        colour=one.colour,
        line=_line(one),
        label=one.sentence,
        since=_("Hours a week since %(day)s") % {"day": words.day(weeks[0].week)}
        if weeks
        else "",
        left=one.since_text,
        agreed=_("expected in each week")
        if one.is_in_season
        else _("%(n)s h agreed") % {"n": words.number(one.agreed or 0.0)},
        now=_("%(n)s h in the last full week") % {"n": words.number(weeks[-1].hours)}
        if weeks
        else "",
        weeks=tuple(week_view(week, words, one.role) for week in reversed(weeks)),
        over=one.over_text,
        worth=one.worth_text,
        unsure=one.unsure_text,
        url=reverse("role", args=[one.role]),
        talk_url=reverse("talk", args=[one.role]),
    )


def _line(one: RoleDrift) -> lines.Drift | None:
    weeks = one.last_year
    left_at = next((i for i, week in enumerate(weeks) if week.week == one.since), None)
    return lines.drift(
        [week.hours for week in weeks],
        one.usual or [week.agreed or 0.0 for week in weeks],
        left_at=left_at,
    )


def talk_view(answer: DriftAnswer, role: Role, words: Words) -> TalkView:
    """Return the page of a role; one that is not held now has nothing to talk about."""
    one = next((one for one in answer.roles if one.role == role.key), None)
    note = one.talk or "" if one else ""
    return TalkView(
        name=role.name,
        colour=role.colour,
        organisation=role.organisation.name,
        drifting=_drifting(one, words) if one and one.is_noticeable else None,
        note=note,
        n_lines=note.count("\n") + _LINES_MORE,
        url=reverse("role", args=[role.key]),
        terms_url=reverse("agreement", args=[role.key]),
    )
