"""What a plan takes for granted, and how sure it is, in words."""

from collections.abc import Iterator

from plait.analysis.decisions.plan.amounts import Assumed
from plait.analysis.decisions.plan.from_portfolio import BookPlan
from plait.domain.portfolio import Portfolio
from plait.wording.plan.plan import PlanWords
from plait.wording.words import Words


def book_text(
    plan: PlanWords, book: BookPlan, portfolio: Portfolio, *, is_capacity_given: bool
) -> Iterator[str]:
    """Yield what is assumed of the roles of a book, in one sentence each."""
    words, _ = plan.words, plan.words.gettext
    texts = reasons(words)
    for reason in Assumed:
        names = [plan.names[i] for i, of in enumerate(book.of) if reason in of.assumed]
        if names:
            listed = words.listed(list(dict.fromkeys(names)), most=len(names))
            yield texts[reason] % {"names": listed}
    for index in book.left_out:
        yield _("%(role)s is left out: its hours or pay are not known.") % {
            "role": portfolio.roles[index].name
        }
    if not book.knows_floor:
        yield _(
            "What a month must cost is not known: what usually comes in now, %(floor)s,"
            " stands in."
        ) % {"floor": plan.money(book.model.income.floor)}
    if not book.knows_capacity and not is_capacity_given:
        yield _("The hours you have are not known: no more hours than now.")
    if not book.knows_law:
        yield _("No law limits the hours here: your country is not known.")


def weights_text(plan: PlanWords, floor: float) -> Iterator[str]:
    """Yield what weighs how heavily, and what a plan does not see."""
    words, _ = plan.words, plan.words.gettext
    weights = plan.weights
    if not floor:
        yield _("What a month must cost is not known, so no month falls short.")
    elif weights.risk == 1:
        yield _(
            "What a month is short in %(tail)s weighs as heavily as what it brings."
        ) % {"tail": plan.tail}
    else:
        yield _(
            "What a month is short in %(tail)s weighs %(times)s times as heavily as"
            " what it brings."
        ) % {"tail": plan.tail, "times": words.number(weights.risk, 3)}
    if weights.value:
        yield _(
            "A point of what a role gives, above your own middle, is worth %(worth)s a"
            " month for each hour a week."
        ) % {"worth": plan.money(weights.value)}
    else:
        yield _("What roles give beside money does not weigh here.")
    yield _(
        "Twice the hours are taken to bring twice the money. Each month is judged by"
        " itself: what a good one leaves over makes up for no bad one, and savings are"
        " left aside."
    )


def data_text(
    plan: PlanWords, capacity: float, *, is_of_now: bool, is_book: bool
) -> str:
    """Return what the plan is made from, and which hours are shared out."""
    words, _ = plan.words, plan.words.gettext
    n = len({option.stream for option in plan.options})
    roles = words.ngettext(
        "%(n)d role with its hours, terms and income.",
        "%(n)d roles with their hours, terms and income.",
        n,
    ) % {"n": n}
    if is_of_now:
        which = _("The plan divides the %(hours)s a week that your roles take now.")
    elif is_book:
        which = _(
            "The plan divides %(hours)s a week: those you have, less travel,"
            " administration and what else takes your time."
        )
    else:
        which = _("The plan divides %(hours)s a week.")
    return f"{roles} {which % {'hours': words.hours(capacity)}}"


def method_text(plan: PlanWords, n_scenarios: int, n_months: int) -> str:
    """Return how plans are found."""
    values = {
        "n": plan.words.number(n_scenarios, 0),
        "months": n_months,
        "tail": plan.tail,
    }
    return (
        plan.words.gettext(
            "%(n)s possible futures of %(months)d months are simulated. Of all mixes that"
            " your terms, your hours and the law allow, the best one brings the most"
            " after subtracting what a month is short in %(tail)s; then again by money"
            " alone, by safety, with a day a week less, with the hours agreed, and without"
            " each role that changes. Shown are those that no other one makes needless."
        )
        % values
    )


def source_text(words: Words) -> str:
    """Return whose measure of bad futures this is."""
    return words.gettext(
        "Rockafellar and Uryasev (2000), mean loss of the worst cases."
    )


def certainty_text(plan: PlanWords, gap: float) -> str:
    """Return how sure it is that no mix is better; `gap` is 0 where the search ended."""
    _ = plan.words.gettext
    if gap:
        return _(
            "The search was stopped: a mix that is worth up to %(gap)s a month more may"
            " exist."
        ) % {"gap": plan.money(gap)}
    return _(
        "No allowed mix does better in these futures. How likely roles are to end is"
        " known roughly at best, so read differences of a few percent as none."
    )


def reasons(words: Words) -> dict[Assumed, str]:
    """Return the sentence for each thing taken for granted of hours."""
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
        Assumed.BACK: _(
            "Can go back to the hours agreed, and then takes no more than those:"
            " %(names)s."
        ),
    }
