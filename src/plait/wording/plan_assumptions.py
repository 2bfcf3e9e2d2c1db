"""What a plan takes for granted, in words."""

from collections.abc import Iterator

from plait.analysis.decisions.plan.amounts import Assumed
from plait.analysis.decisions.plan.from_portfolio import PlanOfBook
from plait.analysis.decisions.plan.options import Weights
from plait.domain.portfolio import Portfolio
from plait.wording.plan import Spoken
from plait.wording.words import Words


def assumed_text(
    told: Spoken, found: PlanOfBook, portfolio: Portfolio, weights: Weights
) -> Iterator[str]:
    """Yield every assumption, in one sentence each."""
    words, _ = told.words, told.words.gettext
    said = reasons(words)
    for reason in Assumed:
        names = [told.names[i] for i, of in enumerate(found.of) if reason in of.assumed]
        if names:
            listed = words.listed(names, most=len(names))
            yield said[reason] % {"names": listed}
    for index in found.left_out:
        yield _("%(role)s is left out: it tells no hours or no pay.") % {
            "role": portfolio.roles[index].name
        }
    if not found.knows_law:
        yield _("No law limits the hours here: your country is not told.")
    yield _(
        "What a month lacks in the worst tenth of futures weighs as heavily as what it"
        " brings."
    )
    if weights.value:
        yield _(
            "A point of what a role gives, above your own middle, is worth %(worth)s a"
            " month for each hour a week: a fifth of what an hour usually brings."
        ) % {"worth": told.money(weights.value)}
    else:
        yield _("What roles give beside money does not weigh here.")
    yield _(
        "Twice the hours bring twice the money, and the months ahead are put into one"
        " mean: that a bad month may follow a good one is not seen."
    )


def reasons(words: Words) -> dict[Assumed, str]:
    """Return what is said of each thing taken for granted of hours."""
    _ = words.gettext
    return {
        Assumed.SALARY: _(
            "%(names)s: keeps its hours, gives up as much as half of them, or is left."
        ),
        Assumed.BY_THE_HOUR: _(
            "%(names)s: half to one and a half times the hours, or is left."
        ),
        Assumed.AS_IT_IS: _("%(names)s: keeps its hours, or is left."),
        Assumed.UNPAID: _(
            "%(names)s: stays as it is; what is unpaid is not weighed against money."
        ),
        Assumed.OFFER: _("%(names)s: is taken on as it is offered, or not at all."),
        Assumed.LITTLE: _(
            "%(names)s: stays as it is, since it takes less than an hour a week."
        ),
        Assumed.GIVEN: _(
            "The hours of the last year stand for the present ones, since none were"
            " agreed: %(names)s."
        ),
        Assumed.AGREED: _("The hours agreed stand for the present ones: %(names)s."),
        Assumed.LOAD: _(
            "Takes more or fewer hours than agreed, and goes on doing so: %(names)s."
        ),
    }
