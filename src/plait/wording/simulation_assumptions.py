"""What a model made from a book takes for granted, in words."""

from plait.analysis.income.assumptions import Assumed
from plait.wording.words import Words


def assumed_text(words: Words, assumed: Assumed) -> str:
    """Return one thing that a stream rests on, to stand behind its name."""
    _ = words.gettext
    return {
        Assumed.AS_BEFORE: _("income as in the last months"),
        Assumed.DRIED_UP: _("has dried up; brings in nothing until it is replaced"),
        Assumed.AS_AGREED: _("income as agreed, since nothing came in yet"),
        Assumed.FEW_MONTHS: _(
            "varies as others do, since fewer than six months are known"
        ),
        Assumed.OWN_BELIEF: _("ends as likely as you estimate"),
        Assumed.SECTOR_RATE: _("ends as often as jobs in its sector"),
        Assumed.ALL_SECTORS: _(
            "ends as often as all jobs do, since its sector is not known"
        ),
        Assumed.CLIENT_AS_JOB: _("ends as often as a job, since nobody counts clients"),
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
