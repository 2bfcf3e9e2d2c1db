"""What a role brings in a month and where that is going, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.analysis.income.lately import Lately, lately
from plait.analysis.income.streams import Stream, Trend
from plait.domain.roles import RoleKind
from plait.review.subject import Subject
from plait.web.shown.terms import has_ended

FULL_YEAR = 12


@dataclass(frozen=True, slots=True)
class BringsShown:
    """Income a month, and what is to be said beside it."""

    figure: str
    note: str


def stream_of(subject: Subject, index: int) -> Stream | None:
    """Return the stream of a role, None where no money is known of it."""
    return next((s for s in subject.income.streams if s.role == index), None)


def brings(subject: Subject, index: int) -> BringsShown:
    """Return what a role brings a month, "" where it cannot be said yet."""
    role, stream = subject.role(index), stream_of(subject, index)
    is_over = has_ended(role, subject.portfolio.on)
    recent = lately(stream, is_over=is_over) if stream else Lately(0.0, 0.0, 0)
    notes = [*_notes(subject, stream, recent, is_over=is_over)] if stream else []
    told = {"sum": _money(subject, recent.income)}
    if not role.is_paid:
        came = [_("%(sum)s a month came in") % told] if recent.income else []
        return BringsShown(_("Unpaid"), " · ".join([*came, *notes]))
    if recent.income:
        return BringsShown(_("%(sum)s a month") % told, " · ".join(notes))
    is_waited_for = not is_over and role.kind is not RoleKind.OPPORTUNITY
    figure = _("No income known yet") if is_waited_for else ""
    return BringsShown(figure, " · ".join(notes))


def trend_told(subject: Subject, stream: Stream) -> str:
    """Return the trend of a stream in words, "" where it is too short for one."""
    if stream.trend is Trend.DRY:
        last = subject.words.month(stream.last_on) if stream.last_on else ""
        return _("nothing since %(month)s") % {"month": last}
    said = {
        Trend.GROWS: _("growing"),
        Trend.SHRINKS: _("shrinking"),
        Trend.STEADY: _("steady"),
        Trend.TOO_SHORT: "",
    }
    return said[stream.trend]


def _notes(
    subject: Subject, stream: Stream, recent: Lately, *, is_over: bool
) -> list[str]:
    notes = []
    if recent.income and is_over:
        notes.append(_("in its last year"))
    elif recent.income and recent.n_months < FULL_YEAR:
        told = ngettext("in %(n)d month", "mean of %(n)d months", recent.n_months)
        notes.append(told % {"n": recent.n_months})
    if recent.income and not is_over:
        notes.append(trend_told(subject, stream))
    if recent.costs:
        costs = _money(subject, recent.costs)
        notes.append(_("costs %(sum)s a month") % {"sum": costs})
    return [note for note in notes if note]


def _money(subject: Subject, amount: float) -> str:
    return subject.words.money(amount, subject.income.currency)
