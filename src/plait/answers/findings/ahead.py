"""What the review says of the weeks ahead: those that will not fit, and clashes."""

from collections.abc import Iterator

from plait.analysis.hours.capacity.capacity import Basis
from plait.analysis.hours.clashes.clashes import Clash, ClashKind
from plait.answers.context import AnswerContext
from plait.answers.findings import ranking, records
from plait.answers.findings.finding import Evidence, Finding, Series, Step
from plait.answers.findings.kinds import Kind
from plait.answers.findings.numbers import numbers
from plait.answers.findings.settled import settled_things
from plait.answers.hours.capacity import clash_text
from plait.wording.hours.capacity import held_text

# Clashes within three weeks are news; later ones can wait.
_SOON = 21


def findings(context: AnswerContext) -> Iterator[Finding]:
    """Yield the weeks ahead that are overfull, then what clashes in the next three."""
    yield from _overfull(context)
    yield from _clashes(context)


def _overfull(context: AnswerContext) -> Iterator[Finding]:
    found, words, _ = context.capacity, context.words, context.words.gettext
    full = [week for week in found.weeks if week.is_overfull]
    if not full:
        return
    worst = max(full, key=lambda week: -(week.free or 0.0))
    title = words.ngettext(
        "%(n)d of the next %(all)d weeks is likely to be too full",
        "%(n)d of the next %(all)d weeks are likely to be too full",
        len(full),
    )
    yield Finding(
        kind=Kind.WEEKS_OVERFULL,
        weight=ranking.weight(Kind.WEEKS_OVERFULL),
        title=title % {"n": len(full), "all": len(found.weeks)},
        sentence=_(
            "The fullest is the week of %(day)s: %(load)s expected, %(supply)s available."
        )
        % {
            "day": words.day(worst.monday),
            "load": words.hours(worst.load),
            "supply": words.number(worst.supply or 0.0),
        },
        why=_("What you see weeks ahead you can still move."),
        step=Step(_("See the weeks ahead"), "hours"),
        numbers=numbers(
            n=len(full),
            of=len(found.weeks),
            worst=worst.monday.isoformat(),
            load=worst.load,
            supply=worst.supply,
            chance=worst.p_overfull,
        ),
        evidence=Evidence(
            data=_data(context),
            method=_(
                "Of several simple forecasts, the one that was closest in your own past."
                " It counts agreements, leave and calendars. Your travel and admin are"
                " added."
            ),
            assumptions=_("Your leave and available hours are as you entered them."),
            certainty=held_before(context),
            records=(
                *records.time_of_days(context),
                *records.events_ahead(context, 7 * len(found.weeks)),
            ),
        ),
        series=Series(tuple(week.load for week in found.weeks), level=full[0].supply),
    )


def _data(context: AnswerContext) -> str:
    words, _ = context.words, context.words.gettext
    found = context.capacity
    if found.basis is not Basis.PAST:
        return _(
            "Agreements, leave and calendars; there are too few weeks of hours to use."
        )
    return words.ngettext(
        "%(n)d full week of hours, agreements, leave and calendars.",
        "%(n)d full weeks of hours, agreements, leave and calendars.",
        found.weeks_of_data,
    ) % {"n": found.weeks_of_data}


def held_before(context: AnswerContext) -> str:
    """Return how such forecasts held in the person's own past, as a sentence."""
    return held_text(context.words, context.capacity.test)


def _clashes(context: AnswerContext) -> Iterator[Finding]:
    done = settled_things(context.portfolio, Kind.CLASHES)
    soon = [
        clash
        for clash in context.clashes
        if (clash.starts_at.date() - context.portfolio.on).days <= _SOON
        and clash.kind is not ClashKind.BLOCKS
        and _named(context, clash) not in done
    ]
    if not soon:
        return
    words, _ = context.words, context.words.gettext
    first = soon[0]
    title = words.ngettext(
        "%(n)d clash in the next three weeks",
        "%(n)d clashes in the next three weeks",
        len(soon),
    )
    yield Finding(
        kind=Kind.CLASHES,
        weight=ranking.weight(Kind.CLASHES),
        title=title % {"n": len(soon)},
        sentence=_("The first is on %(day)s: %(what)s.")
        % {
            "day": words.day(first.starts_at.date()),
            "what": clash_text(context, first),
        },
        why=_("Two things at once cannot both go well; better to choose now."),
        step=Step(_("See the clashes"), "hours"),
        numbers=numbers(
            n=len(soon),
            first=first.starts_at.isoformat(),
            clashes=tuple(_named(context, clash) for clash in soon),
        ),
        evidence=Evidence(
            data=_("The events of your calendars, leave, and agreed days."),
            method=_(
                "Two events of different roles that overlap, or that are in two places"
                " with less time between them than the %(n)d minutes you need to travel."
            )
            % {"n": context.portfolio.person.travel_minutes},
            assumptions=_("All-day events and those marked as free are left out."),
            certainty=_("Your calendars may have changed since they were last read."),
            records=records.events_ahead(context, _SOON),
        ),
    )


def _named(context: AnswerContext, clash: Clash) -> str:
    """Return what a clash is known by: whose, and when; a series by its hour."""
    roles = (context.role(i).key if i >= 0 else "" for i in clash.roles)
    when = "%a %H:%M" if clash.count > 1 else "%Y-%m-%d %H:%M"
    return f"{'+'.join(roles)} {clash.starts_at:{when}}"
