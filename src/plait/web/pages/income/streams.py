"""What a role brings in a month and where that is going, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.analysis.series.recent import Lately, lately
from plait.analysis.series.streams import Stream, Trend
from plait.answers.context import AnswerContext
from plait.domain.roles import RoleKind
from plait.web.pages.roles.terms import has_ended

FULL_YEAR = 12


@dataclass(frozen=True, slots=True)
class BringsView:
    """Income a month, and what is to be said beside it."""

    figure: str
    note: str


def stream_of(context: AnswerContext, index: int) -> Stream | None:
    """Return the stream of a role, None where no money is known of it."""
    return next((s for s in context.income.streams if s.role == index), None)


def brings(context: AnswerContext, index: int) -> BringsView:
    """Return what a role brings a month, "" where it cannot be said yet."""
    role, stream = context.role(index), stream_of(context, index)
    is_over = has_ended(role, context.portfolio.on)
    recent = lately(stream, is_over=is_over) if stream else Lately(0.0, 0.0, 0)
    notes = [*_notes(context, stream, recent, is_over=is_over)] if stream else []
    told = {"sum": _money(context, recent.income)}
    if not role.is_paid:
        came = [_("%(sum)s a month came in") % told] if recent.income else []
        return BringsView(_("Unpaid"), " · ".join([*came, *notes]))
    if recent.income:
        return BringsView(_("%(sum)s a month") % told, " · ".join(notes))
    is_waited_for = not is_over and role.kind is not RoleKind.OPPORTUNITY
    figure = _("No income known yet") if is_waited_for else ""
    return BringsView(figure, " · ".join(notes))


def trend_told(context: AnswerContext, stream: Stream) -> str:
    """Return the trend of a stream in words, "" where it is too short for one."""
    if stream.trend is Trend.DRY:
        last = context.words.month(stream.last_on) if stream.last_on else ""
        return _("nothing since %(month)s") % {"month": last}
    said = {
        Trend.GROWS: _("growing"),
        Trend.SHRINKS: _("shrinking"),
        Trend.STEADY: _("steady"),
        Trend.TOO_SHORT: "",
    }
    return said[stream.trend]


def _notes(
    context: AnswerContext, stream: Stream, recent: Lately, *, is_over: bool
) -> list[str]:
    notes = []
    if recent.income and is_over:
        notes.append(_("in its last year"))
    elif recent.income and recent.n_months < FULL_YEAR:
        told = ngettext("in %(n)d month", "mean of %(n)d months", recent.n_months)
        notes.append(told % {"n": recent.n_months})
    if recent.income and not is_over:
        notes.append(trend_told(context, stream))
    if recent.costs:
        costs = _money(context, recent.costs)
        notes.append(_("costs %(sum)s a month") % {"sum": costs})
    return [note for note in notes if note]


def _money(context: AnswerContext, amount: float) -> str:
    return context.words.money(amount, context.income.currency)
