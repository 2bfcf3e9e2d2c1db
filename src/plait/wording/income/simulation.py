"""What a simulation says: chances of short months, how long money lasts, a bad year."""

from collections.abc import Iterator
from datetime import date

from plait.analysis.income.model import IncomeModel
from plait.analysis.income.simulation.simulate import Simulation
from plait.domain.period import add_months
from plait.wording.chances import estimate_text, percent_text
from plait.wording.words import Words

_YEAR = 12


def futures_text(words: Words, n: int) -> str:
    """Return how many futures the figures are counted over."""
    return words.ngettext("%(n)s simulated future", "%(n)s simulated futures", n) % {
        "n": words.number(n, 0)
    }


def settings_text(
    words: Words, model: IncomeModel, futures: str, seed: int, first: date | None
) -> str:
    """Return what was simulated, and what its amounts are in."""
    _ = words.gettext
    values = {
        "futures": futures,
        "seed": seed,
        "first": words.month(first) if first else "",
        "currency": model.currency,
        "usual": words.money(model.usual, model.currency),
    }
    if first is None:
        text = _(
            "%(futures)s, seed %(seed)d. Amounts are in %(currency)s a month;"
            " an average one brings %(usual)s."
        )
    else:
        text = _(
            "%(futures)s from %(first)s on, seed %(seed)d. Amounts are in %(currency)s"
            " a month; an average one brings %(usual)s."
        )
    return text % values


def chance_sentences(
    words: Words, found: Simulation, *, floor: str, knows_savings: bool
) -> Iterator[str]:
    """Yield the chances that matter most; `floor` is "" where none is known."""
    _ = words.gettext
    if floor:
        yield _(
            "The chance that at least one of the %(n)d months brings in less than"
            " %(floor)s: %(chance)s."
        ) % {
            "n": found.months,
            "floor": floor,
            "chance": percent_text(words, found.short_ever.value),
        }
    if floor and knows_savings:
        yield _("The chance that your savings last all %(n)d months: %(chance)s.") % {
            "n": found.months,
            "chance": percent_text(words, found.runway.never.value),
        }
    yield _("The chance of losing at least one stream within a year: %(chance)s.") % {
        "chance": percent_text(words, found.loses_one)
    }


def short_month_sentences(
    words: Words, found: Simulation, floor: float, first: date | None
) -> Iterator[str]:
    """Yield how likely months are to fall short, with how sure the figures are."""
    _ = words.gettext
    if not floor:
        yield _(
            "The least a month costs is not known, so no month falls short. Enter it"
            " under “What you could fall back on”, or add --floor 2400."
        )
        return
    yield _(
        "The chance that at least one of the %(n)d months brings in less than"
        " %(floor)s: %(chance)s."
    ) % {
        "n": found.months,
        "floor": words.number(floor, 0),
        "chance": estimate_text(words, found.short_ever),
    }
    if found.months > _YEAR:
        yield _("Within the first twelve months: %(chance)s.") % {
            "chance": percent_text(words, float(found.until_short.over_by[_YEAR - 1]))
        }
    chances = [one.value for one in found.short_in]
    worst = max(range(found.months), key=chances.__getitem__)
    yield _("The month most likely to fall short is %(month)s: %(chance)s.") % {
        "month": month_text(words, worst, first),
        "chance": estimate_text(words, found.short_in[worst]),
    }


def runway_sentences(
    words: Words, found: Simulation, model: IncomeModel, *, knows_savings: bool
) -> Iterator[str]:
    """Yield how long savings and income together last."""
    _ = words.gettext
    if not model.floor:
        yield _("Without the least a month costs, savings have nothing to pay for.")
        return
    if not knows_savings:
        yield _(
            "Your savings are not known and count as nothing. Enter them under “What"
            " you could fall back on”, or add --savings 9000."
        )
    yield _(
        "Savings of %(savings)s and what comes in last all %(n)d months with a chance"
        " of %(chance)s."
    ) % {
        "savings": words.number(model.savings, 0),
        "n": found.months,
        "chance": estimate_text(words, found.runway.never),
    }
    for share, least in found.runway.at_least.items():
        if least is not None:
            yield words.ngettext(
                "In %(share)s of the futures they last at least %(n)d month.",
                "In %(share)s of the futures they last at least %(n)d months.",
                least,
            ) % {"share": words.percent(share), "n": least}


def bad_year_text(words: Words, found: Simulation) -> str:
    """Return how far the worst twentieth of years stays behind a usual one."""
    _ = words.gettext
    risk = found.at_risk
    values = {
        "n": found.year_months,
        "usual": words.number(found.usual_year, 0),
        "least": _about(words, risk.var, risk.var_error),
        "mean": _about(words, risk.cvar, risk.cvar_error),
    }
    if risk.var <= 0:
        return (
            words.ngettext(
                "In 19 of 20 futures the first month brings in no less than the"
                " %(usual)s of an average one; in the worst twentieth it is %(mean)s"
                " less on average.",
                "In 19 of 20 futures the first %(n)d months bring in no less than the"
                " %(usual)s of average ones; in the worst twentieth it is %(mean)s less"
                " on average.",
                found.year_months,
            )
            % values
        )
    return (
        words.ngettext(
            "In one of 20 futures the first month stays %(least)s or more below the"
            " %(usual)s of an average one, and %(mean)s below it on average.",
            "In one of 20 futures the first %(n)d months stay %(least)s or more below"
            " the %(usual)s of average ones, and %(mean)s below it on average.",
            found.year_months,
        )
        % values
    )


def _about(words: Words, amount: float, error: float) -> str:
    return f"{words.number(amount, 0)} (± {words.number(2 * error, 0)})"


def month_text(words: Words, number: int, first: date | None) -> str:
    """Return a month's name, or its number where the first has no date."""
    if first is not None:
        return words.month(add_months(first, number))
    return words.gettext("month %(n)d") % {"n": number + 1}
