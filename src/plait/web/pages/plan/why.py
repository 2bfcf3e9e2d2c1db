"""What the plans rest on: data, method, assumptions, source, certainty."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.analysis.decisions.plan.planner import Status
from plait.web.pages.findings import WhyView
from plait.web.pages.plan.found import SCENARIOS, Found
from plait.wording.plan_assumptions import assumed_text


def why_of(found: Found) -> WhyView:
    """Return what "Why this?" opens."""
    words, asked = found.told.words, found.planner.question
    months = found.book.model.income.months
    return WhyView(
        data=ngettext(
            "%(n)d role with its hours, terms and income.",
            "%(n)d roles with their hours, terms and income.",
            len(asked.options),
        )
        % {"n": len(asked.options)}
        + " "
        + _("Shared out are %(hours)s a week: %(which)s.")
        % {
            "hours": words.hours(asked.limits.capacity),
            "which": _("those you give now")
            if found.asked.with_hours_of_now
            else _("those you have, less travel and administration"),
        },
        method=_(
            "%(n)s possible futures of %(months)d months are drawn. Of all mixes that your"
            " terms, your hours and the law allow, the one is taken that brings most, less"
            " what a month lacks in the worst tenth of futures; then again with that"
            " weighed heavier and lighter."
        )
        % {"n": words.number(SCENARIOS, 0), "months": months},
        assumptions=tuple(
            assumed_text(found.told, found.book, found.context.portfolio, asked.weights)
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
