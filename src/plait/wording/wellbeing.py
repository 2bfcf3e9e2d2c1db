"""How check-ins and the map of roles are said: questions, suggestions, reasons."""

from collections.abc import Iterator

from plait.analysis.wellbeing.levels import Aspect, RoleWellbeing
from plait.analysis.wellbeing.pay import Pay
from plait.analysis.wellbeing.suggestions import ANSWERS_NEEDED, Side, Suggestion
from plait.analysis.wellbeing.trend import Direction
from plait.analysis.wellbeing.value_map import Position, ValueMap
from plait.wording.words import Words


def aspect_text(words: Words, aspect: Aspect) -> str:
    """Return the name of one of the four answers, or of what a role gives."""
    _ = words.gettext
    return {
        Aspect.ENERGY: _("Energy"),
        Aspect.MEANING: _("Meaning"),
        Aspect.GROWTH: _("Growth"),
        Aspect.PRESSURE: _("Pressure"),
        Aspect.GIVES: _("What it gives"),
    }[aspect]


def ends_text(words: Words, aspect: Aspect) -> tuple[str, str]:
    """Return what 1 and 5 mean for one of the four answers."""
    _ = words.gettext
    return {
        Aspect.ENERGY: (_("drains me"), _("lifts me")),
        Aspect.MEANING: (_("matters little"), _("matters a lot")),
        Aspect.GROWTH: (_("I stand still"), _("I learn a lot")),
        Aspect.PRESSURE: (_("sits lightly"), _("weighs on me")),
    }[aspect]


def suggestion_text(words: Words, suggestion: Suggestion) -> str:
    """Return a suggestion in a word or two."""
    _ = words.gettext
    return {
        Suggestion.GROW: _("Grow"),
        Suggestion.KEEP: _("Keep"),
        Suggestion.RENEGOTIATE: _("Renegotiate"),
        Suggestion.LEAVE: _("Think about leaving"),
        Suggestion.UNCLEAR: _("Unclear"),
        Suggestion.TOO_FEW: _("Too early to say"),
        Suggestion.NO_ANSWERS: _("No answers yet"),
    }[suggestion]


def reason_text(words: Words, place: Position, found: ValueMap) -> str:
    """Return what a role's suggestion rests on: what it gives, takes and pays."""
    _ = words.gettext
    if place.suggestion is Suggestion.NO_ANSWERS:
        return _("Nobody asked you about it yet.")
    if place.suggestion is Suggestion.TOO_FEW:
        n = place.wellbeing.n_answers
        said = words.ngettext(
            "%(n)d answer so far; it takes %(needed)d.",
            "%(n)d answers so far; it takes %(needed)d.",
            n,
        )
        return said % {"n": n, "needed": ANSWERS_NEEDED}
    parts = [_sides(words, place), _pay(words, place, found), _leans(words, place)]
    return " ".join(part for part in parts if part)


def _sides(words: Words, place: Position) -> str:
    """Return both sides in one sentence, with their levels."""
    _ = words.gettext
    high, low, unclear = Side.HIGH, Side.LOW, Side.UNCLEAR
    said = {
        (high, low): _("Gives much (%(gives)s of 5), presses lightly (%(takes)s)."),
        (high, high): _("Gives much (%(gives)s of 5), presses hard (%(takes)s)."),
        (low, low): _("Gives little (%(gives)s of 5), presses lightly (%(takes)s)."),
        (low, high): _("Gives little (%(gives)s of 5), presses hard (%(takes)s)."),
        (high, unclear): _(
            "Gives much (%(gives)s of 5); how hard it presses (%(takes)s) is unclear."
        ),
        (low, unclear): _(
            "Gives little (%(gives)s of 5); how hard it presses (%(takes)s) is unclear."
        ),
        (unclear, high): _(
            "Presses hard (%(takes)s of 5); how much it gives (%(gives)s) is unclear."
        ),
        (unclear, low): _(
            "Presses lightly (%(takes)s of 5); how much it gives (%(gives)s) is"
            " unclear."
        ),
        (unclear, unclear): _(
            "In the middle: gives %(gives)s of 5, presses %(takes)s."
        ),
    }[place.gives, place.takes]
    gives, takes = words.number(place.value.value), words.number(place.pressure.value)
    return said % {"gives": gives, "takes": takes}


def _pay(words: Words, place: Position, found: ValueMap) -> str:
    """Return how the pay for an hour stands to the usual; "" where that says nothing."""
    _ = words.gettext
    if place.pay_an_hour is None or found.usual_pay is None:
        return ""
    said = {
        Pay.LITTLE: _("An hour brings %(pay)s, well below your usual %(usual)s."),
        Pay.WELL: _("An hour brings %(pay)s, well above your usual %(usual)s."),
    }.get(place.pay, "")
    pay = words.money(place.pay_an_hour, found.currency)
    return said % {"pay": pay, "usual": words.money(found.usual_pay, found.currency)}


def _leans(words: Words, place: Position) -> str:
    """Return where an unclear role leans to."""
    if place.suggestion is not Suggestion.UNCLEAR:
        return ""
    return words.gettext("It leans to: %(suggestion)s.") % {
        "suggestion": suggestion_text(words, place.leans).lower()
    }


def moves_text(words: Words, role: RoleWellbeing) -> Iterator[str]:
    """Yield a sentence for energy and for pressure, where they rise or fall."""
    _ = words.gettext
    said = {
        (Aspect.ENERGY, Direction.RISES): _("Energy rises, %(before)s to %(after)s."),
        (Aspect.ENERGY, Direction.FALLS): _("Energy falls, %(before)s to %(after)s."),
        (Aspect.PRESSURE, Direction.RISES): _(
            "Pressure rises, %(before)s to %(after)s."
        ),
        (Aspect.PRESSURE, Direction.FALLS): _(
            "Pressure falls, %(before)s to %(after)s."
        ),
    }
    for aspect in (Aspect.ENERGY, Aspect.PRESSURE):
        trend = role.trends[aspect]
        if (aspect, trend.direction) in said:
            before, after = words.number(trend.before), words.number(trend.after)
            told = {"before": before, "after": after}
            yield said[aspect, trend.direction] % told
