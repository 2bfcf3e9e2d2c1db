"""The checklist on Today, and the year as agreed while nothing is logged."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from plait.accounts.models import Person
from plait.answers.first_steps import FirstStep, first_steps_answer
from plait.answers.overview.answer import HoursOverview
from plait.domain.portfolio import Portfolio
from plait.web.charts import braid
from plait.web.pages.roles.terms_link import terms_url
from plait.wording.words import Words

_PAGES = {
    "roles": "start_roles",
    "capacity": "settings",
    "payment": "log",
    "hours": "log",
    "check-in": "check_in",
    "statement": "import",
}


@dataclass(frozen=True, slots=True)
class StepView:
    """A step of the list, with the address of its button."""

    title: str
    hint: str
    button: str
    url: str
    is_done: bool
    is_next: bool


@dataclass(frozen=True, slots=True)
class FirstStepsView:
    """The list, and how many of it are done."""

    steps: tuple[StepView, ...]
    text: str


@dataclass(frozen=True, slots=True)
class AgreedStrand:
    """A role in the legend of the year as agreed."""

    name: str
    css: str
    url: str
    usual: str
    usual_url: str


@dataclass(frozen=True, slots=True)
class AgreedYearView:
    """The year as agreed, with its words."""

    shape: braid.Braid
    label: str
    strands: tuple[AgreedStrand, ...]
    capacity: str


def first_steps_view(
    portfolio: Portfolio, viewer: Person, words: Words
) -> FirstStepsView | None:
    """Return the list, None where it is done or hidden."""
    if viewer.hides_first_steps:
        return None
    answer = first_steps_answer(portfolio, words)
    if answer.is_complete or not answer.is_begun:
        return None
    coming = next(step for step in answer.steps if not step.is_done)
    steps = tuple(_step(step, is_next=step is coming) for step in answer.steps)
    return FirstStepsView(steps, answer.text)


def _step(step: FirstStep, *, is_next: bool) -> StepView:
    if step.key == "terms":
        url = reverse("agreement", args=[step.role]) if step.role else reverse("roles")
    else:
        url = reverse(_PAGES[step.key])
    return StepView(step.title, step.hint, step.button, url, step.is_done, is_next)


def agreed_year_view(hours: HoursOverview, words: Words) -> AgreedYearView | None:
    """Return the year as agreed, None once hours are logged or nothing was agreed."""
    year, capacity = hours.as_agreed, hours.capacity
    if not year.roles:
        return None
    roles = year.roles[::-1]  # what came last lies on top
    strands = [braid.Hours(one.name, one.colour, one.hours) for one in roles]
    room = ""
    if capacity:
        room = _("%(hours)s h you have") % {"hours": words.number(capacity)}
    return AgreedYearView(
        shape=braid.braid(year.mondays, strands, capacity=capacity),
        label=_("Hours per role over the last %(n)d weeks, as agreed")
        % {"n": len(year.mondays)},
        strands=tuple(
            AgreedStrand(
                name=one.name,
                css=f"strand-{one.colour}",
                url=reverse("role", args=[one.role]),
                usual=_("%(hours)s h") % {"hours": words.number(one.hours[-1])},
                usual_url=terms_url(one.role),
            )
            for one in roles
        ),
        capacity=room,
    )
