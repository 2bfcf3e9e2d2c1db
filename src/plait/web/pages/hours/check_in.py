"""The weekly check-in: a card for each role, with what was answered before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.forms import BoundField
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.analysis.wellbeing.suggestions import Suggestion
from plait.analysis.wellbeing.week import answers_of_week, week_before
from plait.answers.context import AnswerContext
from plait.domain.period import monday_of
from plait.domain.portfolio import CheckIn, Portfolio
from plait.web.forms.check_in import POINTS, CheckInForm
from plait.web.pages.steps import Link
from plait.wording.wellbeing import aspect_text, ends_text, reason_text, suggestion_text
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class PointView:
    """One of the five: `is_before` marks the answer of the week before."""

    value: int
    id: str
    is_chosen: bool
    is_before: bool
    told: str


@dataclass(frozen=True, slots=True)
class ScaleView:
    """One of the four answers, with the words at both of its ends."""

    field: BoundField
    name: str
    low: str
    high: str
    points: tuple[PointView, ...]


@dataclass(frozen=True, slots=True)
class CardView:
    """One role."""

    key: str
    name: str
    colour: int
    form: CheckInForm
    scales: tuple[ScaleView, ...]
    is_told: bool


@dataclass(frozen=True, slots=True)
class CheckInView:
    """All of the page."""

    sentence: str
    week: str
    other_week: Link
    cards: tuple[CardView, ...]
    has_before: bool
    has_errors: bool


def check_in_view(
    portfolio: Portfolio, week_on: date, forms: Sequence[CheckInForm], words: Words
) -> CheckInView:
    """Return the page of the week of that Monday."""
    before = answers_of_week(portfolio, week_before(week_on))
    is_now = week_on == monday_of(portfolio.on)
    sentence = _("How were your roles in that week?")
    if is_now:
        sentence = _("How were your roles this week?")
    return CheckInView(
        sentence=sentence,
        week=_("Week of %(day)s") % {"day": words.day(week_on)},
        other_week=_other_week(week_on, is_now=is_now),
        cards=tuple(_card(f, before.get(f.role.key), words) for f in forms),
        has_before=any(f.role.key in before for f in forms),
        has_errors=any(f.errors for f in forms),
    )


def _other_week(week_on: date, *, is_now: bool) -> Link:
    if not is_now:
        return Link(_("Answer for this week"), reverse("check_in"))
    query = f"?week={week_before(week_on).isoformat()}"
    return Link(_("Answer for the week before"), reverse("check_in") + query)


def _card(form: CheckInForm, before: CheckIn | None, words: Words) -> CardView:
    role = form.role
    return CardView(
        key=role.key,
        name=role.name,
        colour=role.colour,
        form=form,
        scales=tuple(_scales(form, before, words)),
        is_told=form.held is not None,
    )


def _scales(
    form: CheckInForm, before: CheckIn | None, words: Words
) -> Iterator[ScaleView]:
    for aspect, chosen in form.chosen():
        low, high = ends_text(words, aspect)
        field = form[aspect.value]
        last = getattr(before, aspect.value) if before else None
        told = {POINTS[0]: low, POINTS[-1]: high}
        yield ScaleView(
            field=field,
            name=aspect_text(words, aspect),
            low=low,
            high=high,
            points=tuple(
                PointView(
                    value=point,
                    id=f"{field.auto_id}_{point}",
                    is_chosen=str(point) == chosen,
                    is_before=point == last,
                    told=told.get(point, ""),
                )
                for point in POINTS
            ),
        )


def thanks(context: AnswerContext, week_on: date, n_roles: int) -> str:
    """Return what is said once answers are kept: the thanks, and what they show."""
    said = ngettext(
        "Thank you: %(n)d role is noted for the week of %(day)s.",
        "Thank you: %(n)d roles are noted for the week of %(day)s.",
        n_roles,
    ) % {"n": n_roles, "day": context.words.day(week_on)}
    return f"{said} {_so_far(context)}".strip()


# What is worth saying first.
_FIRST = (Suggestion.LEAVE, Suggestion.RENEGOTIATE, Suggestion.GROW, Suggestion.KEEP)


def _so_far(context: AnswerContext) -> str:
    """Return what the map says most surely, or when it will say anything."""
    found, words = context.value, context.words
    if found is None:
        return ""
    clear = [place for place in found.positions if place.suggestion in _FIRST]
    if not clear:
        return _("From the fourth answer on, the map says what a role gives and takes.")
    first = min(clear, key=lambda p: (_FIRST.index(p.suggestion), -p.certainty))
    return _("So far the map says of %(role)s: %(suggestion)s. %(reason)s") % {
        "role": context.role(first.role).name,
        "suggestion": suggestion_text(words, first.suggestion).lower(),
        "reason": reason_text(words, first, found),
    }
