"""Drift in words: whether a role leaves what was agreed, since when, by how much."""

from datetime import date

from plait.analysis.hours.balance import Verdict as NaiveVerdict
from plait.analysis.hours.drift.drift import Drift, Verdict
from plait.wording.words import Words


def drift_text(drift: Drift, words: Words) -> str:
    """Return the sentence: since when, how many hours, or why there is no verdict."""
    _ = words.gettext
    if drift.verdict is Verdict.TOO_SHORT:
        return words.ngettext(
            "Too early to say: %(weeks)d week of %(needed)d.",
            "Too early to say: %(weeks)d weeks of %(needed)d.",
            drift.n_weeks,
        ) % {"weeks": drift.n_weeks, "needed": drift.weeks_needed}
    if drift.verdict is Verdict.NOT_AGREED:
        return _("No hours a week are agreed, so there is nothing to compare.")
    if drift.verdict is Verdict.STEADY:
        return _steady_text(drift, words)
    sentence = _season_text(drift, words) if drift.is_in_season else _text(drift, words)
    text = sentence % {
        "over": words.hours(drift.over or 0.0),
        "since": words.day(drift.since or date.min),
        "until": words.day(drift.until or date.min),
        "lately": words.number(drift.over_lately or 0.0),
    }
    unsure = unsure_text(drift, words)
    return f"{text} {unsure}" if unsure else text


def _steady_text(drift: Drift, words: Words) -> str:
    _ = words.gettext
    if drift.is_season_now:
        return _("It keeps to what was agreed, for this time of year.")
    return _("It keeps to what was agreed.")


def _text(drift: Drift, words: Words) -> str:
    """Return the sentence against what was agreed, its values still open."""
    _ = words.gettext
    if drift.verdict is Verdict.DRIFTED_AND_BACK:
        return _(
            "It took %(over)s a week more than agreed from the week of %(since)s to"
            " that of %(until)s; now it is as agreed again."
        )
    if drift.is_growing:
        return _(
            "%(over)s a week more than agreed, since the week of %(since)s; lately"
            " %(lately)s."
        )
    return _("%(over)s a week more than agreed, since the week of %(since)s.")


def _season_text(drift: Drift, words: Words) -> str:
    """Return the same against what is usual at that time of the year."""
    _ = words.gettext
    if drift.verdict is Verdict.DRIFTED_AND_BACK:
        return _(
            "It took %(over)s a week more than is usual at that time of year from the"
            " week of %(since)s to that of %(until)s; now it is as usual again."
        )
    if drift.is_growing:
        return _(
            "%(over)s a week more than is usual at this time of year, since the week of"
            " %(since)s; lately %(lately)s."
        )
    return _(
        "%(over)s a week more than is usual at this time of year, since the week of"
        " %(since)s."
    )


def unsure_text(drift: Drift, words: Words) -> str:
    """Return what cannot be known of a drift before there is an earlier year, or ""."""
    if drift.knows_year or not drift.is_over_now:
        return ""
    return words.gettext(
        "Whether it is a season cannot be known before there is an earlier year."
    )


def over_text(drift: Drift, words: Words) -> str:
    """Return by how much a drifting role is over now, without a full stop."""
    _ = words.gettext
    if drift.is_in_season:
        text = _("%(hours)s a week more than is usual at this time of year")
    elif drift.is_growing:
        text = _("Lately %(hours)s a week more than agreed")
    else:
        text = _("%(hours)s a week more than agreed")
    return text % {"hours": words.hours(drift.over_by_now or 0.0)}


def since_text(drift: Drift, words: Words) -> str:
    """Return since about when a drifting role takes more, within a sentence."""
    return words.gettext("more since about %(day)s") % {
        "day": words.day(drift.since or date.min)
    }


def worth_text(words: Words, worth: float | None, currency: str | None) -> str:
    """Return what extra hours are worth within a sentence, "" where it is not known."""
    if worth is None or currency is None:
        return ""
    return words.gettext("worth %(money)s a month") % {
        "money": words.money(worth, currency)
    }


def naive_text(verdict: NaiveVerdict, words: Words) -> str:
    """Return what the latest weeks alone say of a role, in a word or two."""
    _ = words.gettext
    return {
        NaiveVerdict.OVER: _("more"),
        NaiveVerdict.WITHIN: _("as agreed"),
        NaiveVerdict.UNDER: _("less"),
        NaiveVerdict.TOO_SHORT: _("too early"),
        NaiveVerdict.NOT_AGREED: _("none agreed"),
        NaiveVerdict.NO_HOURS: _("no hours yet"),
    }[verdict]


def episode_text(
    words: Words, alarm: int, since: int, until: int | None, over: float
) -> str:
    """Return a drift of a bare series, whose weeks are numbers."""
    _ = words.gettext
    text = (
        _(
            "Alarm in week %(alarm)d: %(over)s a week more than agreed since week"
            " %(since)d."
        )
        if until is None
        else _(
            "Alarm in week %(alarm)d: %(over)s a week more than agreed from week"
            " %(since)d to week %(until)d."
        )
    )
    return text % {
        "alarm": alarm,
        "over": words.hours(over),
        "since": since,
        "until": until or 0,
    }


def no_alarm_text(words: Words) -> str:
    """Return that a series never drifts."""
    return words.gettext("No alarm: the weeks keep to what was agreed.")


def short_series_text(words: Words, weeks_needed: int) -> str:
    """Return that a series has too few weeks for a verdict."""
    return words.gettext(
        "There are fewer than %(n)d weeks to compare, too few for a verdict."
    ) % {"n": weeks_needed}


def naive_alarm_text(words: Words, week: int | None) -> str:
    """Return when the mean of four weeks is first over the agreed hours by a tenth."""
    _ = words.gettext
    if week is None:
        return _(
            "The mean of four weeks is never more than a tenth over the agreed hours."
        )
    return _(
        "The mean of four weeks is more than a tenth over the agreed hours for the"
        " first time in week %(week)d."
    ) % {"week": week}
