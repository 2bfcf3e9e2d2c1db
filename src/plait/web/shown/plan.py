"""Which mix of hours would be better: the frontier, three plans, and their check."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from plait.analysis.income.plan.frontier import BALANCED, RICHEST, SAFEST, Frontier
from plait.analysis.income.plan.planner import Status
from plait.review.plan_rests import assumed_said
from plait.review.plan_said import (
    compared_said,
    conflict_sentence,
    demand_said,
    sentence,
)
from plait.review.subject import Subject
from plait.web.shown.findings import WhyShown
from plait.web.shown.plan_cards import CardShown, cards_shown
from plait.web.shown.plan_check import CheckShown, check_shown
from plait.web.shown.plan_drawn import PictureShown, picture_shown
from plait.web.shown.plan_found import SCENARIOS, Found, Lacks, found_for


@dataclass(frozen=True, slots=True)
class EmptyShown:
    """What has to be told first, and where."""

    said: str
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class SwitchShown:
    """What weighs now, and the other way to look."""

    said: str
    label: str
    url: str


@dataclass(frozen=True)
class PlanPage:
    """Everything on the page; most of it is missing where there is no plan."""

    sentence: str
    more: str
    empty: EmptyShown | None = None
    wishes: tuple[str, ...] = ()
    switch: SwitchShown | None = None
    picture: PictureShown | None = None
    cards: tuple[CardShown, ...] = ()
    few: str = ""
    check: CheckShown | None = None
    why: WhyShown | None = None


_FEW = {
    1: gettext_lazy("One mix is the safest and the richest at once."),
    2: gettext_lazy("No third one lies between them."),
    3: "",
}


def plan_page(subject: Subject, *, weighs_value: bool) -> PlanPage:
    """Return the page, by money alone or by what roles give as well."""
    found = found_for(subject, weighs_value=weighs_value)
    if isinstance(found, Lacks):
        return _empty(found)
    if found.no_plan is not None:
        return _impossible(found)
    return _planned(found, weighs_value=weighs_value)


def names_of_plans(frontier: Frontier) -> dict[str, str]:
    """Return what the three are called; the last is rich only if no other brings more.

    Where what roles give weighs, it may be the best without bringing most money.
    """
    most = max(plan.outcome.income for plan in frontier.plans)
    is_richest = frontier.plan(RICHEST).outcome.income >= most
    return {
        SAFEST: _("safest"),
        BALANCED: _("balanced"),
        RICHEST: _("richest") if is_richest else _("gives most"),
    }


def _empty(lacks: Lacks) -> PlanPage:
    said, label, url = {
        Lacks.INCOME: (
            _(
                "A better mix is looked for among your paid roles and their hours: bring in"
                " a year or two of both."
            ),
            _("Import files"),
            reverse("import"),
        ),
        Lacks.FLOOR: (
            _(
                "Say what a month must cost, and this page looks for the mix of hours that"
                " falls short of it least."
            ),
            _("Say what a month must cost"),
            reverse("safety"),
        ),
        Lacks.CAPACITY: (
            _(
                "Say how many hours a week you have to give, and this page looks for a"
                " better way to share them out."
            ),
            _("Say how many hours you have"),
            reverse("settings"),
        ),
    }[lacks]
    empty = EmptyShown(said, label, url)
    return PlanPage(_("Which mix of hours would be better?"), "", empty)


def _impossible(found: Found) -> PlanPage:
    conflict = found.no_plan.conflict if found.no_plan else ()
    return PlanPage(
        sentence=conflict_sentence(found.told, conflict),
        more=_("Give up any one of these, and the others can be kept.")
        if conflict
        else "",
        wishes=tuple(demand_said(found.told, each) for each in conflict),
        why=_why(found),
    )


def _planned(found: Found, *, weighs_value: bool) -> PlanPage:
    told, frontier, best = found.told, found.frontier, found.best
    if frontier is None or best is None:
        raise AssertionError("a page without plans is another one")
    present = frontier.present
    is_other = best.outcome.hours != present.hours
    names = names_of_plans(frontier)
    cards = cards_shown(found, frontier, names)
    return PlanPage(
        sentence=sentence(told, best.outcome, present, frontier.present_breaks),
        more=compared_said(told, best.outcome, present) if is_other else "",
        switch=_switch(found, weighs_value=weighs_value),
        picture=picture_shown(found, frontier, names),
        cards=cards,
        few=str(_FEW[len(cards)]),
        check=check_shown(found, frontier, names),
        why=_why(found),
    )


def _switch(found: Found, *, weighs_value: bool) -> SwitchShown | None:
    if not found.book.a_point:
        return None
    at = reverse("plan")
    if weighs_value:
        said = _("What your roles give weighs here as well as money.")
        return SwitchShown(said, _("Weigh money alone"), f"{at}?by=money")
    said = _("Only money weighs here, not what your roles give.")
    return SwitchShown(said, _("Weigh what they give as well"), at)


def _why(found: Found) -> WhyShown:
    words, asked = found.told.words, found.planner.question
    months = found.book.model.income.months
    return WhyShown(
        data=ngettext(
            "%(n)d role with its hours, terms and income.",
            "%(n)d roles with their hours, terms and income.",
            len(asked.options),
        )
        % {"n": len(asked.options)}
        + " "
        + _("You have %(hours)s a week to give, travel and administration taken off.")
        % {"hours": words.hours(asked.limits.capacity)},
        method=_(
            "%(n)s possible futures of %(months)d months are drawn. Of all mixes that your"
            " terms, your hours and the law allow, the one is taken that brings most, less"
            " what a month lacks in the worst tenth of futures; then again with that"
            " weighed heavier and lighter."
        )
        % {"n": words.number(SCENARIOS, 0), "months": months},
        assumptions=tuple(
            assumed_said(found.told, found.book, found.subject.portfolio, asked.weights)
        ),
        source=_("Rockafellar and Uryasev (2000), mean loss of the worst cases."),
        certainty=_certainty(found),
    )


def _certainty(found: Found) -> str:
    plans = found.frontier.plans if found.frontier else ()
    gap = max((p.gap for p in plans if p.status is not Status.BEST), default=0.0)
    if gap:
        return _(
            "The search was stopped: a mix that is worth up to %(gap)s a month more may"
            " exist."
        ) % {"gap": found.told.money(gap)}
    return _(
        "No allowed mix does better in these futures. How likely roles are to end is"
        " known roughly at best, so read differences of a few percent as none."
    )
