"""Which mix of hours would be better: the frontier, three plans, and their check."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plait.analysis.decisions.plan.frontier import BALANCED, RICHEST, SAFEST, Frontier
from plait.answers.context import AnswerContext
from plait.web.pages.findings import WhyView
from plait.web.pages.plan.cards import CardView, cards_view
from plait.web.pages.plan.check import CheckView, check_view
from plait.web.pages.plan.found import Asked, Found, Lacks, found_for
from plait.web.pages.plan.frontier import FrontierView, frontier_view
from plait.web.pages.plan.switches import SwitchView, switches
from plait.web.pages.plan.why import why_of
from plait.wording.plan import compared_text, conflict_sentence, demand_text, sentence


@dataclass(frozen=True, slots=True)
class EmptyView:
    """What has to be told first, and where."""

    said: str
    label: str
    url: str


@dataclass(frozen=True)
class PlanPage:
    """Everything on the page; most of it is missing where there is no plan."""

    sentence: str
    more: str
    empty: EmptyView | None = None
    wishes: tuple[str, ...] = ()
    switches: tuple[SwitchView, ...] = ()
    frontier: FrontierView | None = None
    cards: tuple[CardView, ...] = ()
    few: str = ""
    check: CheckView | None = None
    why: WhyView | None = None


_FEW = {
    1: gettext_lazy("One mix is the safest and the richest at once."),
    2: gettext_lazy("No third one lies between them."),
    3: "",
}


def plan_page(context: AnswerContext, asked: Asked) -> PlanPage:
    """Return the page for what is asked."""
    found = found_for(context, asked)
    if isinstance(found, Lacks):
        return _empty(found)
    if found.no_plan is not None:
        return _impossible(found)
    return _planned(found)


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
    empty = EmptyView(said, label, url)
    return PlanPage(_("Which mix of hours would be better?"), "", empty)


def _impossible(found: Found) -> PlanPage:
    conflict = found.no_plan.conflict if found.no_plan else ()
    return PlanPage(
        sentence=conflict_sentence(found.told, conflict),
        more=_("Give up any one of these, and the others can be kept.")
        if conflict
        else "",
        wishes=tuple(demand_text(found.told, each) for each in conflict),
        switches=tuple(switches(found)),
        why=why_of(found),
    )


def _planned(found: Found) -> PlanPage:
    told, frontier, best = found.told, found.frontier, found.best
    if frontier is None or best is None:
        raise AssertionError("a page without plans is another one")
    present = frontier.present
    is_other = best.outcome.hours != present.hours
    names = names_of_plans(frontier)
    cards = cards_view(found, frontier, names)
    return PlanPage(
        sentence=sentence(told, best.outcome, present, frontier.present_breaks),
        more=compared_text(told, best.outcome, present) if is_other else "",
        switches=tuple(switches(found)),
        frontier=frontier_view(found, frontier, names),
        cards=cards,
        few=str(_FEW[len(cards)]),
        check=check_view(found, frontier, names),
        why=why_of(found),
    )
