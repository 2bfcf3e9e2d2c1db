"""What an answer brings along: clauses by country, law, clashes, income, what gives."""

from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from plait.analysis.decisions.take_on.answer import Reason, TakeOn
from plait.analysis.decisions.take_on.clauses import ClauseMet
from plait.analysis.decisions.take_on.freed_hours import FreedHours, Way
from plait.analysis.decisions.take_on.law import LawChange
from plait.analysis.decisions.take_on.meetings import Meeting
from plait.analysis.decisions.take_on.variant import Variant
from plait.analysis.working_time.verdicts import Verdict
from plait.answers.context import AnswerContext
from plait.answers.take_on_sentences import clause_reason, law_reason
from plait.domain.roles import Per
from plait.reference.clauses import ClauseLaw, clause_law
from plait.wording.words import Words

_NO_ROOM = {Reason.NO_ROOM, Reason.MAKE_ROOM}
_LEAST_MONEY = 0.5


@dataclass(frozen=True, slots=True)
class ClauseText:
    """A clause, what it is worth where it holds ("" if not known), and says who."""

    sentence: str
    worth: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class LawText:
    """A rule with its figures, what is so of it in a word or two, and its source."""

    sentence: str
    verdict: str
    is_over: bool
    source: str


def asked_text(context: AnswerContext, variant: Variant) -> str:
    """Return what is asked about, in a line: what, how much, from when."""
    words, _ = context.words, context.words.gettext
    told = {"name": variant.name, "day": words.day(variant.start)}
    if variant.terms is None:
        return _("Leave %(name)s on %(day)s") % told
    if variant.terms.hours is None:
        return _("%(name)s from %(day)s") % told
    by = {
        Per.WEEK: _("%(name)s, %(hours)s a week from %(day)s"),
        Per.MONTH: _("%(name)s, %(hours)s a month from %(day)s"),
        Per.QUARTER: _("%(name)s, %(hours)s a quarter from %(day)s"),
        Per.YEAR: _("%(name)s, %(hours)s a year from %(day)s"),
        Per.TOTAL: _("%(name)s, %(hours)s in all from %(day)s"),
    }[variant.terms.per]
    return by % {**told, "hours": words.hours(float(variant.terms.hours))}


def clauses_text(context: AnswerContext, found: TakeOn) -> Iterator[ClauseText]:
    """Yield every clause with what is known of its worth; no legal advice."""
    for met in found.clauses:
        worth, source = _worth(context.words, met)
        yield ClauseText(clause_reason(context, met), worth, source)


def _worth(words: Words, met: ClauseMet) -> tuple[str, str]:
    _ = words.gettext
    if not met.is_employed:
        return _("The laws on such clauses are for employment, which this is not."), ""
    law = clause_law(met.country)
    if law is None:
        return "", ""
    source = _("%(law)s, as of %(day)s; %(source)s. Information, no legal advice.") % {
        "law": _law_name(words, law),
        "day": words.day(law.as_of),
        "source": law.source,
    }
    return words.text_of(law, "says"), source


def _law_name(words: Words, law: ClauseLaw) -> str:
    name = words.text_of(law, "law")
    return name[:1].upper() + name[1:]


def laws_text(context: AnswerContext, found: TakeOn) -> Iterator[LawText]:
    """Yield the rules that come nearer to their limit or pass it."""
    words, _ = context.words, context.words.gettext
    for change in found.law:
        sentence = law_reason(words, change)
        if change.is_spread:
            sentence += " " + _(
                "That is so if hours without agreed days are given evenly; agree on"
                " days and it is sure."
            )
        yield LawText(
            sentence=sentence,
            verdict=_verdict(words, change),
            is_over=change.is_over,
            source=f"{change.rule.id} · {change.rule.source}",
        )


def _verdict(words: Words, change: LawChange) -> str:
    _ = words.gettext
    if change.verdict is Verdict.NOTICE:
        return _("more than is healthy for long")
    if change.verdict is Verdict.OVER:
        return _("over the limit") if change.is_over else _("perhaps over the limit")
    if change.verdict is Verdict.NEAR:
        return _("near the limit")
    return _("all employers together, which the law leaves open")


def meetings_text(context: AnswerContext, found: TakeOn) -> Iterator[str]:
    """Yield what the agreed days clash with; agreed hours of one role together."""
    for role in dict.fromkeys(one.role for one in found.meetings if not one.title):
        mine = [one for one in found.meetings if one.role == role and not one.title]
        yield _hours_met(context, role, mine)
    for one in found.meetings:
        if one.title:
            yield _event_met(context, one)


def _hours_met(context: AnswerContext, role: int | None, met: list[Meeting]) -> str:
    words, _ = context.words, context.words.gettext
    told = {
        "role": "" if role is None else context.role(role).name,
        "hours": words.hours(sum(one.minutes for one in met) / 60),
        **_when(context, met[0]),
    }
    if role is None:
        return _("Events without a title, the first on %(day)s at %(time)s.") % told
    return (
        _("The agreed hours of %(role)s: %(hours)s, first on %(day)s at %(time)s.")
        if all(one.count == 1 for one in met)
        else _(
            "The agreed hours of %(role)s: %(hours)s in a week, first on %(day)s at"
            " %(time)s."
        )
    ) % told


def _event_met(context: AnswerContext, one: Meeting) -> str:
    _ = context.words.gettext
    name = one.title
    if one.role is not None:
        name = f"{one.title} ({context.role(one.role).name})"
    told = {"what": name, "n": one.count, **_when(context, one)}
    if one.count == 1:
        return _("%(what)s, on %(day)s at %(time)s.") % told
    return _("%(what)s, %(n)d times, first on %(day)s at %(time)s.") % told


def _when(context: AnswerContext, one: Meeting) -> dict[str, str]:
    starts = one.starts_at.astimezone(ZoneInfo(context.portfolio.person.timezone))
    return {"day": context.words.day(starts.date()), "time": f"{starts:%H:%M}"}


def income_text(context: AnswerContext, found: TakeOn) -> str:
    """Return what it does to a month's income, and what an hour brings."""
    words, _ = context.words, context.words.gettext
    earning = found.earning
    change = earning.change
    if change is None:
        return _("What it does to your income cannot be told from these terms.")
    if abs(change) < _LEAST_MONEY:
        if earning.after:
            return _("Your income stays the same.")
        return _("It brings no money and costs none.")
    told = {"month": words.money(abs(change), earning.currency)}
    if change < 0:
        return _("%(month)s a month less, before tax.") % told
    if earning.an_hour is None:
        return _("%(month)s a month more, before tax.") % told
    told["hour"] = words.money(earning.an_hour, earning.currency, 2)
    return _("%(month)s a month more, before tax: %(hour)s an agreed hour.") % told


def ways_text(context: AnswerContext, found: TakeOn) -> Iterator[str]:
    """Yield where hours could be found, if they have to be."""
    if not _NO_ROOM & set(found.reasons):
        return
    words, _ = context.words, context.words.gettext
    if found.fits_from and found.fits_from > found.weeks[0].monday:
        yield _("Begin on %(day)s: from then on it fits.") % {
            "day": words.day(found.fits_from)
        }
    for relief in found.freed_hours:
        yield _way(context, relief)
    if not found.freed_hours:
        yield _(
            "No role takes more than was agreed, so hours would have to come from terms"
            " you talk over, or from less of this."
        )


def _way(context: AnswerContext, relief: FreedHours) -> str:
    words, _ = context.words, context.words.gettext
    said = {
        Way.BACK_TO_AGREED: _(
            "Bring %(role)s back to what was agreed: that frees %(hours)s a week."
        ),
        Way.GIVES_LITTLE: _(
            "%(role)s gives you little and presses hard: leaving it frees %(hours)s a"
            " week."
        ),
        Way.PAYS_LEAST: _(
            "Of your paid hours those of %(role)s, %(hours)s a week, bring least: fewer"
            " there would cost you least."
        ),
    }[relief.way]
    return said % {
        "role": context.role(relief.role).name,
        "hours": words.hours(relief.hours),
    }
