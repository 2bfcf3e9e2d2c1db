"""Income in words: what streams bring, how they swing, and what to do next."""

from datetime import date

from plait.analysis.income.artefacts import Artefact
from plait.analysis.income.payment_schedule.rhythm import Every
from plait.analysis.series.streams import Trend
from plait.wording.words import Words


def no_income_text(words: Words) -> str:
    """Return what to do before any income is known."""
    return words.gettext(
        "No income is known yet: add what came in, or import a bank statement."
    )


def largest_text(words: Words, payer: str, share: float) -> str:
    """Return who pays most."""
    return words.gettext("%(payer)s pays %(share)s of your income.") % {
        "payer": payer,
        "share": words.percent(share),
    }


def floor_step(words: Words) -> tuple[str, str]:
    """Return what to fill in first, and what the button says."""
    _ = words.gettext
    return (
        _("Fill in what a month costs you at least, and what you have in savings."),
        _("Fill in"),
    )


def see_role_label(words: Words, role: str) -> str:
    """Return what the button to a role's fallback says."""
    return words.gettext("See %(role)s") % {"role": role}


def basis_text(words: Words, currency: str) -> str:
    """Return what the amounts of the months are."""
    return words.gettext(
        "Before tax, in %(currency)s; other currencies at the rate of the day"
    ) % {"currency": currency}


def payers_basis_text(words: Words, n_months: int) -> str:
    """Return what the amounts and the shares of payers are of."""
    return words.ngettext(
        "The last whole month, before tax. Shares are of what is left after costs.",
        "The last %(n)d whole months, before tax. Shares are of what is left after"
        " costs.",
        n_months,
    ) % {"n": n_months}


def method_text(words: Words) -> str:
    """Return what a usual month is, and what swinging is measured by."""
    return words.gettext(
        "Before tax. A usual month is the median of the last twelve. The swing is the"
        " standard deviation of the months as a share of their mean. Both are worked"
        " out after money has been spread over the months it is for."
    )


def trend_text(words: Words, trend: Trend, last_on: date | None) -> str:
    """Return where a stream is going, "" where it is too short to say."""
    _ = words.gettext
    if trend is Trend.DRY:
        last = words.month(last_on) if last_on else ""
        return _("nothing since %(month)s") % {"month": last}
    return {
        Trend.GROWS: _("growing"),
        Trend.SHRINKS: _("shrinking"),
        Trend.STEADY: _("steady"),
        Trend.TOO_SHORT: "",
    }[trend]


def no_stream_text(words: Words, name: str) -> str:
    """Return that no money is known of a role."""
    return words.gettext("No income or costs are known for %(name)s.") % {"name": name}


def only_costs_text(words: Words, name: str, costs: str, n_months: int) -> str:
    """Return what a role cost that brought in nothing."""
    return words.ngettext(
        "%(name)s brought in nothing over the last whole month, and cost %(costs)s.",
        "%(name)s brought in nothing over the last %(n)d whole months, and cost"
        " %(costs)s.",
        n_months,
    ) % {"name": name, "costs": costs, "n": n_months}


def stream_text(
    words: Words, name: str, n_months: int, *, in_all: str, usual_month: str
) -> str:
    """Return what one role brought in over so many months, and in a usual one."""
    return words.ngettext(
        "%(name)s brought in %(in_all)s over the last whole month.",
        "%(name)s brought in %(in_all)s over the last %(n)d whole months, and"
        " %(month)s in a usual one.",
        n_months,
    ) % {"name": name, "in_all": in_all, "month": usual_month, "n": n_months}


def artefact_text(words: Words, artefact: Artefact) -> str:
    """Return what the calendar does to a stream."""
    _ = words.gettext
    return {
        Artefact.WEEKS: _("weekly pay (months with five paydays)"),
        Artefact.FORTNIGHTS: _("pay every two weeks (months with three paydays)"),
        Artefact.FOUR_WEEKS: _("pay every four weeks (a month with two paydays)"),
        Artefact.HOLIDAY: _("holiday allowance"),
        Artefact.YEAR_END: _("extra pay at the end of the year"),
        Artefact.YEARLY_EXTRA: _("an extra every year"),
        Artefact.SEVERAL_MONTHS: _("payments for several months at once"),
        Artefact.MOVED: _("payments that came a month early or late"),
    }[artefact]


def spread_text(words: Words, name: str, effects: list[str]) -> str:
    """Return what of a stream was spread over the months it is for."""
    return words.gettext(
        "%(name)s: %(effects)s, spread over the months the money is for."
    ) % {"name": name, "effects": words.listed(effects)}


def dry_text(words: Words, name: str, last_on: date) -> str:
    """Return since when a stream brings in nothing."""
    return words.gettext("%(name)s: nothing has come in since %(day)s.") % {
        "name": name,
        "day": words.day(last_on),
    }


def every_text(words: Words, every: Every) -> str:
    """Return how often somebody pays."""
    _ = words.gettext
    return {
        Every.WEEK: _("week"),
        Every.FORTNIGHT: _("two weeks"),
        Every.FOUR_WEEKS: _("four weeks"),
        Every.MONTH: _("month"),
        Every.TWO_MONTHS: _("two months"),
        Every.QUARTER: _("quarter"),
        Every.HALF_YEAR: _("half year"),
        Every.YEAR: _("year"),
    }[every]


def swing_text(words: Words, before: float, after: float) -> str:
    """Return how much months swing, as they came and once money is spread."""
    values = {"before": words.percent(before), "after": words.percent(after)}
    if values["before"] == values["after"]:
        return words.gettext("From month to month income swings by %(after)s.") % values
    return (
        words.gettext(
            "From month to month income swings by %(before)s as it comes in, and by"
            " %(after)s once money has been spread over the months it is for."
        )
        % values
    )


def a_month_text(words: Words, amount: float, currency: str) -> str:
    """Return what a role brings in a month on average."""
    return words.gettext("%(sum)s a month") % {"sum": words.money(amount, currency)}


def came_in_text(words: Words, amount: float, currency: str) -> str:
    """Return what an unpaid role brought in all the same."""
    return words.gettext("%(sum)s a month came in") % {
        "sum": words.money(amount, currency)
    }


def costs_text(words: Words, amount: float, currency: str) -> str:
    """Return what a role costs a month on average."""
    return words.gettext("costs %(sum)s a month") % {
        "sum": words.money(amount, currency)
    }


def mean_text(words: Words, n_months: int, *, is_over: bool) -> str:
    """Return over how many months an income is a mean."""
    if is_over:
        return words.gettext("in its last year")
    return words.ngettext("in %(n)d month", "mean of %(n)d months", n_months) % {
        "n": n_months
    }


def unpaid_text(words: Words) -> str:
    """Return that nothing is paid for a role."""
    return words.gettext("Unpaid")


def unknown_income_text(words: Words) -> str:
    """Return that no payment of a paid role is known."""
    return words.gettext("No income known yet")
