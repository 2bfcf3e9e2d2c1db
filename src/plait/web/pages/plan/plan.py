"""Which mix of hours would be better: the frontier, plans to choose, their check."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from plait.answers.plan.values import PlanAnswer, PlanGap, PlanStatus
from plait.web.pages.findings import WhyView
from plait.web.pages.plan.cards import CardView, cards_view
from plait.web.pages.plan.check import CheckView, check_view
from plait.web.pages.plan.frontier import FrontierView, frontier_view
from plait.web.pages.plan.switches import SwitchView, switches
from plait.web.pages.records.records import record_links
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class InvitationView:
    """What to enter or bring in first, and where."""

    sentence: str
    label: str
    url: str


@dataclass(frozen=True)
class PlanPage:
    """Everything on the page; most of it is missing where there is no plan."""

    sentence: str
    more: str
    invitation: InvitationView | None = None
    demands: tuple[str, ...] = ()
    switches: tuple[SwitchView, ...] = ()
    frontier: FrontierView | None = None
    cards: tuple[CardView, ...] = ()
    few: str = ""
    as_it_is: str = ""
    agreed: str = ""
    without: tuple[str, ...] = ()
    step: str = ""
    check: CheckView | None = None
    why: WhyView | None = None


def plan_page(answer: PlanAnswer, words: Words) -> PlanPage:
    """Return the page for an answer."""
    settings, now = answer.settings, answer.present
    if settings is None or now is None:
        return PlanPage(answer.sentence, "", _invitation(answer))
    ways = tuple(switches(settings, words))
    if answer.status is PlanStatus.IMPOSSIBLE:
        return PlanPage(
            sentence=answer.sentence,
            more=answer.comparison,
            invitation=_invitation(answer),
            demands=tuple(one.sentence for one in answer.conflict),
            switches=ways,
            why=_why(answer, words),
        )
    return PlanPage(
        sentence=answer.sentence,
        more=answer.comparison,
        invitation=_invitation(answer),
        switches=ways,
        frontier=frontier_view(answer, settings, now, words),
        cards=cards_view(answer, settings, now, words),
        few=answer.few,
        as_it_is=answer.as_it_is,
        agreed=answer.agreed_sentence,
        without=tuple(one.sentence for one in answer.without),
        step=answer.step_sentence,
        check=check_view(answer, words),
        why=_why(answer, words),
    )


def _invitation(answer: PlanAnswer) -> InvitationView | None:
    if answer.settings is None:
        return InvitationView(answer.comparison, _("Import files"), reverse("import"))
    if answer.missing is PlanGap.FLOOR:
        return InvitationView(
            _(
                "Enter what a month must cost, and this page looks for the mix of hours"
                " that falls short of it least. Until then, what usually comes in now"
                " stands in for it."
            ),
            _("Enter what a month must cost"),
            reverse("safety"),
        )
    if answer.missing is PlanGap.CAPACITY:
        return InvitationView(
            _(
                "Enter how many hours a week you have, and this page looks for a better"
                " way to divide them. Until then, it divides the hours that your roles take now."
            ),
            _("Enter how many hours you have"),
            reverse("settings"),
        )
    return None


def _why(answer: PlanAnswer, words: Words) -> WhyView | None:
    if answer.evidence is None:
        return None
    return WhyView(
        data=answer.evidence.data,
        method=answer.evidence.method,
        assumptions=answer.evidence.assumptions,
        source=answer.evidence.source,
        certainty=answer.evidence.certainty,
        records=record_links(answer.evidence.records, words),
    )
