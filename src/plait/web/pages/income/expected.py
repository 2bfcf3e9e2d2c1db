"""What was to come and what came: the payments that went otherwise, in the last year."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.analysis.income.expected import Awaited, By, Kind, Unexpected
from plait.answers.context import AnswerContext
from plait.wording.expected import expected_text

MOST_SHOWN = 6


@dataclass(frozen=True, slots=True)
class UnexpectedView:
    """One payment that is missing, short, doubled or late."""

    name: str
    css: str
    url: str
    kind: str
    month: str
    agreed: str
    came: str
    said: str


@dataclass(frozen=True, slots=True)
class ExpectedView:
    """The list, newest first; what is watched, what comes next, and how it swings."""

    rows: tuple[UnexpectedView, ...]
    older: tuple[UnexpectedView, ...]
    watched: str
    ahead: str
    swings: str


def expected_view(context: AnswerContext) -> ExpectedView | None:
    """Return what went otherwise; None where nothing comes often enough to tell."""
    found = context.expected
    if not found.lines and not found.unexpected:
        return None
    rows = tuple(_row(context, one) for one in found.unexpected)
    return ExpectedView(
        rows=rows[:MOST_SHOWN],
        older=rows[MOST_SHOWN:],
        watched=_watched(found.lines),
        ahead=_ahead(context, found.lines),
        swings=_swings(context),
    )


def _row(context: AnswerContext, one: Unexpected) -> UnexpectedView:
    role, words = context.role(one.role), context.words
    kinds = {
        Kind.MISSING: _("missing"),
        Kind.SHORT: _("short"),
        Kind.DOUBLED: _("twice"),
        Kind.LATE: _("later"),
    }
    # Where nothing was agreed, or it is agreed gross, what usually comes says more.
    is_told = one.agreed is not None and one.by in {By.TERMS, By.INVOICE}
    agreed = words.money(one.agreed or 0.0, one.currency) if is_told else "–"
    came = words.money(one.came, one.currency) if one.came else "–"
    return UnexpectedView(
        name=role.name,
        css=f"strand-{role.colour}",
        url=reverse("role", args=[role.key]),
        kind=kinds[one.kind],
        month=words.month(one.due_on),
        agreed=agreed,
        came=came,
        said=expected_text(one, words),
    )


def _watched(lines: tuple[Awaited, ...]) -> str:
    told = ngettext(
        "One stream comes so regularly that Plait notices when it does not.",
        "%(n)d streams come so regularly that Plait notices when one does not.",
        len(lines),
    )
    return told % {"n": len(lines)} if lines else ""


def _ahead(context: AnswerContext, lines: tuple[Awaited, ...]) -> str:
    """Return what comes next, and around when."""
    due = [(one.next_on, one) for one in lines if one.next_on is not None]
    if not due:
        return ""
    day, one = min(due, key=lambda pair: pair[0])
    told = {"role": context.role(one.role).name, "day": context.words.day(day)}
    return _("Next: %(role)s, around %(day)s.") % told


def _swings(context: AnswerContext) -> str:
    """Return how much months swing once the calendar is taken out of them."""
    before, after = context.artefacts.before, context.artefacts.after
    if before is None or after is None:
        return ""
    percent = context.words.percent
    told = {"before": percent(before.deviation), "after": percent(after.deviation)}
    if told["before"] == told["after"]:
        return _("From month to month the income swings by %(after)s.") % told
    return (
        _(
            "From month to month the income swings by %(before)s as it comes, by"
            " %(after)s once money is spread over the months it is for."
        )
        % told
    )
