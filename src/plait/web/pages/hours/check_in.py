"""The weekly check-in: a card for each role, with what was answered before."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import BoundField
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.answers.roles.check_in import CheckInAnswer, Question
from plait.answers.roles.wellbeing import WellbeingAnswer
from plait.web.forms.check_in import POINTS, CheckInForm
from plait.web.pages.steps import Link
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class PointView:
    """One of the five: `is_before` marks the answer of the week before."""

    value: int
    id: str
    is_chosen: bool
    is_before: bool
    meaning: str


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
    is_answered: bool
    has_before: bool


@dataclass(frozen=True, slots=True)
class CheckInView:
    """All of the page."""

    title: str
    week: str
    other_week: Link
    cards: tuple[CardView, ...]
    folded: tuple[CardView, ...]
    opens: bool
    lead: str
    has_before: bool
    has_others: bool
    has_errors: bool


def check_in_view(answer: CheckInAnswer, forms: Sequence[CheckInForm]) -> CheckInView:
    """Return the page of a week, with the forms of its roles."""
    every = [(form, _card(form, answer.questions)) for form in forms]
    folded = [form for form, _card in every if not form.role.is_first]
    return CheckInView(
        title=answer.title,
        week=answer.week,
        other_week=_other_week(answer),
        cards=tuple(card for form, card in every if form.role.is_first),
        folded=tuple(card for form, card in every if not form.role.is_first),
        opens=any(form.errors for form in folded),
        lead=_lead(len(forms) - len(folded), len(folded)),
        has_before=any(role.answers_before for role in answer.roles),
        has_others=any(card.has_before for _form, card in every),
        has_errors=any(form.errors for form in forms),
    )


def _lead(n_first: int, n_folded: int) -> str:
    """Return how long it takes: half a minute, where that is so."""
    if not n_folded:
        return _("It takes half a minute. Skip the roles you had nothing to do with.")
    return _(
        "Half a minute for these %(n)d. The others stand below them; skip what you had"
        " nothing to do with."
    ) % {"n": n_first}


def _other_week(answer: CheckInAnswer) -> Link:
    if not answer.is_this_week:
        return Link(_("Check in for this week"), reverse("check_in"))
    query = f"?week={answer.week_before_on.isoformat()}"
    return Link(_("Check in for last week"), reverse("check_in") + query)


def _card(form: CheckInForm, questions: tuple[Question, ...]) -> CardView:
    role = form.role
    return CardView(
        key=role.role,
        name=role.name,
        colour=role.colour,
        form=form,
        scales=tuple(_scale(form, question) for question in questions),
        is_answered=role.answers is not None,
        has_before=role.answers is None and role.answers_before is not None,
    )


def _scale(form: CheckInForm, question: Question) -> ScaleView:
    name = question.aspect.value
    field, before = form[name], form.role.answers_before
    meanings = {POINTS[0]: question.low, POINTS[-1]: question.high}
    points = tuple(
        PointView(
            value=point,
            id=f"{field.auto_id}_{point}",
            is_chosen=str(point) == form.chosen(name),
            is_before=before is not None and getattr(before, name) == point,
            meaning=meanings.get(point, ""),
        )
        for point in POINTS
    )
    return ScaleView(field, question.name, question.low, question.high, points)


def thanks(answer: WellbeingAnswer, n_roles: int, words: Words) -> str:
    """Return the message once answers are saved: the thanks, and what they show."""
    sentence = ngettext(
        "Thank you: %(n)d role is noted for the week of %(day)s.",
        "Thank you: %(n)d roles are noted for the week of %(day)s.",
        n_roles,
    ) % {"n": n_roles, "day": words.day(answer.check_in.week_on)}
    return f"{sentence} {answer.clearest}".strip()
