"""What a simulation rests on, in words: of each stream, of causes, of all models."""

from collections.abc import Iterator
from datetime import date

from plait.analysis.income.assumptions import Assumed
from plait.analysis.income.model import CauseModel
from plait.analysis.income.model_causes import HEALTH
from plait.wording.chances import percent_text
from plait.wording.words import Words


def assumed_text(words: Words, assumed: Assumed) -> str:
    """Return one thing that a stream rests on, to stand behind its name."""
    _ = words.gettext
    return {
        Assumed.AS_BEFORE: _("income as in the last months"),
        Assumed.DRIED_UP: _("has dried up; brings in nothing any more but by a plan B"),
        Assumed.AS_AGREED: _("income as agreed, since nothing came in yet"),
        Assumed.FEW_MONTHS: _(
            "varies as others do, since fewer than six months are known"
        ),
        Assumed.OWN_BELIEF: _("ends as likely as you estimate"),
        Assumed.SECTOR_RATE: _("ends as often as jobs in its sector"),
        Assumed.ALL_SECTORS: _(
            "ends as often as all jobs do, since its sector is not known"
        ),
        Assumed.OWN_CLIENTS: _("ends as often as your own clients did"),
        Assumed.CONTRACT_ENDS: _("its contract ends"),
        Assumed.RENEWED_BEFORE: _("is renewed about as often as before"),
        Assumed.NOT_RENEWED: _("is not renewed, as it never was before"),
        Assumed.NO_NOTICE: _("no notice of half a month or more is known"),
        Assumed.SEARCH_OF_OTHERS: _("is replaced after as long as others searched"),
        Assumed.OWN_FALLBACK: _("is replaced as your plan B says"),
        Assumed.AS_LATE_AS_BEFORE: _("is paid as late as earlier invoices"),
        Assumed.COSTS_GO_ON: _("keeps its costs until it ends"),
        Assumed.BEFORE_TAX: _("nothing is set aside for tax"),
    }[assumed]


def cause_text(words: Words, cause: CauseModel) -> str:
    """Return what a cause does to the streams that depend on it."""
    _ = words.gettext
    values = {
        "cause": cause_name(words, cause.name),
        "chance": percent_text(words, cause.chance),
        "cut": words.percent(cause.cut),
        "hits": words.percent(cause.hits),
        "n": cause.lasts,
    }
    if cause.lasts:
        return (
            words.ngettext(
                "%(cause)s: happens with a chance of %(chance)s a year, and takes"
                " %(cut)s for %(n)d month.",
                "%(cause)s: happens with a chance of %(chance)s a year, and takes"
                " %(cut)s for %(n)d months.",
                cause.lasts,
            )
            % values
        )
    if cause.hits < 1:
        return (
            _(
                "%(cause)s: happens with a chance of %(chance)s a year, and ends"
                " %(hits)s of what depends on it."
            )
            % values
        )
    return (
        _(
            "%(cause)s: happens with a chance of %(chance)s a year, and ends what"
            " depends on it."
        )
        % values
    )


def limits_sentences(words: Words) -> Iterator[str]:
    """Yield what holds of every simulation."""
    _ = words.gettext
    yield _(
        "A replacement depends on the same causes and may end as its stream could."
        " Streams end independently, apart from the causes they share; those causes are"
        " in a stream's chance of ending."
    )
    yield _(
        "A range after ± covers chance in the simulation only; it cannot show that the"
        " model is right."
    )


def sector_text(words: Words, as_of: date) -> str:
    """Return of whom the rates of ending are."""
    return words.gettext(
        "Sector rates are of jobs in the United States, not your own chance. Source: US"
        " Bureau of Labor Statistics, JOLTS, looked up on %(day)s."
    ) % {"day": words.day(as_of)}


def cause_name(words: Words, name: str) -> str:
    """Return a cause as its person named it; the one that everybody has is translated."""
    return words.gettext("your own health") if name == HEALTH else name
